# SPDX-License-Identifier: MIT
"""Does each phase do to each side what the person said, and else the default?"""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rideau.domain.door import Profile
from rideau.domain.network import Account, Action, Kind, Network, Side, Use
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.plan import Treatment
from rideau.domain.policy import PolicyRule, Verdict, action_for, closable_networks, has_limits, plan_for
from rideau.domain.settings import LockLevel, PolicySettings, Settings

WORK = Network("agorapulse", "Agorapulse", Kind.PUBLISHING, default_side=Side.WORK)
WORK_CHAT = Network("slack", "Slack", Kind.CHAT, default_side=Side.WORK)
PERSONAL = Network("tiktok", "TikTok", Kind.SOCIAL, default_side=Side.PERSONAL)
PERSONAL_CHAT = Network("signal", "Signal", Kind.CHAT, default_side=Side.PERSONAL)
UNASSIGNED = Network("gmail", "Gmail", Kind.MAIL)
BOTH = (Account("City page", Use.OFFICIAL), Account("Me", Use.PERSONAL))
MIXED = Network("linkedin", "LinkedIn", Kind.SOCIAL, accounts=BOTH)
NETWORKS = (WORK, WORK_CHAT, PERSONAL, PERSONAL_CHAT, UNASSIGNED, MIXED)
CLOSED_PHASES = (Phase.QUIET, Phase.AWAY, Phase.ON_CALL, Phase.CRISIS)
DEFAULTS = {
    **{phase: {"agorapulse": Action.BLOCK, "slack": Action.BLOCK} for phase in CLOSED_PHASES},
    Phase.WORK: {},
    Phase.WIND_DOWN: {},
    Phase.FOCUS: {"slack": Action.MUTE, "tiktok": Action.BLOCK, "signal": Action.BLOCK},
}
OPENING = datetime(2026, 11, 23, 8, tzinfo=UTC)


def interval(phase: Phase) -> Interval:
    return Interval(datetime(2026, 11, 20, 17, tzinfo=UTC), OPENING, phase, Reason(Rule.OUTSIDE_HOURS))


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("level", LockLevel)
def test_the_plan_of_each_phase_by_default(phase: Phase, level: LockLevel) -> None:
    plan = plan_for(NETWORKS, Settings(lock_level=level), interval(phase), OPENING)
    hardest = Action.MUTE if level is LockLevel.GENTLE else Action.BLOCK
    expected = {network: hardest if action is Action.BLOCK else action for network, action in DEFAULTS[phase].items()}
    assert {each.network.id: each.action for each in plan.treatments} == expected
    assert plan.interval == interval(phase)
    assert plan.networks == NETWORKS
    assert plan.next_opening == OPENING
    assert [network.id for network in plan.muted] == list(expected)
    assert [network.id for network in plan.blocked] == [each for each in expected if expected[each] is Action.BLOCK]


def test_a_plan_keeps_limits_and_pauses_that_neither_mute_nor_block() -> None:
    policy = PolicySettings(
        phases={Phase.WORK: {Side.PERSONAL: Action.LIMIT}}, networks={"gmail": {Phase.WORK: Action.PAUSE}}
    )
    plan = plan_for(NETWORKS, Settings(policy=policy), interval(Phase.WORK), None)
    assert plan.treatments == (
        Treatment(PERSONAL, Action.LIMIT),
        Treatment(PERSONAL_CHAT, Action.LIMIT),
        Treatment(UNASSIGNED, Action.PAUSE),
    )
    assert plan.muted == plan.blocked == ()
    assert plan.next_opening is None


@pytest.mark.parametrize(
    ("network", "phase", "verdict"),
    [
        (WORK, Phase.QUIET, Verdict(Action.BLOCK, PolicyRule.DEFAULT, Side.WORK)),
        (PERSONAL, Phase.QUIET, Verdict(Action.ALLOW, PolicyRule.DEFAULT, Side.PERSONAL)),
        (WORK_CHAT, Phase.FOCUS, Verdict(Action.MUTE, PolicyRule.WORK_CHAT_IN_FOCUS, Side.WORK)),
        (WORK_CHAT, Phase.WORK, Verdict(Action.ALLOW, PolicyRule.DEFAULT, Side.WORK)),
        (WORK, Phase.FOCUS, Verdict(Action.ALLOW, PolicyRule.DEFAULT, Side.WORK)),
        (PERSONAL_CHAT, Phase.FOCUS, Verdict(Action.BLOCK, PolicyRule.DEFAULT, Side.PERSONAL)),
        (UNASSIGNED, Phase.QUIET, Verdict(Action.ALLOW, PolicyRule.UNASSIGNED, Side.UNASSIGNED)),
        (MIXED, Phase.QUIET, Verdict(Action.ALLOW, PolicyRule.UNDECIDED_MIXED, Side.MIXED)),
    ],
)
def test_the_default_names_the_rule_that_decided(network: Network, phase: Phase, verdict: Verdict) -> None:
    assert action_for(network, phase, Settings()) == verdict


