# SPDX-License-Identifier: MIT
"""Does the installed PySide6 keep count of ``None``? 6.12.0 on Python 3.11 did not, and aborted within seconds.

To raise the pin in pyproject.toml: change both it and ``FIRST_BROKEN`` here, run ``uv lock --upgrade-package
pyside6-essentials``, then ``make test`` under every supported Python (3.11 to 3.14; ``None`` is not counted from 3.12
on, so 3.11 decides). Keep the new pin only if this test passes on all of them.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

FIRST_BROKEN = (6, 12)
CHECKOUT = Path(__file__).parents[2]
DRAW = """
import sys
from PySide6.QtGui import QColor, QImage, QPainter

image = QImage(8, 8, QImage.Format.Format_ARGB32)
painter = QPainter(image)
color = QColor("black")
painter.setPen(color)  # the first call of all sets PySide's own tables up
before = sys.getrefcount(None)
for _ in range(200):
    painter.setPen(color)
print(sys.getrefcount(None) - before)
painter.end()
"""


def test_two_hundred_void_calls_leave_the_count_of_none_where_it_was() -> None:
    drawn = subprocess.run([sys.executable, "-c", DRAW], capture_output=True, text=True, check=True, timeout=60)
    assert abs(int(drawn.stdout)) <= 20


def test_the_pin_stays_below_the_release_that_loses_count() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    (pin,) = (each for each in project["dependencies"] if each.startswith("PySide6-Essentials"))
    below = pin.partition("<")[2].partition(",")[0]
    assert tuple(int(part) for part in below.split(".")) <= FIRST_BROKEN
