# SPDX-License-Identifier: MIT
"""What is the curtain like? The real card for ten seconds: a rehearsal that touches nothing and lifts by itself."""

from collections.abc import Callable, Collection
from datetime import timedelta

from PySide6.QtCore import QTimer

from rideau.domain.error import RefusedError
from rideau.domain.text import Text
from rideau.services.status import Status
from rideau.ui.curtain import Curtain
from rideau.ui.key_row import Keys
from rideau.ui.present_apps import AppLine, CurtainView, Wanted
from rideau.wording.words import Words

TRIAL_MS = 10_000


class Trial:
    """Hold the card while it is shown. Main thread."""

    def __init__(self, words: Words, over: Callable[[], None], *, is_composited: bool, is_motion_reduced: bool) -> None:
        """Build the card; ``over`` is called when it is gone."""
        self._over = over
        self.card = Curtain(
            words, Keys(_no_key, lambda _key: None), self._answered, _no_more_time, is_composited=is_composited
        )
        self.card.strip.is_motion_reduced = is_motion_reduced
        self._is_leaving = False
        self._lift = QTimer(self.card, singleShot=True, interval=TRIAL_MS)
        self._lift.timeout.connect(self.end)

    def begin(self, view: CurtainView) -> None:
        """Let it down, in front: the person asked for it."""
        self.card.show_view(view)
        self.card.step_up()
        self._lift.start()

    def end(self) -> None:
        """Lift it."""
        if not self._is_leaving:
            self._is_leaving = True
            self._lift.stop()
            self.card.leave(self._gone)

    def close(self) -> None:
        """Take it off the screen at once, telling nobody."""
        self._lift.stop()
        self._is_leaving = True
        self.card.hide()
        self.card.deleteLater()

    def _answered(self, run_ids: Collection[str]) -> None:
        del run_ids  # there are none: nothing was started
        self.end()

    def _gone(self) -> None:
        self.card.deleteLater()
        self._over()


def rehearsal(words: Words, line: AppLine, opens: str) -> CurtainView:
    """Return what the card says of an app that would have been started; ``opens`` says when it opens, or nothing."""
    return CurtainView(
        title=words.plural("{apps} is closed for today", "{apps} are closed for today", 1, apps=line.name),
        why=opens,
        tip=words.text("A rehearsal: nothing was closed. It lifts by itself in ten seconds; Escape lifts it now."),
        apps=(line,),
        more="",
        run_ids=(),
        key=None,
        no_key="",
        answer_s=TRIAL_MS / 1000,
    )


def _no_key(wanted: Wanted) -> Status:
    del wanted
    raise RefusedError(Text("This is only a rehearsal."))


def _no_more_time(run_ids: Collection[str], length: timedelta) -> None:
    del run_ids, length