def test_the_persons_cell_beats_the_default_and_their_word_on_one_network_beats_both() -> None:
    policy = PolicySettings(
        phases={Phase.FOCUS: {Side.WORK: Action.ALLOW}, Phase.QUIET: {Side.UNASSIGNED: Action.MUTE}},
        networks={"slack": {Phase.QUIET: Action.MUTE}, "linkedin": {Phase.QUIET: Action.BLOCK}},
    )
    settings = Settings(policy=policy)
    said = Verdict(Action.ALLOW, PolicyRule.POLICY_CELL, Side.WORK)
    assert action_for(WORK_CHAT, Phase.FOCUS, settings) == said
    said = Verdict(Action.MUTE, PolicyRule.NETWORK_SETTING, Side.WORK)
    assert action_for(WORK_CHAT, Phase.QUIET, settings) == said
    assert action_for(WORK, Phase.QUIET, settings).rule is PolicyRule.DEFAULT
    said = Verdict(Action.MUTE, PolicyRule.POLICY_CELL, Side.UNASSIGNED)
    assert action_for(UNASSIGNED, Phase.QUIET, settings) == said
    said = Verdict(Action.BLOCK, PolicyRule.NETWORK_SETTING, Side.MIXED)
    assert action_for(MIXED, Phase.QUIET, settings) == said


def test_a_browser_profile_decides_for_a_mixed_network_and_for_no_other() -> None:
    chosen = Network("linkedin", "LinkedIn", accounts=BOTH, treat_as=Side.PERSONAL)
    quiet = Phase.QUIET
    assert action_for(chosen, quiet, Settings()) == Verdict(Action.ALLOW, PolicyRule.DEFAULT, Side.PERSONAL)
    assert action_for(chosen, quiet, Settings(), Side.WORK) == Verdict(Action.BLOCK, PolicyRule.DEFAULT, Side.WORK)
    assert action_for(MIXED, quiet, Settings(), Side.PERSONAL).action is Action.ALLOW
    assert action_for(WORK, quiet, Settings(), Side.PERSONAL).action is Action.BLOCK
    assert action_for(UNASSIGNED, quiet, Settings(), Side.WORK).action is Action.ALLOW


def test_gentle_mutes_what_would_be_closed_and_says_so() -> None:
    gentle = Settings(lock_level=LockLevel.GENTLE)
    assert action_for(WORK, Phase.QUIET, gentle) == Verdict(Action.MUTE, PolicyRule.GENTLE, Side.WORK)
    muted = action_for(WORK_CHAT, Phase.FOCUS, gentle)
    assert muted == Verdict(Action.MUTE, PolicyRule.WORK_CHAT_IN_FOCUS, Side.WORK)


@settings(max_examples=50)
@given(
    st.sampled_from(NETWORKS),
    st.sampled_from(Phase),
    st.dictionaries(st.sampled_from(Phase), st.dictionaries(st.sampled_from(Side), st.sampled_from(Action))),
    st.dictionaries(
        st.sampled_from([each.id for each in NETWORKS]),
        st.dictionaries(st.sampled_from(Phase), st.sampled_from(Action)),
    ),
)
def test_gentle_never_closes_anything(
    network: Network,
    phase: Phase,
    phases: dict[Phase, dict[Side, Action]],
    networks: dict[str, dict[Phase, Action]],
) -> None:
    policy = PolicySettings(phases, networks)
    firm = action_for(network, phase, Settings(policy=policy)).action
    gentle = action_for(network, phase, Settings(policy=policy, lock_level=LockLevel.GENTLE)).action
    assert gentle is (Action.MUTE if firm is Action.BLOCK else firm)


def test_what_is_limited_for_a_side_or_for_one_network_is_an_allowance() -> None:
    by_side = PolicySettings(phases={Phase.WORK: {Side.PERSONAL: Action.LIMIT}})
    by_network = PolicySettings(networks={"gmail": {Phase.WORK: Action.LIMIT}})
    paused = PolicySettings(networks={"gmail": {Phase.WORK: Action.PAUSE}})
    assert has_limits(Settings(policy=by_side))
    assert has_limits(Settings(policy=by_network))
    assert not has_limits(Settings(policy=paused))


def with_sites(*networks: Network) -> tuple[Network, ...]:
    return tuple(each._replace(sites=(f"{each.id}.example",)) for each in networks)


def test_sites_that_some_phase_closes_lead_through_the_gate_at_any_hour() -> None:
    closable = closable_networks(with_sites(*NETWORKS), Settings())
    assert [each.id for each in closable] == ["agorapulse", "slack", "tiktok", "signal", "linkedin"]
    assert closable_networks(NETWORKS, Settings()) == (), "a network without sites has no door"
    assert closable_networks(with_sites(*NETWORKS), Settings(lock_level=LockLevel.GENTLE)) == ()


def test_a_network_that_nothing_closes_never_leads_through_the_gate() -> None:
    open_always = dict.fromkeys(Phase, Action.ALLOW)
    policy = PolicySettings(networks={"slack": open_always})
    assert "slack" not in {each.id for each in closable_networks(with_sites(*NETWORKS), Settings(policy=policy))}


def test_each_browser_profile_sees_its_own_closed_networks() -> None:
    closed_in = plan_for(NETWORKS, Settings(), interval(Phase.QUIET), OPENING).closed_in
    work = {"agorapulse", "slack"}
    assert closed_in == {Profile.NONE: work, Profile.WORK: {*work, "linkedin"}, Profile.PERSONAL: work}
    focus = plan_for(NETWORKS, Settings(), interval(Phase.FOCUS), OPENING).closed_in
    personal = {"tiktok", "signal"}
    assert focus == {Profile.NONE: personal, Profile.WORK: personal, Profile.PERSONAL: {*personal, "linkedin"}}
    assert not any(plan_for(NETWORKS, Settings(), interval(Phase.WORK), OPENING).closed_in.values())


def test_treat_as_decides_where_no_profile_can() -> None:
    work = MIXED._replace(treat_as=Side.WORK)
    closed_in = plan_for((work,), Settings(), interval(Phase.QUIET), OPENING).closed_in
    assert closed_in == {Profile.NONE: {"linkedin"}, Profile.WORK: {"linkedin"}, Profile.PERSONAL: set()}
