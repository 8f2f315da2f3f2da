# SPDX-License-Identifier: MIT
"""Moving pictures of the card, drawn by Qt: a small shop at dusk, one module for a few of them.

Only the one that is shown is imported; nothing here keeps time.
"""

from importlib import import_module
from typing import TYPE_CHECKING, cast

from rideau.domain.tip import Picture

if TYPE_CHECKING:
    from rideau.ui.card.pictures.sheet import MovingPicture

_PLACES = {
    Picture.BREATH: "cat",
    Picture.GLASS: "refreshment",
    Picture.FRUIT: "refreshment",
    Picture.HORIZON: "outdoors",
    Picture.SUN: "outdoors",
    Picture.WALK: "road",
    Picture.TRAIN: "road",
    Picture.FEED: "phone",
    Picture.DRAWER: "phone",
    Picture.SHUTTER: "closing",
    Picture.DESK: "closing",
    Picture.TABLE: "company",
    Picture.BUBBLES: "company",
    Picture.STAR: "keepsakes",
    Picture.FEATHER: "keepsakes",
    Picture.KEYS: "craft",
    Picture.TOOLS: "craft",
    Picture.GARDEN: "garden",
}


def picture(name: Picture) -> "MovingPicture":
    """Return the picture that is called ``name``; each module holds it under its name in capitals."""
    return cast("MovingPicture", getattr(import_module(f"{__name__}.{_PLACES[name]}"), name.name))
