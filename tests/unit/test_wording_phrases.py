# SPDX-License-Identifier: MIT
"""Does every phase, reason, event and verdict have its sentence?"""

import gettext
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rideau.domain.checking import CheckResult
from rideau.domain.network import Account, Action, Kind, Network, Side, Use
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.policy import PolicyRule
from rideau.domain.probe import Fitness
from rideau.domain.settings import LockLevel
from rideau.ports.state import Event, EventKind
from rideau.wording import journal_lines, phrases, terms, verdicts
from rideau.wording.words import Words

WORDS = Words("en", gettext.NullTranslations())
PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ON = date(2026, 6, 20)


@dataclass(frozen=True)
class Now:
    interval: Interval
    at: datetime = NOW
    zone: ZoneInfo = PARIS


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason(Rule.OPENED_BY_HAND, "a {launch}"), "Opened by hand: “a {launch}”."),
        (Reason(Rule.OPENED_BY_HAND), "Opened by hand."),
        (Reason(Rule.CLOSED_BY_HAND), "Closed by hand."),
        (Reason(Rule.FOCUS_BY_HAND, "never shown"), "A focus session started by hand."),
        (Reason(Rule.LEAVE, "Summer"), "Leave: “Summer”."),
        (Reason(Rule.LEAVE), "Leave."),
        (Reason(Rule.WIND_DOWN), "The last minutes before closing."),
        (Reason(Rule.WIND_DOWN, hours="14:00-18:00"), "The last minutes of 14:00–18:00."),  # noqa: RUF001 an en dash
        (Reason(Rule.FOCUS_PLAN, hours="09:00-11:00"), "Your focus plan: 9:00–11:00."),  # noqa: RUF001 an en dash
        (Reason(Rule.FOCUS_PLAN), "Your focus plan."),
        (Reason(Rule.EXCEPTION), "Other hours than usual."),
        (Reason(Rule.EXCEPTION, on=ON), "Closed on 20 June 2026."),
        (Reason(Rule.EXCEPTION, "Fair", on=ON), "“Fair”, 20 June 2026: closed."),
        (Reason(Rule.EXCEPTION, on=ON, hours="10:00-16:00"), "Other hours on 20 June 2026: 10:00–16:00."),  # noqa: RUF001 an en dash
        (Reason(Rule.EXCEPTION, "Fair", ON, "10:00-16:00"), "“Fair”, 20 June 2026: 10:00–16:00."),  # noqa: RUF001 an en dash
        (Reason(Rule.WORK_HOURS, on=ON, hours="09:00-12:30"), "Your hours for Saturday: 9:00–12:30."),  # noqa: RUF001 an en dash
        (Reason(Rule.WORK_HOURS), "Your work hours."),
        (Reason(Rule.HOLIDAY, "Armistice"), "Public holiday: Armistice."),
        (Reason(Rule.HOLIDAY), "A public holiday."),
        (Reason(Rule.OUTSIDE_HOURS), "Outside your work hours."),
    ],
)
def test_every_rule_has_its_sentence(reason: Reason, said: str) -> None:
    assert phrases.why(WORDS, reason) == said


def test_every_value_of_the_fields_words_has_a_name() -> None:
    assert all(phrases.phase(WORDS, each) for each in Phase)
    assert all(phrases.why(WORDS, Reason(each)) for each in Rule)
    assert all(terms.lock_level(WORDS, each) for each in LockLevel)
    assert all(terms.side(WORDS, each) for each in Side)
    assert all(terms.action(WORDS, each) for each in Action)
    assert all(terms.kind(WORDS, each) for each in Kind)
    assert all(terms.use(WORDS, each) for each in Use)
    assert all(terms.fitness(WORDS, each) for each in Fitness)
    assert all(journal_lines.event_sentence(WORDS, Event(NOW, each, {})) for each in EventKind)


def test_the_headline_says_phase_and_end() -> None:
    reason = Reason(Rule.OUTSIDE_HOURS)
    assert phrases.headline(WORDS, Now(Interval(None, MONDAY, Phase.QUIET, reason))) == "Quiet until Mon 9:00"
    assert phrases.headline(WORDS, Now(Interval(None, None, Phase.QUIET, reason))) == "Quiet"


