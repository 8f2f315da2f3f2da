# SPDX-License-Identifier: MIT
"""Does a search find what a person means, by a piece of a name or by an address?"""

import pytest

from rideau.domain.app import InstalledApp
from rideau.domain.network import AppIds, Network, Side
from rideau.domain.network_board import BEST_KNOWN, app_keys, is_here, shown_networks
from rideau.domain.network_search import NetworkSearch, name_typed, own_name, pattern_typed, plain, site_typed
from rideau.domain.settings import NetworkSettings, Settings

NETWORKS = (
    Network("instagram", "Instagram", sites=("instagram.com", "ig.me"), default_side=Side.PERSONAL),
    Network("linkedin", "LinkedIn", sites=("linkedin.com", "lnkd.in"), default_side=Side.WORK),
    Network("meta-business-suite", "Meta Business Suite", sites=("facebook.com/business",), default_side=Side.WORK),
    Network("facebook", "Facebook", sites=("facebook.com",), default_side=Side.PERSONAL),
    Network("eco", "Éco Réseau", apps=AppIds(linux=("org.eco.App",)), default_side=Side.UNASSIGNED),
    Network("suite", "Suite", default_side=Side.WORK),
)


def to_ascii(name: str) -> str:
    return name.encode("idna").decode()


def found(typed: str) -> list[str]:
    return [each.id for each in NetworkSearch(NETWORKS, to_ascii).found(typed)]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("insta", ["instagram"]),
        ("INSTAGRAM", ["instagram"]),
        ("https://www.linkedin.com/feed", ["linkedin"]),
        ("linkedin.com", ["linkedin"]),
        ("linkedin.c", ["linkedin"]),
        ("https://facebook.com/business/x", ["meta-business-suite"]),
        ("facebook.com", ["facebook", "meta-business-suite"]),
        ("suite", ["suite", "meta-business-suite"]),
        ("reseau", ["eco"]),
        ("org.eco", ["eco"]),
        ("business", ["meta-business-suite"]),
        ("agram", ["instagram"]),
        ("book.c", ["facebook", "meta-business-suite"]),
        ("nothing", []),
        ("a..b", []),
        ("  ", []),
    ],
)
def test_names_and_addresses_are_found(typed: str, ids: list[str]) -> None:
    assert found(typed) == ids


def test_names_are_compared_without_case_and_accents() -> None:
    assert plain("  Éco   RÉSEAU ") == "eco reseau"


@pytest.mark.parametrize(
    ("typed", "site"),
    [
        ("https://www.forum.example/team?x=1", "forum.example"),
        ("forum.example", "forum.example"),
        ("www.com", "www.com"),
        ("Client forum", ""),
        ("St. Gallen", ""),
        ("a..b", ""),
    ],
)
def test_an_address_gives_a_site_and_a_name_does_not(typed: str, site: str) -> None:
    assert site_typed(typed, to_ascii) == site


@pytest.mark.parametrize(
    ("typed", "pattern"),
    [
        (" example.org/team/* ", "example.org/team/*"),
        ("https://www.example.org:443/team/?q=1#x", "example.org/team"),
        ("https://example.org/", "example.org"),
        ("https://a..b/", "https://a..b/"),
    ],
)
def test_a_pasted_address_becomes_a_pattern(typed: str, pattern: str) -> None:
    assert pattern_typed(typed, to_ascii) == pattern


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("eco reseau", "eco"),
        (" LinkedIn ", "linkedin"),
        ("https://www.linkedin.com/", "linkedin"),
        ("facebook.com/business", "meta-business-suite"),
        ("m.facebook.com", None),
        ("facebook.com/groups/clients", None),
        ("link", None),
        ("", None),
        ("\u200b", None),
    ],
)
def test_what_is_known_by_name_or_address_is_no_new_network(typed: str, id_: str | None) -> None:
    known = NetworkSearch(NETWORKS, to_ascii).known(typed)
    assert (known.id if known else None) == id_


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Client   forum ", "Client forum"),
        ("\u200b\u2060", ""),
        ("http://me:secret@intranet/", "intranet"),
        ("https://www.exämple.de/x", "exämple.de"),
        ("ftp://a..b/", "ftp://a..b/"),
    ],
)
def test_a_network_is_named_by_what_people_read(typed: str, name: str) -> None:
    assert own_name(typed, to_ascii) == name


def test_a_name_that_nobody_sees_is_none() -> None:
    assert name_typed(" \u200b ") == ""
    assert name_typed(" a\tb ") == "a b"


def test_an_address_keeps_the_letters_that_people_read() -> None:
    assert site_typed("https://www.exämple.de/x", to_ascii) == "exämple.de"
    assert pattern_typed("https://www.exämple.de/x/", to_ascii) == "exämple.de/x"


def test_first_stands_what_is_the_persons() -> None:
    others = (*NETWORKS, Network("own", "Own", default_side=Side.WORK), Network("far", "Far", default_side=Side.WORK))
    settings = Settings(networks={"own": NetworkSettings(name="Own")})
    shown = shown_networks(others, settings, frozenset())
    assert [each.id for each in shown] == ["facebook", "instagram", "linkedin", "own"]
    assert {"facebook", "instagram", "linkedin"} <= BEST_KNOWN


def test_they_stand_by_name_as_people_sort() -> None:
    names = ("Client 10", "Éclair", "client 9", "Eco", "9gag")
    own = {f"n{at}": NetworkSettings(name=name) for at, name in enumerate(names)}
    networks = [Network(f"n{at}", name, default_side=Side.WORK) for at, name in enumerate(names)]
    shown = shown_networks(networks, Settings(networks=own), frozenset())
    assert [each.name for each in shown] == ["9gag", "client 9", "Client 10", "Éclair", "Eco"]


def test_what_has_an_app_here_is_the_persons_too() -> None:
    keys = app_keys([InstalledApp("far.desktop", "Far"), InstalledApp("x", "X", flatpak="org.eco.App")])
    assert keys == {"far", "x", "org.eco.app"}
    far = Network("far", "Far", apps=AppIds(linux=("far",)), default_side=Side.WORK)
    assert is_here(far, keys)
    assert shown_networks([far], Settings(), keys) == (far,)
    assert shown_networks([NETWORKS[4]], Settings(), keys) == ()
