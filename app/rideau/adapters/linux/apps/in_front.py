# SPDX-License-Identifier: MIT
"""Whose is the window in use: a limited network's app, a browser's, or none of our business?"""

from collections.abc import Sequence
from typing import NamedTuple

from rideau.adapters.linux.apps.process_list import ProcessList
from rideau.domain.app import AppRule, Window
from rideau.domain.app_match import RuleBook, rule_of
from rideau.domain.safety import is_browser


class Owner(NamedTuple):
    """Say whose a window is."""

    network: str | None = None
    is_browser: bool = False


class InFrontOf:
    """Tell whose windows are, by the rules of some networks' apps. Main thread; keeps the last answer only."""

    def __init__(self, rules: Sequence[AppRule]) -> None:
        """Know ``rules``."""
        self.rules = tuple(rules)
        self._book = RuleBook(rules)
        self._last: tuple[Window | None, Owner] = (None, Owner())

    def owner_of(self, window: Window | None) -> Owner:
        """Return whose ``window`` is; nobody's where there is none."""
        if window is None:
            return Owner()
        asked = window._replace(title="")
        if asked != self._last[0]:
            self._last = (asked, self._found(asked))
        return self._last[1]

    def _found(self, window: Window) -> Owner:
        table = ProcessList().around((window.pid,)) if window.pid else None
        process = table.by_pid.get(window.pid) if table is not None else None
        if process is not None and is_browser(process):
            rule = self._book.by_class(window)  # a window made for one site
            return Owner(rule.network if rule else None, is_browser=True)
        rule = rule_of(table, window.pid, self._book) if table is not None else None
        rule = rule or self._book.by_class(window)
        return Owner(rule.network if rule else None)
