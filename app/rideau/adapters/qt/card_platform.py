# SPDX-License-Identifier: MIT
"""Where can a card stand without taking the keyboard, and by which way of Qt's? Measured (evidence: Qt 6.11).

Native Wayland gives a window that comes by itself the keyboard, and lets nobody choose its place: there the card goes
by XWayland, as a managed tool window under GNOME and Plasma, past the window manager under wlroots, which would give
that the keyboard too. Without any X it cannot be placed, and a notification says the same.
"""

from collections.abc import Mapping
from typing import NamedTuple

from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text

MANAGED_ON_WAYLAND = frozenset({"gnome", "gnome-classic", "ubuntu", "unity", "pantheon", "kde", "cinnamon"})
PLACELESS = frozenset({"wayland", "wayland-egl"})


class CardPlatform(NamedTuple):
    """Hold how a card's process reaches the screen."""

    qt: str
    """What ``QT_QPA_PLATFORM`` says."""
    is_unmanaged: bool = False


def card_platform(environment: Mapping[str, str]) -> CardPlatform | None:
    """Return how a card can be shown in the session of ``environment``; None where it cannot be placed."""
    asked = environment.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if asked and asked != "xcb" and asked not in PLACELESS:
        return CardPlatform(environment["QT_QPA_PLATFORM"])  # somebody knows what they do: a test, a remote screen
    if not environment.get("DISPLAY"):
        return None
    is_wayland = environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland"
    desktops = {each.lower() for each in environment.get("XDG_CURRENT_DESKTOP", "").split(":")}
    return CardPlatform("xcb", is_unmanaged=bool(is_wayland) and not desktops & MANAGED_ON_WAYLAND)


def card_probe(environment: Mapping[str, str]) -> Probe:
    """Say whether cards are shown as cards here."""
    name, title = "cards", Text("Cards")
    if card_platform(environment) is not None:
        return Probe(name, title, Fitness.WORKS, Text("Cards slide in at the edge of the screen."))
    return Probe(
        name,
        title,
        Fitness.MISSING,
        Text("Windows cannot be placed on this desktop: cards come as notifications."),
        Text("Install XWayland and log in again, and they come as cards."),
    )
