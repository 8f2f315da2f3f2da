# SPDX-License-Identifier: MIT
"""Are tips of one's own read as they are written, whatever stands in the folder, and is what does not hold said?"""

import os
import shutil
from pathlib import Path

import pytest

from contracts.tips import MINE, TipLibraryContract
from rideau.adapters.tip_files import TipFiles
from rideau.domain.error import StorageError
from rideau.domain.tip import Gesture, Moment, Picture, Theme
from rideau.ports.tips import TipLibrary

SHIPPED = """
[[tips]]
id = "drink-one"
theme = "drink"
[tips.en]
sentence = "Water."
"""
LEAST = '[[tips]]\ntheme = "move"\n[tips.en]\nsentence = "Walk to the window."\n'


@pytest.fixture
def library(tmp_path: Path) -> TipFiles:
    """Return a library of one tip that ships, and none of one's own."""
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "rest.toml").write_text(SHIPPED, "utf-8")
    return TipFiles(tmp_path / "ours", tmp_path / "tips.d")


def write(folder: Path, text: str | bytes, name: str = "a.toml") -> Path:
    (folder / "tips.d").mkdir(exist_ok=True)
    file = folder / "tips.d" / name
    file.write_bytes(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
    return file


def found(library: TipLibrary) -> list[tuple[str, str]]:
    return [(each.place, str(each.message)) for each in library.problems()]


class TestTipFiles(TipLibraryContract):
    """The files hold to the contract."""

    @pytest.fixture
    def library(self, tmp_path: Path) -> TipLibrary:
        """Return a library of one tip that ships."""
        (tmp_path / "ours").mkdir()
        (tmp_path / "ours" / "rest.toml").write_text(SHIPPED, "utf-8")
        return TipFiles(tmp_path / "ours", tmp_path / "tips.d")


def test_a_theme_and_a_sentence_are_enough(tmp_path: Path, library: TipFiles) -> None:
    write(tmp_path, LEAST)
    tip = library.tips()[-1]
    assert tip.id.startswith("own-walk-to-the-window-")
    assert (tip.theme, tip.picture, tip.gesture) == (Theme.MOVE, Picture.WALK, Gesture.NONE)
    assert (tip.moments, tip.cool_down.days, tip.is_own) == (frozenset({Moment.ANY}), 14, True)
    assert tip.said_in("fr").sentence == "Walk to the window."
    assert tip.said_in("fr").yes == "Good idea"


def test_everything_can_be_said(tmp_path: Path, library: TipFiles) -> None:
    write(
        tmp_path,
        '[[tips]]\nid = "mine"\ntheme = "drink"\nmoments = ["midday", "friday"]\npicture = "sun"\ngesture = "fill"\n'
        'cool_down_days = 30\n[tips.fr]\nsentence = "Un thé ?"\nbody = "Bien chaud."\nyes = "Oui"\nno = "Non"\n',
    )
    tip = library.tips()[-1]
    assert (tip.id, tip.picture, tip.gesture, tip.cool_down.days) == ("mine", Picture.SUN, Gesture.FILL, 30)
    assert tip.moments == {Moment.MIDDAY, Moment.FRIDAY}
    assert tuple(tip.said_in("en")) == ("Un thé ?", "Bien chaud.", "Oui", "Non")


def test_a_change_by_hand_is_taken_up_and_a_file_that_goes_takes_its_tips_along(
    tmp_path: Path, library: TipFiles
) -> None:
    assert len(library.tips()) == 1
    file = write(tmp_path, LEAST)
    assert len(library.tips()) == 2
    write(tmp_path, LEAST.replace("window", "door and back"))
    assert library.tips()[-1].said_in("en").sentence == "Walk to the door and back."
    file.unlink()
    assert len(library.tips()) == 1


def test_a_broken_file_is_left_out_whole_and_the_others_stay(tmp_path: Path, library: TipFiles) -> None:
    write(tmp_path, LEAST + LEAST.replace("move", "moving").replace("window", "door"), "a.toml")
    write(tmp_path, LEAST, "b.toml")
    assert len(library.tips()) == 2
    (problem,) = library.problems()
    assert (problem.file, problem.place) == (str(tmp_path / "tips.d" / "a.toml"), "tips[1].theme")


def test_an_editors_own_files_and_other_kinds_are_left_alone(tmp_path: Path, library: TipFiles) -> None:
    for name in (".a.toml.swp", ".#a.toml", "a.toml~", "read-me.txt"):
        write(tmp_path, "no = [toml", name)
    write(tmp_path, "", "empty.toml")
    assert (len(library.tips()), library.problems()) == (1, ())


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("tips = 5", "tips", "5 is not a list. Put it in square brackets."),
        ("tips = [5]", "tips[0]", "5 is not a table of settings."),
        (LEAST.replace('theme = "move"', ""), "tips[0]", "This tip has no “theme”."),
        (
            '[[tips]]\ntheme = "move"',
            "tips[0]",
            "This tip says nothing. Write [tips.en] or [tips.fr] below it, with a sentence.",
        ),
        ('[[tips]]\ntheme = "move"\n[tips.en]', "tips[0].en", "This has no “sentence”."),
        (LEAST.replace("Walk to the window.", " "), "tips[0].en.sentence", "This is empty; a tip says something."),
        ('[[tips]]\ntheme = "move"\nen = 5', "tips[0].en", "5 is not a table of settings."),
        (
            LEAST.replace('"Walk to the window."', "5"),
            "tips[0].en.sentence",
            "5 is not text. Put it in quotation marks.",
        ),
        (LEAST.replace("window", "w " * 23), "tips[0].en", "This has 26 words; 25 are the most."),
        (LEAST.replace("window", "w" * 200), "tips[0].en.sentence", "This is longer than 200 letters."),
        (LEAST + f'yes = "{"y" * 25}"', "tips[0].en.yes", "This is longer than 24 letters."),
        (
            LEAST.replace("window", "\u202ewodniw"),
            "tips[0].en.sentence",
            "“Walk to the \\u202ewodniw.” holds characters that nobody sees. Write it as one plain line.",
        ),
        (
            LEAST.replace("window", "\\u0007"),
            "tips[0].en.sentence",
            "“Walk to the \\x07.” holds characters that nobody sees. Write it as one plain line.",
        ),
        (
            LEAST.replace("[[tips]]", '[[tips]]\npicture = "glas"'),
            "tips[0].picture",
            "Was it meant to be “glass”?",
        ),
        (LEAST.replace("[[tips]]", '[[tips]]\ngesture = "fil"'), "tips[0].gesture", "Was it meant to be “fill”?"),
        (LEAST.replace("[[tips]]", '[[tips]]\nmoments = ["fryday"]'), "tips[0].moments[0]", "meant to be “friday”?"),
        (
            LEAST.replace("[[tips]]", "[[tips]]\ncool_down_days = 13"),
            "tips[0].cool_down_days",
            "13 is not a whole number from 14 to 365.",
        ),
        (LEAST.replace("[[tips]]", "[[tips]]\nid = 5"), "tips[0].id", "5 is not text. Put it in quotation marks."),
        (
            LEAST.replace("[[tips]]", '[[tips]]\nid = "move"'),
            "tips[0].id",
            "“move” is the name of a theme; a tip needs another.",
        ),
        (
            LEAST.replace("[[tips]]", '[[tips]]\nid = "../etc"'),
            "tips[0].id",
            "“../etc” is no name for a tip. Write small letters, digits and hyphens.",
        ),
        (LEAST.replace("[[tips]]", '[[tips]]\nid = "drink-one"'), "tips[0]", "Another tip is called “drink-one”."),
        (LEAST * 2, "tips[1]", "Another tip is called “own-walk-to-the-window-"),
        ("[[tips", "line 1, column 7", "The file ends too early"),
        (b"\xff", "line 1", "A byte here (0xff) is not UTF-8 text."),
    ],
)
def test_what_does_not_hold_is_named_at_its_place(
    tmp_path: Path, library: TipFiles, text: str | bytes, place: str, said: str
) -> None:
    write(tmp_path, text)
    assert len(library.tips()) == 1
    ((found_place, message),) = found(library)
    assert found_place == place
    assert said in message
    assert message.isprintable()


