# SPDX-License-Identifier: MIT
"""How long was the walk? A quiet count of minutes; one of them counts."""

from rideau.domain.tip import Picture
from rideau.ui.card.gestures.view import GestureView, Scene
from rideau.ui.card.pictures import picture as picture_of
from rideau.wording.words import Words

MINUTE_MS = 60_000


class Walk(GestureView):
    """Count the minutes until somebody is back."""

    def __init__(self, words: Words, picture: Picture, *, is_motion_reduced: bool, minute_ms: int = MINUTE_MS) -> None:
        """Take ``minute_ms`` for a minute."""
        super().__init__(words, picture, is_motion_reduced=is_motion_reduced)
        self._minute_ms = minute_ms
        self.setAccessibleName(words.text("Off for a walk"))
        self.scene = Scene(picture_of(Picture.WALK)._replace(kind=self.drawn.kind))
        self.told.setText(words.text("See you in a while."))
        self.hint.setText(words.text("One minute counts."))
        self.back_button = self.way(words.text("I am back"), "main", self._back)
        self.lay_out(self.scene, self.back_button, 4)

    @property
    def minutes(self) -> int:
        """Return how many whole minutes it has been."""
        return round(self.elapsed_s * 1000) // self._minute_ms

    def started(self) -> None:
        """Count from now on, waking once a minute."""
        self.back_button.setFocus()
        self.beat(self._minute_ms)

    def moment(self) -> None:
        """Show one minute more, and say nothing aloud: nobody is there."""
        count = max(self.minutes, 1)
        self.told.setText(self.words.plural("{count} minute away", "{count} minutes away", count))

    def _back(self) -> None:
        if self.is_running:
            self.end(self.words.text("Welcome back."))
