# SPDX-License-Identifier: MIT
"""Does the fake hold to the contract of its port?"""

from pathlib import Path

import pytest

from contracts.archive import ArchiveContract
from fakes.archive import FakeArchive
from rideau.domain.error import RefusedError, StorageError
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsError, SettingsProblem
from rideau.wording.archive_lines import contents_document, contents_sentence
from rideau.wording.words import load_words


class TestFakeArchive(ArchiveContract):
    """Archives in memory."""

    @pytest.fixture
    def archive(self) -> FakeArchive:
        return FakeArchive()


def test_the_fake_fails_as_told(tmp_path: Path) -> None:
    fake, place = FakeArchive(), tmp_path / "a.zip"
    fake.files[place] = fake.export_to(place)._replace(problems=(SettingsProblem("config.toml", "", Text("No.")),))
    with pytest.raises(SettingsError):
        fake.import_from(place)
    fake.full_disk, fake.refusal = True, RefusedError(Text("Closed."))
    with pytest.raises(StorageError):
        fake.export_to(place)
    with pytest.raises(RefusedError):
        fake.erase()


def test_what_is_in_an_archive_is_said_in_one_line(tmp_path: Path) -> None:
    words = load_words("en", tmp_path)
    contents = FakeArchive().export_to(tmp_path / "a.zip")
    assert contents_sentence(words, contents) == "settings, 3 lines of the journal"
    more = contents._replace(has_settings=False, own_networks=1, own_tips=1, events=1)
    assert contents_sentence(words, more) == "2 files of your own, 1 line of the journal"
    document = contents_document(words, more)
    assert (document["networks"], document["events"], document["problems"]) == (1, 1, [])