def test_far_too_much_is_not_read_at_all(tmp_path: Path, library: TipFiles) -> None:
    write(tmp_path, LEAST * 10_000)
    assert found(library) == [("tips", "These are 10000 tips; 500 in a file are the most.")]
    write(tmp_path, "#" * (5 * 1024 * 1024))
    assert found(library) == [("", "It is bigger than 1 MB, which no settings need.")]


def test_a_pipe_a_folder_and_a_dangling_link_hold_nobody_up(tmp_path: Path, library: TipFiles) -> None:
    folder = tmp_path / "tips.d"
    folder.mkdir()
    os.mkfifo(folder / "a.toml")
    (folder / "b.toml").mkdir()
    (folder / "c.toml").symlink_to("nowhere")
    assert len(library.tips()) == 1
    assert [Path(each.file).name for each in library.problems()] == ["a.toml", "b.toml", "c.toml"]


def test_a_folder_of_hundreds_of_files_is_not_read_to_its_end(tmp_path: Path, library: TipFiles) -> None:
    for number in range(201):
        write(tmp_path, LEAST.replace("window", f"window {number}"), f"{number:03}.toml")
    assert len(library.tips()) == 201
    assert found(library) == [("", "These are 201 files; 200 are the most.")]


def test_a_file_in_place_of_the_folder_is_no_tip(tmp_path: Path, library: TipFiles) -> None:
    (tmp_path / "tips.d").write_text("")
    assert len(library.tips()) == 1
    with pytest.raises(StorageError):
        library.add(MINE)


