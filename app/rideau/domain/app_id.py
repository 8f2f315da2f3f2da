# SPDX-License-Identifier: MIT
"""Do two ids name the same app? Desktop-file ids, executables, Flatpak, Snap, AppUserModel and bundle ids."""

import re

_FOLDER = re.compile(r"\A(?:/(?![/\\])|[a-z]:[/\\])(?:.*[/\\])?", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:\.desktop)+\Z")  # more than one: Telegram's file is called org.telegram.desktop.desktop


def app_key(app: str) -> str:
    """Return what two ways to name the same app share: no case, no folder, no ``.desktop``."""
    return _SUFFIX.sub("", _FOLDER.sub("", app.strip()).casefold())
