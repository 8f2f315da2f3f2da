# SPDX-License-Identifier: MIT
"""Do scripts and people read the same truth: documents with offsets, listings of at most 80 columns?"""

import gettext
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from fakes.moment import FRIDAY_EVENING, MONDAY_OPENING, a_status
from rideau.domain.network import Account, Action, Network, Side, Use
from rideau.domain.override import Override, OverrideKind
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.plan import Plan, Treatment
from rideau.domain.probe import Fitness, Probe, Report
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem
from rideau.wording import documents, listings
from rideau.wording.words import Words

WORDS = Words("en", gettext.NullTranslations())
PARIS = ZoneInfo("Europe/Paris")
PROBLEM = SettingsProblem("config.toml", "hours.week.monday[0]", Text("{found} is no range.", found="“x”"))
PROBES = (
    Probe("sound", Text("Sound"), Fitness.MISSING, Text("No server."), Text("Start one.")),
    Probe("sites", Text("Sites"), Fitness.WORKS, Text("All closed.")),
)


@dataclass(frozen=True)
class Summary:
    restored: int = 0
    left: int = 0
    gone: int = 0
    failed: tuple[Text, ...] = ()


def test_the_status_tells_all_of_the_contract_with_offsets() -> None:
    closed = tuple(Treatment(Network(f"n{number}", f"Net {number}"), Action.BLOCK) for number in range(9))
    base = a_status()
    status = a_status(
        plan=Plan(base.interval, MONDAY_OPENING, closed),
        reports=(
            Report("notifications", tuple(each.network.id for each in closed), (Text("Not Firefox."), Text("Not X."))),
            Report("sound", problem=Text("No server.")),
        ),
        overrides=(Override(OverrideKind.CLOSE, FRIDAY_EVENING, None, "enough"),),
        waiting=3,
        settings_problems=(PROBLEM,),
    )
    said = documents.status_document(WORDS, status, {"n0": "First"})
    assert json.loads(json.dumps(said)) == said
    assert said["phase"] == "quiet"
    assert said["since"] == "2026-11-20T19:00:00+01:00"
    assert said["until"] == said["next_opening"] == "2026-11-23T09:00:00+01:00"
    assert said["next_phase"] == "work"
    assert said["lock_level"] == "firm"
    assert said["treatments"][0] == {"network": "n0", "name": "First", "action": "block"}  # type: ignore[index]
    assert said["enforced"][1] == {"by": "sound", "networks": [], "problem": "No server."}  # type: ignore[index]
    assert said["not_covered"] == ["Not Firefox.", "Not X."]
    assert said["overrides"] == [
        {"kind": "close", "start": "2026-11-20T19:30:00+01:00", "end": None, "reason": "enough"}
    ]
    assert said["settings_problems"] == [
        {"file": "config.toml", "place": "hours.week.monday[0]", "message": "“x” is no range."}
    ]
    lines = listings.status_lines(WORDS, status)
    assert lines[0] == "Phase        Quiet until Mon 9:00"
    assert "Withheld     Net 0, Net 1, Net 2, Net 3, Net 4, Net 5 and 3 more" in lines
    assert [line.split("  ")[0] for line in lines].count("Not covered") == 1
    assert all(len(line) <= 80 for line in lines)


def test_what_waits_for_its_batch_is_called_by_its_name() -> None:
    """The policy leaves it alone: no treatment names it."""
    base = a_status(Phase.WORK)
    plan = Plan(base.interval, None, networks=(Network("n", "Net"),), withheld=frozenset({"n"}))
    lines = listings.status_lines(WORDS, a_status(Phase.WORK, plan=plan, reports=(Report("notifications", ("n",)),)))
    assert [line.split()[1] for line in lines if line.startswith("Withheld")] == ["Net"]


