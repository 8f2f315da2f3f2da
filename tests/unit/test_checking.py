# SPDX-License-Identifier: MIT
"""Is a URL, a host or an app told for what it is, and what the policy says of it?"""

import pytest

from rideau.domain.app_id import app_key
from rideau.domain.checking import CheckResult, Directory, check
from rideau.domain.error import UsageError
from rideau.domain.network import Account, Action, AppIds, Network, Side, Use
from rideau.domain.phase import Phase
from rideau.domain.policy import PolicyRule
from rideau.domain.settings import Settings

SLACK = Network(
    id="slack",
    name="Slack",
    sites=("Slack.com.",),
    exceptions=("STATUS.slack.com",),
    apps=AppIds(
        linux=("slack.desktop", "com.slack.Slack", "slack_slack"),
        windows=("slack.exe", "MSTeams_8wekyb3d8bbwe!MSTeams"),
        macos=("com.tinyspeck.slackmacgap",),
    ),
    default_side=Side.WORK,
)
BOTH = (Account("City page", Use.OFFICIAL), Account("Me", Use.PERSONAL))
LINKEDIN = Network("linkedin", "LinkedIn", sites=("linkedin.com",), apps=AppIds(linux=("slack",)), accounts=BOTH)


def to_ascii(name: str) -> str:
    raise ValueError(name)


DIRECTORY = Directory((SLACK, LINKEDIN), to_ascii)


@pytest.mark.parametrize(
    "target",
    [
        "slack",
        "SLACK.desktop",
        "Slack.exe",
        "com.slack.slack",
        "com.slack.Slack.desktop",
        "slack_slack",
        "msteams_8wekyb3d8bbwe!msteams",
        "com.tinyspeck.slackmacgap",
        " slack ",
        "/usr/share/applications/slack.desktop",
        "/usr/bin/slack",
        "C:\\Program Files\\Slack\\slack.exe",
        "c:/slack.exe",
        "slack.com",
        "https://app.slack.com/client?x=1",
    ],
)
def test_an_app_is_known_by_any_of_its_ids_and_a_site_by_any_address(target: str) -> None:
    assert DIRECTORY.network_of(target) == SLACK


@pytest.mark.parametrize("target", ["slacker", "org.example.App", "notslack.com", "status.slack.com", "/usr/bin/true"])
def test_what_belongs_to_no_network_is_allowed(target: str) -> None:
    result = check(target, DIRECTORY, Settings(), Phase.QUIET)
    assert result == CheckResult(target, None, Action.ALLOW, None, None)
    assert result.side is None


def test_what_is_neither_app_nor_address_is_refused() -> None:
    with pytest.raises(UsageError):
        check("mailto:me@slack.com", DIRECTORY, Settings(), Phase.QUIET)


def test_a_result_says_what_is_done_and_why() -> None:
    result = check("slack.com", DIRECTORY, Settings(), Phase.QUIET)
    assert result == CheckResult("slack.com", SLACK, Action.BLOCK, PolicyRule.DEFAULT, Side.WORK)
    assert result.side is Side.WORK


def test_a_mixed_network_is_told_as_mixed_whichever_profile_asks() -> None:
    asked = {
        profile: check("linkedin.com", DIRECTORY, Settings(), Phase.QUIET, profile)
        for profile in (None, Side.WORK, Side.PERSONAL)
    }
    assert {result.side for result in asked.values()} == {Side.MIXED}
    assert [result.action for result in asked.values()] == [Action.ALLOW, Action.BLOCK, Action.ALLOW]
    assert asked[Side.WORK].counts_as is Side.WORK
    assert asked[None].rule is PolicyRule.UNDECIDED_MIXED


def test_an_id_that_ends_in_desktop_is_the_same_with_its_file_suffix() -> None:
    assert app_key("org.telegram.desktop") == app_key("org.telegram.desktop.desktop") == "org.telegram"


def test_a_url_is_never_taken_for_the_path_of_an_app() -> None:
    assert app_key("https://evil.example/slack") == "https://evil.example/slack"
    assert app_key("//evil.example/slack") == "//evil.example/slack"
