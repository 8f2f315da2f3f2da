# SPDX-License-Identifier: MIT
"""How does a person say which apps belong to a network? From what is installed here, with icons and names."""

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from rideau.domain.app import InstalledApp
from rideau.domain.app_id import app_key
from rideau.domain.network import AppIds
from rideau.domain.network_board import app_keys
from rideau.domain.network_search import plain
from rideau.ui import theme
from rideau.ui.app_lines import SMALL_ICON, app_picture, picture
from rideau.ui.present_apps import AppLine
from rideau.ui.settings.networks.lines_field import remove_button
from rideau.ui.widgets import breakable, button, label, spaced
from rideau.wording.words import Words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SYSTEM = {"win32": 1, "darwin": 2}.get(sys.platform, 0)
"""Which of the fields of ``AppIds`` is this system's."""
_MOST_ROWS = 5


def here(apps: AppIds) -> tuple[str, ...]:
    """Return the ids of this system."""
    return apps[_SYSTEM]


def with_here(apps: AppIds, ids: Sequence[str]) -> AppIds:
    """Return ``apps`` with other ids on this system."""
    return AppIds(*(tuple(ids) if at == _SYSTEM else each for at, each in enumerate(apps)))


class AppsModel(QAbstractListModel):
    """Hold installed apps; an icon is looked for when its row is first painted."""

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.apps: tuple[InstalledApp, ...] = ()

    def show_apps(self, apps: Sequence[InstalledApp]) -> None:
        """Show ``apps``."""
        self.beginResetModel()
        self.apps = tuple(apps)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.apps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name or the icon of an app."""
        shown = self.apps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.name
        if role == Qt.ItemDataRole.DecorationRole:
            return app_picture(AppLine(shown.name, shown.icon, ""), theme.units(SMALL_ICON), _ratio(self))
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, theme.units(SMALL_ICON + 8))
        return None


class AppList(QListView):
    """Be the apps to pick from: a click or Enter picks."""

    def __init__(self, name: str, pick: Callable[[InstalledApp], None]) -> None:
        """Begin empty."""
        super().__init__()
        self.apps = AppsModel(self)
        self._pick = pick
        self.setModel(self.apps)
        self.setAccessibleName(name)
        self.setIconSize(QSize(theme.units(SMALL_ICON), theme.units(SMALL_ICON)))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: pick(self.apps.apps[index.row()]))

    def show_apps(self, apps: Sequence[InstalledApp]) -> None:
        """Show ``apps``, as high as they need up to a few rows."""
        self.apps.show_apps(apps)
        rows = min(max(len(apps), 1), _MOST_ROWS)
        self.setFixedHeight(rows * theme.units(SMALL_ICON + 8) + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick the chosen app on Enter."""
        row = self.currentIndex().row()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and 0 <= row < len(self.apps.apps):
            self._pick(self.apps.apps[row])
        else:
            super().keyPressEvent(event)


class AppsField(QWidget):
    """Show the apps of one network, those installed here first, and let others be picked."""

    def __init__(self, words: Words, on_change: Callable[[AppIds], None]) -> None:
        """Begin without an app."""
        super().__init__()
        self._words = words
        self._on_change = on_change
        self._apps = AppIds()
        self._installed: tuple[InstalledApp, ...] = ()
        self._shown: object = None
        body = QVBoxLayout(self)
        spaced(body, spacing=4)
        head = QHBoxLayout()
        spaced(head)
        head.addWidget(label(words.text("Apps"), "strong"), 1)
        self.pick_button = button(words.text("Pick an app"), "quiet", self._unfold)
        head.addWidget(self.pick_button, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(head)
        self._rows = QVBoxLayout()
        spaced(self._rows, spacing=2)
        body.addLayout(self._rows)
        self._others = label("", "small")
        body.addWidget(self._others)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(words.text("Name of the app"))
        self.filter.setAccessibleName(words.text("Name of the app"))
        self.filter.textChanged.connect(self._sift)
        self.list = AppList(words.text("Apps installed here"), self._picked)
        for each in (self.filter, self.list):
            each.hide()
            body.addWidget(each)

    def show_apps(self, apps: AppIds, installed: Sequence[InstalledApp], *, is_said: bool) -> None:
        """Show ``apps``, told by their names where they are among the ``installed``.

        Where ``is_said`` by the person, each of the others can be removed as well; what ships is one line.
        """
        if self._shown == (apps, installed, is_said):
            return
        self._shown = (apps, installed, is_said)
        self._apps, self._installed = apps, tuple(installed)
        while (item := self._rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        found = [each for each in self._installed if self._has(each)]
        for each in found:
            self._show_row(picture(AppLine(each.name, each.icon, ""), SMALL_ICON, self.devicePixelRatioF()), each)
        keys = app_keys(found)
        others = [each for each in here(apps) if app_key(each) not in keys]
        for other in others if is_said else ():
            self._show_row(None, InstalledApp(other, other))
        self._others.setText(self._told([] if is_said else others, is_any=bool(found or others)))
        self._others.setVisible(bool(self._others.text()))
        self._sift(self.filter.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold the list away on Escape."""
        if event.key() == Qt.Key.Key_Escape and not self.filter.isHidden():
            self._unfold()
            self.pick_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _told(self, others: Sequence[str], *, is_any: bool) -> str:
        if others:
            said = breakable(", ".join(others))
            return self._words.text("Not installed here, known all the same: {apps}", apps=said)
        return "" if is_any else self._words.text("None named.")

    def _has(self, app: InstalledApp) -> bool:
        return not app_keys([app]).isdisjoint(map(app_key, here(self._apps)))

    def _show_row(self, icon: QLabel | None, app: InstalledApp) -> None:
        made = QWidget()
        row = QHBoxLayout(made)
        spaced(row)
        if icon is not None:
            row.addWidget(icon)
        row.addWidget(label(breakable(app.name)), 1)
        row.addWidget(remove_button(self._words, app.name, lambda: self._remove(app)))
        self._rows.addWidget(made)
        made.show()

    def _remove(self, app: InstalledApp) -> None:
        keys = app_keys([app])
        self.pick_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_change(with_here(self._apps, [each for each in here(self._apps) if app_key(each) not in keys]))

    def _picked(self, app: InstalledApp) -> None:
        self._unfold()
        self.pick_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._has(app):
            self._on_change(with_here(self._apps, [*here(self._apps), app.id]))

    def _unfold(self) -> None:
        is_open = self.filter.isHidden()
        for each in (self.filter, self.list):
            each.setVisible(is_open)
        if is_open:
            self.filter.clear()
            self._sift("")
            self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sift(self, typed: str) -> None:
        if not self.filter.isHidden():
            wanted = plain(typed)
            self.list.show_apps([e for e in self._installed if wanted in plain(e.name) and not self._has(e)])


def _ratio(model: AppsModel) -> float:
    parent = model.parent()
    return parent.devicePixelRatioF() if isinstance(parent, QWidget) else 1