def test_what_never_ends_is_null_and_left_out() -> None:
    status = a_status(plan=Plan(Interval(None, None, Phase.QUIET, Reason(Rule.OUTSIDE_HOURS)), None), upcoming=())
    said = documents.status_document(WORDS, status, {})
    assert (said["since"], said["until"], said["next_phase"], said["next_opening"]) == (None, None, None, None)
    assert [line.split()[0] for line in listings.status_lines(WORDS, status)] == ["Phase", "Why", "Lock"]


def test_a_schedule_is_told_in_the_offset_of_each_instant() -> None:
    night = datetime(2026, 3, 28, 23, 0, tzinfo=UTC)
    interval = Interval(night, night + timedelta(hours=9), Phase.QUIET, Reason(Rule.OUTSIDE_HOURS))
    said = documents.schedule_document(WORDS, PARIS, [interval])
    assert said["timezone"] == "Europe/Paris"
    assert said["intervals"] == [
        {
            "start": "2026-03-29T00:00:00+01:00",
            "end": "2026-03-29T10:00:00+02:00",
            "phase": "quiet",
            "why": "Outside your work hours.",
            "rule": "outside-hours",
        }
    ]
    endless = Interval(None, None, Phase.QUIET, Reason(Rule.OUTSIDE_HOURS))
    assert listings.schedule_lines(WORDS, [interval, endless], PARIS) == [
        "Sun 29 Mar  0:00–10:00  Quiet  Outside your work hours.",  # noqa: RUF001 an en dash
        "                        Quiet  Outside your work hours.",
    ]


def test_networks_are_told_whole_to_scripts_and_short_to_people() -> None:
    mixed = Network(
        "x",
        "X",
        sites=("x.com", "twitter.com", "t.co"),
        accounts=(Account("Us", Use.OFFICIAL), Account("Me", Use.PERSONAL)),
        treat_as=Side.WORK,
    )
    said = documents.networks_document([mixed])["networks"][0]  # type: ignore[index]
    assert (said["side"], said["treat_as"]) == ("mixed", "work")
    assert said["sites"] == ["x.com", "twitter.com", "t.co"]
    assert said["accounts"][1] == {"name": "Me", "use": "personal"}
    assert listings.network_lines(WORDS, [mixed]) == [
        "Id  Name  Side          Kind   Sites",
        "x   X     mixed (work)  other  x.com, twitter.com, …",
    ]


def test_doctor_says_the_remedy() -> None:
    said = documents.doctor_document(WORDS, PROBES)["mechanisms"]
    assert [each["remedy"] for each in said] == ["Start one.", None]  # type: ignore[attr-defined]
    assert listings.probe_lines(WORDS, PROBES) == [
        "Sound  missing  No server. Start one.",
        "Sites  works    All closed.",
    ]


def test_a_restore_is_told_by_what_became_of_each_change() -> None:
    assert listings.restore_lines(WORDS, Summary()) == ["Nothing to put back: everything is as it was."]
    assert len(listings.restore_lines(WORDS, Summary(2, 1, 1))) == 3
    failed = Summary(failed=(Text("{place}: {why}", place="a", why="b"),))
    assert not listings.restore_lines(WORDS, failed)
    assert documents.restore_document(WORDS, failed)["failed"] == ["a: b"]


def test_a_problem_of_the_whole_file_has_no_place() -> None:
    whole = SettingsProblem("config.toml", "", Text("It is not text."))
    assert listings.problem_lines(WORDS, [PROBLEM, whole]) == [
        "config.toml: hours.week.monday[0]: “x” is no range.",
        "config.toml: It is not text.",
    ]
    assert documents.validate_document(WORDS, "config.toml", []) == {
        "file": "config.toml",
        "valid": True,
        "problems": [],
    }


def test_long_values_wrap_under_themselves_and_never_break_an_address() -> None:
    lines = listings.columns([("a", "word " * 30), ("long label", "https://" + "x" * 100)])
    assert all(line.startswith(" " * 12) for line in lines[1:3] if not line.startswith("long"))
    assert lines[-1].endswith("x" * 100)
    assert listings.columns([]) == []
