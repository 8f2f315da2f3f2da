# SPDX-License-Identifier: MIT
"""Does the script send the right addresses to the gate? Run by a real JavaScript engine."""

import json
import time
from base64 import b64decode
from collections.abc import Callable, Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtQml import QJSEngine

from rideau.adapters.pac import DIRECT, NO_PROXY, OwnProxy, is_ours, pac_data_url, pac_served_url, pac_text

pytestmark = pytest.mark.usefixtures("qapp")
"""The engine wants an application, windows or none."""

GATE = "PROXY 127.0.0.1:4321"
OTHERS = OwnProxy(
    "proxy.example:3128",
    "secure.example:3129",
    (
        "localhost",
        "127.0.0.0/8",
        "::1",
        "*.intern.example",
        "fe80::/10",
        "10.1.2.3",
        "*corp",
        ".dot.example",
        "[fc00::]/7",
        "192.168.*",
        "printer-*.lan.example",
    ),
)


def _asks(hosts: Iterable[str], own: OwnProxy = NO_PROXY) -> Callable[[str], str]:
    """Return what answers for a URL."""
    engine = QJSEngine()
    loaded = engine.evaluate(pac_text(hosts, 4321, own))
    assert not loaded.isError(), loaded.toString()

    def ask(url: str) -> str:
        host = url.partition("://")[2].partition("/")[0]
        answer = engine.evaluate(f"FindProxyForURL({json.dumps(url)}, {json.dumps(host)})")
        assert not answer.isError(), answer.toString()
        return answer.toString()

    return ask


@pytest.mark.parametrize(
    "host",
    ["linkedin.com", "www.linkedin.com", "a.b.c.linkedin.com", "LinkedIn.COM", "linkedin.com.", "www.linkedin.com..",
     "xn--bcher-kva.example", "192.0.2.7", "2001:db8::1", "[2001:db8::1]"],
)  # fmt: skip
def test_a_site_and_all_below_it_go_to_the_gate_and_nowhere_else(host: str) -> None:
    ask = _asks(["linkedin.com", "xn--bcher-kva.example", "192.0.2.7", "[2001:db8::1]"])
    assert ask(f"https://{host}/") == GATE


@pytest.mark.parametrize(
    "host",
    ["notlinkedin.com", "linkedin.com.evil.example", "com", "linkedin", "linkedin.community", "", ".", "..",
     "__proto__", "constructor", "toString", "hasOwnProperty", "2001:db8::2"],
)  # fmt: skip
def test_all_else_goes_as_without_rideau(host: str) -> None:
    assert _asks(["linkedin.com", "2001:db8::1"])(f"https://{host}/") == DIRECT


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        ("http://elsewhere.example/", "PROXY proxy.example:3128"),
        ("https://elsewhere.example/", "PROXY secure.example:3129"),
        ("wss://elsewhere.example/", "PROXY secure.example:3129"),
        ("https://linkedin.com/", GATE),
        ("https://localhost/", DIRECT),
        ("http://127.9.9.9/", DIRECT),
        ("http://128.0.0.1/", "PROXY proxy.example:3128"),
        ("http://[::1]/", DIRECT),
        ("http://[::2]/", "PROXY proxy.example:3128"),
        ("https://www.intern.example/", DIRECT),
        ("https://intern.example/", "PROXY secure.example:3129"),
        ("http://[fe80::1234]/", DIRECT),
        ("http://[fec0::1]/", "PROXY proxy.example:3128"),
        ("http://[fd00::1]/", DIRECT),
        ("http://10.1.2.3/", DIRECT),
        ("http://10.1.2.4/", "PROXY proxy.example:3128"),
        ("https://thecorp/", DIRECT),
        ("https://a.dot.example/", DIRECT),
        ("https://bare/", "PROXY secure.example:3129"),
        ("http://192.168.1.20/", DIRECT),
        ("http://192.169.1.20/", "PROXY proxy.example:3128"),
        ("https://192a168.example/", "PROXY secure.example:3129"),
        ("https://printer-7.lan.example/", DIRECT),
        ("https://printer.lan.example/", "PROXY secure.example:3129"),
    ],
)
def test_a_proxy_that_the_person_has_keeps_its_share_and_its_exceptions(url: str, answer: str) -> None:
    assert _asks(["linkedin.com"], OTHERS)(url) == answer


