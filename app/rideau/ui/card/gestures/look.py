# SPDX-License-Identifier: MIT
"""How does one look far away for twenty seconds? The horizon opens, and comes back softly when it is time."""

from rideau.domain.tip import Picture
from rideau.ui.card.gestures.view import SECONDS, Scene, TimedView
from rideau.ui.card.pictures import picture as picture_of
from rideau.ui.card.pictures.easing import mixed, there_and_back
from rideau.wording.words import Words

NARROW = 0.5
OPENS, CLOSES = (0.0, 0.25), (0.85, 1.0)


class Look(TimedView):
    """Open the horizon for a while."""

    def __init__(self, words: Words, picture: Picture, *, is_motion_reduced: bool, seconds: float = SECONDS) -> None:
        """Take ``seconds`` for it all."""
        super().__init__(words, picture, is_motion_reduced=is_motion_reduced, seconds=seconds)
        self.setAccessibleName(words.text("Look far away"))
        self.scene = Scene(picture_of(Picture.HORIZON)._replace(kind=self.drawn.kind))
        self.scene.nearness = 1.0 if is_motion_reduced else NARROW
        self.told.setText(words.text("Look as far as you can"))
        self.hint.setText(words.text("Out of the window, for twenty seconds."))
        self.lay_out(self.scene, self.stop_button)

    def moment(self) -> None:
        """Let the horizon open, rest, and come back."""
        if self.part >= 1:
            self.end(self.words.text("Welcome back."))
        elif not self.is_motion_reduced:
            self.scene.nearness = mixed(NARROW, 1.0, there_and_back(self.part, OPENS, CLOSES))
            self.scene.show_phase((self.elapsed_s / self.scene.drawn.seconds + self.scene.drawn.still) % 1)
