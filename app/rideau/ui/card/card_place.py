# SPDX-License-Identifier: MIT
"""Where does a card stand? In a corner of the screen in use, never under the pointer.

Pure arithmetic on logical pixels; a place is worked out from the screen's free part and never read back from a window.
"""

from collections.abc import Iterator
from typing import NamedTuple


class Box(NamedTuple):
    """Hold a rectangle."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Return the first column beyond it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """Return the first line beyond it."""
        return self.top + self.height

    def holds(self, point: "Spot") -> bool:
        """Tell whether ``point`` is inside."""
        return self.left <= point.x < self.right and self.top <= point.y < self.bottom

    def grown(self, by: int) -> "Box":
        """Return it larger by ``by`` on each side."""
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)


class Spot(NamedTuple):
    """Hold a point."""

    x: int
    y: int


class Place(NamedTuple):
    """Hold where a card stands."""

    card: Box
    is_left: bool
    """Whether it comes from the left edge of the screen."""


def place(room: Box, size: tuple[int, int], pointer: Spot | None, gap: int, *, is_right_to_left: bool = False) -> Place:
    """Return the first corner of ``room``, the screen's free part, that the pointer is not in.

    At the trailing edge before the leading one, below before above; at least ``gap`` from the edges, and as far from
    the pointer. Where a card larger than the room leaves no such corner it is the first.
    """
    corners = list(_corners(room, size, gap, is_right_to_left=is_right_to_left))
    free = (each for each in corners if pointer is None or not each.card.grown(gap).holds(pointer))
    return next(free, corners[0])


def way_into(room: Box, card: Box) -> Spot:
    """Return how far ``card`` has to move to be inside ``room`` again; of one that is too large its start is seen."""
    return Spot(
        max(room.left - card.left, min(room.right - card.right, 0)),
        max(room.top - card.top, min(room.bottom - card.bottom, 0)),
    )


def _corners(room: Box, size: tuple[int, int], gap: int, *, is_right_to_left: bool) -> Iterator[Place]:
    width, height = size
    for is_left in (is_right_to_left, not is_right_to_left):
        left = room.left + gap if is_left else max(room.right - gap - width, room.left)
        for top in (max(room.bottom - gap - height, room.top), room.top + gap):
            yield Place(Box(left, top, width, height), is_left)