def test_plain_names_and_everything_can_be_left_out_of_the_persons_proxy() -> None:
    local = _asks(["linkedin.com"], OwnProxy("p:1", "p:1", ("<local>",)))
    assert (local("https://bare/"), local("https://two.labels/"), local("http://[::1]/")) == (
        DIRECT,
        "PROXY p:1",
        "PROXY p:1",
    )
    everything = _asks(["linkedin.com"], OwnProxy("p:1", "", ("*",)))
    assert (everything("http://any.example/"), everything("http://linkedin.com/")) == (DIRECT, GATE)
    assert _asks([], OwnProxy("p:1", ""))("https://any.example/") == DIRECT


NASTY = st.text(st.sampled_from("ab.\"'\\</script>\u2028\n*;(){}$`%é\x00_"), max_size=12)


@given(hosts=st.lists(NASTY, max_size=6), ignored=st.lists(NASTY, max_size=4), proxy=NASTY)
@example(hosts=['"]; return "DIRECT"; //'], ignored=[], proxy="")
@example(hosts=["__proto__"], ignored=["__proto__"], proxy='x";alert(1)//')
def test_no_name_breaks_out_of_the_script(hosts: list[str], ignored: list[str], proxy: str) -> None:
    text = pac_text(hosts, 4321, OwnProxy(proxy, "q:1", tuple(ignored)))
    assert text.isascii()
    ask = _asks(hosts, OwnProxy(proxy, "q:1", tuple(ignored)))
    assert ask("https://safe.example/") in {"PROXY q:1", DIRECT}
    assert ask("http://linkedin.com/") in {f"PROXY {proxy}", DIRECT, GATE}


LABEL = st.sampled_from(["a", "b", "example", "com"])
NAME = st.lists(LABEL, min_size=1, max_size=4).map(".".join)


@given(hosts=st.lists(NAME, max_size=8), name=NAME)
def test_the_script_agrees_with_the_rule(hosts: list[str], name: str) -> None:
    is_site = any(name == host or name.endswith(f".{host}") for host in hosts)
    assert _asks(hosts)(f"https://{name}/") == (GATE if is_site else DIRECT)


def test_the_same_sites_give_the_same_script_in_any_order() -> None:
    one = pac_text(["b.example", "a.example", "www.a.example", "A.example."], 1)
    assert one == pac_text(["a.example", "b.example"], 1)
    assert one != pac_text(["a.example", "b.example"], 2)


def test_the_script_travels_in_its_own_address() -> None:
    text = pac_text(["a.example"], 1)
    kind, _, content = pac_data_url(text).partition(",")
    assert kind == "data:application/x-ns-proxy-autoconfig;base64"
    assert b64decode(content).decode() == text


def test_another_script_is_served_at_another_address() -> None:
    one, other = (pac_served_url(pac_text([host], 1), 1) for host in ("a.example", "b.example"))
    assert one.startswith("http://127.0.0.1:1/proxy.pac#")
    assert one != other
    assert is_ours(one)
    assert not is_ours(one.partition("#")[0])


def test_three_hundred_sites_are_asked_for_in_no_time() -> None:
    ask = _asks([f"site-{number}.example" for number in range(300)])
    start = time.perf_counter()
    for number in range(200):
        assert ask(f"https://a.b.site-{number}.example/") == GATE
        assert ask(f"https://a.b.other-{number}.example/") == DIRECT
    assert time.perf_counter() - start < 400 * 0.01
