# SPDX-License-Identifier: MIT
"""How does the tray open the settings window, in a process of its own that gives every byte back when it ends?"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QProcess, QProcessEnvironment
from PySide6.QtGui import QGuiApplication

from rideau.adapters.qt.window_orders import HEARD, held_line, offer_line, show_line
from rideau.domain.text import Text
from rideau.ports.settings_window import FINISHED, SettingsPage, WindowTroubleError

PATIENCE_MS = 2000
"""How long the end of the tray waits for the end of the window; it saves as one goes, so nothing is lost after it."""
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - a name of the environment, where Qt keeps what the panel gave it


class LedWindow:
    """Keep the one settings window of this tray (``ports.settings_window``). Nothing polls: Qt is told of its end."""

    def __init__(self, command: Sequence[str], on_trouble: Callable[[WindowTroubleError], None]) -> None:
        """Take the words that start the window; ``on_trouble`` is told what did not work."""
        self._command = tuple(command)
        self._on_trouble = on_trouble
        self._process: QProcess | None = None
        self._held: tuple[str, ...] = ()
        self._unheard: list[tuple[SettingsPage | None, bool]] = []
        """What was asked of the open one and not answered yet: one that is about to end hears nothing any more."""
        self.on_end: Callable[[bool], None] = _nothing
        """Called whenever the window is gone, but by ``close``, with whether an assistant was finished in it."""

    @property
    def is_open(self) -> bool:
        """Tell whether there is one."""
        return self._process is not None

    def show(self, page: SettingsPage | None = None) -> None:
        """Open it, or bring the open one to the front."""
        token = QProcessEnvironment.systemEnvironment().value(TOKEN)  # Qt puts it there; Python's copy is older
        if self._process is not None:
            self._unheard.append((page, False))
            self._process.write(show_line(page, token))
        else:
            self._start(page, is_quiet=False)

    def offer(self, page: SettingsPage) -> None:
        """Open a small window without taking the keyboard from anybody."""
        if self._process is not None:
            self._unheard.append((page, True))
            self._process.write(offer_line(page))
        else:
            self._start(page, is_quiet=True)

    def tell_held(self, sentences: tuple[str, ...]) -> None:
        """Have the window say what waits for the opening."""
        if sentences != self._held:
            self._held = sentences
            if self._process is not None:
                self._process.write(held_line(sentences))

    def close(self) -> None:
        """Close it, and wait until it is gone."""
        process, self._process = self._process, None
        if process is not None:
            process.closeWriteChannel()
            if not process.waitForFinished(PATIENCE_MS):
                process.kill()
                process.waitForFinished(PATIENCE_MS)

    def _start(self, page: SettingsPage | None, *, is_quiet: bool) -> None:
        self._unheard = []
        program, *words = self._command
        made = self._process = QProcess()
        made.setProgram(program)
        made.setArguments([*words, *([page.value] if page else []), *(["dark"] * _is_dark()), *(["quiet"] * is_quiet)])
        made.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        made.readyReadStandardOutput.connect(lambda: self._answered(made))
        made.finished.connect(lambda code, _status: self._ended(made, code))
        made.errorOccurred.connect(lambda error: self._failed(made, error))
        made.start()
        if self._held:
            made.write(held_line(self._held))

    def _answered(self, process: QProcess) -> None:
        answers = process.readAllStandardOutput().count(HEARD)
        if process is self._process:
            del self._unheard[:answers]

    def _ended(self, process: QProcess, code: int) -> None:
        if process is not self._process:
            return
        self._answered(process)
        self._process = None
        process.deleteLater()
        self.on_end(code == FINISHED)
        if code not in {0, FINISHED}:
            self._on_trouble(
                WindowTroubleError(
                    Text("The settings window ended by itself."), Text("Open it again; the log says what happened.")
                )
            )
        elif self._unheard:
            self._start(self._unheard[-1][0], is_quiet=self._unheard[-1][1])

    def _failed(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if process is self._process and error is QProcess.ProcessError.FailedToStart:
            self._process = None
            process.deleteLater()
            self.on_end(False)  # noqa: FBT003 - as above
            self._on_trouble(
                WindowTroubleError(
                    Text("The settings window could not be opened: {why}.", why=process.errorString()),
                    Text("Is Rideau still installed? “rideau settings” in a terminal says more."),
                )
            )


def _is_dark() -> bool:
    palette = QGuiApplication.palette()
    return palette.window().color().lightness() < palette.windowText().color().lightness()


def _nothing(is_finished: bool) -> None:  # noqa: FBT001 - what it is told
    """Do nothing."""
