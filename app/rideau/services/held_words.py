# SPDX-License-Identifier: MIT
"""How is it said that something waits for the opening? One sentence each, without blame."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rideau.domain.text import Text
from rideau.services.held import Waits

_SENTENCES = {
    Waits.HOURS: Text("Your new hours hold from {when}; until then the ones before stay in force."),
    Waits.ZONE: Text("You are in another time zone now; your hours follow it from {when}."),
    Waits.LEVEL: Text("Your new lock level holds from {when}; until then the one before stays in force."),
    Waits.NETWORKS: Text("What you changed about networks opens from {when}; what got stricter holds already."),
    Waits.LAUNCHERS: Text("Your browsers' launchers go on leading through Rideau until {when}."),
    Waits.PROFILE: Text("Your browsers' own profile changes sides from {when}."),
    Waits.COUNTDOWN: Text("The longer time to save holds from {when}."),
    Waits.ALLOWANCE: Text("The larger allowance holds from {when}."),
    Waits.BREATH: Text("The lighter breath before entering holds from {when}."),
}


def sentence(waits: Waits, until: datetime, zone: ZoneInfo) -> Text:
    """Return what is said of something that waits until ``until``, read in ``zone``."""
    return Text(_SENTENCES[waits].template, when=until.astimezone(zone))


def clock_moved(by: timedelta) -> Text:
    """Return what is said of a clock that was moved ahead, or back."""
    return Text("The clock was moved by {length}; the opening stays where it was.", length=abs(by))
