# SPDX-License-Identifier: MIT
"""Does every network that ships hold to its shape, and is a damaged file told plainly?"""

import re
import timeit
from collections import Counter
from pathlib import Path

import pytest

from contracts.catalogue import CatalogueContract
from rideau.adapters.catalogue_files import CatalogueFiles
from rideau.adapters.idna_names import to_ascii
from rideau.domain.app_id import app_key
from rideau.domain.checking import Directory
from rideau.domain.error import StorageError
from rideau.domain.host import check_site_pattern
from rideau.domain.network import Kind, Network, Side
from rideau.ports.catalogue import Catalogue

FOLDER = Path(__file__).parents[2] / "resources" / "networks"
NETWORKS = CatalogueFiles(FOLDER).networks()

TELEGRAM = "org.telegram.desktop"  # its file is called org.telegram.desktop.desktop

NAMED_IN_THE_PLAN = """
    linkedin x facebook instagram threads tiktok youtube pinterest snapchat reddit mastodon bluesky discord
    whatsapp telegram signal messenger twitch tumblr bereal viadeo xing slack teams outlook gmail google-chat zoom
    google-meet webex mattermost rocket-chat element zulip thunderbird agorapulse hootsuite buffer sprout-social
    meta-business-suite swello later metricool canva asana trello notion jira monday clickup basecamp linear
"""

SHARED_BY_OTHERS = """
    google.com accounts.google.com googleapis.com gstatic.com googleusercontent.com googlevideo.com ggpht.com
    fbcdn.net facebook.net meta.com live.com login.live.com microsoft.com microsoftonline.com
    login.microsoftonline.com office.com office.net office365.com cloud.microsoft sharepoint.com atlassian.com
    id.atlassian.com atl-paas.net cloudfront.net akamaihd.net akamaized.net akamai.net fastly.net cloudflare.com
    amazonaws.com azureedge.net jsdelivr.net yahoo.com icloud.com apple.com qq.com adobe.com zoho.com zoho.eu
    salesforce.com force.com notion.site canva.site list-manage.com bit.ly ow.ly buff.ly
"""


class TestCatalogueFiles(CatalogueContract):
    """The files that ship hold to the contract."""

    @pytest.fixture
    def catalogue(self) -> Catalogue:
        """Return the catalogue as shipped."""
        return CatalogueFiles(FOLDER)


@pytest.mark.parametrize("network", NETWORKS, ids=lambda network: network.id)
def test_a_network_holds_to_its_shape(network: Network) -> None:
    apps = (*network.apps.linux, *network.apps.windows, *network.apps.macos)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", network.id)
    assert network.name.strip() == network.name != ""
    assert network.kind is not Kind.OTHER
    assert network.default_side is not Side.MIXED
    assert network.sites or apps
    for pattern in (*network.sites, *network.exceptions):
        assert check_site_pattern(pattern, to_ascii) == pattern
    for ids in (network.apps.linux, network.apps.windows, network.apps.macos):
        assert len({app_key(app) for app in ids}) == len(ids)
        assert all(app.strip() == app != "" for app in ids)
    assert not [app for app in network.apps.linux if app.endswith((".desktop", ".exe")) and app != TELEGRAM]
    assert network.notifications
    assert all(name.strip() == name != "" for name in network.notifications)


def test_every_network_named_in_the_plan_ships_and_many_more() -> None:
    assert set(NAMED_IN_THE_PLAN.split()) <= {network.id for network in NETWORKS}
    assert len(NETWORKS) >= 120


def claims(network: Network) -> set[str]:
    """Return what a network calls its own: sites, apps and names, each in a name space of its kind."""
    apps = (*network.apps.linux, *network.apps.windows, *network.apps.macos)
    return {
        *(f"site {site}" for site in network.sites),
        *(f"app {app_key(app)}" for app in apps),
        *(f"name {name.casefold()}" for name in network.notifications),
    }


def test_no_site_app_or_name_belongs_to_two_networks() -> None:
    claimed = Counter(claim for network in NETWORKS for claim in claims(network))
    assert [claim for claim, times in claimed.items() if times > 1] == []
    assert all(len(set(network.sites)) == len(network.sites) for network in NETWORKS)


