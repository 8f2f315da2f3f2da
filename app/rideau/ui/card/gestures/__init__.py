# SPDX-License-Identifier: MIT
"""The small thing to do on a card: breathe, fill a glass, walk, look far away, write a line for tomorrow.

Nothing here runs before ``begin`` or after the end; only the gesture that is wanted is imported.
"""

from importlib import import_module
from typing import TYPE_CHECKING, cast

from rideau.domain.tip import Gesture, Picture
from rideau.ui.card.gestures.view import GestureView

if TYPE_CHECKING:
    from rideau.wording.words import Words

__all__ = ["GestureView", "gesture_view"]

_PLACES = {
    Gesture.BREATHE: ("breathe", "Breathe"),
    Gesture.FILL: ("fill", "Fill"),
    Gesture.WALK: ("walk", "Walk"),
    Gesture.LOOK: ("look", "Look"),
    Gesture.WRITE: ("write", "Write"),
}


def gesture_view(gesture: Gesture, picture: Picture, words: "Words", *, is_motion_reduced: bool) -> GestureView | None:
    """Return what ``gesture`` is done with, to stand before the card's ``picture``; None where there is nothing."""
    if gesture is Gesture.NONE:
        return None
    module, name = _PLACES[gesture]
    kind = getattr(import_module(f"{__name__}.{module}"), name)
    return cast("GestureView", kind(words, picture, is_motion_reduced=is_motion_reduced))
