# SPDX-License-Identifier: MIT
"""How do the ritual before closing and the greeting at the opening come about in the tray process?"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from rideau.adapters.qt.delay import new_delay
from rideau.bootstrap.late import late
from rideau.domain.error import RideauError
from rideau.ports.desktop import Notice
from rideau.ports.settings_window import SettingsPage
from rideau.services.evening_ritual import EveningRitual, RitualPorts
from rideau.services.free_moment import FreeMoment, Moments
from rideau.services.morning_greeting import GreetingPorts, MorningGreeting
from rideau.services.rest_guard import RestGuard, RestPorts

if TYPE_CHECKING:
    from rideau.bootstrap.app import TrayProcess
    from rideau.domain.rest import Rest
    from rideau.services.rules import Rules
    from rideau.services.status import Status


class Evenings:
    """Offer them at their time. Main thread only."""

    def __init__(self, desk: "TrayProcess") -> None:
        """Watch for the time."""
        self._desk = desk
        parts, moments = desk.parts, Moments(self._when_free, self._is_free, new_delay())
        self.ritual = EveningRitual(RitualPorts(self._rules, parts.clock, parts.journal, moments, self._offer))
        self.greeting = MorningGreeting(
            GreetingPorts(self._rules, parts.clock, parts.journal, late(lambda: parts.notebook), moments, self._greet)
        )
        self.rest = RestGuard(
            RestPorts(self._rules, desk.supervisor.closed_since, parts.journal, self._propose_rest, self._open_later)
        )
        self._rest_moment = FreeMoment(moments)
        desk.supervisor.observers.completes.append(self.rest.completed)
        desk.settings_window.on_show = self._shown
        desk.supervisor.observers.status.append(self._look)
        self._look(desk.status())

    def close(self) -> None:
        """Offer nothing any more."""
        self.ritual.stop()
        self.greeting.stop()
        self._rest_moment.stop()

    def _look(self, status: "Status") -> None:
        self.rest.look(status)
        self.ritual.look()
        self.greeting.look()

    def _rules(self) -> "Rules":
        return self._desk.supervisor.rules

    def _when_free(self, act: Callable[[], None]) -> Callable[[], None]:
        """Call ``act`` at the next moment that is free, as cards have it."""
        assert self._desk.reminding is not None  # noqa: S101 - made before this
        return self._desk.reminding.when_free(act)

    def _is_free(self) -> bool:
        assert self._desk.reminding is not None  # noqa: S101 - as above
        return self._desk.reminding.may_interrupt()

    def _offer(self) -> None:
        """Show the window without taking the keyboard; where no window can come so, a notification offers it."""
        words = self._desk.words
        title, body = words.text("Winding down"), words.text("Five minutes before the curtain, if you like.")
        self._come(SettingsPage.EVENING, Notice(title, body, words.text("Begin"), replaces="wind-down"))

    def _greet(self) -> None:
        from rideau.wording.wind_down import greeting  # noqa: PLC0415 - once a day

        words, rules = self._desk.words, self._desk.supervisor.rules
        title = greeting(words, self._desk.parts.clock.now(), rules.zone)
        body = words.text("What you put down for today is here.")
        self._come(SettingsPage.MORNING, Notice(title, body, words.text("Read it"), replaces="opening"))

    def _come(self, page: SettingsPage, notice: Notice) -> None:
        if QGuiApplication.platformName() == "wayland":
            self._desk.say(notice, lambda: self._desk.settings_window.show(page))
        else:
            self._desk.settings_window.offer(page)

    def _propose_rest(self, short: "Rest") -> None:
        self._rest_moment.wait(lambda: self._say_rest(short))

    def _say_rest(self, short: "Rest") -> None:
        from rideau.wording.rest import later_label, short_after_work  # noqa: PLC0415 - after a late night alone

        words, now, zone = self._desk.words, self._desk.parts.clock.now(), self._rules().zone
        if now < short.end:
            title, body = short_after_work(words, short, now, zone)
            notice = Notice(title, body, later_label(words, short, zone), replaces="rest")
            self._desk.say(notice, lambda: self._take_rest(short))

    def _take_rest(self, short: "Rest") -> None:
        from rideau.wording.rest import taken  # noqa: PLC0415 - as above

        try:
            status = self.rest.take(short, self._desk.parts.clock.now())
        except RideauError as error:
            self._desk.face.say_error(error)
            return
        opening = status.next_opening or short.later_opening
        title, body = taken(self._desk.words, short, opening, status)
        self._desk.say(Notice(title, body, replaces="rest"))

    def _open_later(self, until: datetime) -> "Status":
        from rideau.services.later_opening import open_later  # noqa: PLC0415 - as above
        from rideau.wording.rest import name_of_later_opening  # noqa: PLC0415 - as above

        desk = self._desk
        return open_later(desk.supervisor, desk.parts.journal, until, name_of_later_opening(desk.words))

    def _shown(self, page: SettingsPage | None) -> None:
        if page is SettingsPage.EVENING:
            self.ritual.opened()
