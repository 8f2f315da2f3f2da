# SPDX-License-Identifier: MIT
"""How does a work app behave on a real desktop? A program for tests: ``work_app.py KIND NAME JOURNAL [TITLE]``.

It is run by a copy of the interpreter that belongs to that app alone, see ``stage.work_apps``. What happens to it is
said in JOURNAL, one line each.
"""

import ctypes
import math
import os
import signal
import subprocess
import sys
import threading
from array import array
from pathlib import Path

HELPERS = 3
RATE = 22050
_PLAYS, _RECORDS = 1, 2
_FLOATS = 5
"""``PA_SAMPLE_FLOAT32LE``."""


class _Samples(ctypes.Structure):
    """Be ``pa_sample_spec``."""

    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


def say(word: str) -> None:
    """Note what happened."""
    with Path(sys.argv[3]).open("a") as journal:
        journal.write(f"{word}\n")


def help_out() -> None:
    """Be a helper process, which starts one more at first, and at each SIGUSR1."""
    signal.signal(signal.SIGUSR1, lambda _number, _frame: _start_helper("last-helper"))
    say(f"helper {os.getpid()}")
    if sys.argv[1] == "helper":
        _start_helper("last-helper")
    while True:
        signal.pause()


def _start_helper(kind: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, __file__, kind, *sys.argv[2:]])


def stream(direction: int) -> None:
    """Play a quiet tone, or record, until the process ends or a file beside the journal says to hang up."""
    pulse = ctypes.CDLL("libpulse-simple.so.0")
    pulse.pa_simple_new.restype = ctypes.c_void_p
    error, name = ctypes.c_int(0), sys.argv[2].encode()
    samples = ctypes.byref(_Samples(_FLOATS, RATE, 1))
    opened = pulse.pa_simple_new(None, name, direction, None, b"work", samples, None, None, ctypes.byref(error))
    if not opened:
        say(f"no sound: {error.value}")
        return
    tone = array("f", (0.1 * math.sin(2 * math.pi * 500 * at / RATE) for at in range(RATE // 50))).tobytes()
    chunk = ctypes.create_string_buffer(tone, len(tone))
    move = pulse.pa_simple_write if direction == _PLAYS else pulse.pa_simple_read
    handle = ctypes.c_void_p(opened)
    say("streaming")
    told = Path(sys.argv[3]).with_name("hang-up")
    while move(handle, chunk, ctypes.c_size_t(len(tone)), ctypes.byref(error)) >= 0 and not told.exists():
        pass
    pulse.pa_simple_free(handle)
    say("hung up")


def show(kind: str, name: str, title: str) -> int:
    """Show a window until it is closed, each kind in its own way."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - helpers need none of it
    from PySide6.QtGui import QCloseEvent, QShowEvent  # noqa: PLC0415 - as above
    from PySide6.QtWidgets import QApplication, QLabel, QMessageBox  # noqa: PLC0415 - as above

    class Window(QLabel):
        """Be the app's one window."""

        def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
            """Note it."""
            super().showEvent(event)
            QTimer.singleShot(0, lambda: say("shown"))

        def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
            """Answer as the kind does."""
            say("asked to close")
            if kind == "ignores":
                event.ignore()
            elif kind == "asks":
                event.ignore()
                self._ask()
            else:
                event.accept()

        def _ask(self) -> None:
            self.question = QMessageBox(QMessageBox.Icon.Question, title, "Save your work?", parent=self)
            self.question.addButton(QMessageBox.StandardButton.Discard).clicked.connect(application.quit)
            self.question.addButton(QMessageBox.StandardButton.Cancel)
            self.question.open()
            say("question")

    application = QApplication([name])
    application.setQuitOnLastWindowClosed(kind != "tray")
    window = Window(title)
    window.setWindowTitle(title)
    window.resize(320, 200)
    window.show()
    return application.exec()


def main() -> int:
    """Be the app."""
    kind, name, title = sys.argv[1], sys.argv[2], sys.argv[4] if len(sys.argv) > 4 else sys.argv[2]
    if kind.endswith("helper"):
        help_out()
        return 0
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    say(f"started {os.getpid()}")
    if kind == "helpers":
        helpers = [_start_helper("helper") for _ in range(HELPERS)]
        code = show(kind, name, title)
        for each in helpers:
            each.kill()
        return code
    if kind in {"sound", "microphone"}:
        threading.Thread(target=stream, args=[_PLAYS if kind == "sound" else _RECORDS], daemon=True).start()
    return show(kind, name, title)


if __name__ == "__main__":
    sys.exit(main())
