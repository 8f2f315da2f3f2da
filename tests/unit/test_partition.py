# SPDX-License-Identifier: MIT
"""Do the person's words override what ships, and their own networks join it?"""

from rideau.domain.network import Account, Action, AppIds, Kind, Network, Side, Use
from rideau.domain.partition import merge_networks
from rideau.domain.settings import NetworkSettings

SLACK = Network(
    id="slack",
    name="Slack",
    kind=Kind.CHAT,
    sites=("slack.com", "slack-files.com"),
    exceptions=("status.slack.com",),
    apps=AppIds(linux=("slack",)),
    notifications=("Slack",),
    default_side=Side.WORK,
)
ZULIP = Network(id="zulip", name="Zulip", sites=("zulip.com",), default_side=Side.WORK)
OFFICIAL = Account("City page", Use.OFFICIAL)
PROFESSIONAL = Account("My career", Use.PROFESSIONAL)
PERSONAL = Account("Me", Use.PERSONAL)


def test_without_settings_the_catalogue_is_what_there_is() -> None:
    assert merge_networks([ZULIP, SLACK], {}) == (SLACK, ZULIP)


def test_what_the_person_does_not_name_stays() -> None:
    (slack,) = merge_networks([SLACK], {"slack": NetworkSettings(accounts=(PERSONAL,), treat_as=Side.WORK)})
    assert slack == Network(
        id="slack",
        name="Slack",
        kind=Kind.CHAT,
        sites=("slack.com", "slack-files.com"),
        exceptions=("status.slack.com",),
        apps=AppIds(linux=("slack",)),
        notifications=("Slack",),
        default_side=Side.WORK,
        accounts=(PERSONAL,),
        treat_as=Side.WORK,
    )


def test_the_persons_side_holds_in_place_of_the_catalogues_until_accounts_say_more() -> None:
    (slack,) = merge_networks([SLACK], {"slack": NetworkSettings(side=Side.PERSONAL)})
    assert slack.side is Side.PERSONAL
    (slack,) = merge_networks([SLACK], {"slack": NetworkSettings(side=Side.PERSONAL, accounts=(OFFICIAL,))})
    assert slack.side is Side.WORK
    (slack,) = merge_networks([SLACK], {"slack": NetworkSettings(side=Side.MIXED, treat_as=Side.PERSONAL)})
    assert (slack.side, slack.counts_as) == (Side.MIXED, Side.PERSONAL)


def test_every_field_that_the_person_names_is_theirs() -> None:
    said = NetworkSettings(
        name="Our Slack",
        kind=Kind.TASKS,
        sites=("slack.example",),
        exceptions=(),
        apps=AppIds(macos=("slack.mac",)),
        notifications=("Ours",),
    )
    assert merge_networks([SLACK], {"slack": said}) == (
        Network(
            id="slack",
            name="Our Slack",
            kind=Kind.TASKS,
            sites=("slack.example",),
            apps=AppIds(macos=("slack.mac",)),
            notifications=("Ours",),
            default_side=Side.WORK,
        ),
    )


def test_a_network_of_ones_own_is_called_by_its_id_until_named() -> None:
    settings = {
        "client-forum": NetworkSettings(sites=("forum.client.example",), accounts=(OFFICIAL,)),
        "atelier": NetworkSettings(name="L'atelier", kind=Kind.CHAT),
    }
    assert merge_networks([SLACK], settings) == (
        Network(id="atelier", name="L'atelier", kind=Kind.CHAT),
        Network(id="client-forum", name="client-forum", sites=("forum.client.example",), accounts=(OFFICIAL,)),
        SLACK,
    )


def test_a_site_given_to_one_network_leaves_the_one_it_shipped_with() -> None:
    own, slack = merge_networks([SLACK], {"files": NetworkSettings(sites=("Slack-Files.com",))})
    assert own.sites == ("Slack-Files.com",)
    assert slack.sites == ("slack.com",)
    assert slack.apps == SLACK.apps


def test_an_app_given_to_one_network_leaves_the_one_it_shipped_with() -> None:
    given = AppIds(linux=("Slack.desktop",))
    chat, slack = merge_networks([SLACK], {"client-chat": NetworkSettings(apps=given)})
    assert chat.apps == given
    assert slack.apps == AppIds()
    assert slack.sites == SLACK.sites


def test_the_side_follows_the_uses_of_the_accounts() -> None:
    def side(*accounts: Account) -> Side:
        return Network("linkedin", "LinkedIn", accounts=accounts, default_side=Side.UNASSIGNED).side

    assert side() is Side.UNASSIGNED
    assert side(OFFICIAL) is side(PROFESSIONAL) is side(OFFICIAL, PROFESSIONAL) is Side.WORK
    assert side(PERSONAL) is side(PERSONAL, PERSONAL) is Side.PERSONAL
    assert side(OFFICIAL, PERSONAL) is side(PERSONAL, PROFESSIONAL) is Side.MIXED


def test_only_a_mixed_network_counts_where_the_person_puts_it() -> None:
    mixed = Network("x", "X", accounts=(OFFICIAL, PERSONAL), treat_as=Side.PERSONAL)
    assert mixed.counts_as is Side.PERSONAL
    assert Network("x", "X", accounts=(OFFICIAL, PERSONAL)).counts_as is Side.MIXED
    assert Network("x", "X", accounts=(OFFICIAL,), treat_as=Side.PERSONAL).counts_as is Side.WORK


def test_mute_and_block_withhold_notifications_and_nothing_else_does() -> None:
    assert [action for action in Action if action.mutes] == [Action.MUTE, Action.BLOCK]
