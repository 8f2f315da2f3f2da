# SPDX-License-Identifier: MIT
"""Is the gate in the path of each installed browser? Told by its configuration, and by what was seen.

What passes the gate by is named: "No proxy" in Firefox, a command line of the person's own, tabs older than the way to
the gate. Addresses in figures pass everywhere and are said once, in the manual.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from rideau.adapters.linux.sites.browsers import Package
from rideau.adapters.linux.sites.chromium_desktop import Follows
from rideau.adapters.linux.sites.gate_facts import Facts, gate_facts
from rideau.adapters.linux.sites.routing import BY_LAUNCHERS, needs_launchers
from rideau.adapters.routing_state import RoutingState
from rideau.domain.text import Text

NO_PROXY = 0
"""Firefox's ``network.proxy.type`` for "No proxy"."""
BOOT_WITHIN_S = 1.0
"""The kernel tells the boot, from which starts are counted, in whole seconds: they seem up to one too early."""


class GateCheck(NamedTuple):
    """Say whether one browser goes through the gate."""

    id: str
    name: str
    is_in_path: bool
    reason: Text
    remedy: Text | None = None
    was_seen: bool = False
    """It came through the gate since the keeper started."""
    not_covered: Text | None = None
    """What to say where something of it passes the gate by, unless the routing says so already."""
    is_cut_off: bool = False
    """It was started through a gate that is no more: its work sites do not load."""


class _Way(NamedTuple):
    """Hold one finding: what is in the way, and what to do."""

    reason: Text
    remedy: Text | None = None


def gate_checks(environment: Mapping[str, str], state: RoutingState, seen: frozenset[str]) -> tuple[GateCheck, ...]:
    """Return a check per installed browser; ``seen`` are the executables (/proc/<pid>/exe) that the keeper met."""
    return tuple(judged(facts, state) for facts in gate_facts(environment, seen))


def judged(facts: Facts, state: RoutingState) -> GateCheck:
    """Return what ``facts`` come to, under the routing of now. Pure."""
    who = GateCheck(facts.browser.id, facts.browser.name, is_in_path=True, reason=_path(facts), was_seen=facts.was_seen)
    if not state.is_in_place and (said := cut_off((facts,))):
        remedy = Text("Quit it and start it from the menu.")
        return who._replace(is_in_path=False, reason=said[0], remedy=remedy, not_covered=said[0], is_cut_off=True)
    past = next((way for look in _PAST if (way := look(facts, state))), None)
    if past is None:
        return who._replace(not_covered=next(_partly(facts), None))
    not_covered = None if past.reason in {*state.not_covered, state.problem} else past.reason
    return who._replace(is_in_path=False, reason=past.reason, remedy=past.remedy, not_covered=not_covered)


def cut_off(found: Iterable[Facts]) -> tuple[Text, ...]:
    """Return what to say, where the gate ends, of browsers whose own command line leads there for as long as they run.

    Settings of the desktop's are put back, and that is heard at once; a command line stays what it was.
    """
    names = dict.fromkeys(facts.browser.name for facts in found if any(run.is_led for run in facts.runs))
    return tuple(
        Text("{browser} was started through the gate: start it again, or its work sites will not load.", browser=name)
        for name in names
    )


def _by_policy(facts: Facts, _state: RoutingState) -> _Way | None:
    if not facts.policy:
        return None
    return _Way(
        Text("An administrator's rule sets the proxy of {browser}: its sites stay open.", browser=facts.browser.name),
        Text("Ask your administrator."),
    )


def _by_command_line(facts: Facts, _state: RoutingState) -> _Way | None:
    option = next((run.option for run in facts.runs if run.option and not run.is_led), "")
    if not option:
        return None
    return _Way(
        Text(
            "{browser} was started with “{option}”: its sites stay open.",
            browser=facts.browser.name,
            option=option.partition("=")[0],
        ),
        Text("Quit it and start it without that option."),
    )


def _by_profiles(facts: Facts, _state: RoutingState) -> _Way | None:
    if facts.own_settings and not facts.following_profiles:
        return _Way(_own_settings(facts), Text("In its network settings, choose “Use system proxy settings”."))
    return None


def _by_desktop(facts: Facts, state: RoutingState) -> _Way | None:
    if facts.is_desktop_led or facts.follows is Follows.NOTHING:
        return None
    return _Way(
        state.problem
        or Text("This desktop's proxy settings do not lead {browser} to the gate now.", browser=facts.browser.name)
    )


def _by_launcher(facts: Facts, _state: RoutingState) -> _Way | None:
    if facts.follows is not Follows.NOTHING:
        return None
    if not facts.is_launcher_led:
        return _Way(needs_launchers(facts.browser, facts.desktop), BY_LAUNCHERS)
    if all(run.is_led for run in facts.runs):
        return None
    return _Way(
        Text("{browser} was started past its launcher: its sites stay open.", browser=facts.browser.name),
        Text("Quit it and start it from the menu."),
    )


def _by_package(facts: Facts, _state: RoutingState) -> _Way | None:
    if facts.browser.package is Package.NATIVE or facts.was_seen:
        return None
    return _Way(
        Text(
            "Whether {browser} follows the desktop's proxy settings out of its sandbox is not known before it opens a"
            " work site.",
            browser=facts.browser.name,
        )
    )


_PAST: tuple[Callable[[Facts, RoutingState], _Way | None], ...] = (
    _by_policy,
    _by_command_line,
    _by_profiles,
    _by_desktop,
    _by_launcher,
    _by_package,
)
"""What may keep a browser from the gate, the strongest first."""


def _partly(facts: Facts) -> Iterator[Text]:
    if facts.own_settings:
        yield Text("{browser} has a profile that does not follow the desktop's proxy.", browser=facts.browser.name)
    if any(facts.led_since is not None and run.started_at + BOOT_WITHIN_S <= facts.led_since for run in facts.runs):
        yield Text(
            "{browser} was open before its way led through the gate: reload the tabs from before.",
            browser=facts.browser.name,
        )


def _own_settings(facts: Facts) -> Text:
    if NO_PROXY in facts.own_settings:
        return Text("{browser} is set to “No proxy”: Rideau can't close sites there.", browser=facts.browser.name)
    return Text("{browser} has proxy settings of its own: Rideau can't close sites there.", browser=facts.browser.name)


def _path(facts: Facts) -> Text:
    if facts.was_seen:
        return Text("Led through the gate, and seen there.")
    if facts.follows is Follows.NOTHING:
        return Text("Led through the gate by the launcher in the menu.")
    return Text("Led through the gate by this desktop's proxy settings.")
