# SPDX-License-Identifier: MIT
"""Is ``[audit]`` read as it is written, and is what does not hold there named at its place?"""

from datetime import date
from pathlib import Path

import pytest

from rideau.adapters.settings_file import SettingsFile
from rideau.domain.settings import AuditAnswer, AuditQuestion, Settings
from rideau.ports.settings_store import SettingsError


def load(folder: Path, text: str) -> Settings:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return SettingsFile(file, folder / "networks.d", known_networks=lambda: ("facebook", "slack")).load()


def test_answers_are_read_with_their_account_and_the_day_they_were_done(tmp_path: Path) -> None:
    text = """
    [audit.facebook]
    runs-clients = { answer = "yes", account = "Me", done = 2026-11-21 }
    follows-clients = { answer = "no" }
    [audit.slack.friends-with-clients]
    answer = "yes"
    """
    assert load(tmp_path, text).audit == {
        "facebook": {
            AuditQuestion.RUNS_CLIENTS: AuditAnswer(is_yes=True, account="Me", done_on=date(2026, 11, 21)),
            AuditQuestion.FOLLOWS_CLIENTS: AuditAnswer(is_yes=False),
        },
        "slack": {AuditQuestion.FRIENDS_CLIENTS: AuditAnswer(is_yes=True)},
    }


@pytest.mark.parametrize("text", ["", "[audit]", "[networks]"])
def test_what_was_not_asked_is_left_out(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text).audit == {}


def test_an_empty_table_says_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, "[audit.facebook]").audit == {"facebook": {}}


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("audit = 5", "audit", "5 is not a table of settings."),
        ("[audit]\nfacebook = 5", "audit.facebook", "5 is not a table of settings."),
        ('[audit.facebook]\nruns-clients = "yes"', "audit.facebook.runs-clients", "“yes” is not a table of settings."),
        (
            '[audit.facebook]\nrun-clients = { answer = "no" }',
            "audit.facebook.run-clients",
            (
                "“run-clients” is not one of “runs-clients”, “follows-clients”, “friends-with-clients”."
                " Was it meant to be “runs-clients”?"
            ),
        ),
        (
            '[audit.facebook]\nruns-clients = { answer = "maybe" }',
            "audit.facebook.runs-clients.answer",
            "“maybe” is not one of “yes”, “no”.",
        ),
        (
            "[audit.facebook]\nruns-clients = { answer = true }",
            "audit.facebook.runs-clients.answer",
            "true is not one of “yes”, “no”.",
        ),
        (
            '[audit.facebook]\nruns-clients = { account = "Me" }',
            "audit.facebook.runs-clients",
            'This has no “answer”. Write it as { answer = "yes" }.',
        ),
        (
            '[audit.facebook]\nruns-clients = { answer = "yes", account = 5 }',
            "audit.facebook.runs-clients.account",
            "5 is not text. Put it in quotation marks.",
        ),
        (
            '[audit.facebook]\nruns-clients = { answer = "yes", done = "today" }',
            "audit.facebook.runs-clients.done",
            "“today” is not a date. Write it as 2026-06-20, without quotes.",
        ),
        (
            '[audit.facebok]\nruns-clients = { answer = "no" }',
            "audit.facebok",
            "“facebok” is in no catalogue. Was it meant to be “facebook”?",
        ),
    ],
)
def test_what_does_not_hold_is_named_at_its_place(tmp_path: Path, text: str, place: str, said: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load(tmp_path, text)
    assert [(each.place, str(each.message)) for each in raised.value.problems] == [(place, said)]


def test_a_network_of_ones_own_can_be_asked_about(tmp_path: Path) -> None:
    text = '[networks.forum]\nsites = ["forum.example"]\n[audit.forum]\nruns-clients = { answer = "no" }'
    assert load(tmp_path, text).audit == {"forum": {AuditQuestion.RUNS_CLIENTS: AuditAnswer(is_yes=False)}}
