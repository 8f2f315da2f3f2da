# SPDX-License-Identifier: MIT
"""How does a part cost nothing until somebody uses it?"""

from collections.abc import Callable
from typing import Generic, TypeVar, cast

Part = TypeVar("Part")


def late(make: Callable[[], Part]) -> Part:
    """Return what stands in for ``make()``: loaded and made when one of its methods is first asked for."""
    return cast("Part", _Late(make))


class _Late(Generic[Part]):
    def __init__(self, make: Callable[[], Part]) -> None:
        self._make = make
        self._made: Part | None = None

    def __getattr__(self, name: str) -> object:
        if self._made is None:
            self._made = self._make()
        return getattr(self._made, name)
