# SPDX-License-Identifier: MIT
"""Does Rideau start at login? Where this desktop starts nothing by itself, that is said with what to do."""

from rideau.domain.error import RideauError
from rideau.domain.probe import Fitness
from rideau.ui.kit import Section
from rideau.ui.settings.page import PageServices
from rideau.ui.widgets import Tick, label, restyle, show_checked
from rideau.wording.words import Words


class LoginSection(Section):
    """Switch it: it is a fact of this computer, not one of the settings."""

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the switch, and say why where it has no effect."""
        super().__init__(words.text("At login"))
        self._services = services
        self._words = words
        self.tick = Tick(words.text("Start Rideau when I &log in"))
        self.tick.setObjectName("start-at-login")
        self.tick.setChecked(services.autostart.is_on())
        self.body.addWidget(self.tick)
        self.reason = label(role="second")
        self.body.addWidget(self.reason)
        self._say_reason()
        self.tick.toggled.connect(self._switch)

    def _switch(self, checked: bool) -> None:  # noqa: FBT001 - it is what Qt reports
        try:
            self._services.autostart.switch(on=checked)
        except RideauError as error:
            show_checked(self.tick, on=self._services.autostart.is_on())
            self._say(self._words.error(error), "problem")
        else:
            self._say_reason()

    def _say_reason(self) -> None:
        probe = self._services.autostart.probe()
        if probe.fitness is Fitness.WORKS:
            self._say("", "second")
        else:
            said = [probe.reason, probe.remedy] if probe.remedy else [probe.reason]
            self._say(" ".join(self._words.say(each) for each in said), "second")

    def _say(self, said: str, role: str) -> None:
        restyle(self.reason, role=role)
        self.reason.setText(said)
        self.reason.setVisible(bool(said))
        self.tick.setAccessibleDescription(said)
