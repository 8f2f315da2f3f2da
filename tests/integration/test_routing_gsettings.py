# SPDX-License-Identifier: MIT
"""Are browsers led to the gate by the desktop's settings, and those put back exactly? With the real dconf."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jeepney import message_bus

from contracts.restorer import Changed, RestorerContract
from fakes.ledger import FakeLedger
from rideau.adapters.linux import dconf
from rideau.adapters.linux.held_change import OwnProxyError
from rideau.adapters.linux.sites.gsettings_proxy import KIND, MODE, URL, ProxyKeys, own_proxy
from rideau.adapters.linux.sites.routing import ROUTING_KINDS, DesktopRouting
from rideau.adapters.pac import OwnProxy, pac_data_url, pac_text
from rideau.domain.change import Change, Outcome
from rideau.domain.error import SessionBusError, StorageError
from rideau.domain.probe import Fitness
from rideau.domain.text import Text
from stage.bus import ask
from stage.proxy_settings import DCONF, ProxyHome

SITES = ("linkedin.com", "slack.com")
PORT = 4321
OURS = f"'{pac_data_url(pac_text(SITES, PORT))}'"


@pytest.fixture
def home() -> Iterator[ProxyHome]:
    with ProxyHome() as home:
        home.say("gsettings set org.gnome.desktop.interface clock-show-seconds true")
        yield home


class TestGsettingsRestorer(RestorerContract):
    """Run the contract, from nothing set and from everything set."""

    @pytest.fixture(params=["unset", "set"])
    def changed(self, home: ProxyHome, request: pytest.FixtureRequest) -> Changed:
        if request.param == "set":
            home.set("mode", "none")
            home.set("autoconfig-url", 'http://old.example/it\'s "so"')
        before = home.database()
        home.routing().hold(SITES, PORT)
        change = next(change for _, change in home.ledger.pending() if change.kind == KIND)

        def by_hand() -> None:
            home.set("mode", "manual")
            home.set("autoconfig-url", "http://mine.example/")

        return Changed(ProxyKeys(home.environment), change, before, home.database, by_hand)


def test_the_settings_name_the_gate_and_nothing_is_left_of_it_after_quitting(home: ProxyHome) -> None:
    dump, database, routing = home.dump(), home.database(), home.routing()
    state = routing.hold(SITES, PORT)
    assert state.is_in_place
    assert state.problem is None
    assert (home.get("mode"), home.get("autoconfig-url")) == ("'auto'", OURS)
    routing.release()
    assert home.dump() == dump
    assert home.database() == database
    assert home.ledger.pending() == ()
    assert not home.paths.undo_script.exists()
    assert list(home.config.rglob("rideau*")) == []


def test_held_again_nothing_is_written_anywhere(home: ProxyHome) -> None:
    routing = home.routing()
    routing.hold(SITES, PORT)

    def look() -> dict[Path, int]:
        places = [*home.config.rglob("*"), *home.state.rglob("*")]
        return {place: place.stat().st_mtime_ns for place in places if place.is_file()}

    before = look()
    assert any(place.name == "user" for place in before)
    home.bus.stop()  # nobody could be asked to write
    for again in (routing, home.routing()):
        assert again.hold(SITES, PORT).is_in_place
        assert again.hold(tuple(reversed(SITES)), PORT).is_in_place
    assert look() == before


def test_new_sites_give_a_new_script_and_what_was_before_all_comes_back(home: ProxyHome) -> None:
    home.set("mode", "none")
    database, routing = home.database(), home.routing()
    routing.hold(SITES, PORT)
    routing.hold(("other.example",), PORT)
    assert home.get("autoconfig-url") == f"'{pac_data_url(pac_text(('other.example',), PORT))}'"
    assert len(home.ledger.pending()) == 2
    home.routing().hold(("third.example",), PORT)
    routing.release()
    assert home.database() == database
    assert home.ledger.pending() == ()


def test_without_sites_nothing_is_led_anywhere(home: ProxyHome) -> None:
    database, routing = home.database(), home.routing()
    assert not routing.hold((), PORT).is_in_place
    assert home.database() == database
    routing.hold(SITES, PORT)
    assert not routing.hold((), PORT).is_in_place
    assert home.database() == database


def test_after_a_crash_it_is_adopted_and_restored_exactly(home: ProxyHome) -> None:
    database = home.database()
    home.routing().hold(SITES, PORT)
    pending = home.ledger.pending()
    assert {change.kind for _, change in pending} <= ROUTING_KINDS
    assert home.routing().hold(SITES, PORT).is_in_place
    assert home.ledger.pending() == pending
    summary = home.restore()
    assert (summary.restored, summary.failed) == (2, ())
    assert home.database() == database
    assert not home.paths.undo_script.exists()
    assert home.restore() == type(summary)()


def test_what_was_put_back_meanwhile_is_led_to_the_gate_again_while_it_is_to_hold(home: ProxyHome) -> None:
    database, routing = home.database(), home.routing()
    routing.hold(SITES, PORT)
    home.restore()
    assert routing.hold(SITES, PORT).is_in_place
    assert home.get("autoconfig-url") == OURS
    routing.release()
    assert home.database() == database


def test_a_change_that_a_power_cut_kept_from_being_made_is_made(home: ProxyHome) -> None:
    before = '{"/system/proxy/autoconfig-url": null, "/system/proxy/mode": null}'
    home.ledger.record(Change(KIND, "/system/proxy/", before, before.replace("null", '"6100007300"')))
    database, routing = home.database(), home.routing()
    assert routing.hold(SITES, PORT).is_in_place
    routing.release()
    assert home.database() == database
    assert home.ledger.pending() == ()


@pytest.mark.parametrize("by_hand", ["mode none", "mode manual", "autoconfig-url http://mine.example/pac"])
def test_what_the_person_sets_meanwhile_stays_and_is_said(home: ProxyHome, by_hand: str) -> None:
    routing = home.routing()
    routing.hold(SITES, PORT)
    home.set(*by_hand.split())
    theirs = home.database()
    for again in (routing, home.routing()):
        state = again.hold(SITES, PORT)
        assert not state.is_in_place
        assert "changed since" in str(state.problem)
        assert home.database() == theirs
    routing.release()
    key, value = by_hand.split()
    assert home.get(key) == f"'{value}'"
    assert home.ledger.pending() == ()
    assert OURS not in home.dump()
    if key == "autoconfig-url":
        assert home.get("mode") == "'auto'", "their address is of use in this mode alone"


@pytest.mark.parametrize("mode", ["", "manual"])
def test_what_a_lost_ledger_knew_is_led_to_the_gate_of_now_and_goes_with_it(home: ProxyHome, mode: str) -> None:
    """Work sites would be dead for ever, and a script of ours taken for one of the person's."""
    if mode:
        home.set("http host", "proxy.example")
        home.set("mode", mode)
    database = home.database()
    home.routing().hold(SITES, PORT + 1)
    home.paths.ledger_file.unlink()
    routing = home.routing()
    state = routing.hold(SITES, PORT)
    assert state.is_in_place
    assert state.upstream == ("proxy.example:8080" if mode else "")
    assert home.routing().hold(SITES, PORT) == state
    routing.release()
    assert home.database() == database
    assert home.ledger.pending() == ()


