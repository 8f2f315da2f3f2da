# SPDX-License-Identifier: MIT
"""Does moving a network say as little as it takes, and does every edit leave settings that hold?"""

import pytest

from rideau.domain.network import Account, Action, AppIds, Network, Side, Use
from rideau.domain.network_edit import (
    column_of,
    created,
    forgotten,
    moved,
    new_id,
    placed,
    removed,
    told_apart,
    with_network,
)
from rideau.domain.partition import merge_networks
from rideau.domain.phase import Phase
from rideau.domain.settings import AuditAnswer, AuditQuestion, NetworkSettings, PolicySettings, Settings

SLACK = Network("slack", "Slack", sites=("slack.com",), default_side=Side.WORK)
BRAND = Account("City page", Use.OFFICIAL)
CAREER = Account("My career", Use.PROFESSIONAL)
ME = Account("Me", Use.PERSONAL)


def settings_with(*accounts: Account, **said: Side) -> Settings:
    return Settings(networks={"slack": NetworkSettings(accounts=accounts, **said)})  # type: ignore[arg-type] # its fields


def slack_in(settings: Settings) -> Network:
    return merge_networks([SLACK], settings.networks)[0]


def to(settings: Settings, side: Side) -> Settings:
    return moved(settings, slack_in(settings), Side.WORK, side, "Mine")


def said_in(settings: Settings) -> NetworkSettings | None:
    return settings.networks.get("slack")


@pytest.mark.parametrize("side", [Side.PERSONAL, Side.MIXED])
def test_without_accounts_the_side_is_said(side: Side) -> None:
    after = to(Settings(), side)
    assert said_in(after) == NetworkSettings(side=side)
    assert column_of(slack_in(after)) is side


def test_back_on_the_catalogues_side_nothing_is_said() -> None:
    after = to(to(Settings(), Side.PERSONAL), Side.WORK)
    assert after == Settings()
    assert said_in(after) is None


def test_back_on_the_catalogues_side_what_else_was_said_stays() -> None:
    said = NetworkSettings(name="Ours", side=Side.MIXED, treat_as=Side.PERSONAL)
    after = to(Settings(networks={"slack": said}), Side.WORK)
    assert said_in(after) == NetworkSettings(name="Ours")


def test_where_it_stands_already_nothing_changes() -> None:
    assert to(Settings(), Side.WORK) == Settings()


def test_a_mixed_network_stays_mixed_and_counts_where_it_is_put() -> None:
    before = settings_with(BRAND, ME)
    after = to(before, Side.PERSONAL)
    assert (slack_in(after).side, column_of(slack_in(after))) == (Side.MIXED, Side.PERSONAL)
    assert to(after, Side.MIXED) == before


def test_accounts_that_contradict_change_their_use() -> None:
    after = to(settings_with(BRAND, CAREER), Side.PERSONAL)
    assert {each.use for each in slack_in(after).accounts} == {Use.PERSONAL}


def test_personal_accounts_become_professional_at_work() -> None:
    after = to(settings_with(ME), Side.WORK)
    assert slack_in(after).accounts == (ME._replace(use=Use.PROFESSIONAL),)


@pytest.mark.parametrize(("account", "use"), [(BRAND, Use.PERSONAL), (ME, Use.PROFESSIONAL)])
def test_mixed_adds_the_account_that_is_missing(account: Account, use: Use) -> None:
    after = to(settings_with(account), Side.MIXED)
    assert slack_in(after).accounts == (account, Account("Mine", use))
    assert column_of(slack_in(after)) is Side.MIXED


def test_work_leaves_official_accounts_official() -> None:
    personal = Network("x", "X", accounts=(BRAND, ME), treat_as=Side.PERSONAL)
    assert column_of(personal) is Side.PERSONAL
    only_me = Network("x", "X", accounts=(ME,))
    after = moved(Settings(), only_me, Side.PERSONAL, Side.WORK, "Mine")
    assert after.networks["x"].accounts == (Account("Me", Use.PROFESSIONAL),)


def test_what_was_searched_for_is_said_on_its_own_side_too() -> None:
    assert placed(Settings(), SLACK, Side.WORK, "Mine").networks == {"slack": NetworkSettings(side=Side.WORK)}
    before = settings_with(BRAND)
    assert placed(before, slack_in(before), Side.WORK, "Mine") == before
    assert placed(Settings(), SLACK, Side.MIXED, "Mine").networks == {"slack": NetworkSettings(side=Side.MIXED)}


def test_what_is_forgotten_ships_again_and_its_policy_stays() -> None:
    policy = PolicySettings(networks={"slack": {Phase.FOCUS: Action.MUTE}})
    before = settings_with(BRAND)._replace(policy=policy)
    assert forgotten(before, "slack") == Settings(policy=policy)


def test_a_network_of_ones_own_goes_with_everything_that_names_it() -> None:
    policy = PolicySettings(networks={"own": {Phase.FOCUS: Action.MUTE}, "slack": {Phase.FOCUS: Action.MUTE}})
    audit = {"own": {AuditQuestion.RUNS_CLIENTS: AuditAnswer(is_yes=True)}, "slack": {}}
    own = NetworkSettings(name="Own", notifications=("Own",))
    after = removed(Settings(networks={"own": own}, policy=policy, audit=audit), "own")
    assert (dict(after.networks), set(after.policy.networks), set(after.audit)) == ({}, {"slack"}, {"slack"})


def test_a_network_of_ones_own_is_known_by_its_name_at_least() -> None:
    after, id_ = created(Settings(), ["slack"], "  Client   forum ", Side.WORK)
    assert (id_, after.networks[id_]) == (
        "client-forum",
        NetworkSettings(name="Client forum", notifications=("Client forum",), side=Side.WORK),
    )
    again, other = created(after, ["slack"], "Client forum", Side.PERSONAL, "forum.example")
    assert (other, again.networks[other].sites) == ("client-forum-2", ("forum.example",))


@pytest.mark.parametrize(
    ("name", "id_"), [("Éco-Réseau", "eco-reseau"), ("フォーラム", "network"), ("Slack", "slack-2"), ("a.b", "a-b")]
)
def test_an_id_is_plain_letters_and_new(name: str, id_: str) -> None:
    assert new_id(name, {"slack"}) == id_


def test_what_says_nothing_more_keeps_its_name_to_notify_under() -> None:
    assert told_apart(NetworkSettings(name="Own"), "Own").notifications == ("Own",)
    assert told_apart(NetworkSettings(apps=AppIds()), "Own").notifications == ("Own",)
    for said in (
        NetworkSettings(sites=("a.example",)),
        NetworkSettings(notifications=("A",)),
        NetworkSettings(apps=AppIds(linux=("a",))),
    ):
        assert told_apart(said, "Own") == said


def test_other_networks_stay_as_they_are() -> None:
    before = Settings(networks={"x": NetworkSettings(side=Side.WORK)})
    after = with_network(before, "slack", NetworkSettings(side=Side.MIXED))
    assert list(after.networks) == ["x", "slack"]
    assert with_network(after, "slack", NetworkSettings()) == before


def test_a_long_name_makes_a_short_id() -> None:
    assert new_id("a" * 39 + " " + "b" * 300, ()) == "a" * 39
