# SPDX-License-Identifier: MIT
"""Is a window that a browser made for one site told from its ordinary ones, as Chromium's family names them?"""

import pytest

from rideau.domain.app import AppRule, Window
from rideau.domain.web_window import WebWindows, is_made_for_a_site

SLACK = AppRule("slack/--app", "slack", "Slack", web_hosts=("slack.com",))
CHAT = AppRule("chat/--app", "chat", "Google Chat", web_hosts=("chat.google.com", "mail.google.com/chat"))
MAIL = AppRule("mail/--app", "mail", "Gmail", web_hosts=("mail.google.com",))
BOOK = WebWindows((SLACK, MAIL, CHAT))


def x11(instance: str, app_class: str = "Chromium") -> Window:
    return Window("x11:0x1", 5, "", app_class, instance)


@pytest.mark.parametrize(
    ("window", "rule"),
    [
        (x11("app.slack.com__client_T1"), SLACK),
        (x11("slack.com"), SLACK),
        (x11("App.Slack.com"), SLACK),
        (x11("notslack.com"), None),
        (x11("slack.com.evil.example"), None),
        (x11("mail.google.com__mail_u_0"), MAIL),
        (x11("mail.google.com__chat_u_0"), CHAT),
        (x11("mail.google.com__chat"), CHAT),
        (x11("mail.google.com__chatter"), MAIL),
        (x11("chat.google.com"), CHAT),
        (x11("google.com"), None),
        (x11("chromium"), None),
        (x11("slack.com", "slack.com"), None),
        (Window("way:1", 5, "", "chrome-app.slack.com__client-Default"), SLACK),
        (Window("way:1", 5, "", "brave-app.slack.com__-Profile_1"), SLACK),
        (Window("way:1", 5, "", "slack.com"), None),
        (Window("way:1", 5), None),
    ],
)
def test_a_window_is_for_the_site_that_its_class_names(window: Window, rule: AppRule | None) -> None:
    assert BOOK.rule_of(window) is rule


@pytest.mark.parametrize(
    ("window", "is_made"),
    [
        (x11("app.slack.com__client"), True),
        (x11("crx_" + "abcdefghijklmnop" * 2), True),
        (x11("crx__" + "abcdefghijklmnop" * 2), True),
        (x11("crx_q" + "abcdefghijklmnop" * 2), False),
        (x11("Navigator", "org.mozilla.firefox"), False),
        (x11("chromium"), False),
        (Window("w", 5, "", "org.mozilla.firefox"), False),
        (Window("w", 5, "", "chrome-" + "abcdefghijklmnop" * 2 + "-Default"), True),
        (Window("w", 5, "", "chromium"), False),
    ],
)
def test_an_ordinary_window_of_a_browser_is_for_no_site(window: Window, is_made: bool) -> None:  # noqa: FBT001 - a table
    assert is_made_for_a_site(window) is is_made


def test_a_wildcard_in_a_path_ends_what_is_compared() -> None:
    rule = AppRule("forum/--app", "forum", "Forum", web_hosts=("example.org/team/*",))
    book = WebWindows((rule,))
    assert book.rule_of(x11("example.org__team_17")) is rule
    assert book.rule_of(x11("example.org__fun")) is None
