# SPDX-License-Identifier: MIT
"""Do real browsers come to the gate by what the routing writes, on each kind of desktop, and leave it with it?"""

import shlex
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest

from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux.sites.gate_facts import gate_facts
from rideau.adapters.linux.sites.launcher_override import OPTION
from rideau.adapters.linux.sites.routing import DesktopRouting
from rideau.adapters.paths import paths_from
from rideau.adapters.routing_state import RoutingState
from rideau.domain.door import Door, Doors, Profile
from rideau.keeper.message import Orders
from stage.desktop import Furniture
from stage.keeper import Keeper
from stage.names import OTHER, WORK
from stage.web import Browser, Web, until

DOORS = (Door("linkedin", "LinkedIn", (WORK,)),)
CLOSED = Orders(Doors(DOORS, MappingProxyType({each: frozenset({"linkedin"}) for each in Profile})), until=4e9)
MANY = tuple(f"site-{number}.example" for number in range(300))
"""A script that names them all fits in no line of KDE's file that Chromium would read."""


class Led(Web):
    """Be a desktop whose browsers a real routing leads to a real keeper, which has every site closed."""

    def __init__(self, desktop: str) -> None:
        named = {"XDG_CURRENT_DESKTOP": desktop, "KDE_SESSION_VERSION": "5", "GSETTINGS_BACKEND": "dconf"}
        super().__init__(Furniture(notifications=None, environment=named, activatable=("ca.desrt.dconf",)))

    def begin(self, keeper: Keeper) -> None:
        """Lead the closed sites to ``keeper``."""
        paths = paths_from(self.environment)
        ledger = LedgerFile(paths.ledger_file)
        self.routing = DesktopRouting(self.environment, ledger, paths.undo_script, lambda: True)
        self.keeper = keeper
        self.led_to = self.lead()

    def lead(self, *more: str) -> RoutingState:
        """Lead the closed sites, and ``more``, to the gate."""
        state = self.routing.hold((WORK, *MANY, *more), self.keeper.port)
        self.keeper.tray(CLOSED._replace(pac=state.pac))
        return state

    def launcher_option(self) -> str:
        """Return what the launcher in the menu gives Chromium."""
        entry = Path(self.environment["XDG_DATA_HOME"], "applications/chromium.desktop").read_text()
        command = next(line.removeprefix("Exec=") for line in entry.splitlines() if line.startswith("Exec="))
        return next(word for word in shlex.split(command) if word.startswith(OPTION))


@pytest.fixture(params=["GNOME", "KDE", "XFCE"])
def led(request: pytest.FixtureRequest) -> Iterator[Led]:
    with Led(request.param) as led, Keeper(led.folder, led.environment, led.names.through) as keeper:
        led.begin(keeper)
        yield led


def _is_closed(led: Led, browser: Browser) -> None:
    """See that the work site is closed, and the other one is open."""
    tab = browser.open_tab()
    led.origin.forget()
    assert tab.go(led.origin.https(WORK))
    assert not led.origin.hits(WORK)
    assert not tab.go(led.origin.https(OTHER))
    tab.close()


def _opens(led: Led, browser: Browser) -> None:
    """See that the work site opens again, soon."""
    tab = browser.open_tab()
    until(lambda: not tab.go(led.origin.https(WORK)), "the work site stays closed")
    tab.close()


def test_chromium_is_led_to_the_gate_by_its_desktop_or_its_launcher(led: Led) -> None:
    assert led.led_to.is_in_place
    is_deaf = led.environment["XDG_CURRENT_DESKTOP"] == "XFCE"
    with led.chromium(*([led.launcher_option()] if is_deaf else [])) as browser:
        _is_closed(led, browser)
        facts = next(each for each in gate_facts(led.environment, frozenset()) if each.browser.id == "chromium")
        assert facts.is_desktop_led is not is_deaf
        assert any(run.is_led for run in facts.runs) is is_deaf
        if is_deaf:
            return  # a launcher counts at the next start
        led.lead("more.example")
        _is_closed(led, browser)
        led.routing.release()
        _opens(led, browser)


def test_firefox_is_led_to_the_gate_on_any_desktop() -> None:
    """It takes a new script up with its next request, which may itself go astray (ESR 153)."""
    with Led("XFCE") as led, Keeper(led.folder, led.environment, led.names.through) as keeper:
        led.begin(keeper)
        with led.firefox() as browser:
            _is_closed(led, browser)
            led.lead("more.example")
            browser.open_tab(led.origin.https(OTHER))
            _is_closed(led, browser)
            led.routing.release()
            _opens(led, browser)
