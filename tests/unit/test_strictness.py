# SPDX-License-Identifier: MIT
"""Does the stricter of two plans stop whatever either of them would?"""

from datetime import UTC, datetime
from random import Random

from hypothesis import given, strategies

from rideau.domain.app_id import app_key
from rideau.domain.door import Profile
from rideau.domain.network import Account, Action, AppIds, Network, Side, Use
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.plan import Plan
from rideau.domain.policy import closable_networks, plan_for
from rideau.domain.settings import LockLevel, PolicySettings, Settings
from rideau.domain.strictness import is_weaker, stricter_action, stricter_level, stricter_plan

NIGHT = Interval(None, None, Phase.QUIET, Reason(Rule.OUTSIDE_HOURS))
MORNING = datetime(2026, 11, 24, 9, tzinfo=UTC)
SITES = ("a.example", "b.example", "b.example/path", "c.example")
APPS = ("a.desktop", "b", "B.desktop")
NAMES = ("Ada", "ada", "Bob")
EVEN = 0.5


def some(chance: Random, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(chance.sample(values, chance.randint(0, len(values) - 1)))


def network(chance: Random, id_: str) -> Network:
    uses = chance.choices(tuple(Use), k=chance.randint(0, 2))
    return Network(
        id_,
        id_.title(),
        sites=some(chance, SITES),
        exceptions=some(chance, SITES),
        apps=AppIds(linux=some(chance, APPS)),
        notifications=some(chance, NAMES),
        default_side=chance.choice(tuple(Side)),
        accounts=tuple(Account("me", use) for use in uses),
        treat_as=chance.choice((None, Side.WORK, Side.PERSONAL)),
    )


def plan_from(seed: int) -> Plan:
    """Return what some settings come to in the evening; some of them differ in little from others."""
    alike, chance = Random(seed % 5), Random(seed)  # noqa: S311 - to choose, not to hide
    known = tuple(network(chance.choice((alike, chance)), each) for each in sorted(some(chance, ("n", "o", "p", "q"))))
    actions = {each.id: {Phase.QUIET: chance.choice(tuple(Action))} for each in known if chance.random() < EVEN}
    settings = Settings(policy=PolicySettings(networks=actions), lock_level=chance.choice(tuple(LockLevel)))
    return plan_for(known, settings, NIGHT, MORNING)._replace(closable=closable_networks(known, settings))


def plans() -> strategies.SearchStrategy[Plan]:
    return strategies.builds(plan_from, strategies.integers(0, 2**32))


def stopped(plan: Plan) -> set[tuple[str, str]]:
    """Return every site and app that is closed to somebody, and every name that is withheld."""
    closed = {each.id for each in plan.blocked}.union(*plan.closed_in.values())
    shut = [each for each in plan.networks if each.id in closed]
    found = {("site", each.casefold()) for network in shut for each in network.sites}
    found |= {("app", app_key(each)) for network in shut for ids in network.apps for each in ids}
    return found | {("name", each.casefold()) for network in plan.muted for each in network.notifications}


def left_alone(plan: Plan) -> set[tuple[str, str]]:
    """Return every site and app that an open network of the plan claims, and every name that is not withheld."""
    closed = {each.id for each in plan.blocked}.union(*plan.closed_in.values())
    free = [each for each in plan.networks if each.id not in closed]
    loud = [each for each in plan.networks if each not in plan.muted and each.id not in closed]
    found = {("site", each.casefold()) for network in free for each in network.sites}
    found |= {("app", app_key(each)) for network in free for ids in network.apps for each in ids}
    return found | {("name", each.casefold()) for network in loud for each in network.notifications}


@given(plans(), plans())
def test_it_is_never_less_strict_than_either(kept: Plan, new: Plan) -> None:
    both = stricter_plan(kept, new)
    for plan in (kept, new):
        assert stopped(plan) <= stopped(both)
        assert all(plan.closed_in[each] <= both.closed_in[each] for each in Profile)
        actions = {each.network.id: each.action for each in both.treatments}
        assert all(
            stricter_action(each.action, actions[each.network.id]) is actions[each.network.id]
            for each in plan.treatments
        )


@given(plans(), plans())
def test_nothing_that_it_stops_is_claimed_by_a_network_that_is_open(kept: Plan, new: Plan) -> None:
    both = stricter_plan(kept, new)
    if kept.networks != new.networks:
        assert not stopped(both) & left_alone(both)


@given(plans(), plans())
def test_exceptions_are_those_that_both_make(kept: Plan, new: Plan) -> None:
    both = stricter_plan(kept, new)
    known = [{each.id: each for each in plan.networks} for plan in (kept, new)]
    for network in both.blocked:
        for side in known:
            assert network.id not in side or set(network.exceptions) <= set(side[network.id].exceptions)


@given(plans(), plans())
def test_to_compare_again_changes_nothing(kept: Plan, new: Plan) -> None:
    both = stricter_plan(kept, new)
    assert stricter_plan(both, new) == both
    assert stricter_plan(both, both) == both


@given(plans())
def test_equal_settings_give_the_same_plan(plan: Plan) -> None:
    assert stricter_plan(plan, plan) == plan
    assert not is_weaker(plan, plan)


@given(plans(), plans())
def test_the_phase_and_the_opening_are_those_in_force(kept: Plan, new: Plan) -> None:
    assert stricter_plan(kept, new._replace(interval=NIGHT._replace(end=MORNING)))[:2] == kept[:2]


@given(plans(), plans())
def test_weaker_is_what_lets_through_what_was_stopped(kept: Plan, new: Plan) -> None:
    if stopped(kept) - stopped(new):
        assert is_weaker(new, kept)


def test_a_site_given_to_a_network_of_ones_own_stays_closed() -> None:
    work = Network("work", "Work", sites=("work.example", "more.example"), default_side=Side.WORK)
    own = Network("own", "Own", sites=("work.example", "www.more.example"), default_side=Side.PERSONAL)
    kept = plan_for((work,), Settings(), NIGHT, MORNING)
    new = plan_for((own, work._replace(sites=("more.example",))), Settings(), NIGHT, MORNING)
    both = stricter_plan(kept, new)
    assert [(each.id, each.sites) for each in both.networks] == [("own", ()), ("work", work.sites)]
    assert is_weaker(new, kept)


BOTH_SIDES = (Account("me", Use.PROFESSIONAL), Account("me too", Use.PERSONAL))


def closers(plan: Plan, site: str) -> dict[Profile, list[str]]:
    """Return who claims a site, as each profile sees it: by name who closes it, and who does not with a word."""
    claiming = [each.id for each in plan.networks if site in each.sites]
    return {
        profile: [each if each in ids else f"not {each}" for each in claiming]
        for profile, ids in plan.closed_in.items()
    }


def test_a_site_given_to_a_network_of_both_sides_stays_closed_to_all() -> None:
    work = Network("work", "Work", sites=("work.example",), default_side=Side.WORK)
    own = Network("own", "Own", sites=("work.example", "www.work.example"), accounts=BOTH_SIDES, treat_as=Side.PERSONAL)
    kept = plan_for((work,), Settings(), NIGHT, MORNING)
    new = plan_for((own, work._replace(sites=())), Settings(), NIGHT, MORNING)
    both = stricter_plan(kept, new)
    for site in own.sites:
        assert closers(both, site) == {each: ["work"] for each in Profile}
    assert is_weaker(new, kept)


def test_a_site_given_to_a_work_network_that_excepts_from_it_stays_closed_whole() -> None:
    work = Network("work", "Work", sites=("work.example",), default_side=Side.WORK)
    own = Network("own", "Own", ("work.example",), exceptions=("www.work.example",), default_side=Side.WORK)
    kept = plan_for((work,), Settings(), NIGHT, MORNING)
    both = stricter_plan(kept, plan_for((own, work), Settings(), NIGHT, MORNING))
    assert closers(both, "work.example") == {each: ["work"] for each in Profile}


def test_a_host_of_which_a_part_is_closed_is_given_to_nobody_who_opens_it() -> None:
    work = Network("work", "Work", sites=("host.example/part",), default_side=Side.WORK)
    own = Network("own", "Own", sites=("host.example",), accounts=BOTH_SIDES, treat_as=Side.PERSONAL)
    kept = plan_for((work,), Settings(), NIGHT, MORNING)
    both = stricter_plan(kept, plan_for((own, work), Settings(), NIGHT, MORNING))
    assert closers(both, "host.example") == {each: ["work"] for each in Profile}


def test_a_part_of_what_is_closed_that_becomes_somebody_elses_is_said_to_wait() -> None:
    work = Network("work", "Work", sites=("work.example",), default_side=Side.WORK)
    for site, waits in (("www.work.example", True), ("work.example/page", True), ("play.example", False)):
        own = Network("own", "Own", sites=(site,), default_side=Side.PERSONAL)
        kept, new = (plan_for(known, Settings(), NIGHT, MORNING) for known in ((work,), (own, work)))
        assert is_weaker(new, kept) is waits


def test_a_name_and_an_app_given_to_a_network_of_both_sides_stay_withheld_and_closed() -> None:
    work = Network("work", "Work", apps=AppIds(linux=("a",)), notifications=("Ada",), default_side=Side.WORK)
    own = work._replace(id="own", accounts=BOTH_SIDES, treat_as=Side.PERSONAL)
    kept = plan_for((work,), Settings(), NIGHT, MORNING)
    both = stricter_plan(kept, plan_for((own,), Settings(), NIGHT, MORNING))
    assert [(each.id, each.apps.linux, each.notifications) for each in both.networks] == [
        ("own", (), ()),
        ("work", ("a",), ("Ada",)),
    ]


def test_a_network_closed_anew_is_closed_at_once_with_all_that_it_says() -> None:
    work = Network("work", "Work", sites=("work.example",), default_side=Side.WORK)
    own = Network("own", "Own", sites=("own.example",), exceptions=("own.example/x",), default_side=Side.WORK)
    kept = plan_for((work,), Settings(), NIGHT, MORNING)
    new = plan_for((own, work), Settings(), NIGHT, MORNING)
    assert stricter_plan(kept, new).blocked == (own, work)
    assert not is_weaker(new, kept)


def test_levels_and_actions_go_from_mild_to_strict() -> None:
    assert stricter_level(LockLevel.FIRM, LockLevel.LOCKED) is LockLevel.LOCKED
    assert stricter_level(LockLevel.FIRM, LockLevel.GENTLE) is LockLevel.FIRM
    assert stricter_action(Action.MUTE, Action.PAUSE) is Action.MUTE
    assert stricter_action(Action.LIMIT, Action.BLOCK) is Action.BLOCK


def test_of_the_same_networks_each_is_as_closed_as_either_has_it() -> None:
    known = (Network("a", "A", sites=("a.example",)), Network("b", "B", sites=("a.example",)))
    first, second = (
        plan_for(known, Settings(policy=PolicySettings(networks={id_: {Phase.QUIET: action}})), NIGHT, MORNING)
        for id_, action in (("a", Action.BLOCK), ("b", Action.MUTE))
    )
    both = stricter_plan(first, second)
    assert [(each.network, each.action) for each in both.treatments] == [
        (known[0], Action.BLOCK),
        (known[1], Action.MUTE),
    ]
    assert is_weaker(second, first)
    assert is_weaker(first, second)