def test_closing_says_until_when() -> None:
    assert phrases.closed(WORDS, MONDAY, NOW, PARIS) == "Closed for today. See you Monday at 9:00."
    assert phrases.closed(WORDS, NOW + timedelta(hours=1), NOW, PARIS) == "Closed for now. See you at 19:00."
    assert phrases.closed(WORDS, None, NOW, PARIS) == "Closed."


def test_the_key_says_that_the_curtain_comes_back() -> None:
    said = "The curtain comes back by itself."
    assert phrases.opened_for(WORDS, timedelta(minutes=10)) == f"Open for 10 minutes. {said}"
    assert phrases.opened_for(WORDS, timedelta(minutes=25)) == f"Open for 25 minutes. {said}"


def test_the_digest_counts_and_names() -> None:
    title, body = phrases.digest(WORDS, (("slack", 9), ("x", 5)), {"slack": "Slack"})
    assert (title, body) == ("14 things waited. Here they are, quietly.", "Slack 9, x 5")
    assert phrases.digest_title(WORDS, 1) == "One thing waited. Here it is, quietly."
    assert not phrases.waiting(WORDS, 0, is_open=False)
    assert phrases.waiting(WORDS, 1, is_open=False) == "One thing waits for the next opening."
    assert phrases.waiting(WORDS, 2, is_open=True) == "2 things waited."


@pytest.mark.parametrize(
    ("kind", "details", "said"),
    [
        (EventKind.PHASE, {"phase": "work", "why": "work-hours"}, "Work. Your work hours."),
        (EventKind.PHASE, {"phase": "away", "why": "leave", "label": "Sea"}, "Away. Leave: “Sea”."),
        (EventKind.PHASE, {"phase": "of an older version", "why": "leave"}, "The phase changed."),
        (EventKind.OPENED, {"minutes": 10, "reason": "x"}, "Opened by hand for 10 minutes: “x”."),
        (EventKind.FOCUS, {"minutes": 50}, "A focus session of 50 minutes started."),
        (EventKind.DIGEST, {"slack": 2, "x": 1}, "3 things that waited were given back."),
        (EventKind.PROBLEM, {"enforcer": "sound"}, "“sound” did not work; the log says why."),
        (EventKind.CLOSED, {"until": ""}, "Closed by hand."),
        (EventKind.ATTEMPT, {"network": "x", "name": "X"}, "A closed site was asked for: X."),
        (EventKind.ATTEMPT, {"network": "x"}, "A closed site was asked for: x."),
        (EventKind.APP_STOPPED, {"app": "Slack"}, "Slack was started while closed, and met the curtain."),
        (EventKind.APP_CLOSED, {"app": "Slack", "how": "stayed"}, "Slack stayed open at closing time."),
        (EventKind.APP_CLOSED, {"app": "Slack", "how": "?"}, "An app was closed at closing time."),
        (EventKind.STRETCHED, {"app": "Slack"}, "Slack had five more minutes at closing time."),
    ],
)
def test_an_event_is_told_from_its_details(kind: EventKind, details: dict[str, str | int], said: str) -> None:
    assert journal_lines.event_sentence(WORDS, Event(NOW, kind, details)) == said


@pytest.mark.parametrize(
    ("rule", "begins"),
    [
        (PolicyRule.DEFAULT, "Outside"),
        (PolicyRule.NETWORK_SETTING, "Your settings say so for Forum. Outside"),
        (PolicyRule.UNASSIGNED, "Forum is on no side yet"),
        (PolicyRule.GENTLE, "The gentle lock level"),
        (None, "It belongs to no network"),
    ],
)
def test_a_verdict_says_the_rule_and_the_phases_rule(rule: PolicyRule | None, begins: str) -> None:
    network = Network("forum", "Forum", accounts=(Account("Me", Use.OFFICIAL),)) if rule else None
    result = CheckResult("forum.example", network, Action.BLOCK, rule, None)
    interval = Interval(None, None, Phase.QUIET, Reason(Rule.OUTSIDE_HOURS))
    assert verdicts.check_why(WORDS, result, interval).startswith(begins)


def test_every_rule_of_the_policy_is_told() -> None:
    interval = Interval(None, None, Phase.QUIET, Reason(Rule.OUTSIDE_HOURS))
    told = {
        verdicts.check_why(WORDS, CheckResult("x", Network("x", "X"), Action.BLOCK, rule, None), interval)
        for rule in PolicyRule
    }
    assert len(told) == len(PolicyRule)
