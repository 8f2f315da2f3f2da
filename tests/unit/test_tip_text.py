# SPDX-License-Identifier: MIT
"""Are words counted as people count them, is what hides something seen, and is a tip without a name given one?"""

import pytest

from rideau.domain.tip import Kind, Theme
from rideau.domain.tip_text import PICTURES, is_seen, made_id, word_count


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        ((), 0),
        (("", " "), 0),
        (("A glass of water, now?", "It waits."), 7),
        (("Un verre d’eau\u202f?",), 3),
        (("\u00ab\u202fBientôt\u202f\u00bb \u2013 dit-on\u202f!",), 2),
        (("9 h 30",), 3),
    ],
)
def test_a_mark_by_itself_is_no_word(texts: tuple[str, ...], count: int) -> None:
    assert word_count(*texts) == count


@pytest.mark.parametrize("hidden", ["\n", "\x07", "\u202e", "\u2066", "\u200b", "\ufeff", "\ud800", "\ue000", "\u2028"])
def test_what_hides_or_turns_text_is_noticed(hidden: str) -> None:
    assert not is_seen(f"a{hidden}b")


@pytest.mark.parametrize(
    "text", ["", "Ça va\u202f? L’été.", "\u05e9\u05dc\u05d5\u05dd", "\U0001f469\u200d\U0001f4bb", "a\u00a0b"]
)
def test_what_scripts_need_is_fine(text: str) -> None:
    assert is_seen(text)


def test_a_tip_is_called_by_what_it_says() -> None:
    assert made_id("Ça va, l’été ?").startswith("own-ca-va-lete-")
    assert made_id("Ça va") != made_id("Ça va ?")
    assert made_id("\u4f60\u597d") == made_id("\u4f60\u597d")
    assert made_id("\u4f60\u597d").startswith("own-")
    assert len(made_id("word " * 40)) < 60


def test_every_theme_has_a_picture_and_a_kind() -> None:
    assert set(PICTURES) == set(Theme)
    assert len(set(PICTURES.values())) == len(PICTURES)
    assert {theme.kind for theme in Theme} == set(Kind)
