# SPDX-License-Identifier: MIT
"""How does the Reminders page look, view by view? With a tip of one's own, and one that does not hold."""

from collections.abc import Callable, Mapping

from fakes.tips import FakeTips
from rideau.domain.settings import Asked, Reminders, Settings
from rideau.domain.text import Text
from rideau.domain.tip import Theme, Wording
from rideau.ports.settings_store import SettingsProblem
from rideau.ports.settings_window import SettingsPage
from rideau.ui.settings.reminders.reminders_page import RemindersPage, View
from rideau.ui.settings.reminders.tips_view import TipsView
from rideau.ui.settings.window import SettingsWindow
from rideau.wording.words import Words
from stage.settings_house import page_services
from stage.stands import Build, Stand, settle, shown

SIZE = (1240, 1400)
MINE = {
    "en": Wording("The cat waits at the door.", "She knows the time better than you.", "Off to the cat"),
    "fr": Wording("Le chat attend derrière la porte.", "L’heure, il la connaît mieux que vous.", "Je rentre"),
}


def _window(words: Words) -> SettingsWindow:
    reminders = Reminders(
        recurring=frozenset({Asked.MEAL, Asked.MOVE}),
        themes_off=frozenset({Theme.SNACK}),
        themes_rarer=frozenset({Theme.DRINK}),
    )
    services = page_services(Settings(reminders=reminders))
    wrong = Text("This tip has no “{key}”.", key="theme")
    tips = FakeTips(*services.tips.tips(), problems=(SettingsProblem("tips.d/a.toml", "tips[0]", wrong),))
    tips.add(tips.tips()[0]._replace(id="own-cat", theme=Theme.PEOPLE, wordings=MINE, is_own=True))
    return SettingsWindow(services._replace(tips=tips), words, SettingsPage.REMINDERS)


def _at(view: View, then: Callable[[RemindersPage], None] = lambda _: None) -> Build:
    def build(words: Words) -> Stand:
        window = _window(words)
        window.resize(*SIZE)
        shown(window)
        page = window.pages[SettingsPage.REMINDERS]
        assert isinstance(page, RemindersPage)
        page.choose(view)
        then(page)
        settle()
        return Stand(window)

    return build


def _writing(page: RemindersPage) -> None:
    tips = page.views[View.TIPS]
    assert isinstance(tips, TipsView)
    tips.edit(tips.chosen)


REMINDER_WINDOWS: Mapping[str, Build] = {
    "reminders": _at(View.COMING),
    "reminders, all tips": _at(View.TIPS),
    "reminders, writing": _at(View.TIPS, _writing),
    "reminders, the day": _at(View.DAY),
}
