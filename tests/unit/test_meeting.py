# SPDX-License-Identifier: MIT
"""Which windows are a meeting's?"""

import pytest

from rideau.domain.app import Window
from rideau.domain.meeting import is_meeting


@pytest.mark.parametrize(
    ("app_class", "title"),
    [
        ("zoom", "Zoom Meeting"),
        ("zoom", "Zoom Meeting 40-Minutes"),
        ("zoom", "Réunion Zoom"),
        ("teams-for-linux", "Meeting with Ana | Microsoft Teams"),
        ("Microsoft Teams", "Weekly (Meeting) | Microsoft Teams"),
        ("teams-for-linux", "Réunion avec Ana | Microsoft Teams"),
        ("chrome-meet.google.com__-Default", "Meet - abc-defg-hij"),
        ("firefox", "Meet \u2013 abc-defg-hij \u2014 Mozilla Firefox"),
        ("Jitsi Meet", "Standup | Jitsi Meet"),
        ("Slack", "Slack | Huddle with Ana"),
        ("Slack", "Huddle: #general"),
        ("webex", "Webex meeting"),
    ],
)
def test_a_meeting_in_progress_is_known_by_its_window(app_class: str, title: str) -> None:
    assert is_meeting(Window("x11:1", 1, title, app_class))


@pytest.mark.parametrize(
    ("app_class", "title"),
    [
        ("zoom", "Zoom Workplace"),
        ("zoom", ""),
        ("teams-for-linux", "Chat | Microsoft Teams"),
        ("firefox", "Google Meet"),
        ("Jitsi Meet", "Jitsi Meet"),
        ("Slack", "general - Work - Slack"),
        ("libreoffice", "Zoom Meeting notes.odt - LibreOffice Writer"),
        ("mail", "Huddle: #general"),
    ],
)
def test_an_app_at_rest_or_a_text_about_meetings_is_none(app_class: str, title: str) -> None:
    assert not is_meeting(Window("x11:1", 1, title, app_class))


def test_the_instance_tells_as_well_as_the_class() -> None:
    assert is_meeting(Window("x11:1", 1, "Zoom Meeting", "Zoom Client", "zoom"))
