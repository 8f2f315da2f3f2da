# SPDX-License-Identifier: MIT
"""What do scripts read? Domain values as plain documents for ``--json`` (CONTRACT "Commands").

Times are ISO 8601 with the offset of the schedule's zone; null stands for what is not known or does not end.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from rideau.domain.checking import CheckResult
from rideau.domain.key import KeyTurn
from rideau.domain.network import Network
from rideau.domain.override import Override
from rideau.domain.phase import Interval
from rideau.domain.probe import Probe, Report
from rideau.ports.settings_store import SettingsProblem
from rideau.ports.state import Event
from rideau.wording.journal_lines import event_sentence
from rideau.wording.phrases import why
from rideau.wording.shapes import FullStatus, Restored
from rideau.wording.verdicts import check_why
from rideau.wording.words import Words

Document = dict[str, object]


def instant_text(instant: datetime | None, zone: ZoneInfo) -> str | None:
    """Return an instant in ISO 8601 with the offset of ``zone``, to the second; None stays None."""
    return None if instant is None else instant.astimezone(zone).isoformat(timespec="seconds")


def status_document(words: Words, status: FullStatus, networks: Mapping[str, str]) -> Document:
    """Return what ``rideau status --json`` says; ``networks`` gives ids their names."""
    zone, interval = status.zone, status.interval
    following = status.upcoming[0] if status.upcoming else None
    return {
        "at": instant_text(status.at, zone),
        "timezone": zone.key,
        "phase": interval.phase.value,
        "since": instant_text(interval.start, zone),
        "until": instant_text(interval.end, zone),
        "why": why(words, interval.reason),
        "rule": interval.reason.rule.value,
        "next_phase": following.phase.value if following else None,
        "next_opening": instant_text(status.plan.next_opening, zone),
        "upcoming": [_interval(words, each, zone) for each in status.upcoming],
        "lock_level": status.lock_level.value,
        "key": _key(status.key, zone) if status.key else None,
        "keys_used": status.keys_used,
        "allowance": _allowance(status),
        "next_hand_over": instant_text(status.plan.batch.next, zone) if status.plan.batch else None,
        "held": [words.say(each) for each in status.held],
        "overrides": [_override(each, zone) for each in status.overrides],
        "treatments": [
            {
                "network": each.network.id,
                "name": networks.get(each.network.id, each.network.name),
                "action": each.action.value,
            }
            for each in status.plan.treatments
        ],
        "enforced": [_report(words, each) for each in status.reports],
        "not_covered": [words.say(each) for report in status.reports for each in report.not_covered],
        "waiting": status.waiting,
        "settings_problems": problem_documents(words, status.settings_problems),
    }


def _allowance(status: FullStatus) -> Document | None:
    if status.allowance is None:
        return None
    left, whole = (round(each.total_seconds()) for each in (status.allowance.left, status.allowance.whole))
    return {"seconds": whole, "left": left, "roughly": status.allowance.is_coarse}


def schedule_document(words: Words, zone: ZoneInfo, intervals: Iterable[Interval]) -> Document:
    """Return what ``rideau schedule --json`` says."""
    return {"timezone": zone.key, "intervals": [_interval(words, each, zone) for each in intervals]}


def check_document(words: Words, result: CheckResult, interval: Interval, zone: ZoneInfo) -> Document:
    """Return what ``rideau check --json`` says of a target in ``interval``."""
    return {
        "target": result.target,
        "network": result.network.id if result.network else None,
        "side": result.side.value if result.side else None,
        "phase": interval.phase.value,
        "action": result.action.value,
        "why": check_why(words, result, interval),
        "until": instant_text(interval.end, zone),
        "rule": result.rule.value if result.rule else None,
    }


def networks_document(networks: Iterable[Network]) -> Document:
    """Return what ``rideau networks --json`` says: the catalogue as merged with the person's own."""
    return {"networks": [_network(each) for each in networks]}


def log_document(words: Words, events: Iterable[Event], zone: ZoneInfo) -> list[Document]:
    """Return what ``rideau log --json`` says: an array, oldest first."""
    return [
        {
            "at": instant_text(each.at, zone),
            "kind": each.kind.value,
            "details": dict(each.details),
            "said": event_sentence(words, each),
        }
        for each in events
    ]


def doctor_document(words: Words, probes: Iterable[Probe]) -> Document:
    """Return what ``rideau doctor --json`` says."""
    return {"mechanisms": [_probe(words, each) for each in probes]}


def validate_document(words: Words, file: str, problems: Iterable[SettingsProblem]) -> Document:
    """Return what ``rideau validate --json`` says."""
    found = problem_documents(words, problems)
    return {"file": file, "valid": not found, "problems": found}


def restore_document(words: Words, summary: Restored) -> Document:
    """Return what ``rideau restore --json`` says."""
    return {
        "restored": summary.restored,
        "left": summary.left,
        "gone": summary.gone,
        "failed": [words.say(each) for each in summary.failed],
    }


def problem_documents(words: Words, problems: Iterable[SettingsProblem]) -> list[Document]:
    """Return what is wrong with settings, each with its place."""
    return [{"file": each.file, "place": each.place, "message": words.say(each.message)} for each in problems]


def _interval(words: Words, interval: Interval, zone: ZoneInfo) -> Document:
    return {
        "start": instant_text(interval.start, zone),
        "end": instant_text(interval.end, zone),
        "phase": interval.phase.value,
        "why": why(words, interval.reason),
        "rule": interval.reason.rule.value,
    }


def _key(key: KeyTurn, zone: ZoneInfo) -> Document:
    return {
        "due": instant_text(key.due, zone),
        "wait_seconds": round(key.wait.total_seconds()),
        "opens_for_seconds": round(key.duration.total_seconds()),
        "reason": key.reason,
        "exit": key.exit.value,
    }


def _override(override: Override, zone: ZoneInfo) -> Document:
    return {
        "kind": override.kind.value,
        "start": instant_text(override.start, zone),
        "end": instant_text(override.end, zone),
        "reason": override.reason,
    }


def _report(words: Words, report: Report) -> Document:
    return {
        "by": report.name,
        "networks": list(report.networks),
        "problem": words.say(report.problem) if report.problem else None,
    }


def _probe(words: Words, probe: Probe) -> Document:
    return {
        "name": probe.name,
        "title": words.say(probe.title),
        "fitness": probe.fitness.value,
        "reason": words.say(probe.reason),
        "remedy": words.say(probe.remedy) if probe.remedy else None,
    }


def _network(network: Network) -> Document:
    return {
        "id": network.id,
        "name": network.name,
        "kind": network.kind.value,
        "side": network.side.value,
        "treat_as": network.treat_as.value if network.treat_as else None,
        "accounts": [{"name": each.name, "use": each.use.value} for each in network.accounts],
        "sites": list(network.sites),
        "exceptions": list(network.exceptions),
        "apps": {
            "linux": list(network.apps.linux),
            "windows": list(network.apps.windows),
            "macos": list(network.apps.macos),
        },
        "notifications": list(network.notifications),
    }
