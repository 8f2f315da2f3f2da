# SPDX-License-Identifier: MIT
"""Which cards stand at the door? Built when there is something to say, and let go when there is not."""

from collections.abc import Callable, Iterator
from functools import partial

from rideau.ui.ask import DoorActs
from rideau.ui.breath_card import BreathCard
from rideau.ui.countdown import Comeback, Countdown
from rideau.ui.curtain import Curtain
from rideau.ui.door_card import DoorCard
from rideau.ui.key_row import Keys
from rideau.ui.present_apps import ComebackView, CountdownView, CurtainView, DoorView
from rideau.ui.present_breath import BreathView
from rideau.wording.words import Words


class Doors:
    """Hold the curtain, the countdown and the offer to bring back. Main thread."""

    def __init__(self, acts: DoorActs, keys: Keys, is_composited: Callable[[], bool]) -> None:
        """Begin with nothing on the screen."""
        self._acts = acts
        self._keys = keys
        self._is_composited = is_composited
        self._leaving: list[DoorCard] = []
        self.is_motion_reduced = False
        self.curtain: Curtain | None = None
        self.countdown: Countdown | None = None
        self.comeback: Comeback | None = None
        self.breath: BreathCard | None = None

    def show(self, view: DoorView, words: Words) -> None:
        """Show ``view`` in the language of ``words``; what is None goes away."""
        self._show_curtain(view.curtain, words)
        self._show_countdown(view.countdown, words)
        self._show_comeback(view.comeback, words)
        self._show_breath(view.breath, words)

    def cards(self) -> Iterator[DoorCard]:
        """Yield every card there is."""
        for each in (self.curtain, self.countdown, self.comeback, self.breath, *self._leaving):
            if each is not None:
                yield each

    def show_again(self) -> None:
        """Bring what was put away back, in front and with the keyboard."""
        for each in tuple(self.cards()):
            if each not in self._leaving:
                each.step_up()

    def dress(self) -> None:
        """Wear the theme in force."""
        for each in self.cards():
            each.dress()

    def set_motion_reduced(self, *, is_reduced: bool) -> None:
        """Take note whether the person wants things to move."""
        self.is_motion_reduced = is_reduced
        for each in self.cards():
            each.strip.is_motion_reduced = is_reduced

    def close(self) -> None:
        """Take everything off the screen at once."""
        for each in tuple(self.cards()):
            each.hide()
            each.deleteLater()
        if self.curtain is not None:
            self.curtain.keys.stop()
        self.curtain = self.countdown = self.comeback = self.breath = None
        self._leaving.clear()

    def _show_curtain(self, view: CurtainView | None, words: Words) -> None:
        if view is None:
            gone, self.curtain = self.curtain, None
            if gone is not None:
                gone.keys.stop()
            self._let_go(gone)
            return
        if self.curtain is None:
            acts = self._acts
            self.curtain = Curtain(words, self._keys, acts.later, acts.hold, is_composited=self._is_composited())
            self.curtain.strip.is_motion_reduced = self.is_motion_reduced
        self.curtain.show_view(view)
        self.curtain.appear()

    def _show_countdown(self, view: CountdownView | None, words: Words) -> None:
        if view is None:
            gone, self.countdown = self.countdown, None
            self._let_go(gone)
            return
        if self.countdown is None:
            self.countdown = Countdown(words, self._acts, is_composited=self._is_composited())
            self.countdown.strip.is_motion_reduced = self.is_motion_reduced
        is_wanted = self.countdown.is_wanted(view)
        self.countdown.show_view(view)
        if is_wanted:
            self.countdown.appear()
        elif view.is_at_rest:
            self.countdown.hide()

    def _show_comeback(self, view: ComebackView | None, words: Words) -> None:
        if view is None:
            gone, self.comeback = self.comeback, None
            self._let_go(gone)
            return
        if self.comeback is None:
            self.comeback = Comeback(words, self._answer, is_composited=self._is_composited())
            self.comeback.strip.is_motion_reduced = self.is_motion_reduced
        self.comeback.show_view(view)
        self.comeback.appear()

    def _show_breath(self, view: BreathView | None, words: Words) -> None:
        if view is None:
            gone, self.breath = self.breath, None
            self._let_go(gone)
            return
        if self.breath is None:
            self.breath = BreathCard(words, self._acts, is_composited=self._is_composited())
            self.breath.strip.is_motion_reduced = self.is_motion_reduced
        self.breath.show_view(view)
        self.breath.appear()

    def _answer(self, wanted: bool) -> None:  # noqa: FBT001 - an answer
        self._acts.reopen(wanted=wanted)

    def _let_go(self, card: DoorCard | None) -> None:
        if card is not None:
            self._leaving.append(card)
            card.leave(partial(self._gone, card))

    def _gone(self, card: DoorCard) -> None:
        if card in self._leaving:
            self._leaving.remove(card)
            card.deleteLater()
