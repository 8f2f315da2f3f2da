# SPDX-License-Identifier: MIT
"""Is Chromium on KDE led to the gate, and does KDE's file come back byte for byte?"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jeepney import MatchRule
from jeepney.bus_messages import message_bus

from contracts.restorer import Changed, RestorerContract
from rideau.adapters.linux.held_change import OwnProxyError
from rideau.adapters.linux.ini_file import value_in, with_value, without_empty_group
from rideau.adapters.linux.sites.kio_proxy import GROUP, KIND, SCRIPT, TYPE, KioProxyRestorer, own_proxy
from rideau.adapters.pac import OwnProxy, pac_data_url, pac_served_url, pac_text
from rideau.domain.change import Change, Outcome
from stage.bus import ask
from stage.program import PATIENCE_S
from stage.proxy_settings import ProxyHome

SITES = ("linkedin.com", "slack.com")
PORT = 4321
PAC = pac_text(SITES, PORT)
OURS = pac_served_url(PAC, PORT)
LONGEST_LINE = 510
"""Chromium 156 drops every longer line of the file without a word."""

FILES = {
    "none": None,
    "empty": "",
    "other": "[$Version]\nupdate_info=kioslave.upd:kde2.2/r1\n",
    "no-line-end": "[Other]\nx=1",
    "no-group-end": "[Proxy Settings]",
    "off": "[Proxy Settings]\nNoProxyFor=a,b\nProxyType=0\nProxy Config Script=http://old.example/\n\n[Other]\nx=é\\s\n",
    "raw": "[Proxy Settings]\r\nProxyType=0\r\nx=\udcff\r\n",
}


@pytest.fixture
def home() -> Iterator[ProxyHome]:
    with ProxyHome("KDE") as home:
        yield home


@pytest.fixture(params=FILES)
def content(request: pytest.FixtureRequest) -> str | None:
    return FILES[request.param]


def _file(home: ProxyHome) -> Path:
    return home.config / "kioslaverc"


def _put(home: ProxyHome, content: str | None) -> bytes | None:
    if content is not None:
        _file(home).write_bytes(os.fsencode(content))
    return _look(home)


def _look(home: ProxyHome) -> bytes | None:
    return _file(home).read_bytes() if _file(home).exists() else None


class TestKioProxyRestorer(RestorerContract):
    """Run the contract, with every file that may have been there."""

    @pytest.fixture
    def changed(self, home: ProxyHome, content: str | None) -> Changed:
        before = _put(home, content)
        home.routing().hold(SITES, PORT)
        change = next(change for _, change in home.ledger.pending() if change.kind == KIND)
        by_hand = "[Proxy Settings]\nProxyType=1\nhttpProxy=http://mine.example 1\n"
        return Changed(
            KioProxyRestorer(home.environment),
            change,
            before,
            lambda: _look(home),
            lambda: _ignore(_put(home, by_hand)),
        )


def _ignore(_content: bytes | None) -> None:
    """Do nothing with what a file says."""


def test_the_file_names_the_gate_and_is_as_before_after_quitting(home: ProxyHome, content: str | None) -> None:
    before, dump, routing = _put(home, content), home.dump(), home.routing()
    for _ in range(2):
        state = routing.hold(SITES, PORT)
        assert state.is_in_place
        assert state.pac == PAC
        said = os.fsdecode(_look(home) or b"")
        assert (value_in(said, GROUP, TYPE), value_in(said, GROUP, SCRIPT)) == ("2", OURS)
        assert home.get("autoconfig-url") == f"'{pac_data_url(PAC)}'", "Firefox on KDE reads gsettings"
        routing.release()
        assert _look(home) == before
        assert home.dump() == dump
        assert home.ledger.pending() == ()


def test_no_line_is_too_long_for_chromium_however_many_sites_there_are(home: ProxyHome) -> None:
    home.routing().hold(tuple(f"site-{number}.example" for number in range(300)), PORT)
    assert max(map(len, (_look(home) or b"").splitlines())) <= LONGEST_LINE


def test_new_sites_and_a_restart_keep_what_was_before_all(home: ProxyHome, content: str | None) -> None:
    before = _put(home, content)
    home.routing().hold(SITES, PORT)
    home.routing().hold(("b.example",), PORT)
    held = _file(home).stat()
    home.routing().hold(("b.example",), PORT)
    assert _file(home).stat().st_ino == held.st_ino, "nothing is written twice"
    assert home.restore().failed == ()
    assert _look(home) == before


@pytest.mark.parametrize("content", [None, "[Proxy Settings]\nNoProxyFor=a\n", "[A]\nb=1\n"])
def test_what_a_lost_ledger_knew_is_led_to_the_gate_of_now_and_goes_with_it(
    home: ProxyHome, content: str | None
) -> None:
    before = _put(home, content)
    home.routing().hold(SITES, PORT + 1)
    home.paths.ledger_file.unlink()
    routing = home.routing()
    for _ in range(2):
        assert routing.hold(SITES, PORT).pac == PAC
    routing.release()
    assert _look(home) == before
    assert home.ledger.pending() == ()


def test_a_link_of_the_persons_to_a_file_that_is_not_there_yet_stays_one(home: ProxyHome) -> None:
    target = home.folder / "dotfiles/kioslaverc"
    _file(home).parent.mkdir(parents=True, exist_ok=True)
    _file(home).symlink_to(target)
    routing = home.routing()
    routing.hold(SITES, PORT)
    assert OURS in target.read_text()
    routing.release()
    assert _file(home).readlink() == target
    assert not target.exists()


def test_what_kde_writes_beside_stays_and_the_two_lines_go(home: ProxyHome) -> None:
    _put(home, "[Proxy Settings]\nNoProxyFor=a\n")
    routing = home.routing()
    routing.hold(SITES, PORT)
    _put(home, (_look(home) or b"").decode().replace("NoProxyFor=a", "NoProxyFor=b") + "\n[New]\nx=1\n")
    assert routing.hold(SITES, PORT).is_in_place
    assert routing.hold(("b.example",), PORT).is_in_place
    routing.release()
    assert _look(home) == b"[Proxy Settings]\nNoProxyFor=b\n\n[New]\nx=1\n"


def test_a_group_and_a_file_made_for_it_go_with_it_even_when_kde_rewrote_them(home: ProxyHome) -> None:
    routing = home.routing()
    routing.hold(SITES, PORT)
    _put(home, f"[Proxy Settings]\nProxy Config Script={OURS}\nProxyType=2\n\n")
    routing.release()
    assert _look(home) is None


@pytest.mark.parametrize("by_hand", ["ProxyType=0", "ProxyType=1\nhttpProxy=http://mine.example 80"])
def test_what_the_person_sets_meanwhile_stays(home: ProxyHome, by_hand: str) -> None:
    routing = home.routing()
    routing.hold(SITES, PORT)
    theirs = f"[Proxy Settings]\n{by_hand}\nProxy Config Script=http://mine.example/\n"
    _put(home, theirs)
    for again in (routing, home.routing()):
        state = again.hold(SITES, PORT)
        assert [text for text in state.not_covered if "changed since" in str(text)]
        assert _look(home) == theirs.encode()
    routing.release()
    assert _look(home) == theirs.encode()
    assert home.ledger.pending() == ()


def test_a_script_of_the_persons_in_the_place_of_ours_stays_in_use(home: ProxyHome) -> None:
    routing = home.routing()
    routing.hold(SITES, PORT)
    theirs = "[Proxy Settings]\nProxyType=2\nProxy Config Script=http://mine.example/\n"
    _put(home, theirs)
    routing.release()
    assert _look(home) == theirs.encode()


def test_a_proxy_set_by_hand_stays_in_use_for_everything_else(home: ProxyHome) -> None:
    by_hand = (
        "[Proxy Settings]\nProxyType=1\nhttpProxy=http://proxy.example 3128\nhttpsProxy=http://secure.example:3129\n"
        "NoProxyFor=localhost,intern.example,10.0.0.0/8\n"
    )
    before = _put(home, by_hand)
    state = home.routing().hold(SITES, PORT)
    assert state.upstream == "secure.example:3129"
    own = OwnProxy("proxy.example:3128", "secure.example:3129", ("*localhost", "*intern.example", "10.0.0.0/8"))
    said = os.fsdecode(_look(home) or b"")
    assert value_in(said, GROUP, SCRIPT) == pac_served_url(pac_text(SITES, PORT, own), PORT)
    assert state.pac == pac_text(SITES, PORT, own)
    assert home.routing().hold(SITES, PORT) == state
    home.restore()
    assert _look(home) == before


@pytest.mark.parametrize(
    "said",
    ["ProxyType=2\nProxy Config Script=http://own.example/", "ProxyType=3", "ProxyType=4\nhttpProxy=http_proxy",
     "ProxyType=1\nsocksProxy=socks://s.example 1080", "ProxyType=1\nhttpProxy=http://me:pw@p.example 80",
     "ProxyType=1\nhttpProxy=http://p.example 80\nReversedException=true"],
)  # fmt: skip
def test_a_proxy_that_cannot_be_chained_is_never_written_over(home: ProxyHome, said: str) -> None:
    before = _put(home, f"[Proxy Settings]\n{said}\n")
    state = home.routing().hold(SITES, PORT)
    assert "KDE" in str(state.not_covered[0])
    assert _look(home) == before
    assert KIND not in {change.kind for _, change in home.ledger.pending()}


def test_what_an_administrator_locked_is_left_alone_and_what_they_set_is_chained(home: ProxyHome) -> None:
    shared = home.folder / "xdg/kioslaverc"
    shared.parent.mkdir()
    shared.write_text("[Proxy Settings]\nProxyType=1\nhttpsProxy=http://c.example 8080\n")
    home.environment["XDG_CONFIG_DIRS"] = str(shared.parent)
    routing = home.routing()
    assert routing.hold(SITES, PORT).upstream == "c.example:8080"
    routing.release()
    assert _look(home) is None
    shared.write_text("[Proxy Settings][$i]\nProxyType=0\n")
    assert "administrator" in str(home.routing().hold(SITES, PORT).not_covered[0])
    assert _look(home) is None


def test_kdes_programs_are_told_as_its_own_settings_tell_them(home: ProxyHome) -> None:
    rule = MatchRule(type="signal", interface="org.kde.KIO.Scheduler", member="reparseSlaveConfiguration")
    with home.bus.connect() as listener, listener.filter(rule) as heard:
        ask(listener, message_bus.AddMatch(rule))
        home.routing().hold(SITES, PORT)
        signal = listener.recv_until_filtered(heard, timeout=PATIENCE_S)
        assert signal.body == ("",)
        home.restore()
        listener.recv_until_filtered(heard, timeout=PATIENCE_S)


def test_without_a_bus_chromium_is_led_all_the_same(home: ProxyHome) -> None:
    home.bus.stop()
    state = home.routing().hold(SITES, PORT)
    assert state.is_in_place
    assert state.not_covered, "Firefox is not"
    home.routing().release()
    assert _look(home) is None


def test_it_goes_from_another_desktop_too(home: ProxyHome) -> None:
    home.routing().hold(SITES, PORT)
    home.environment["XDG_CURRENT_DESKTOP"] = "GNOME"
    home.routing().release()
    assert _look(home) is None
    assert home.ledger.pending() == ()


def test_the_way_is_learnt_from_rideau_unless_launchers_may_carry_it(home: ProxyHome) -> None:
    programs = home.folder / "bin"
    programs.mkdir()
    (programs / "chromium").write_bytes(b"\x7fELF")
    (programs / "chromium").chmod(0o755)
    home.environment["PATH"] = f"{programs}:/usr/bin:/bin"
    launcher = Path(home.environment["XDG_DATA_HOME"], "applications/chromium.desktop")
    launcher.parent.mkdir()
    launcher.write_text("[Desktop Entry]\nExec=chromium %U\n")
    before = launcher.read_bytes()
    said = [str(text) for text in home.routing().hold(SITES, PORT).not_covered]
    assert [text for text in said if text.startswith("On KDE, Chromium learns the way")] == said[:1]
    assert launcher.read_bytes() == before
    home.may_change_launchers = True
    assert home.routing().hold(SITES, PORT).not_covered == ()
    assert pac_data_url(PAC) in launcher.read_text()
    home.routing().release()
    assert launcher.read_bytes() == before


def test_other_desktops_have_no_such_file() -> None:
    with ProxyHome("XFCE") as home:
        home.routing().hold(SITES, PORT)
        assert not _file(home).exists()


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("", OwnProxy()),
        ("[Proxy Settings]\nProxyType=0\nhttpProxy=http://p.example 1", OwnProxy()),
        ("[Proxy Settings]\nProxyType=1", OwnProxy()),
        ("[Proxy Settings]\nProxyType=1\nhttpProxy=p.example", OwnProxy("p.example:80", "")),
        ("[Proxy Settings]\nProxyType=1\nhttpProxy=http://p.example:81/", OwnProxy("p.example:81", "")),
    ],
)
def test_what_kde_says_of_a_proxy_is_understood(said: str, own: OwnProxy) -> None:
    assert own_proxy(said) == own


def test_the_person_counts_more_than_the_system() -> None:
    system = "[Proxy Settings]\nProxyType=3\n"
    with pytest.raises(OwnProxyError):
        own_proxy(system, "")
    assert own_proxy(system, "[Proxy Settings]\nProxyType=0\n") == OwnProxy()


def test_a_change_that_nobody_can_read_is_put_back_as_far_as_it_goes(home: ProxyHome) -> None:
    _put(home, "[Proxy Settings]\nProxyType=2\nProxy Config Script=x\n")
    change = Change(KIND, str(_file(home)), None, "[Proxy Settings]\nProxyType=2\nProxy Config Script=x\nOther=1\n")
    assert KioProxyRestorer(home.environment).restore(change) is Outcome.RESTORED
    assert _look(home) is None
    assert KioProxyRestorer(home.environment).restore(change) is Outcome.GONE


KEY = st.sampled_from(["ProxyType", "Proxy Config Script", "NoProxyFor", "# x"])
LINE = st.one_of(
    st.builds("{}={}".format, KEY, st.sampled_from(["0", "", "a b", "é"])),
    st.sampled_from(["", "[Proxy Settings]", "[Proxy]", "[Proxy Settings][x]", "[[a]"]),
)


@given(lines=st.lists(LINE, max_size=8), end=st.sampled_from(["", "\n", "\n\n"]))
@settings(max_examples=200)
def test_one_key_is_set_and_every_other_line_stays(lines: list[str], end: str) -> None:
    content = "\n".join(lines) + end
    changed = with_value(content, GROUP, TYPE, "2")
    assert value_in(changed, GROUP, TYPE) == "2"
    assert value_in(changed, GROUP, SCRIPT) == value_in(content, GROUP, SCRIPT)
    assert value_in(with_value(changed, GROUP, TYPE, None), GROUP, TYPE) in {None, value_in(content, GROUP, TYPE)}
    kept = [line for line in content.split("\n") if line and not line.startswith("ProxyType")]
    assert [line for line in changed.split("\n") if line in kept][: len(kept)] == kept


@given(lines=st.lists(LINE, max_size=8), end=st.sampled_from(["", "\n", "\n\n"]))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_file_before_comes_back(home: ProxyHome, lines: list[str], end: str) -> None:
    before = _put(home, "\n".join(lines) + end)
    routing = home.routing()
    routing.hold(SITES, PORT)
    routing.hold(("b.example",), PORT)
    routing.release()
    assert _look(home) == before


def test_an_empty_group_goes_and_a_full_one_stays() -> None:
    assert without_empty_group("[A]\n\n[Proxy Settings]\n\n[B]\n", GROUP) == "[A]\n[B]\n"
    assert without_empty_group("[Proxy Settings]\nx=1\n", GROUP) == "[Proxy Settings]\nx=1\n"
    assert without_empty_group("[A]\n", GROUP) == "[A]\n"