def test_a_proxy_set_by_hand_stays_in_use_for_everything_else(home: ProxyHome) -> None:
    for key, value in {
        "mode": "manual",
        "http host": "proxy.example",
        "http port": "3128",
        "https host": "secure.example",
        "https port": "3129",
        "ignore-hosts": "['localhost', '*.intern.example', '10.0.0.0/8']",
    }.items():
        home.set(key, value)
    database, routing = home.database(), home.routing()
    state = routing.hold(SITES, PORT)
    assert state.is_in_place
    assert state.upstream == "secure.example:3129"
    own = OwnProxy("proxy.example:3128", "secure.example:3129", ("localhost", "*.intern.example", "10.0.0.0/8"))
    assert home.get("autoconfig-url") == f"'{pac_data_url(pac_text(SITES, PORT, own))}'"
    assert home.routing().hold(SITES, PORT) == state
    home.set("https host", "elsewhere.example")
    assert routing.hold(SITES, PORT).upstream == "elsewhere.example:3129"
    home.set("https host", "secure.example")
    routing.release()
    assert home.database() == database


REFUSED = {
    "script": {"mode": "auto", "autoconfig-url": "http://wpad.example/wpad.dat"},
    "search": {"mode": "auto"},
    "socks": {"mode": "manual", "socks host": "socks.example", "socks port": "1080"},
    "password": {"mode": "manual", "http host": "p.example", "http use-authentication": "true"},
}


