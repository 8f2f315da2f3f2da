# SPDX-License-Identifier: MIT
"""Which tips are there, in a test? Those it is given, and those that are added."""

from collections.abc import Iterable
from datetime import timedelta

from rideau.domain.error import StorageError
from rideau.domain.tip import Gesture, Moment, Theme, Tip, Wording
from rideau.domain.tip_text import PICTURES
from rideau.ports.settings_store import SettingsProblem


def tip(name: str, theme: Theme, sentence: str = "", moments: Iterable[Moment] = (Moment.ANY,)) -> Tip:
    """Return a tip that ships, in both languages."""
    said = sentence or f"Sentence of {name}."
    return Tip(
        id=name,
        theme=theme,
        moments=frozenset(moments),
        picture=PICTURES[theme],
        gesture=Gesture.NONE,
        cool_down=timedelta(days=21),
        wordings={
            "en": Wording(said, f"Body of {name}.", "Good idea"),
            "fr": Wording(f"{said} (fr)", f"Suite de {name}.", "Bonne idée"),
        },
    )


class FakeTips:
    """Keep tips in memory; ``refusal``, when set, is raised by the next change."""

    def __init__(self, *shipped: Tip, problems: tuple[SettingsProblem, ...] = ()) -> None:
        """Begin with ``shipped``."""
        self._shipped = shipped
        self._own: dict[str, Tip] = {}
        self.found = problems
        self.refusal: StorageError | None = None

    def tips(self) -> tuple[Tip, ...]:
        """Return every tip; see the port."""
        return (*self._shipped, *self._own.values())

    def problems(self) -> tuple[SettingsProblem, ...]:
        """Return what is wrong; see the port."""
        return self.found

    def add(self, tip: Tip) -> None:
        """Keep ``tip``; see the port."""
        self._refuse()
        self._own[tip.id] = tip

    def remove(self, tip: str) -> None:
        """Drop it; see the port."""
        self._refuse()
        self._own.pop(tip, None)

    def _refuse(self) -> None:
        if self.refusal is not None:
            raise self.refusal
