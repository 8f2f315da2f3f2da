# SPDX-License-Identifier: MIT
"""What does a panel draw of an icon's menu, and what do clicks there do? Over the interfaces it uses itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from stage.bus import SessionBus

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"
WATCHER_ITEMS = "RegisteredStatusNotifierItems"


@dataclass
class Entry:
    """Hold one line of the menu, as a panel is told of it."""

    number: int
    properties: dict[str, Any]
    entries: list["Entry"] = field(default_factory=list)

    @property
    def label(self) -> str:
        """Return what it says, without the mark of its key."""
        return str(self.properties.get("label", "")).replace("_", "")

    @property
    def is_enabled(self) -> bool:
        """Tell whether it can be clicked."""
        return bool(self.properties.get("enabled", True))


class PanelsView:
    """Be a panel's side of the one icon that is registered."""

    def __init__(self, bus: SessionBus) -> None:
        """Find the icon on ``bus``."""
        self._bus = bus
        (items,) = bus.call((WATCHER, "/StatusNotifierWatcher", PROPERTIES), "Get", "ss", WATCHER, WATCHER_ITEMS)
        name, _, path = str(items[1][0]).partition("/")
        self._item = (name, f"/{path}", ITEM)
        (menu,) = bus.call((name, f"/{path}", PROPERTIES), "Get", "ss", ITEM, "Menu")
        self._menu = (name, str(menu[1]), MENU)

    def left_click(self) -> None:
        """Click the icon."""
        self._bus.call(self._item, "Activate", "ii", 0, 0)

    def middle_click(self) -> None:
        """Click the icon with the middle button."""
        self._bus.call(self._item, "SecondaryActivate", "ii", 0, 0)

    def entries(self) -> list[Entry]:
        """Open the menu and return the lines that a panel draws, without separators."""
        self._bus.call(self._menu, "AboutToShow", "i", 0)
        _, root = self._bus.call(self._menu, "GetLayout", "iias", 0, -1, [])
        return list(_drawn(root[2]))

    def labels(self) -> list[str]:
        """Return what the menu says."""
        return [each.label for each in self.entries()]

    def find(self, *path: str) -> Entry:
        """Return the entry at ``path``, submenus first."""
        entries = self.entries()
        for label in path[:-1]:
            entries = next(each.entries for each in entries if each.label == label)
        return next(each for each in entries if each.label == path[-1])

    def click(self, *path: str) -> None:
        """Click the entry at ``path``."""
        self._bus.call(self._menu, "Event", "isvu", self.find(*path).number, "clicked", ("s", ""), 0)


def _drawn(children: list[Any]) -> Iterator[Entry]:
    for _, (number, properties, below) in children:
        told = {name: value for name, (_, value) in properties.items()}
        if told.get("visible", True) and told.get("type") != "separator":
            yield Entry(number, told, list(_drawn(below)))
