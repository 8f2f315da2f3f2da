# SPDX-License-Identifier: MIT
"""Can everything be read? WCAG AA over the colours in use, and the scheme that the desktop asks for."""

import pytest
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from rideau.adapters.qt.appearance import wear
from rideau.ui import theme
from rideau.ui.theme import DARK, LIGHT, Tokens
from rideau.ui.widgets import breakable
from stage.contrast import AA_TEXT, contrast

pytestmark = pytest.mark.usefixtures("qtbot")

AA_PARTS = 3.0
GROUNDS = ("paper", "surface", "hover")
"""What windows, cards and what lies below the pointer are filled with."""
SIDES = ("work", "mixed", "personal")
TEXTS = [
    *((text, ground) for text in ("ink", "second", "link", "error", "yes") for ground in GROUNDS),
    *((f"{side}_ink", ground) for side in SIDES for ground in (f"{side}_ground", *GROUNDS)),
    *((text, f"{side}_ground") for text in ("ink", "second") for side in SIDES),
    ("on_main", "main"),
    ("on_main", "main_hover"),
    ("on_notice", "notice"),
    ("on_notice", "hover"),
    ("on_bar", "bar"),
]
PARTS = [
    *((ring, ground) for ring in ("focus_ring", "main_ring") for ground in GROUNDS),
    *(("focus_ring", f"{side}_ground") for side in SIDES),
    *((part, "surface") for part in ("main", "second", "notice_line")),
    ("main", "paper"),
    ("bar", "track"),
]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_meets_aa_on_what_it_stands_on(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= AA_TEXT


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("part", "ground"), PARTS)
def test_parts_that_mean_something_meet_aa(tokens: Tokens, part: str, ground: str) -> None:
    assert contrast(getattr(tokens, part), getattr(tokens, ground)) >= AA_PARTS


def test_a_larger_system_font_scales_every_measure() -> None:
    before = QGuiApplication.font()
    larger = QFont(before)
    try:
        small = QFont(before)
        small.setPixelSize(13)
        QGuiApplication.setFont(small)
        usual = (theme.units(8), theme.font(theme.TITLE).pixelSize())
        larger.setPixelSize(26)
        QGuiApplication.setFont(larger)
        assert (theme.units(8), theme.font(theme.TITLE).pixelSize()) == (16, 44)
        assert usual == (8, 22)
    finally:
        QGuiApplication.setFont(before)


def test_the_palette_follows_the_scheme_that_the_desktop_asks_for() -> None:
    try:
        wear(dark=True)
        assert theme.tokens() is DARK
        assert theme.palette().color(QPalette.ColorRole.Window) == QColor(DARK.paper)
        wear(dark=False)
        assert theme.tokens() is LIGHT
    finally:
        QGuiApplication.setPalette(QPalette())


def test_only_words_longer_than_a_line_get_places_to_break() -> None:
    assert breakable("notifications, unconstitutionally") == "notifications, unconstitutionally"
    assert breakable("x " + "a" * 32) == "x " + "\u200b".join(["a" * 8] * 4)
