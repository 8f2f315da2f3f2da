# SPDX-License-Identifier: MIT
"""How does a process with windows begin, the tray's and that of the settings? Logged, unhurt by mistakes, named."""

import logging
import os
import sys
import threading
from types import TracebackType

from PySide6.QtWidgets import QApplication

from rideau.adapters.log_file import log_to
from rideau.adapters.paths import Paths

log = logging.getLogger(__name__)


def new_application(paths: Paths) -> QApplication:
    """Return Qt's application, not running yet; a mistake of ours that nobody caught is logged and ends nothing."""
    log_to(paths.log_folder, logging.INFO)
    sys.excepthook = _log_unexpected
    threading.excepthook = _log_unexpected_elsewhere
    os.environ.setdefault("QT_QPA_PLATFORMTHEME", "generic")  # the GTK theme costs 30 ms and 5 MB, and our look is ours
    made = QApplication([sys.argv[0]])
    made.setApplicationName("rideau")
    made.setApplicationDisplayName("Rideau")
    made.setDesktopFileName("rideau")
    return made


def _log_unexpected(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
    log.critical("Something unexpected happened; Rideau goes on", exc_info=(kind, error, at))


def _log_unexpected_elsewhere(what: threading.ExceptHookArgs) -> None:
    """Log what ended a thread; it would go to a standard error that nobody reads."""
    log.critical("Something unexpected ended a thread; Rideau goes on", exc_info=what.exc_value)
