# SPDX-License-Identifier: MIT
"""What has the person said so far, and what is written of it? Nothing before the end."""

from collections.abc import Callable
from typing import NamedTuple

from rideau.domain.network import Network, Side
from rideau.domain.plain_week import ALL_DAY, PlainWeek, plain_week
from rideau.domain.settings import Holidays, Hours, NetworkSettings, Settings
from rideau.services.guesses import Guesses, NetworkGuess
from rideau.ui.settings.page import PageServices
from rideau.wording.words import Words

SHIFTS = PlainWeek(frozenset(range(7)), ALL_DAY)
"""Open around the clock: nothing closes before the shifts are drawn."""


class Draft(NamedTuple):
    """Hold what stands in the assistant."""

    settings: Settings
    starts_at_login: bool
    asked: tuple[NetworkGuess, ...]
    """The networks to ask about, in their order."""

    @property
    def week(self) -> PlainWeek | None:
        """Return the hours where they are alike on all days of work."""
        return plain_week(self.settings.hours)

    def with_week(self, week: PlainWeek) -> "Draft":
        """Return it with ``week`` for the hours."""
        return self._with_hours(self.settings.hours._replace(week=week.week(), rotation=None))

    def with_hours_of(self, settings: Settings) -> "Draft":
        """Return it with the week that ``settings`` have."""
        hours = settings.hours
        return self._with_hours(self.settings.hours._replace(week=hours.week, rotation=hours.rotation))

    def with_holidays(self, holidays: Holidays | None) -> "Draft":
        """Return it with these holidays, or none."""
        return self._with_hours(self.settings.hours._replace(holidays=holidays))

    def with_side(self, network: Network, side: Side) -> "Draft":
        """Return it with ``network`` on ``side``; what the catalogue says anyway is not written."""
        said = self.settings.networks.get(network.id, NetworkSettings())
        said = said._replace(side=None if side is network.default_side else side)
        others = {each: value for each, value in self.settings.networks.items() if each != network.id}
        networks = others if said == NetworkSettings() else {**others, network.id: said}
        return self._replace(settings=self.settings._replace(networks=networks))

    def side_of(self, network: Network) -> Side:
        """Return the side that ``network``, as it ships, is on by now."""
        said = self.settings.networks.get(network.id)
        if said is None:
            return network.default_side
        side = said.side or network.default_side
        return network._replace(default_side=side, accounts=said.accounts).side

    def said_over(self, start: Settings, now: Settings) -> Settings:
        """Return ``now`` with what differs here from ``start``: what another hand changed meanwhile stays."""
        said = self.settings
        return now._replace(
            language=said.language if said.language != start.language else now.language,
            hours=said.hours if said.hours != start.hours else now.hours,
            lock_level=said.lock_level if said.lock_level is not start.lock_level else now.lock_level,
            networks=said.networks if said.networks != start.networks else now.networks,
        )

    def _with_hours(self, hours: Hours) -> "Draft":
        return self._replace(settings=self.settings._replace(hours=hours))


class Household(NamedTuple):
    """Hold what the steps of the assistant act through."""

    page: PageServices
    guesses: Guesses
    is_first: bool
    """Whether nobody said anything yet: then the guesses are proposed, and starting at login."""
    words_of: Callable[[str], Words]
    """The words of a language, ``system`` included."""
    is_composited: Callable[[], bool]
    """Whether a window can be see-through here."""
