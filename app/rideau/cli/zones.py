# SPDX-License-Identifier: MIT
"""In which zone are times read and shown? The schedule's, or the device's where the settings do not hold."""

from zoneinfo import ZoneInfo

from rideau.bootstrap import Offline
from rideau.ports.settings_store import SettingsError
from rideau.services.rules import zone_of as zone_in


def zone_of(parts: Offline) -> ZoneInfo:
    """Return the zone of the schedule, without working the schedule out."""
    try:
        return zone_in(parts.settings, parts.clock)
    except SettingsError:
        return parts.clock.zone()