@pytest.mark.parametrize("own", REFUSED)
def test_a_proxy_that_cannot_be_chained_is_never_written_over(home: ProxyHome, own: str) -> None:
    for key, value in REFUSED[own].items():
        home.set(key, value)
    database = home.database()
    state = home.routing().hold(SITES, PORT)
    assert not state.is_in_place
    assert state.problem is not None
    assert home.database() == database
    assert home.ledger.pending() == ()


def test_what_an_administrator_locked_is_left_alone_and_what_they_set_is_chained(home: ProxyHome) -> None:
    database = home.folder / "company"
    keys, locks = home.folder / "keys", home.folder / "keys/locks"
    locks.mkdir(parents=True)
    (keys / "proxy").write_text("[system/proxy]\nmode='manual'\n[system/proxy/https]\nhost='c.example'\nport=8080\n")
    home.say("dconf compile", str(database), str(keys))
    profile = home.folder / "profile"
    profile.write_text(f"user-db:user\nfile-db:{database}\n")
    home.environment["DCONF_PROFILE"] = str(profile)
    routing = home.routing()
    for again in (routing, routing, home.routing()):
        assert again.hold(SITES, PORT).upstream == "c.example:8080"
    assert len(home.ledger.pending()) == 2
    routing.release()

    (locks / "proxy").write_text("/system/proxy/mode\n")
    home.say("dconf compile", str(database), str(keys))
    state = home.routing().hold(SITES, PORT)
    assert not state.is_in_place
    assert "administrator" in str(state.problem)
    assert home.ledger.pending() == ()


def test_without_dconfs_service_nothing_stays_recorded_and_the_remedy_is_said(home: ProxyHome) -> None:
    home.bus.stop()
    (home.folder / "session-services" / f"{DCONF}.service").unlink()
    home.bus.start()
    state = home.routing().hold(SITES, PORT)
    assert not state.is_in_place
    assert "dconf" in str(state.problem)
    assert home.ledger.pending() == ()
    assert not home.paths.undo_script.exists()
    assert home.routing().probe().fitness is Fitness.WORKS
    home.bus.stop()
    assert home.routing().probe().fitness is Fitness.MISSING


def test_what_dconfs_service_does_not_answer_in_time_stays_recorded_for_it_may_still_happen(home: ProxyHome) -> None:
    database = home.database()
    home.bus.stop()
    (home.folder / "session-services" / f"{DCONF}.service").unlink()
    home.bus.start()
    with home.bus.connect() as silent:
        ask(silent, message_bus.RequestName(DCONF))
        assert home.routing().hold(SITES, PORT).problem is not None
    assert KIND in {change.kind for _, change in home.ledger.pending()}
    assert home.restore().failed == ()
    assert home.database() == database


