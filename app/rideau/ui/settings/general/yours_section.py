# SPDX-License-Identifier: MIT
"""How is everything of one's own taken along, brought in, or erased? Erasing is asked twice, in place."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rideau.domain.error import RideauError
from rideau.domain.text import Text
from rideau.ports.archive import Contents, Imported
from rideau.services.rules import today_of
from rideau.ui.kit import Panel, Section
from rideau.ui.settings.page import PageServices
from rideau.ui.widgets import breakable, button, label, restyle, spaced
from rideau.wording.archive_lines import contents_sentence
from rideau.wording.words import Words

AskPath = Callable[[QWidget, str, str], str]
"""Asks for a file: over which window, under which title, beginning where; empty for none."""
FILE = "rideau-{day}.zip"


def ask_where_to(parent: QWidget, title: str, start: str) -> str:
    """Ask for a file to write."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - where somebody wants it

    return QFileDialog.getSaveFileName(parent, title, start)[0]


def ask_which(parent: QWidget, title: str, start: str) -> str:
    """Ask for a file to read."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - where somebody wants it

    return QFileDialog.getOpenFileName(parent, title, start)[0]


class YoursSection(Section):
    """Offer the three, and say what came of them."""

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the buttons; the questions of erasing come when it is asked for."""
        super().__init__(
            words.text("Everything of yours"),
            words.text("Settings, networks of your own and the journal, in one file. Nothing leaves this computer."),
        )
        self._services = services
        self._words = words
        self._kept: Path | None = None
        self.ask_where_to: AskPath = ask_where_to
        self.ask_which: AskPath = ask_which
        text = words.text
        self.export = button(text("E&xport…"), "", self._export)
        self.bring_in = button(text("&Import…"), "", self._import)
        self.erase = button(text("Erase everything…"), "quiet", self._ask_once)
        row = QHBoxLayout()
        spaced(row)
        for each, name in ((self.export, "export"), (self.bring_in, "import"), (self.erase, "erase")):
            each.setObjectName(name)
            row.addWidget(each)
        row.addStretch(1)
        self.body.addLayout(row)
        self.said = label(role="second")
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.hide()
        self.body.addWidget(self.said)
        self.take_back = button(text("Take the import back"), "quiet", self._take_back)
        self.take_back.hide()
        self.body.addWidget(self.take_back, alignment=Qt.AlignmentFlag.AlignLeading)
        self._build_question()

    # --- export and import -----------------------------------------------------------------------------------------

    def _export(self) -> None:
        today = today_of(self._services.desk.settings, self._services.sources.clock)
        name = FILE.format(day=today.isoformat())
        chosen = self.ask_where_to(self.window(), self._words.text("Export everything"), str(Path.home() / name))
        if chosen:
            self._busy(self._words.text("Exporting…"))
            path = Path(chosen)
            self._services.worker.run(
                lambda: self._services.archive.export_to(path),
                lambda contents: self._exported(path, contents),
                self._failed,
            )

    def _exported(self, path: Path, contents: Contents) -> None:
        self._say(
            self._words.text(
                "Exported to {file}: {what}.", file=str(path), what=contents_sentence(self._words, contents)
            )
        )

    def _import(self) -> None:
        chosen = self.ask_which(self.window(), self._words.text("Import everything"), str(Path.home()))
        if chosen:
            self._bring_in(Path(chosen), self._imported)

    def _bring_in(self, path: Path, done: Callable[[Imported], None]) -> None:
        self._busy(self._words.text("Importing…"))
        self._services.worker.run(lambda: self._services.archive.import_from(path), done, self._failed)

    def _imported(self, imported: Imported) -> None:
        self._kept = imported.kept
        what = contents_sentence(self._words, imported.contents)
        self._say(
            self._words.text(
                "Imported: {what}. What was here before is kept in {file}.", what=what, file=str(imported.kept)
            )
        )
        self.take_back.show()

    def _take_back(self) -> None:
        if self._kept is not None:
            self._bring_in(self._kept, lambda _: self._say(self._words.text("Everything is as it was before.")))

    # --- erasing ---------------------------------------------------------------------------------------------------

    def _build_question(self) -> None:
        self.question = Panel()
        self.asked = label()
        self.question.body.addWidget(self.asked)
        row = QHBoxLayout()
        spaced(row)
        self.keep = button(self._words.text("Keep everything"), "main", self._keep)
        self.go_on = button("", "quiet", self._go_on)
        row.addWidget(self.keep)
        row.addWidget(self.go_on)
        row.addStretch(1)
        self.question.body.addLayout(row)
        self.question.hide()
        self.body.addWidget(self.question)
        self._is_asked_twice = False

    def _ask_once(self) -> None:
        self._is_asked_twice = False
        said = self._words.text(
            "Your settings, your own networks and the journal are erased from this computer, everything that Rideau"
            " changed is put back, and Rideau ends. An export made before can bring them back; nothing else can."
        )
        self._ask(said, self._words.text("Erase everything"))

    def _go_on(self) -> None:
        if not self._is_asked_twice:
            self._is_asked_twice = True
            self._ask(self._words.text("Erase all of it, now and for good?"), self._words.text("Yes, erase it all"))
            return
        self.question.hide()
        self._busy(self._words.text("Erasing…"))
        self._services.worker.run(self._services.archive.erase, self._erased, self._failed)

    def _ask(self, said: str, go_on: str) -> None:
        self.asked.setText(said)
        self.go_on.setText(go_on)
        self.keep.setAccessibleDescription(said)
        self.question.show()
        self.keep.setFocus()

    def _keep(self) -> None:
        self.question.hide()
        self.erase.setFocus()

    def _erased(self, left: tuple[Text, ...]) -> None:
        if left:
            said = " ".join(self._words.say(each) for each in left)
            self._say(self._words.text("Erased, but for this: {what}", what=said))
            return
        self._services.end()

    # --- saying ----------------------------------------------------------------------------------------------------

    def _busy(self, said: str) -> None:
        self.take_back.hide()
        self._show(said, "second")
        for each in (self.export, self.bring_in, self.erase):
            each.setEnabled(False)

    def _say(self, said: str, role: str = "second") -> None:
        for each in (self.export, self.bring_in, self.erase):
            each.setEnabled(True)
        self._show(said, role)

    def _show(self, said: str, role: str) -> None:
        restyle(self.said, role=role)
        self.said.setText(breakable(said))
        self.said.show()

    def _failed(self, error: RideauError) -> None:
        self._say(self._words.error(error), "problem")
