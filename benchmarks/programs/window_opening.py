# SPDX-License-Identifier: MIT
"""When is the settings window's first frame on the screen? Prints the monotonic time of it and ends.

Usage: ``python window_opening.py PAGE``: as the tray starts it, with a pipe on standard input.
"""

import os
import sys
import time

from rideau.adapters.qt.unread_sources import leave_sources_unread

leave_sources_unread()  # as the real start does, before PySide6 is imported

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402 - see above

from rideau.cli.main import LED_WINDOW, main  # noqa: E402 - see above
from rideau.ui.settings.window import SettingsWindow  # noqa: E402 - see above


class FirstFrame(QObject):
    """Say when the window was painted for the first time: Qt paints while it handles the first exposure."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look for the exposure."""
        if event.type() is QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, _say)
        return False


def _say() -> None:
    print(time.monotonic(), flush=True)
    os._exit(0)


def _watched(window: SettingsWindow) -> None:
    window.winId()
    handle = window.windowHandle()
    if handle is not None:
        handle.installEventFilter(watcher)
    appear(window)


if __name__ == "__main__":
    watcher = FirstFrame()
    appear = SettingsWindow.appear
    setattr(SettingsWindow, "appear", _watched)  # noqa: B010 - to look at the moment, without a hook in the product
    sys.exit(main([*LED_WINDOW, *sys.argv[1:]]))