def test_what_cannot_be_put_back_now_keeps_the_way_back_too(home: ProxyHome) -> None:
    database, routing = home.database(), home.routing()
    routing.hold(SITES, PORT)
    home.bus.stop()
    with pytest.raises(SessionBusError):
        routing.release()
    assert len(home.restore().failed) == 2
    assert home.paths.undo_script.exists()
    assert len(home.ledger.pending()) == 2
    home.bus.start()
    assert home.restore().failed == ()
    assert home.database() == database


SAID = st.none() | st.sampled_from(["", "none", "http://x.example/p?a=1#b", "it's", 'é\U0001f600\n\t\\ "', "a" * 300])


@given(
    mode=st.sampled_from([None, "none", "manual"]),
    url=SAID,
    ignored=st.lists(st.sampled_from(["a", "*.b", "é"]), max_size=3),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_state_before_comes_back(home: ProxyHome, mode: str | None, url: str | None, ignored: list[str]) -> None:
    with home.bus.connect() as connection:
        dconf.write(connection, {
            MODE: None if mode is None else dconf.text(mode),
            URL: None if url is None else dconf.text(url),
            "/system/proxy/ignore-hosts": dconf.texts(tuple(ignored)),
            "/system/proxy/http/host": dconf.text("p.example") if mode == "manual" else None,
        })  # fmt: skip
    dump, database, routing = home.dump(), home.database(), home.routing()
    routing.hold(SITES, PORT)
    assert home.database() != database
    routing.hold(("b.example",), PORT)
    assert home.restore().failed == ()
    assert home.database() == database
    assert home.dump() == dump


@pytest.mark.parametrize("said", [(), ("",), ("a",), ("a", "b" * 300), ("é",) * 200])
def test_arrays_of_strings_are_written_as_glib_reads_them(home: ProxyHome, said: tuple[str, ...]) -> None:
    with home.bus.connect() as connection:
        dconf.write(connection, {"/system/proxy/ignore-hosts": dconf.texts(said)})
    assert home.get("ignore-hosts") == (str(list(said)) if said else "@as []")
    assert dconf.value_of(dconf.read(home.environment)["/system/proxy/ignore-hosts"]) == said


@pytest.mark.parametrize("raw", [b"", b"\0", b"\0s", b"\xff\0\0s", b"\x09\0as", b"ab\0i", b"\0\0(", None])
def test_a_value_of_another_type_or_none_is_no_surprise(raw: bytes | None) -> None:
    assert dconf.value_of(raw) in {None, "", ()}


def test_a_manual_mode_without_any_address_is_no_proxy() -> None:
    assert own_proxy({MODE: dconf.text("manual")}) == OwnProxy()
    with pytest.raises(OwnProxyError):
        own_proxy({MODE: dconf.text("auto")})


class _Stiff(FakeLedger):
    """Refuse to strike anything out while full."""

    def settle(self, number: int) -> None:
        if self.is_full:
            raise StorageError(Text("The disk is full."))
        super().settle(number)


def test_what_went_back_but_could_not_be_struck_out_is_nobodys_change(home: ProxyHome) -> None:
    """Sites that are to close again right after are led to the gate, and not said to be the person's own choice."""
    database, ledger = home.database(), _Stiff()
    routing = DesktopRouting(home.environment, ledger, home.paths.undo_script, lambda: False)
    routing.hold(SITES, PORT)
    ledger.is_full = True
    with pytest.raises(StorageError):
        routing.release()
    assert home.database() == database
    ledger.is_full = False
    assert routing.hold(SITES, PORT).is_in_place
    routing.release()
    assert home.database() == database
    assert ledger.pending() == ()


def test_outside_of_a_session_a_change_stays_pending(home: ProxyHome) -> None:
    home.routing().hold(SITES, PORT)
    change = next(change for _, change in home.ledger.pending() if change.kind == KIND)
    nowhere = {**home.environment, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={home.folder}/none"}
    with pytest.raises(SessionBusError):
        ProxyKeys(nowhere).restore(change)
    odd = Change(KIND, change.place, "odd", change.after)
    assert ProxyKeys(home.environment).restore(odd) is Outcome.RESTORED
