# SPDX-License-Identifier: MIT
"""Is the settings window asked for over the socket by a page that there is, and by no other?"""

import json

import pytest

from rideau.adapters.control_protocol import Command, Request, parse_request, request_line
from rideau.domain.error import UsageError
from rideau.ports.settings_window import SettingsPage


@pytest.mark.parametrize("page", [None, *SettingsPage])
def test_a_page_goes_over_the_wire_as_it_is(page: SettingsPage | None) -> None:
    request = Request(Command.SETTINGS, page=page)
    assert parse_request(request_line(request).rstrip()) == request


@pytest.mark.parametrize("page", ["", "nowhere", 3, ["hours"], {"page": "hours"}, True])
def test_a_page_that_there_is_not_is_refused(page: object) -> None:
    line = json.dumps({"version": 1, "command": "settings", "page": page}).encode()
    with pytest.raises(UsageError):
        parse_request(line)
