# SPDX-License-Identifier: MIT
"""Does the whole product close sites by policy, too, where an administrator agreed? The real tray and Chromium.

No desktop here leads browsers to a gate, so that what closes is the policy alone.
"""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux.sites.managed_tier import CLOSED_KIND, HELPER
from stage.chromium import Chromium
from stage.desktop import Desktop
from stage.machine import BLOCKED, Machine, wait_for_watch, wait_until_it_ends
from stage.names import WORK
from stage.running import Running
from stage.shop import SETTINGS


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<title>open</title>open")

    def log_message(self, *_words: object) -> None:
        return


@pytest.fixture(name="url", scope="module")
def fixture_url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Page)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://{WORK}:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


class House:
    """Run Rideau on a machine of the test's own."""

    def __init__(self, desktop: Desktop) -> None:
        self.machine = Machine(desktop)
        self.rideau = Running(desktop)
        self.rideau.forget()
        self.rideau.settings.write_text(SETTINGS)
        self.ledger = LedgerFile(self.rideau.state / "ledger")

    def start(self) -> None:
        self.rideau.start(through=self.machine.through)

    def say(self, *words: str) -> None:
        done = self.rideau.command(*words, through=self.machine.through)
        assert (done.returncode, done.stderr) == (0, ""), words

    def is_recorded(self) -> bool:
        return CLOSED_KIND in {change.kind for _, change in self.ledger.pending()}

    def asked(self) -> int:
        return self.machine.asked().count(HELPER.name)


@pytest.fixture(name="house", scope="module")
def fixture_house() -> Iterator[House]:
    with Desktop() as desktop:
        house = House(desktop)
        yield house
        house.rideau.leave()
        house.machine.leave()


def test_without_an_administrators_word_nothing_of_it_is_asked_for(house: House) -> None:
    """Nor loaded: the tray knows no more of it than where it would be."""
    house.start()
    house.say("close")
    house.say("resume")
    assert house.machine.asked() == []
    assert not house.is_recorded()
    house.say("quit")


def test_every_closing_closes_in_chromium_and_every_opening_opens(house: House, url: str) -> None:
    """While it runs; killed, it is restored; ended, everything is open."""
    house.say("browsers", "install", "--managed")
    house.start()
    asked = house.asked()
    with Chromium(house.machine.desktop, house.machine.through) as chromium:
        wait_for_watch(house.machine, chromium)
        tab = chromium.open_tab(url)
        house.say("close")
        wait_until_it_ends(tab, url, BLOCKED)
        house.say("status")
        assert house.is_recorded()
        assert house.asked() == asked + 1, "each transition is asked for once"
        house.say("restore", "--keep-installed")
        wait_until_it_ends(tab, url, BLOCKED)
        assert house.is_recorded(), "what was put back while it runs holds again"
        house.say("resume")
        wait_until_it_ends(tab, url, "")
        assert not house.is_recorded()

        house.say("close")
        wait_until_it_ends(tab, url, BLOCKED)
        house.rideau.leave()
        wait_until_it_ends(tab, url, BLOCKED)
        house.say("restore", "--keep-installed")
        wait_until_it_ends(tab, url, "")
        assert not house.is_recorded()

        house.start()
        wait_until_it_ends(tab, url, BLOCKED)
        house.rideau.leave()
        asked = house.asked()
        house.start()
        wait_until_it_ends(tab, url, BLOCKED)
        assert house.asked() == asked + 1, "a new run goes on with what an earlier one closed, without opening it"

        house.say("quit")
        assert not house.is_recorded()
        wait_until_it_ends(tab, url, "")
    house.say("browsers", "remove", "--managed")
    assert "Traceback" not in house.rideau.log()
