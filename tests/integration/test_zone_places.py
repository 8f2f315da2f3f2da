# SPDX-License-Identifier: MIT
"""Does Rideau find every time zone without reading how Python was built, and tell no child where it looked?"""

import subprocess
import sys
from pathlib import Path

from rideau.adapters.zone_places import USUAL

LOADED = """
import os, sys
from rideau.adapters.zone_places import load_zones
load_zones(os.environ)
import zoneinfo
print("Europe/Paris" in zoneinfo.available_timezones(), zoneinfo.ZoneInfo("Asia/Tokyo"))
print(any(name.startswith("_sysconfigdata") for name in sys.modules), os.environ.get("PYTHONTZPATH"))
print(os.pathsep.join(zoneinfo.TZPATH))
"""


def said(**environment: str) -> list[str]:
    """Return what a new Python says after loading the zones."""
    argv = [sys.executable, "-c", LOADED]
    return subprocess.run(argv, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()


def test_zones_are_found_and_the_build_is_left_unread() -> None:
    """As they are after any start; what a child gets names no place."""
    reads_build = not Path(USUAL).is_dir()
    assert said()[:2] == ["True Asia/Tokyo", f"{reads_build} None"]


def test_a_place_that_the_person_names_is_kept() -> None:
    """The variable is Python's own, and theirs."""
    place = "/usr/share/zoneinfo:/etc/zoneinfo"
    assert said(PYTHONTZPATH=place)[1:] == [f"False {place}", place]