def test_no_network_takes_a_host_that_other_services_share() -> None:
    directory = Directory(NETWORKS, to_ascii)
    taken = {host: directory.network_of(host) for host in SHARED_BY_OTHERS.split()}
    assert {host: network.id for host, network in taken.items() if network} == {}


@pytest.mark.parametrize(
    ("target", "network"),
    [
        ("https://www.linkedin.com/feed/", "linkedin"),
        ("https://business.facebook.com/latest/home", "meta-business-suite"),
        ("https://www.facebook.com/", "facebook"),
        ("https://www.facebook.com/messages/t/1", "messenger"),
        ("https://studio.youtube.com/", "youtube-studio"),
        ("https://music.youtube.com/", None),
        ("https://youtu.be/x", "youtube"),
        ("https://pro.x.com/", "x-pro"),
        ("https://x.com/home", "x"),
        ("https://www.tiktok.com/tiktokstudio/upload", "tiktok-studio"),
        ("https://www.tiktok.com/@someone", "tiktok"),
        ("https://mail.google.com/mail/u/0/", "gmail"),
        ("https://mail.google.com/chat/u/0/", "google-chat"),
        ("https://docs.google.com/", None),
        ("https://city.atlassian.net/jira/boards", "jira"),
        ("https://city.atlassian.net/wiki/home", "confluence"),
        ("https://agency.zendesk.com/agent/tickets/1", "zendesk"),
        ("https://agency.zendesk.com/hc/fr", None),
        ("https://dropbox.com/", None),
        ("https://netflix.com/", None),
        ("com.slack.Slack", "slack"),
        ("slack.desktop", "slack"),
        ("org.telegram.desktop", "telegram"),
        ("org.telegram.desktop.desktop", "telegram"),
        ("ms-teams.exe", "teams"),
        ("firefox", None),
        ("org.gnome.Terminal", None),
    ],
)
def test_well_known_places_are_told_apart(target: str, network: str | None) -> None:
    found = Directory(NETWORKS, to_ascii).network_of(target)
    assert (found and found.id) == network


def test_the_catalogue_is_read_within_25_ms() -> None:
    best_ms = min(timeit.repeat(lambda: CatalogueFiles(FOLDER).networks(), number=1, repeat=5)) * 1e3
    print(f"{len(NETWORKS)} networks in {best_ms:.1f} ms")
    assert best_ms < 25


GOOD = '[slack]\nname = "Slack"\nkind = "chat"\nside = "work"\n'


@pytest.mark.parametrize(
    "text",
    [
        "[slack",
        "slack = 1",
        GOOD.replace('kind = "chat"\n', ""),
        GOOD.replace("chat", "chatter"),
        GOOD.replace("work", "left"),
        GOOD + 'colour = "blue"\n',
        GOOD + "sites = 5\n",
        GOOD + 'apps.amiga = ["slack"]\n',
        "\ud800",
    ],
)
def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path, text: str) -> None:
    (tmp_path / "chat.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(StorageError) as refused:
        CatalogueFiles(tmp_path).networks()
    assert str(tmp_path / "chat.toml") in str(refused.value)
    assert refused.value.remedy is not None


def test_a_folder_in_place_of_a_file_is_named_too(tmp_path: Path) -> None:
    (tmp_path / "chat.toml").mkdir()
    with pytest.raises(StorageError, match=re.escape("chat.toml")):
        CatalogueFiles(tmp_path).networks()


def test_no_files_at_all_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=re.escape(str(tmp_path))):
        CatalogueFiles(tmp_path).networks()


def test_a_network_notifies_under_its_name_unless_it_says_otherwise(tmp_path: Path) -> None:
    (tmp_path / "chat.toml").write_text(GOOD, "utf-8")
    assert CatalogueFiles(tmp_path).networks() == (
        Network("slack", "Slack", Kind.CHAT, notifications=("Slack",), default_side=Side.WORK),
    )
