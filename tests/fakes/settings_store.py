# SPDX-License-Identifier: MIT
"""Settings in memory."""

from collections.abc import Mapping

from rideau.domain.settings import Limits, LockLevel, Settings
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsError, SettingsProblem


class FakeSettingsStore:
    """Keep settings in memory: ``replace`` them as a hand in an editor would, or ``spoil`` them.

    ``write`` knows ``lock.level`` and ``limits.personal_minutes_per_day``; a test that needs more uses the real one.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        """Begin with ``settings``, or the defaults."""
        self.problems: tuple[SettingsProblem, ...] = ()
        self._settings = settings or Settings()
        self._last_good = Settings()

    def replace(self, settings: Settings) -> None:
        """Put other settings in place, as a hand in an editor would."""
        self._settings, self.problems = settings, ()

    def spoil(self, place: str = "hours.week.monday[0]") -> None:
        """Make the settings not hold, at ``place``."""
        self.problems = (SettingsProblem("config.toml", place, Text("This does not hold.")),)

    def load(self) -> Settings:
        """Return what is kept."""
        if self.problems:
            raise SettingsError(self.problems)
        return self._settings

    def remember(self) -> None:
        """Keep these as the last good ones."""
        self._last_good = self._settings

    def last_good(self) -> Settings:
        """Return the ones remembered."""
        return self._last_good

    def write(self, edits: Mapping[str, object]) -> Settings:
        """Take the two edits it knows."""
        level, limits = self._settings.lock_level, self._settings.limits
        problems = []
        for place, value in edits.items():
            if place == "lock.level" and (value is None or value in set(LockLevel)):
                level = LockLevel.FIRM if value is None else LockLevel(str(value))
            elif place == "limits.personal_minutes_per_day" and isinstance(value, int) and value >= 0:
                limits = Limits(value)
            else:
                problems.append(SettingsProblem("config.toml", place, Text("This does not hold.")))
        if problems:
            raise SettingsError(tuple(problems))
        old = self._settings
        self._settings = Settings(
            old.language, old.hours, old.wind_down, old.focus_plan, level, old.networks, old.policy, limits
        )
        return self._settings
