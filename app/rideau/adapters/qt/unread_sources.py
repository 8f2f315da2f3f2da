# SPDX-License-Identifier: MIT
"""What keeps PySide6 from reading the source of every module of this process?"""

import linecache
import sys
from importlib import import_module
from types import ModuleType


def leave_sources_unread() -> None:
    """Have PySide6 look into no module's source; to be called before it is imported.

    After every import, whoever's it is, PySide6 (6.11, ``shibokensupport/feature.py``) reads the whole source of that
    module once, to see whether it says “PySide6”: such a module may ask for other method names by ``from __feature__
    import snake_case``. Nobody does here; yet it reads 130 modules, the standard library's too, which takes 13 ms and
    leaves 4 MB behind. A release that has this no longer, or elsewhere, is left as it is.
    """
    import_module("shiboken6")
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "feature_imported"):
        setattr(feature, "feature_imported", _look_at_nothing)  # noqa: B010 - no stub names it
    linecache.clearcache()  # what it read while it was imported itself


def _look_at_nothing(_module: ModuleType) -> None:
    """Take it that the module uses PySide6 as it is, or not at all: what it takes of any it did not look at."""
