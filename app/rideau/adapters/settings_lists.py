# SPDX-License-Identifier: MIT
"""Which item of a list in a settings file is which, once the list is to say something else?

So that what a person wrote beside an item (a comment, a key of their own) stays with it when another one comes or goes.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

OURS = frozenset(
    {"date", "hours", "label", "from", "until", "days", "name", "use"}
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
"""The keys in tables of lists that mean something; any other is the person's own."""


def matches(present: Sequence[Any], wanted: Sequence[Any]) -> list[int | None]:
    """Return for each of ``wanted`` its place in ``present``, None for a new one; places only go up."""
    found: list[int | None] = [None] * len(wanted)
    for is_same in (_says_the_same, _is_the_same, _may_be_the_same):
        _match(present, wanted, found, is_same)
    return found


def completed(present: object, wanted: object) -> object:
    """Return ``wanted``, a list of tables, with the keys of the person's own that the tables of ``present`` have."""
    if not (_is_tables(present) and _is_tables(wanted)):
        return wanted
    return [
        item if place is None else {**item, **_own(present[place], item)}  # type: ignore[index]  # a list of tables
        for item, place in zip(wanted, matches(present, wanted), strict=True)  # type: ignore[arg-type, call-overload]  # as above
    ]


def _match(
    present: Sequence[Any], wanted: Sequence[Any], found: list[int | None], is_same: Callable[[Any, Any], bool]
) -> None:
    for index, item in enumerate(wanted):
        if found[index] is None:
            low = max((place for place in found[:index] if place is not None), default=-1)
            high = min((place for place in found[index:] if place is not None), default=len(present))
            found[index] = next((at for at in range(low + 1, high) if is_same(present[at], item)), None)


def _says_the_same(present: object, wanted: object) -> bool:
    if isinstance(present, Mapping) and isinstance(wanted, Mapping):
        return wanted == {key: value for key, value in present.items() if key in OURS or key in wanted}
    return present == wanted


def _is_the_same(present: object, wanted: object) -> bool:
    """Tell whether the first thing that is said of both is: the date, the beginning, the name."""
    if isinstance(present, Mapping) and isinstance(wanted, Mapping):
        first = next(iter(wanted), None)
        return first is not None and present.get(first) == wanted[first]
    return False


def _may_be_the_same(_: object, __: object) -> bool:
    return True


def _own(present: Mapping[str, object], wanted: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in present.items() if key not in OURS and key not in wanted}


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, Mapping) for item in value)
