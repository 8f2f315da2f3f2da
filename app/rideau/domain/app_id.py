# SPDX-License-Identifier: MIT
"""Do two ids name the same app? Desktop-file ids, executables, Flatpak, Snap, AppUserModel and bundle ids."""

import re

_FOLDER = re.compile(r"\A(?:/(?![/\\])|[a-z]:[/\\])(?:.*[/\\])?", re.IGNORECASE)


def app_key(app: str) -> str:
    """Return what two ways to name the same app share: no case, no folder, no ``.desktop``."""
    return _FOLDER.sub("", app.strip()).casefold().removesuffix(".desktop")
