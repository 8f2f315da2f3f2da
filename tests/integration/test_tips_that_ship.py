# SPDX-License-Identifier: MIT
"""Is every tip that ships whole in both languages, short, free and warm, and is there one for every moment?"""

import re
from collections import Counter
from pathlib import Path

import pytest

from rideau.adapters.tip_files import TipFiles
from rideau.adapters.tip_reader import LANGUAGES
from rideau.domain.tip import Gesture, Kind, Moment, Picture, Theme, Tip, Wording
from rideau.domain.tip_text import LONGEST_LABEL, MOST_WORDS, word_count

FOLDER = Path(__file__).parents[2] / "resources" / "tips"
TIPS = TipFiles(FOLDER, FOLDER / "none").tips()
SAID = [(tip, language, tip.wordings[language]) for tip in TIPS for language in LANGUAGES if language in tip.wordings]
IDS = [f"{tip.id}-{language}" for tip, language, _ in SAID]
FEWEST, FEWEST_OF_A_KIND, FEWEST_OF_A_THEME, FEWEST_OF_A_MOMENT = 120, 30, 5, 4
FITS = {
    Gesture.BREATHE: {Picture.BREATH},
    Gesture.FILL: {Picture.GLASS},
    Gesture.WALK: {Picture.WALK},
    Gesture.LOOK: {Picture.HORIZON, Picture.GARDEN, Picture.SUN},
}
"""A gesture takes the place of the picture, so it shows the same thing; to write fits all of them."""
UNFREE = {
    "en": r"\b(should|must|limits?|have to|has to|ought|don't forget|remember to|need to|streak|score)\b",
    "fr": r"\b(falloir|devoir|il (vous )?faut|faudra\w*|dev(ez|ons|r\w+)|limite\w*|n’oubliez pas|interdit)\b",
}
CATCHING_UP = r"(?i)weekend|week-end|catch up|rattrap|finish|terminer|avanc"
CLAIMS = r"(?i)prevent|protect|cure|heal|évite|prévien|protèg|soign|guéri"
READING = r"(?i)\bread (a|an|some|one)|\blisez|\blire\b|article|newsletter"
TARGETS = r"(?i)lit(re|er)|millil|\bml\b|glasses|verres|per day|par jour|[0-9]"
COUNTS = r"(?i)[0-9]|\b(attempts?|times|encore une fois|tentatives?|fois)\b"


def whole(wording: Wording) -> str:
    return " ".join(wording)


def test_there_are_enough_to_change_and_every_theme_and_moment_is_served() -> None:
    kinds, themes = Counter(tip.kind for tip in TIPS), Counter(tip.theme for tip in TIPS)
    moments = Counter(moment for tip in TIPS for moment in tip.moments)
    assert len(TIPS) >= FEWEST
    assert min(kinds[kind] for kind in Kind) >= FEWEST_OF_A_KIND, kinds
    assert min(themes[theme] for theme in Theme) >= FEWEST_OF_A_THEME, themes
    assert min(moments[moment] for moment in Moment) >= FEWEST_OF_A_MOMENT, moments


def test_each_kind_has_its_file_and_no_other() -> None:
    for kind in Kind:
        found = re.findall(r'^theme = "(.+)"', (FOLDER / f"{kind}.toml").read_text("utf-8"), re.MULTILINE)
        assert {Theme(theme).kind for theme in found} == {kind}
    assert {file.name for file in FOLDER.iterdir()} == {f"{kind}.toml" for kind in Kind}


def test_every_picture_and_every_gesture_is_used() -> None:
    assert {tip.picture for tip in TIPS} == set(Picture)
    assert {tip.gesture for tip in TIPS} == set(Gesture)


@pytest.mark.parametrize("part", ["sentence", "body"])
def test_no_two_say_the_same(part: str) -> None:
    for language in LANGUAGES:
        said = Counter(re.sub(r"\W+", " ", getattr(tip.wordings[language], part)).casefold() for tip in TIPS)
        assert [each for each, count in said.items() if count > 1 and each] == []


@pytest.mark.parametrize("tip", TIPS, ids=lambda tip: tip.id)
def test_a_tip_is_whole_and_its_gesture_fits_its_picture(tip: Tip) -> None:
    assert set(tip.wordings) == set(LANGUAGES)
    assert tip.picture in FITS.get(tip.gesture, set(Picture))
    assert tip.cool_down.days >= 14
    assert not tip.is_own


@pytest.mark.parametrize(("tip", "language", "wording"), SAID, ids=IDS)
def test_a_wording_is_short_and_leaves_one_free(tip: Tip, language: str, wording: Wording) -> None:
    del tip
    assert word_count(wording.sentence, wording.body) <= MOST_WORDS
    assert 0 < len(wording.yes) <= LONGEST_LABEL
    assert len(wording.no) <= LONGEST_LABEL
    assert not re.search(UNFREE[language], whole(wording), re.IGNORECASE)
    assert "!" not in whole(wording)


@pytest.mark.parametrize(("tip", "language", "wording"), SAID, ids=IDS)
def test_a_wording_keeps_the_typography_of_its_language(tip: Tip, language: str, wording: Wording) -> None:
    del tip
    said = whole(wording)
    assert all(each == each.strip() for each in wording)
    assert re.search(r"[.?]$", wording.sentence)
    assert not wording.body or re.search(r"[.?]$", wording.body)
    assert not re.search(r"[.!]$", wording.yes)
    assert all(ord(letter) < 0x2190 for letter in said), "a picture among the letters"
    if language == "fr":
        assert "'" not in said
        assert not re.search(r"[^\u202f][;:!?»]|«[^\u202f]", said)
    else:
        assert not re.search(r"\s[;:!?]|’", said)


@pytest.mark.parametrize(("tip", "language", "wording"), SAID, ids=IDS)
def test_a_wording_keeps_what_was_learnt_about_its_theme_and_moment(tip: Tip, language: str, wording: Wording) -> None:
    said = whole(wording)
    if Moment.FRIDAY in tip.moments:
        assert not re.search(CATCHING_UP, said)
    if tip.theme is Theme.EYES:
        assert not re.search(CLAIMS, said)
        assert re.search(r"\bmay\b" if language == "en" else r"\bpeu(t|vent)\b", said)
    if tip.theme is Theme.DRINK:
        assert not re.search(TARGETS, said)
    if tip.kind is Kind.REST:
        assert not re.search(READING, said)
    if Moment.LATE_ATTEMPT in tip.moments:
        assert not re.search(COUNTS, said)
