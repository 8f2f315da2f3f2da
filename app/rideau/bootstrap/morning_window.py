# SPDX-License-Identifier: MIT
"""How is the morning's small window put together? In the process of the settings window, which is gone afterwards."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from rideau.domain.error import StorageError
from rideau.domain.evening_ritual import closed_before, coming_closing, opened_since
from rideau.domain.notebook import Notes
from rideau.ports.state import EventKind
from rideau.services.hard_evening import win_for
from rideau.services.rules import schedule_of, zone_of
from rideau.ui.evening.morning_window import MorningServices, MorningWindow
from rideau.ui.evening.present_morning import MorningFacts

if TYPE_CHECKING:
    from rideau.bootstrap.parts import Offline
    from rideau.bootstrap.window import WindowProcess


def new_window(process: "WindowProcess") -> QWidget:
    """Return the window, not shown yet."""
    services = MorningServices(
        notebook=process.parts.notebook, facts=lambda: facts_of(process), may_save=lambda: not process.is_erasing
    )
    made = MorningWindow(services, process.words)
    made.set_motion_reduced(is_reduced=process.is_motion_reduced)
    return made


def facts_of(process: "WindowProcess") -> MorningFacts:
    """Return what is so now."""
    parts, settings = process.parts, process.desk.settings
    now, zone = parts.clock.now(), zone_of(settings, parts.clock)
    schedule = schedule_of(settings, parts.sources, parts.overrides.load(), now)
    closing = coming_closing(schedule, settings.wind_down, now)
    opening = opened_since(schedule, settings.wind_down, now) or now
    notes = parts.notebook.load()
    return MorningFacts(
        now,
        zone,
        closing.at if closing else None,
        notes,
        _waited(parts, opening),
        {network.id: network.name for network in parts.networks},
        _recalled(parts, notes, closed_before(schedule, opening), (opening, zone)) if notes.wins else "",
    )


def _recalled(parts: "Offline", notes: Notes, since: datetime, at: tuple[datetime, ZoneInfo]) -> str:
    """Return the win that comes back after a hard evening; none where the journal can't be read."""
    try:
        told = parts.journal_reader.events(since)
    except StorageError:
        return ""
    return win_for(notes, told, *at)


def _waited(parts: "Offline", opening: datetime) -> tuple[tuple[str, int], ...]:
    """Return how many things were given back at ``opening``, by network; nothing where the journal can't be read."""
    try:
        events = parts.journal_reader.events(opening)
    except StorageError:
        return ()
    digest = next((each.details for each in events if each.kind is EventKind.DIGEST), {})
    return tuple((network, count) for network, count in digest.items() if isinstance(count, int))
