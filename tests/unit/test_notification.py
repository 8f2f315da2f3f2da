# SPDX-License-Identifier: MIT
"""Is a notification traced to the right network, and is what is kept of it harmless?"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rideau.domain.network import AppIds, Network
from rideau.domain.notification import MAX_TITLE, Notification, NotificationMatcher, Watchlist, plain

SLACK = Network(
    "slack",
    "Slack",
    sites=("slack.com",),
    apps=AppIds(linux=("slack.desktop", "com.slack.Slack", "electron", "electron-27.3")),
    notifications=("Slack Desktop",),
)
LINKEDIN = Network("linkedin", "LinkedIn", sites=("linkedin.com",), exceptions=("learning.linkedin.com",))
BROWSER = Network("browser", "Work browser", apps=AppIds(linux=("chromium.desktop",)))


def _as_it_is(name: str) -> str:
    return name


HOSTS = ("linkedin.com", "business.linkedin.com", "friends.example")
MATCHER = NotificationMatcher((SLACK, LINKEDIN, BROWSER), _as_it_is)


def _link(host: str) -> str:
    return f'<a href="https://{host}/">{host}</a>\n\nSomeone wrote'


@pytest.mark.parametrize(
    "notification",
    [
        Notification(desktop_entry="slack"),
        Notification(desktop_entry="Slack.desktop"),
        Notification(desktop_entry="slack_slack"),
        Notification(desktop_entry="com.slack.Slack"),
        Notification(app_name="SLACK"),
        Notification(app_name=" slack  desktop "),
        Notification(app_name="com.slack.slack"),
        Notification(executable="/usr/lib/slack/slack"),
        Notification(app_name="Chromium", body=_link("app.slack.com")),
    ],
)
def test_every_way_to_say_slack_is_slack(notification: Notification) -> None:
    assert MATCHER.network_for(notification) is SLACK


@pytest.mark.parametrize(
    "notification",
    [
        Notification(),
        Notification(app_name="Slackware"),
        Notification(desktop_entry="slack_other"),
        Notification(executable="/usr/bin/electron"),
        Notification(executable="/usr/lib/electron27/electron-27.3"),
        Notification(app_name="Slack", desktop_entry="rideau"),
        Notification(app_name="Chromium", body=_link("notslack.com")),
        Notification(app_name="Chromium", body=_link("learning.linkedin.com")),
        Notification(app_name="Signal", body=_link("linkedin.com")),
        Notification(app_name="Firefox", body="linkedin.com\n\nSomeone wrote"),
    ],
)
def test_what_only_looks_like_a_work_app_passes(notification: Notification) -> None:
    assert MATCHER.network_for(notification) is None


@pytest.mark.parametrize("host", ["linkedin.com", "www.linkedin.com", "www.linkedin.com:8443", "LinkedIn.com"])
@pytest.mark.parametrize(
    "browser", ["chromium", "google-chrome", "brave-browser", "microsoft-edge", "chrome-abc-Default"]
)
def test_a_site_in_a_chromium_is_told_by_its_origin(browser: str, host: str) -> None:
    linked = Notification(desktop_entry=browser, body=_link(host))
    plainly = Notification(desktop_entry=browser, body=f"{host}\n\nSomeone wrote")
    assert MATCHER.network_for(linked) is LINKEDIN
    assert MATCHER.network_for(plainly) is LINKEDIN


def test_a_browser_is_nobodys_app_while_a_site_speaks() -> None:
    friend = Notification(desktop_entry="chromium", body=_link("friends.example"))
    assert MATCHER.network_for(friend) is None
    assert MATCHER.network_for(Notification(desktop_entry="chromium", body="A download is done")) is BROWSER


@pytest.mark.parametrize("host", ["..", "a..b", "[::1", "xn--", "%zz", "999999999999.1"])
def test_an_origin_that_is_no_host_belongs_to_nobody(host: str) -> None:
    assert MATCHER.network_for(Notification(app_name="Chromium", body=f"{host}\n\ntext")) is None


def test_of_two_networks_with_one_name_the_first_has_it() -> None:
    twin = Network("twin", "Slack", apps=AppIds(linux=("slack",)))
    matcher = NotificationMatcher((SLACK, twin), _as_it_is)
    assert matcher.network_for(Notification(app_name="slack")) is SLACK
    assert matcher.network_for(Notification(desktop_entry="slack")) is SLACK


def test_a_network_of_its_own_below_anothers_domain_is_told_apart_as_long_as_both_are_known() -> None:
    business = Network("business", "Business Suite", sites=("business.linkedin.com",))
    watchlist = Watchlist(NotificationMatcher((LINKEDIN, business), _as_it_is), frozenset({"linkedin"}))
    origins = {host: watchlist.matcher.network_for(Notification("chromium", body=_link(host))) for host in HOSTS}
    assert origins == {"linkedin.com": LINKEDIN, "business.linkedin.com": business, "friends.example": None}
    assert [watchlist.muted_one(found) for found in origins.values()] == [LINKEDIN, None, None]


def test_sites_and_app_ids_are_compared_however_a_person_wrote_them() -> None:
    written = Network("own", "Own", sites=("Forum.Client.Example",), apps=AppIds(linux=("Client-Forum.desktop",)))
    matcher = NotificationMatcher((written,), _as_it_is)
    assert matcher.network_for(Notification("chromium", body=_link("forum.client.example"))) is written
    assert matcher.network_for(Notification(desktop_entry="client-forum")) is written


def test_markup_and_entities_become_plain_words() -> None:
    assert plain("<b>Anna</b> &amp; <i>Ben</i>\n wrote <img src='x'/>") == "Anna & Ben wrote"
    assert plain("1 < 2 and 3 > 2") == "1 < 2 and 3 > 2"


def test_characters_that_turn_or_hide_text_are_taken_out() -> None:
    assert plain("pay\u202egpj.exe\u2066\x00\x1b[31m\u200b now") == "paygpj.exe[31m now"
    assert plain("👩\u200d🚀") == "👩\u200d🚀"


def test_a_notification_without_a_title_is_called_by_its_text() -> None:
    assert Notification(title=" <b></b> ", body="Lunch?").plain_title == "Lunch?"
    assert Notification(title="Anna", body="Lunch?").plain_title == "Anna"


def test_a_megabyte_is_cut_to_a_readable_length() -> None:
    kept = plain("a" * 1_000_000)
    assert len(kept) == MAX_TITLE
    assert kept.endswith("…")
    assert plain("a" * MAX_TITLE) == "a" * MAX_TITLE


@given(st.text(max_size=600))
def test_whatever_is_sent_what_is_kept_is_short_plain_and_one_line(text: str) -> None:
    kept = plain(text)
    assert len(kept) <= MAX_TITLE
    assert "\n" not in kept
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Co"} for char in kept)
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069") & set(kept)


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80), st.text(max_size=200))
def test_no_text_of_a_stranger_breaks_the_matcher(name: str, entry: str, program: str, body: str) -> None:
    matcher = NotificationMatcher((SLACK, LINKEDIN), _as_it_is)
    assert matcher.network_for(Notification(name, entry, program, "", body)) in {None, SLACK, LINKEDIN}
    assert MATCHER.network_for(Notification("chromium", "", "", "", body)) in {None, SLACK, LINKEDIN, BROWSER}
