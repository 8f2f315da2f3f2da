# SPDX-License-Identifier: MIT
"""Which way does a card take to the screen of each kind of session?"""

import pytest

from rideau.adapters.qt.card_platform import card_platform, card_probe
from rideau.domain.probe import Fitness

X = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "XDG_SESSION_TYPE": "wayland"}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        (X, ("xcb", False)),
        (X | {"XDG_CURRENT_DESKTOP": "XFCE"}, ("xcb", False)),
        (X | WAYLAND | {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, ("xcb", False)),
        (X | WAYLAND | {"XDG_CURRENT_DESKTOP": "KDE"}, ("xcb", False)),
        (X | WAYLAND | {"XDG_CURRENT_DESKTOP": "sway"}, ("xcb", True)),
        (X | WAYLAND, ("xcb", True)),
        (X | WAYLAND | {"QT_QPA_PLATFORM": "wayland;xcb", "XDG_CURRENT_DESKTOP": "KDE"}, ("xcb", False)),
        (X | {"QT_QPA_PLATFORM": "offscreen"}, ("offscreen", False)),
        (WAYLAND | {"XDG_CURRENT_DESKTOP": "GNOME"}, None),
        (WAYLAND | {"QT_QPA_PLATFORM": "wayland"}, None),
        ({"QT_QPA_PLATFORM": "xcb"}, None),
        ({}, None),
    ],
)
def test_it_never_takes_one_that_steals_the_keyboard(
    environment: dict[str, str], expected: tuple[str, bool] | None
) -> None:
    assert card_platform(environment) == expected
    assert (card_probe(environment).fitness is Fitness.WORKS) is (expected is not None)
