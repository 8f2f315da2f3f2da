# SPDX-License-Identifier: MIT
"""Is each change on the machine said in one plain sentence?"""

import gettext

import pytest

from rideau.domain.change import Change
from rideau.wording.changes import SENTENCES, change_sentence
from rideau.wording.words import Words

WORDS = Words("en", gettext.NullTranslations())
HOSTS = "/home/a/.config/chromium/NativeMessagingHosts/x.json"


@pytest.mark.parametrize(
    ("kind", "place", "said"),
    [
        ("launcher-override", "/a/chromium.desktop", "The launcher chromium starts its browser through Rideau's gate."),
        ("gnome-notifications", "/org/gnome/desktop/x/slack/enable", "GNOME holds back the pop-ups of slack."),
        ("plasma-notifications", "/a/rc[Applications][slack]ShowPopups", "Plasma holds back the pop-ups of slack."),
        (
            "sound-mute",
            "application.name=Slack application.process.binary=/usr/bin/slack",
            "The sound of slack is muted.",
        ),
        ("installed-file", HOSTS, f"The browser's extension finds Rideau through {HOSTS}."),
        ("installed-file", "/a/work.desktop", "The menu has a launcher of Rideau's: /a/work.desktop."),
        ("installed-file", "/a/helper", "A file was put in place to stay: /a/helper."),
        ("of-tomorrow", "/a/{b}", "Something that another version of Rideau changed: /a/{b}."),
    ],
)
def test_a_change_names_what_it_is_about(kind: str, place: str, said: str) -> None:
    assert change_sentence(WORDS, Change(kind, place, None, None)) == said


@pytest.mark.parametrize("kind", SENTENCES)
def test_every_kind_is_a_sentence_whatever_its_place(kind: str) -> None:
    assert change_sentence(WORDS, Change(kind, "", None, None)).endswith(".")
