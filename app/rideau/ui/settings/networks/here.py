# SPDX-License-Identifier: MIT
"""What of the networks is on this computer? Looked up once, beside the main thread, when the page is first shown."""

from collections.abc import Callable
from dataclasses import dataclass, field

from rideau.domain.app import InstalledApp
from rideau.domain.network import Network
from rideau.domain.network_board import app_keys
from rideau.domain.probe import Fitness
from rideau.ports.machine import Mechanism
from rideau.ui.settings.networks.present_sides import gap, joined
from rideau.ui.settings.page import PageServices
from rideau.wording.browser_listing import BrowserStand
from rideau.wording.words import Words


@dataclass
class Here:
    """Hold what was found so far; ``changed`` is called when more is known."""

    services: PageServices
    changed: Callable[[], None]
    apps: tuple[InstalledApp, ...] = ()
    keys: frozenset[str] = frozenset()
    browsers: tuple[BrowserStand, ...] = ()
    mechanisms: tuple[Mechanism, ...] = field(default=())

    def look(self) -> None:
        """Begin to look; what fails is not known, and that is all."""
        worker = self.services.worker
        worker.run(self.services.apps, self._found_apps)
        worker.run(self.services.browsers, self._found_browsers, lambda _: None)
        worker.run(self._mechanisms, self._found_mechanisms, lambda _: None)

    def _mechanisms(self) -> tuple[Mechanism, ...]:
        return self.services.machine.mechanisms()  # loads what asks them: not on the main thread, which draws the page

    def _found_apps(self, found: tuple[InstalledApp, ...]) -> None:
        self.apps, self.keys = found, app_keys(found)
        self.changed()

    def _found_browsers(self, found: tuple[BrowserStand, ...]) -> None:
        self.browsers = found
        self.changed()

    def _found_mechanisms(self, found: tuple[Mechanism, ...]) -> None:
        self.mechanisms = found
        self.changed()


def here_lines(words: Words, here: Here, network: Network, apps: tuple[str, ...]) -> list[str]:
    """Return what of ``network`` is on this computer: its ``apps`` by name, its sites by browser, its notifications."""
    lines = []
    if apps:
        lines.append(
            words.plural("{apps} is installed.", "{apps} are installed.", len(apps), apps=joined(words, list(apps)))
        )
    elif any(network.apps):
        lines.append(words.text("None of its apps is installed."))
    known = [each for each in here.browsers if each.gate is not None]
    closing = [each.name for each in known if each.gate is not None and each.gate.is_in_path]
    if network.sites and closing:
        lines.append(words.text("Its sites can be closed in {browsers}.", browsers=joined(words, closing)))
    if network.sites:
        lines += [gap(words, each) for each in known if each.gate is not None and not each.gate.is_in_path]
    if network.notifications:
        lines += [
            words.text("{what}: {why} {remedy}", what=each.title, why=each.reason, remedy=each.remedy).strip()
            for each in here.mechanisms
            if each.name == "notifications" and each.fitness is not Fitness.WORKS
        ]
    return lines
