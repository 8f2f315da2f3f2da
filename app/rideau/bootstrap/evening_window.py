# SPDX-License-Identifier: MIT
"""How is the evening's small window put together? In the process of the settings window, which is gone afterwards."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from rideau.adapters.control_client import ask
from rideau.adapters.control_protocol import Command, Request
from rideau.domain.error import RideauError
from rideau.domain.evening_ritual import coming_closing
from rideau.domain.later_day import with_later_day
from rideau.domain.rest import WEEKLY, Rest, longest_rest, planned_rest
from rideau.domain.schedule import Schedule
from rideau.domain.settings import Settings
from rideau.domain.text import Text
from rideau.services.rules import schedule_of, zone_of
from rideau.ui.evening.evening_window import EveningServices, EveningWindow
from rideau.ui.evening.present_evening import EveningFacts
from rideau.wording.rest import later_label, moved, name_of_later_opening, planned, planned_week

if TYPE_CHECKING:
    from rideau.bootstrap.window import WindowProcess

Done = Callable[[], None]
Failed = Callable[[RideauError], None]


def new_window(process: "WindowProcess") -> QWidget:
    """Return the window, not shown yet."""
    services = EveningServices(
        notebook=process.parts.notebook,
        facts=lambda: facts_of(process),
        lower=lambda done, failed: _lower(process, made, (done, failed)),
        copy=_copy,
        may_save=lambda: not process.is_erasing,
        open_later=lambda: _open_later(process),
    )
    made = EveningWindow(services, process.words)
    made.set_motion_reduced(is_reduced=process.is_motion_reduced)
    return made


def facts_of(process: "WindowProcess") -> EveningFacts:
    """Return what is so now, by the settings file and the switches by hand."""
    parts, settings = process.parts, process.desk.settings
    now, zone = parts.clock.now(), zone_of(settings, parts.clock)
    schedule = schedule_of(settings, parts.sources, parts.overrides.load(), now)
    closing = coming_closing(schedule, settings.wind_down, now)
    opening = closing.reopens_at if closing else schedule.next_opening(now)
    told = EveningFacts(now, zone, closing, opening, settings.away_message)
    short = _short_rest(process, schedule, now)
    if short is None:
        longest = longest_rest(schedule, now)
        return told._replace(rest=planned_week(process.words, longest) if longest < WEEKLY else "")
    is_possible = _later_day(process, schedule, short) is not None
    label = later_label(process.words, short, zone) if is_possible else ""
    return told._replace(rest=planned(process.words, short, zone), later=label)


def _short_rest(process: "WindowProcess", schedule: Schedule, now: datetime) -> Rest | None:
    """Return the rest ahead by plan, where it is short."""
    ahead = planned_rest(schedule, now, timedelta(hours=process.desk.settings.wind_down.min_gap_hours))
    return ahead if ahead is not None and ahead.is_short else None


def _later_day(process: "WindowProcess", schedule: Schedule, short: Rest) -> Settings | None:
    settings = process.desk.settings
    zone, label = zone_of(settings, process.parts.clock), name_of_later_opening(process.words)
    return with_later_day(settings, schedule, short, zone, label)


def _open_later(process: "WindowProcess") -> str:
    """Have the next day begin later, among the exceptions of the hours, and return what was done; empty for nothing."""
    parts, settings, words = process.parts, process.desk.settings, process.words
    now = parts.clock.now()
    schedule = schedule_of(settings, parts.sources, parts.overrides.load(), now)
    short = _short_rest(process, schedule, now)
    after = _later_day(process, schedule, short) if short is not None else None
    if short is None or after is None:
        return ""
    process.desk.change(after, Text("Exceptions"))
    if process.desk.state.trouble is not None:
        raise process.desk.state.trouble
    return moved(words, short, now, zone_of(settings, parts.clock))


def _lower(process: "WindowProcess", window: QWidget, told: tuple[Done, Failed]) -> None:
    """Have the running app close now: it alone knows what the lock says. A window that is gone is told nothing."""
    done, failed = told
    process.worker.run(
        lambda: ask(process.parts.paths.control_socket, Request(Command.CLOSE)),
        lambda _answer: done() if isValid(window) else None,
        lambda error: failed(error) if isValid(window) else None,
    )


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
