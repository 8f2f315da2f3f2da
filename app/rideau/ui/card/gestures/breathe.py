# SPDX-License-Identifier: MIT
"""How does one breathe for twenty seconds? With a flower that opens, holds and closes; without motion, by words."""

from rideau.domain.tip import Picture
from rideau.ui.card.gestures.view import SECONDS, Scene, TimedView
from rideau.ui.card.pictures.easing import there_and_back
from rideau.ui.card.pictures.sheet import MovingPicture, Sheet
from rideau.wording.words import Words

ROUNDS = 2
IN, HOLD = 0.4, 0.52
"""Until which part of a round one breathes in, and holds."""
OPEN = (IN + HOLD) / 2


class Breathe(TimedView):
    """Open and close a flower, twice, and say which."""

    def __init__(self, words: Words, picture: Picture, *, is_motion_reduced: bool, seconds: float = SECONDS) -> None:
        """Take ``seconds`` for it all."""
        super().__init__(words, picture, is_motion_reduced=is_motion_reduced, seconds=seconds)
        self.setAccessibleName(words.text("Breathe along"))
        self.scene = Scene(MovingPicture(self.drawn.kind, seconds / ROUNDS, OPEN, flower))
        self.scene.phase = OPEN if is_motion_reduced else 0.0
        self.told.setText(words.text("Breathe in"))
        self.hint.setText(words.text("Twenty seconds. Stop whenever you like."))
        self.lay_out(self.scene, self.stop_button)

    def moment(self) -> None:
        """Say and show where the breath is."""
        if self.part >= 1:
            self.scene.show_phase(0.0)
            self.end(self.words.text("There you are."))
            return
        phase = self.part * ROUNDS % 1
        if not self.is_motion_reduced:
            self.scene.show_phase(phase)
        self.say(self._word(phase))

    def _word(self, phase: float) -> str:
        if phase < IN:
            return self.words.text("Breathe in")
        return self.words.text("Hold") if phase < HOLD else self.words.text("Breathe out")


def flower(sheet: Sheet, phase: float) -> None:
    """Draw the flower: closed at 0, open while the breath is held."""
    breath = there_and_back(phase, (0.0, IN), (HOLD, 1.0))
    sheet.disc(62 + 32 * breath)
    with sheet.faded(0.34):
        for number in range(6):
            with sheet.at(0, 0, 60 * number + 30 * breath):
                sheet.dot(0, -(6 + 38 * breath), 26 + 16 * breath, sheet.paints.leaf)
    sheet.glow(0, 0, 34 + 14 * breath)
    sheet.dot(0, 0, 9 + 4 * breath, sheet.paints.lamp)