def test_what_a_hand_wrote_among_other_things_is_left_to_the_hand(tmp_path: Path, library: TipFiles) -> None:
    for text in (LEAST + LEAST.replace("window", "door"), "# Grandmother's.\n" + LEAST):
        file = write(tmp_path, text)
        tip = library.tips()[1]
        with pytest.raises(StorageError, match=r"a\.toml") as refused:
            library.remove(tip.id)
        assert refused.value.remedy is not None
        with pytest.raises(StorageError, match=r"a\.toml"):
            library.add(tip)
        assert file.read_text("utf-8") == text


def test_one_that_a_hand_wrote_alone_is_changed_in_its_file(tmp_path: Path, library: TipFiles) -> None:
    file = write(tmp_path, LEAST, "walk.toml")
    tip = library.tips()[1]
    library.add(tip._replace(picture=Picture.SUN))
    assert [each.picture for each in library.tips()[1:]] == [Picture.SUN]
    library.remove(tip.id)
    assert not file.exists()


def test_what_would_not_read_back_is_not_written(tmp_path: Path, library: TipFiles) -> None:
    with pytest.raises(StorageError):
        library.add(MINE._replace(id="../out"))
    assert not (tmp_path / "out.toml").exists()
    assert not (tmp_path / "tips.d").exists()


@pytest.mark.parametrize("text", ["", "[[tips", SHIPPED.replace("drink-one", "Drink One"), SHIPPED * 2])
def test_rideaus_own_files_being_damaged_is_told_with_what_to_do(tmp_path: Path, text: str) -> None:
    (tmp_path / "rest.toml").write_text(text, "utf-8")
    with pytest.raises(StorageError, match=str(tmp_path)) as refused:
        TipFiles(tmp_path, tmp_path / "tips.d").tips()
    assert refused.value.remedy is not None


def test_a_disk_that_is_full_leaves_the_old_one_whole(tmp_path: Path, library: TipFiles) -> None:
    library.add(MINE)
    shutil.rmtree(tmp_path / "tips.d")
    (tmp_path / "tips.d").symlink_to("/dev/null")
    with pytest.raises(StorageError):
        library.add(MINE)
