# SPDX-License-Identifier: MIT
"""Does the tray process leave its modules' sources unread? PySide6 reads each, for a feature that nobody here uses.

Where the first test fails, PySide6 reads no more: ``adapters/qt/unread_sources.py`` can go. Where the second one does,
it reads in another way.
"""

import subprocess
import sys

LOAD = "import PySide6.QtWidgets, linecache, rideau.ui.face, rideau.bootstrap.app, rideau.bootstrap.listening\n"
COUNT = "print(len(linecache.cache), rideau.ui.face.Face.__name__)"
UNREAD = "from rideau.adapters.qt.unread_sources import leave_sources_unread\nleave_sources_unread()\n"


def sources_read(program: str) -> int:
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    return int(run.stdout.split()[0])


def test_pyside_reads_the_source_of_every_module_by_itself() -> None:
    assert sources_read(LOAD + COUNT) > 50


def test_none_is_read_once_it_was_told() -> None:
    assert sources_read(UNREAD + LOAD + COUNT) == 0
