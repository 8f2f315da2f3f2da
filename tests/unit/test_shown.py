# SPDX-License-Identifier: MIT
"""Which windows show something to others?"""

import pytest

from rideau.domain.app import Window
from rideau.domain.shown import is_sharing_sign, is_slide_show


@pytest.mark.parametrize(
    ("app_class", "instance", "title"),
    [
        ("Soffice", "soffice", "Presenting: talk.odp"),
        ("libreoffice-impress", "libreoffice", "Presenting: talk.odp"),
        ("libreoffice-impress", "libreoffice", "Sans titre 1"),
        ("VCLSalFrame", "libreoffice-impress", "Untitled 1"),
        ("Soffice", "soffice", "En cours de présentation : bilan.odp"),
        ("Wpp", "wpp", "WPS Presentation Slide Show"),
    ],
)
def test_slides_that_fill_a_screen_are_shown(app_class: str, instance: str, title: str) -> None:
    window = Window("x11:1", 1, title, app_class, instance)
    assert is_slide_show(window, is_full_screen=True)
    assert not is_slide_show(window, is_full_screen=False)


@pytest.mark.parametrize(
    ("app_class", "title"),
    [("libreoffice-writer", "Letter.odt"), ("mpv", "Presenting: a film"), ("", "Presenting: talk.odp")],
)
def test_what_else_fills_a_screen_shows_no_slides(app_class: str, title: str) -> None:
    assert not is_slide_show(Window("x11:1", 1, title, app_class), is_full_screen=True)


@pytest.mark.parametrize(
    "title",
    [
        "http://localhost:8000 is sharing your screen.",
        "meet.google.com is sharing a window.",
        "An extension is sharing your screen.",
        "https://meet.example partage votre écran.",
        "meet.google.com gibt Ihren Bildschirm frei.",
    ],
)
def test_the_sign_of_chromium_is_known_by_its_words_or_by_the_host_in_them(title: str) -> None:
    assert is_sharing_sign(Window("x11:1", 1, title), "", is_above=True)
    assert not is_sharing_sign(Window("x11:1", 1, title), "", is_above=False)
    assert not is_sharing_sign(Window("x11:1", 1, title, "Chromium"), "browser", is_above=True)


def test_a_picture_in_a_picture_shares_nothing() -> None:
    """It has no class and stays above, too."""
    assert not is_sharing_sign(Window("x11:1", 1, "Picture in picture"), "", is_above=True)


def test_the_sign_of_firefox_has_a_role_of_its_own() -> None:
    window = Window("x11:1", 1, "Firefox \u2014 Sharing Indicator", "firefox-esr", "Browser")
    assert is_sharing_sign(window, "WebRTCGlobalIndicator", is_above=False)
    assert not is_sharing_sign(window, "browser", is_above=True)
