# SPDX-License-Identifier: MIT
"""How does a page show one of several views? By pills at its head; each view is built when it is first shown."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from rideau.services.settings_desk import DeskState
from rideau.ui.kit import Pills
from rideau.ui.settings.page import Page, PageServices
from rideau.wording.words import Words

Name = TypeVar("Name", bound=str)
Told = Callable[[DeskState], None]


class ViewsPage(Page, Generic[Name]):
    """Show one of several views; a subclass names them, and builds each."""

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the page with its first view."""
        super().__init__(services, words)
        self._state: DeskState | None = None
        self.views: dict[Name, QWidget] = {}
        """Those that were shown already."""
        self._tell: dict[Name, Told] = {}
        named = self.named()
        self.pills: Pills[Name] = Pills(named, self.choose, words.text("View"))
        self.body.addWidget(self.pills)
        self.choose(named[0][0])

    def named(self) -> Sequence[tuple[Name, str]]:
        """Return the views with what each is called, the first one first."""
        raise NotImplementedError

    def build(self, view: Name) -> tuple[QWidget, Told]:
        """Return ``view`` as it is shown, and what tells it of a state."""
        raise NotImplementedError

    def choose(self, view: Name) -> None:
        """Show ``view``."""
        if view not in self.views:
            self.views[view], self._tell[view] = self.build(view)
            self.body.addWidget(self.views[view], 1)
        self.pills.choose(view)
        for name, each in self.views.items():  # no stack of widgets: it is as high as the highest of them
            if name != view:
                each.hide()
        self.views[view].show()
        if self._state is not None:
            self._tell[view](self._state)

    def show_state(self, state: DeskState) -> None:
        """Show ``state`` in the view that is to be seen; the others learn of it when they are."""
        self._state = state
        if self.pills.value is not None:
            self._tell[self.pills.value](state)
