# SPDX-License-Identifier: MIT
"""Does every door open to whom it should, and never let a closed page through by a side way?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rideau.domain.door import STRANGER, Door, Doorkeeper, Doors, Profile, Visitor
from rideau.domain.host import Address
from rideau.domain.network import Side
from rideau.domain.site_index import SiteIndex

FACEBOOK = Door("facebook", "Facebook", ("facebook.com", "fb.me"), ("developers.facebook.com", "facebook.com/careers"))
BUSINESS = Door("meta-suite", "Meta Business", ("business.facebook.com",))
LINKEDIN = Door("linkedin", "LinkedIn", ("linkedin.com", "www.linkedin.com", "lnkd.in"))
FORUM = Door("forum", "Forum", ("example.org/team",), ("example.org/team/fun",))
DOORS = (FACEBOOK, BUSINESS, LINKEDIN, FORUM)

NOBODY_KNOWS = [Visitor(profile) for profile in Profile]
EVERYBODY = [Visitor(profile, knows) for profile in Profile for knows in (False, True)]


def keeper(*closed: str, at: tuple[Profile, ...] = tuple(Profile)) -> Doorkeeper:
    return Doorkeeper(Doors(DOORS, {profile: frozenset(closed) for profile in at}))


def test_use_is_counted_for_whose_the_whole_host_is_where_that_is_limited() -> None:
    counting = Doorkeeper(Doors(DOORS, limited={Profile.NONE: frozenset({"facebook"})}))
    assert counting.counted_for("m.facebook.com") == "facebook"
    assert counting.counted_for("business.facebook.com") is None
    assert counting.counted_for("example.net") is None


def test_the_gate_is_led_to_by_hosts_without_those_that_stand_under_another() -> None:
    assert Doors(DOORS).hosts == ("example.org", "facebook.com", "fb.me", "linkedin.com", "lnkd.in")


@pytest.mark.parametrize(
    ("host", "leads"),
    [
        ("linkedin.com", True),
        ("a.b.linkedin.com", True),
        ("notlinkedin.com", False),
        ("linkedin.com.evil.example", False),
        ("com", False),
        ("", False),
        ("developers.facebook.com", True),
        ("example.org", True),
    ],
)
def test_only_what_a_door_names_leads_here(host: str, leads: bool) -> None:  # noqa: FBT001 - parametrized
    assert keeper().leads_here(host) is leads


def test_open_doors_are_open_to_everybody() -> None:
    for visitor in EVERYBODY:
        assert keeper().closed_by("linkedin.com", visitor) is None
    assert Doorkeeper(Doors()).closed_by("linkedin.com") is None


def test_a_closed_site_is_closed_to_everybody_with_all_below_it() -> None:
    for visitor in EVERYBODY:
        assert keeper("linkedin").closed_by("www.linkedin.com", visitor) == "linkedin"
        assert keeper("linkedin").closed_by("facebook.com", visitor) is None


def test_a_site_of_another_network_below_a_closed_one_stays_open() -> None:
    for visitor in EVERYBODY:
        assert keeper("facebook").closed_by("business.facebook.com", visitor) is None
        assert keeper("facebook").closed_by("developers.facebook.com", visitor) is None
        assert keeper("meta-suite").closed_by("business.facebook.com", visitor) == "meta-suite"


def test_where_paths_part_a_host_it_is_closed_whole_unless_an_extension_sees_to_them() -> None:
    for host, network in (("example.org", "forum"), ("www.facebook.com", "facebook")):
        for profile in Profile:
            assert keeper("forum", "facebook").closed_by(host, Visitor(profile)) == network
            assert keeper("forum", "facebook").closed_by(host, Visitor(profile, has_extension=True)) is None


def test_an_exception_parts_only_what_its_own_network_has() -> None:
    doors = (
        FACEBOOK._replace(exceptions=("business.facebook.com/help", "elsewhere.example/x")),
        BUSINESS,
        Door("elsewhere", "Elsewhere", ("elsewhere.example",)),
    )
    closed = Doorkeeper(Doors(doors, {profile: frozenset({"facebook"}) for profile in Profile}))
    assert closed.closed_by("business.facebook.com") is None
    assert closed.closed_by("elsewhere.example") is None


def test_pages_given_away_fall_to_the_network_above_where_pages_can_be_told_apart() -> None:
    doors = (FACEBOOK, BUSINESS._replace(exceptions=("business.facebook.com/feed",)))
    closed = Doorkeeper(Doors(doors, {profile: frozenset({"facebook"}) for profile in Profile}))
    assert closed.closed_page_by(Address("https", "business.facebook.com", "/feed")) == "facebook"
    for visitor in EVERYBODY:
        assert closed.closed_by("business.facebook.com", visitor) is None


def test_an_open_networks_own_host_is_not_closed_for_a_part_that_is_somebody_elses() -> None:
    mail, chat = Door("mail", "Mail", ("mail.test",)), Door("chat", "Chat", ("mail.test/chat",))
    chat_closed = Doorkeeper(Doors((mail, chat), {profile: frozenset({"chat"}) for profile in Profile}))
    mail_closed = Doorkeeper(Doors((mail, chat), {profile: frozenset({"mail"}) for profile in Profile}))
    for visitor in NOBODY_KNOWS:
        assert chat_closed.closed_by("mail.test", visitor) is None
        assert mail_closed.closed_by("mail.test", visitor) == "mail"


def test_pages_are_judged_by_path_whoever_asks() -> None:
    closed = keeper("forum", "facebook")
    pages = {
        ("example.org", "/team/x"): "forum",
        ("example.org", "/teams"): None,
        ("example.org", "/team/fun/y"): None,
        ("facebook.com", "/feed"): "facebook",
        ("facebook.com", "/careers"): None,
        ("nowhere.example", "/"): None,
    }
    for (host, path), network in pages.items():
        for visitor in EVERYBODY:
            assert closed.closed_page_by(Address("http", host, path), visitor) == network


def test_a_mixed_network_is_closed_in_the_profiles_that_say_so() -> None:
    mixed = keeper("linkedin", at=(Profile.WORK,))
    assert mixed.closed_by("linkedin.com", Visitor(Profile.WORK)) == "linkedin"
    assert mixed.closed_by("linkedin.com", Visitor(Profile.PERSONAL)) is None
    assert mixed.closed_by("linkedin.com", STRANGER) is None


def test_who_asks_matters_only_where_the_answer_depends_on_it() -> None:
    assert keeper("linkedin", at=(Profile.WORK,)).must_know_who("linkedin.com")
    assert not keeper("linkedin").must_know_who("linkedin.com")
    assert not keeper("linkedin", at=(Profile.WORK,)).must_know_who("facebook.com")
    assert keeper("forum").must_know_who("example.org")


def test_each_profile_stands_for_its_side() -> None:
    assert [profile.side for profile in Profile] == [None, Side.WORK, Side.PERSONAL]


HOSTS = st.sampled_from(["a.test", "b.a.test", "c.b.a.test", "b.test"])
PATHS = st.sampled_from(["/", "/x", "/y", "/x/y", "/xy/y"])
RULE_PATHS = st.sampled_from(["", "", "", "/x", "/x/y", "/*/y", "/y"])
RULES = st.lists(st.builds(str.__add__, HOSTS, RULE_PATHS), max_size=3).map(tuple)
NETWORKS = ("first", "second", "third")
SOME_DOORS = st.tuples(*(st.builds(Door, st.just(network), st.just(network), RULES, RULES) for network in NETWORKS))
SOME_CLOSED = st.fixed_dictionaries({profile: st.frozensets(st.sampled_from(NETWORKS)) for profile in Profile})
few = settings(max_examples=60)
DOORKEEPERS = st.builds(lambda doors, closed: Doorkeeper(Doors(doors, closed)), SOME_DOORS, SOME_CLOSED)


@few
@given(DOORKEEPERS, HOSTS, PATHS, st.sampled_from(NOBODY_KNOWS))
def test_without_an_extension_a_closed_page_is_on_an_open_host_only_where_that_is_another_networks_own(
    doorkeeper: Doorkeeper, host: str, path: str, visitor: Visitor
) -> None:
    network = doorkeeper.closed_page_by(Address("https", host, path), visitor)
    if doorkeeper.closed_by(host, visitor) is None and network is not None:
        doors = doorkeeper.doors.doors
        owner = SiteIndex((door.network, door.sites, door.exceptions) for door in doors).network_of_host(host)
        assert owner not in {None, network}


@few
@given(DOORKEEPERS, HOSTS, PATHS, st.sampled_from(Profile))
def test_with_an_extension_a_host_is_closed_whole_only_where_each_of_its_pages_is(
    doorkeeper: Doorkeeper, host: str, path: str, profile: Profile
) -> None:
    visitor = Visitor(profile, has_extension=True)
    network = doorkeeper.closed_by(host, visitor)
    if network is not None:
        assert doorkeeper.closed_page_by(Address("https", host, path), visitor) == network


def test_who_asks_matters_where_one_page_of_an_open_host_is_closed_to_some() -> None:
    doors = (Door("shop", "Shop", ("a.test",)), Door("desk", "Desk", ("a.test/x",)))
    doorkeeper = Doorkeeper(Doors(doors, {Profile.PERSONAL: frozenset({"desk"})}))
    assert doorkeeper.must_know_who("a.test")


@few
@given(DOORKEEPERS, HOSTS, PATHS)
def test_where_nobody_is_asked_who_it_is_everybody_gets_the_same(doorkeeper: Doorkeeper, host: str, path: str) -> None:
    if not doorkeeper.must_know_who(host):
        assert len({doorkeeper.closed_by(host, visitor) for visitor in EVERYBODY}) == 1
        pages = {doorkeeper.closed_page_by(Address("http", host, path), visitor) for visitor in EVERYBODY}
        assert len(pages) == 1


@few
@given(DOORKEEPERS, HOSTS, PATHS, st.sampled_from(EVERYBODY))
def test_what_is_closed_leads_through_the_gate(doorkeeper: Doorkeeper, host: str, path: str, visitor: Visitor) -> None:
    page = doorkeeper.closed_page_by(Address("http", host, path), visitor)
    if page is not None or doorkeeper.closed_by(host, visitor) is not None:
        assert doorkeeper.leads_here(host)


@few
@given(SOME_DOORS, HOSTS)
def test_a_host_leads_here_exactly_if_it_or_one_above_it_is_named(doors: tuple[Door, ...], host: str) -> None:
    named = {site.partition("/")[0] for door in doors for site in door.sites}
    assert Doorkeeper(Doors(doors)).leads_here(host) == any(host == each or host.endswith(f".{each}") for each in named)
    hosts = Doors(doors).hosts
    assert not any(one != other and one.endswith(f".{other}") for one in hosts for other in hosts)
