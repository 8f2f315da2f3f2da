# SPDX-License-Identifier: MIT
"""Which language and which clock does the person's system ask for? Read from the environment, as POSIX names it."""

import _locale as locale
import sys
from collections.abc import Mapping

from rideau.domain.settings import SYSTEM
from rideau.wording.words import LANGUAGES

# `_locale` is what `locale` gets these from; that one loads 160 kB of tables of names with it.
_TWELVE_HOUR_FORMATS = ("%r", "%I", "%l", "%p")


def resolve_language(setting: str, environ: Mapping[str, str]) -> str:
    """Return ``en`` or ``fr``: the one the settings name, else the system's, else English.

    The order is gettext's: LANGUAGE (a list; void in the C locale), LC_ALL, LC_MESSAGES, LANG.
    """
    if setting != SYSTEM:
        return setting
    name = _category(environ, "LC_MESSAGES")
    wanted = [] if _is_plain(name) else environ.get("LANGUAGE", "").split(":")
    for each in (*wanted, name):
        language = each.replace("-", "_").partition("_")[0].partition(".")[0].lower()
        if language in LANGUAGES:
            return language
    return "en"


def is_12_hour(environ: Mapping[str, str]) -> bool:
    """Tell whether the system's locale writes times with AM and PM; main thread."""
    name = _category(environ, "LC_TIME")
    return not _is_plain(name) and any(mark in _time_format(name) for mark in _TWELVE_HOUR_FORMATS)


def _time_format(name: str) -> str:
    """Return how the locale ``name`` writes times, as for strftime; empty where nobody knows.

    ``LC_TIME`` of the process is switched for the question and put back at once: C offers no other way to ask.
    """
    said = ""
    if sys.platform != "win32":
        before = locale.setlocale(locale.LC_TIME)
        try:
            locale.setlocale(locale.LC_TIME, name)
            said = locale.nl_langinfo(locale.T_FMT)
        except locale.Error:  # type: ignore[attr-defined]  # named, but not installed on this machine
            return ""
        finally:
            locale.setlocale(locale.LC_TIME, before)
    return said


def _category(environ: Mapping[str, str], category: str) -> str:
    return environ.get("LC_ALL") or environ.get(category) or environ.get("LANG") or "C"


def _is_plain(name: str) -> bool:
    return name.partition(".")[0] in {"C", "POSIX"}


def locale_name(environ: Mapping[str, str]) -> str:
    """Return what the system is set to, without its encoding: ``fr_CA``; empty for the plain C locale.

    Of several, the one that says how times are written: who reads English in France has that of France.
    """
    name = _category(environ, "LC_TIME")
    return "" if _is_plain(name) else name.partition(".")[0].partition("@")[0]
