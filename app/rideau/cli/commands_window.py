# SPDX-License-Identifier: MIT
"""How is the window of the settings shown? By the app that runs, which keeps the only one; else by this process."""

from rideau.adapters.control_protocol import Command, Request
from rideau.bootstrap import run_window
from rideau.cli.call import Call
from rideau.domain.error import NotRunningError
from rideau.ports.settings_window import Opening, SettingsPage


def settings(call: Call) -> int:
    """Show the settings, at a page where one was named."""
    named = call.arguments.page
    return _shown(call, SettingsPage.ASSISTANT if call.arguments.assistant else SettingsPage(named) if named else None)


def wind_down(call: Call) -> int:
    """Show the evening's small window."""
    return _shown(call, SettingsPage.EVENING)


def check_in(call: Call) -> int:
    """Show the check-in."""
    return _shown(call, SettingsPage.CHECK_IN)


def wins(call: Call) -> int:
    """Show what went well."""
    return _shown(call, SettingsPage.WINS)


def _shown(call: Call, page: SettingsPage | None) -> int:
    try:
        call.ask(Request(Command.SETTINGS, page=page))
    except NotRunningError:
        return run_window(call.parts, Opening(page))
    return 0
