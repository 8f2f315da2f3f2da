# SPDX-License-Identifier: MIT
"""Is a window a meeting's? Its title tells, app by app, in the languages that Rideau speaks."""

import re
from functools import cache

from rideau.domain.app import Window

_TITLES = (
    # Zoom: its main window is "Zoom Workplace" or "Zoom - Free Account"
    (r"zoom", r"zoom (?:meeting|webinar)\b.*|(?:réunion|webinaire) zoom\b.*"),
    # Microsoft Teams: "Meeting with Ana | Microsoft Teams", "Standup (Meeting) | Microsoft Teams"
    (r".*teams.*", r"(?:meeting|call|réunion|appel)\b.*\bmicrosoft teams\b.*"),
    (r".*teams.*", r".*\((?:meeting|call|réunion|appel)\).*\bmicrosoft teams\b.*"),
    # Google Meet: "Meet - abc-defg-hij"; its home page is "Google Meet"
    (r".*", r"meet\s+\W\s+\S.*"),
    # Jitsi Meet: "Standup | Jitsi Meet"; its home page is "Jitsi Meet"
    (r".*", r".*\S\s+\|\s+jitsi meet\b.*"),
    # Slack: a huddle in its own window
    (r"slack|.*slack\.com.*", r"(?:slack\b.*)?(?:\bhuddle\b|\bappel d.équipe\b).*"),
    # Webex
    (r".*webex.*", r"webex (?:meeting|réunion)s?\b.*|cisco webex meetings?\b.*"),
)
"""Window classes, and titles; both whole, whatever the case."""


def is_meeting(window: Window) -> bool:
    """Tell whether ``window`` shows a meeting in progress, as far as its title says."""
    names = (window.app_class, window.instance)
    return any(
        title.fullmatch(window.title) and any(name.fullmatch(each) for each in names) for name, title in _meetings()
    )


@cache
def _meetings() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return the patterns; wanted once an app is to be closed."""
    return tuple((re.compile(name, re.IGNORECASE), re.compile(title, re.IGNORECASE)) for name, title in _TITLES)
