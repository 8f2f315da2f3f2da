# SPDX-License-Identifier: MIT
"""Does a window tell that something is shown to others: a slide show, or the sign that the screen is shared?"""

import re
from functools import cache

from rideau.domain.app import Window

_FIREFOX_SIGN = "WebRTCGlobalIndicator"
_OFFICE = r"(?:lib(?:re)?office|soffice|vclsalframe|wpp).*|.*impress"
_IMPRESS = r".*impress|wpp"
_PRESENTING = r"presenting\b.*|(?:en )?(?:cours de )?présentation\b.*"
"""The slide show of LibreOffice is called "Presenting: talk.odp"."""
_SHARING = r".*\b(?:is sharing|partage)\b.*|.*(?:://|\blocalhost\b|[\w-]+\.[a-z]{2,}\b).*"
"""Chromium's sign is "https://meet.example is sharing your screen."; in any language a host is in it, while a picture
in a picture, which looks the same otherwise, names none."""


def is_slide_show(window: Window, *, is_full_screen: bool) -> bool:
    """Tell whether ``window`` shows slides, on whatever screen it fills."""
    names = (window.app_class, window.instance)
    if not is_full_screen or not any(_fits(_OFFICE, each) for each in names):
        return False
    return _fits(_PRESENTING, window.title) or any(_fits(_IMPRESS, each) for each in names)


def is_sharing_sign(window: Window, role: str, *, is_above: bool) -> bool:
    """Tell whether ``window`` is the sign by which a browser says that the screen, or a window, is shared.

    Chromium's has no class and stays above; Firefox's has a ``role`` of its own.
    """
    is_chromium = not window.app_class and is_above and _fits(_SHARING, window.title)
    return role == _FIREFOX_SIGN or is_chromium


def _fits(pattern: str, text: str) -> bool:
    return _compiled(pattern).fullmatch(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern; wanted once something is sensed."""
    return re.compile(pattern, re.IGNORECASE)
