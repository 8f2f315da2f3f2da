# SPDX-License-Identifier: MIT
"""On which page of the window is a place of the settings file? Pure; no Qt."""

from rideau.ports.settings_window import SettingsPage

_PAGES = {
    "hours": SettingsPage.HOURS,
    "wind_down": SettingsPage.HOURS,
    "focus": SettingsPage.HOURS,
    "networks": SettingsPage.NETWORKS,
    "policy": SettingsPage.NETWORKS,
    "limits": SettingsPage.NETWORKS,
    "audit": SettingsPage.NETWORKS,
    "reminders": SettingsPage.REMINDERS,
    "pause": SettingsPage.REMINDERS,
    "batches": SettingsPage.REMINDERS,
    "check_in": SettingsPage.REMINDERS,
    "away": SettingsPage.REMINDERS,
    "language": SettingsPage.GENERAL,
    "lock": SettingsPage.GENERAL,
    "apps": SettingsPage.GENERAL,
    "browsers": SettingsPage.COMPUTER,
}


def page_of(place: str) -> SettingsPage | None:
    """Return the page for a key path (``hours.week.monday[0]``); None for a line number or what no page shows."""
    return _PAGES.get(place.partition(".")[0].partition("[")[0])
