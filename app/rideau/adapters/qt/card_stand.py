# SPDX-License-Identifier: MIT
"""How does the tray show a card, in a process of its own that gives every byte back when it ends?"""

import logging
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QProcess, QProcessEnvironment, QTimer
from PySide6.QtGui import QGuiApplication

from rideau.adapters.card_lines import CLOSE, LONGEST, THERE, WITHDRAW, CardLetter, answer_from, letter_line
from rideau.adapters.qt.card_platform import CardPlatform
from rideau.domain.tip import Outcome
from rideau.ports.card import Card, CardHeard, CardStand

log = logging.getLogger(__name__)

START_MS = 20_000
"""What a process may take until its card is seen, on the slowest of machines; then a notification says the same."""
OBEY_MS = 150
"""How long one may take to leave the screen; after that it is taken from it."""
PATIENCE_MS = 700
"""How long whoever waits for its end does so; after that it is taken from the screen, too."""
STILL_MS = 120_000
"""One that is there for so long is asked whether it still hears: nobody could close one that hangs."""
LEAVING_MS = 10_000
"""What one that was answered may take to show that, and to leave."""


class CardWay(NamedTuple):
    """Hold how a card's process is started."""

    command: Sequence[str]
    platform: CardPlatform
    language: Callable[[], str]
    is_motion_reduced: Callable[[], bool]
    start_ms: int = START_MS
    still_ms: int = STILL_MS


class LedCards:
    """Show one card at a time (``ports.card``); ``otherwise`` shows what this cannot. Nothing polls."""

    def __init__(self, way: CardWay, otherwise: CardStand) -> None:
        """Take how a process is started, and who shows the card where none can be."""
        self._way = way
        self._otherwise = otherwise
        self._shown: _Shown | None = None
        self._processes: set[_Shown] = set()
        """Those that run; one that was answered is on its way out for a moment."""

    @property
    def is_showing(self) -> bool:
        """Tell whether one is there, or on its way."""
        return self._shown is not None or self._otherwise.is_showing

    def show(self, card: Card, heard: CardHeard) -> None:
        """Show ``card``."""
        self.withdraw()
        for each in self._processes:
            each.hurry()  # there are never two
        self._shown = _Shown(self._way, card, heard, self._gone)
        self._shown.over = self._over
        self._processes.add(self._shown)
        self._shown.begin()

    def withdraw(self) -> None:
        """Take it off the screen at once."""
        shown, self._shown = self._shown, None
        if shown is not None:
            shown.withdraw()
        else:
            self._otherwise.withdraw()

    def close(self) -> None:
        """Take it off the screen and wait until it is gone."""
        self._shown = None
        for each in tuple(self._processes):
            each.close()
        self._processes.clear()
        self._otherwise.close()

    def _over(self, shown: "_Shown") -> None:
        """Let go of a process once what it told of its end was dealt with."""
        QTimer.singleShot(0, lambda: self._processes.discard(shown))

    def _gone(self, shown: "_Shown", *, is_failed: bool) -> None:
        """Forget one that ended by itself; one that never came is said in another way."""
        if shown is not self._shown:
            return
        self._shown = None
        if is_failed and not shown.is_seen:
            self._otherwise.show(shown.card, shown.heard)
        elif is_failed:
            shown.heard.ended(Outcome.FAILED, "")


class _Shown:
    """Hold one card and its process, from the start to the end."""

    over: Callable[["_Shown"], None]
    """Told when the process is gone."""

    def __init__(self, way: CardWay, card: Card, heard: CardHeard, gone: "Callable[..., None]") -> None:
        self.card, self.heard = card, heard
        self._letter = letter_line(_letter(way, card))
        self.is_seen = False
        self._gone = gone
        self._is_over = self._is_asked = False
        program, *words = way.command
        made = self._process = QProcess()
        made.setProgram(program)
        made.setArguments(words)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("QT_QPA_PLATFORM", way.platform.qt)
        made.setProcessEnvironment(environment)
        made.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        made.readyReadStandardOutput.connect(self._answered)
        made.finished.connect(self._ended)
        made.errorOccurred.connect(self._failed)
        self._patience = QTimer(made, singleShot=True)
        self._patience.timeout.connect(self._late)
        self._way = way
        self._patience.start(way.start_ms)

    def begin(self) -> None:
        """Start the process, and tell it the card."""
        self._process.start()
        self._process.write(self._letter)

    def withdraw(self) -> None:
        """Tell that it is withdrawn, unless it was answered meanwhile, and have it gone."""
        self._answered()
        is_first, self._is_over = not self._is_over, True
        self.hurry()
        if is_first:
            self.heard.ended(Outcome.WITHDRAWN, "")

    def hurry(self) -> None:
        """Have it off the screen at once, answered or not."""
        if self.is_seen:
            self._process.write(WITHDRAW)
            self._patience.start(OBEY_MS)
        else:
            self._process.kill()  # it listens to nothing yet

    def close(self) -> None:
        """Have it gone, and wait until it is."""
        self._is_over = True
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return
        self._process.write(CLOSE)
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(PATIENCE_MS):
            self._process.kill()
            self._process.waitForFinished(PATIENCE_MS)

    def _answered(self) -> None:
        while self._process.canReadLine():
            answer = answer_from(bytes(self._process.readLine().data()).rstrip(b"\n"))
            if answer is None:
                log.warning("A card said something that nobody understands")
            elif answer.outcome is None:
                self._seen()
            elif not self._is_over:
                self._is_over = True
                self._patience.start(LEAVING_MS)
                self._gone(self, is_failed=False)
                self.heard.ended(answer.outcome, answer.line)
        if self._process.bytesAvailable() > LONGEST:
            self._process.kill()  # it says no end of something

    def _seen(self) -> None:
        """Take in its first frame, or that it still hears."""
        if self._is_over:
            return
        is_first, self.is_seen, self._is_asked = not self.is_seen, True, False
        self._patience.start(self._way.still_ms)
        if is_first:
            self.heard.seen()

    def _late(self) -> None:
        """End one that never came, never left, or hears no more."""
        if not self.is_seen or self._is_over or self._is_asked:
            self._process.kill()
            return
        self._is_asked = True
        self._process.write(THERE)
        self._patience.start(self._way.start_ms)

    def _ended(self) -> None:
        self._answered()
        self._fail()
        self.over(self)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            log.warning("A card could not be started: %s", self._process.errorString())
            self._fail()
            self.over(self)

    def _fail(self) -> None:
        if not self._is_over:
            self._is_over = True
            self._gone(self, is_failed=True)


def _letter(way: CardWay, card: Card) -> CardLetter:
    palette = QGuiApplication.palette()
    return CardLetter(
        card,
        language=way.language(),
        is_dark=palette.window().color().lightness() < palette.windowText().color().lightness(),
        is_motion_reduced=way.is_motion_reduced(),
        is_right_to_left=QGuiApplication.isRightToLeft(),
        is_unmanaged=way.platform.is_unmanaged,
    )
