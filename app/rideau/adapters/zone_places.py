# SPDX-License-Identifier: MIT
"""Where are the time zones, without reading how Python was built?"""

import os
from collections.abc import MutableMapping

USUAL = "/usr/share/zoneinfo"
_NAMED_BY = "PYTHONTZPATH"


def load_zones(environment: MutableMapping[str, str]) -> None:
    """Load ``zoneinfo``, and tell it where the zones are where that is their usual place.

    It would look it up among the 700 lines of Python's build configuration, which takes 4 ms and leaves 0.2 MB behind.
    A Python that keeps its zones elsewhere, and a person who names a place, are left alone; no child is told.
    """
    is_told = _NAMED_BY not in environment and os.path.isdir(USUAL)  # noqa: PTH112 - pathlib is loaded later
    if is_told:
        environment[_NAMED_BY] = USUAL
    import zoneinfo  # noqa: F401, PLC0415 - it reads the variable once, while it loads

    if is_told:
        del environment[_NAMED_BY]
