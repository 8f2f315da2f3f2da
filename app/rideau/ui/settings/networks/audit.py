# SPDX-License-Identifier: MIT
"""Where do clients and private life meet, and what takes them apart? The view of the audit."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rideau.domain import audit
from rideau.domain.audit import HowTo, Progress
from rideau.domain.network import Network
from rideau.domain.network_board import BEST_KNOWN
from rideau.domain.settings import AuditAnswer, AuditQuestion, Settings
from rideau.domain.text import Text
from rideau.services.rules import networks_of, today_of
from rideau.services.settings_desk import DeskState
from rideau.ui import theme
from rideau.ui.settings.networks.action_button import give_focus
from rideau.ui.settings.networks.audit_head import Standing
from rideau.ui.settings.networks.audit_network import Answering, Asked, NetworkPanel
from rideau.ui.settings.networks.network_finder import NetworkFinder
from rideau.ui.settings.page import PageServices
from rideau.ui.tab_order import read_in_order
from rideau.ui.widgets import announce, button, label, spaced
from rideau.wording.audit_lines import network_line, progress_line
from rideau.wording.words import Words

SHOWN_FIRST = 24
"""More panels than these would make the window wait; the rest comes when it is asked for."""


class AuditView(QWidget):
    """Be the view: a line for each network that the person has, one of them unfolded."""

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build what stands around; the networks come with the settings."""
        super().__init__()
        self.services, self._words = services, words
        self.panels: dict[str, NetworkPanel] = {}
        self._asked_for: frozenset[str] = frozenset()
        self._unfolded: str | None = None
        self._has_begun = False
        self._shows_all = False
        self._guessed = frozenset(each for each in BEST_KNOWN if self._how_tos(each))
        self._build()

    def minimumSizeHint(self) -> QSize:
        """Ask for no height: Qt takes that of wrapped labels at their narrowest, and would scroll past the end."""
        return QSize(super().minimumSizeHint().width(), 0)

    def show_state(self, state: DeskState) -> None:
        """Show what was answered."""
        settings = state.settings
        networks = networks_of(settings, self.services.sources)
        self._finder.look_in(networks)
        theirs = self._theirs(networks, settings)
        shown = audit.shown_first(theirs, settings, self._kept(), len(theirs) if self._shows_all else SHOWN_FIRST)
        self._arrange(shown, settings)
        self._show_rest(len(theirs) - len(shown))
        self._show_progress(settings, has_any=bool(theirs))
        for network in shown:
            panel = self.panels[network.id]
            panel.show_answers(settings.audit.get(network.id, {}), self._standing(network, panel.asked, settings))
        if not self._has_begun:
            self._has_begun = True
            self._unfold(self._first_to_unfold(shown))

    def _first_to_unfold(self, theirs: tuple[Network, ...]) -> str | None:
        standings = {each.id: self.panels[each.id].head.standing for each in theirs}
        with_steps = (each for each, standing in standings.items() if standing.has_steps)
        with_questions = (each for each, standing in standings.items() if standing.has_questions)
        return next(with_steps, None) or next(with_questions, None)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, spacing=12)
        hint = self._words.text(
            "Where clients meet your private accounts, evenings are never quite yours. Each yes becomes one step,"
            " taken when it suits you."
        )
        column.addWidget(label(hint, "second"))
        self.progress = label("", "strong")
        column.addWidget(self.progress)
        self.empty = label(
            self._words.text("Name an account of yours, or put a network on a side, and its questions come here."), ""
        )
        column.addWidget(self.empty)
        self._list = QVBoxLayout()
        spaced(self._list, spacing=8)
        column.addLayout(self._list)
        self.more = button("", "quiet", self._show_all)
        self.more.setObjectName("audit-more")
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self._finder = NetworkFinder(self._words.text("Look at another network"), self.services.to_ascii, self._look_at)
        self._finder.setObjectName("audit-finder")
        self._finder.setMaximumWidth(theme.units(360))
        column.addWidget(self._finder)
        column.addWidget(
            label(self._words.text("Your answers stay in your settings file. Nothing leaves this computer."), "small")
        )
        column.addStretch(1)

    @property
    def finder(self) -> NetworkFinder:
        """Return the field that asks about another network."""
        return self._finder

    @property
    def _settings(self) -> Settings:
        return self.services.desk.settings

    def _theirs(self, networks: tuple[Network, ...], settings: Settings) -> tuple[Network, ...]:
        """Return the networks to ask about: the person's, and those looked at since the view was opened."""
        theirs = audit.audited(networks, settings, self._guessed)
        known = {each.id for each in theirs}
        return (*theirs, *(each for each in networks if each.id in self._asked_for and each.id not in known))

    def _kept(self) -> frozenset[str]:
        """Return the networks that stay in sight whatever changes: one is being read."""
        return self._asked_for | ({self._unfolded} if self._unfolded else set())

    def _show_rest(self, count: int) -> None:
        self.more.setVisible(count > 0)
        self.more.setText(self._words.plural("Show one more network", "Show {count} more networks", count))

    def _show_all(self) -> None:
        self._shows_all = True
        last = list(self.panels)[-1]
        self.show_state(self.services.desk.state)
        give_focus(self.panels[last].head)

    def _arrange(self, theirs: tuple[Network, ...], settings: Settings) -> None:
        """Have a panel for each of ``theirs``, in their order; those that stay keep what is typed in them."""
        wanted = {each.id: self._asked(each, settings) for each in theirs}
        for network in [each for each, panel in self.panels.items() if wanted.get(each) != panel.asked]:
            panel = self.panels.pop(network)
            panel.hide()
            panel.deleteLater()
        is_new = False
        for place, (network, asked) in enumerate(wanted.items()):
            if network not in self.panels:
                self.panels[network] = self._panel(network, asked)
            if self._list.indexOf(self.panels[network]) != place:
                self._list.insertWidget(place, self.panels[network])
                is_new = True
        self.empty.setVisible(not wanted)
        if is_new:
            read_in_order(self)

    def _asked(self, network: Network, settings: Settings) -> Asked:
        own = self._how_tos(network.id)
        general = self.services.audit_guides.general(self._words.language)
        questions = audit.questions_for(network, own, settings)
        how_tos = {each: own.get(each) or general[each] for each in questions}
        return Asked(network.id, network.name, questions, how_tos, audit.personal_accounts(network))

    def _how_tos(self, network: str) -> Mapping[AuditQuestion, HowTo]:
        return self.services.audit_guides.own(network, self._words.language)

    def _panel(self, network: str, asked: Asked) -> NetworkPanel:
        answering = Answering(
            lambda question, answer: self._answer(network, question, answer),
            lambda question, on: self._tick(network, question, on=on),
        )
        panel = NetworkPanel(asked, self._words, answering, lambda on: self._unfold(network if on else None))
        panel.unfold(on=network == self._unfolded)
        return panel

    def _standing(self, network: Network, asked: Asked, settings: Settings) -> Standing:
        unanswered = len(audit.open_questions(network, asked.questions, settings))
        mine = [each for each in audit.steps(settings) if each.network == network.id]
        progress = Progress(sum(each.done_on is not None for each in mine), len(mine))
        said = network_line(self._words, unanswered, progress)
        return Standing(said, has_steps=progress.done < progress.steps, has_questions=bool(unanswered))

    def _show_progress(self, settings: Settings, *, has_any: bool) -> None:
        self.progress.setText(progress_line(self._words, audit.progress(settings)))
        self.progress.setVisible(has_any)

    def _unfold(self, network: str | None) -> None:
        """Show the questions of ``network`` alone."""
        self._unfolded = network
        for each, panel in self.panels.items():
            panel.unfold(on=each == network)
        read_in_order(self)

    def _look_at(self, network: Network) -> None:
        self._finder.clear()
        if network.id not in self.panels:
            self._asked_for |= {network.id}
            self.show_state(self.services.desk.state)
        self._unfold(network.id)
        give_focus(self.panels[network.id].head)

    def _answer(self, network: str, question: AuditQuestion, answer: AuditAnswer | None) -> None:
        after = audit.answered(self._settings, network, question, answer)
        if after != self._settings:
            self._asked_for |= {network}
            name = self.panels[network].asked.name
            self.services.desk.change(after, Text("the answer about {network}", network=name))

    def _tick(self, network: str, question: AuditQuestion, *, on: bool) -> None:
        """Note today as the day on which the step was done, or that it is not done after all."""
        answer = self._settings.audit.get(network, {}).get(question)
        if answer is None:
            return
        today = today_of(self._settings, self.services.sources.clock)
        ticked = answer._replace(done_on=today if on else None)
        after = audit.answered(self._settings, network, question, ticked)
        self.services.desk.change(after, Text("the step on {network}", network=self.panels[network].asked.name))
        announce(self, self.progress.text())
