# SPDX-License-Identifier: MIT
"""How do this desktop's browsers come to ask the gate for the closable sites, exactly undone afterwards?

By a script of their proxy settings that stays the same while sites open and close (evidence: a browser told to change
its proxy keeps its open connections). Everything is in the ledger first; after a crash it is adopted as it stands.
"""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from rideau.adapters.linux.autostart import launch_command
from rideau.adapters.linux.bus import connect, disconnect
from rideau.adapters.linux.sites import undo_script as undo
from rideau.adapters.linux.sites.browsers import Browser, installed_browsers
from rideau.adapters.linux.sites.chromium_desktop import Follows, desktop_name, followed
from rideau.adapters.linux.sites.gsettings_proxy import GsettingsProxy, ProxyKeys
from rideau.adapters.linux.sites.kio_proxy import KioProxy, KioProxyRestorer
from rideau.adapters.linux.sites.launcher_override import LauncherOverride, LauncherRestorer, chromium_family
from rideau.adapters.linux.sites.undo_script import UndoableLedger, UndoScript, UndoScriptRestorer
from rideau.adapters.pac import NO_PROXY, OwnProxy
from rideau.adapters.routing_state import RoutingState
from rideau.domain.change import Change, Outcome
from rideau.domain.error import RideauError, SessionBusError, StorageError
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text
from rideau.ports.state import Ledger, Restorer
from rideau.services.restoration import restore_all

log = logging.getLogger(__name__)

ROUTING_KINDS: frozenset[str] = undo.UNDONE_KINDS | {undo.KIND}
"""The kinds of change that routing makes: adopted at start, put back at quit."""

NAME = "routing"
TITLE = Text("Browsers' way through the gate")
BY_LAUNCHERS = Text(
    "Rideau can start it through the gate: “launchers = true” under [browsers] in the settings file allows that."
)
"""What to do about a browser that ignores the desktop's settings."""


class _Settings(Protocol):
    """Be one place where browsers look for their proxy."""

    def hold(self, hosts: tuple[str, ...], port: int) -> OwnProxy:
        """Lead ``hosts`` to the gate at ``port``; return what all else goes through."""
        ...


class DesktopRouting:
    """Lead the browsers' way to the closable sites through the gate, by the desktop's own proxy settings."""

    def __init__(
        self, environment: Mapping[str, str], ledger: Ledger, undo_script: Path, launchers: Callable[[], bool]
    ) -> None:
        """Act on the desktop of ``environment``; ``launchers`` tells whether browsers' launchers may be changed."""
        self._environment = environment
        self._follows = followed(environment)
        self._may_change_launchers = launchers
        self._undo_script = undo_script
        script = UndoScript(environment, undo_script, launch_command())
        self._ledger = UndoableLedger(ledger, script, undo_script)
        self._look_anew()

    def _look_anew(self) -> None:
        """Take what the ledger holds for an earlier run's: what is no more as it says is not the person's choice."""
        self._kio = KioProxy(self._environment, self._ledger) if self._follows is Follows.KDE else None
        kio = (self._kio,) if self._kio else ()
        self._settings: tuple[_Settings, ...] = (*kio, GsettingsProxy(self._environment, self._ledger))
        self._launchers = LauncherOverride(self._environment, self._ledger)

    def hold(self, hosts: tuple[str, ...], port: int) -> RoutingState:
        """Keep ``hosts`` and what is below them led to the gate at ``port`` of loopback. Idempotent.

        With no ``hosts`` it is as ``release``. Trouble in leading is told in the state, not raised.
        """
        if not hosts:
            self.release()
            return RoutingState(is_in_place=False)
        found = [self._held_by(settings, hosts, port) for settings in self._settings]
        launchers, not_covered = self._held_launchers(hosts, port)
        own = [each for each in (*found, launchers) if isinstance(each, OwnProxy)]
        trouble = [each for each in (*found, launchers, self._mended()) if isinstance(each, Text)]
        if not own:
            return RoutingState(is_in_place=False, problem=trouble[0])
        upstream = next((each.upstream for each in own if each != NO_PROXY), "")
        pac = self._kio.pac if self._kio else ""
        return RoutingState(is_in_place=True, upstream=upstream, not_covered=(*trouble, *not_covered), pac=pac)

    def release(self) -> None:
        """Put everything back that is still ours, of an earlier run and another desktop too. Idempotent.

        Raises:
            RideauError: something could not be put back now; it stays in the ledger.

        """
        self._look_anew()
        summary = restore_all(_Routes(self._ledger), routing_restorers(self._environment, self._undo_script))
        if summary.failed:
            raise SessionBusError(summary.failed[0])

    def probe(self) -> Probe:
        """Say how the browsers of this desktop can be led through the gate."""
        try:
            disconnect(connect(self._environment))
        except SessionBusError as error:
            return Probe(NAME, TITLE, Fitness.MISSING, error.message, error.remedy)
        if self._follows is not Follows.NOTHING:
            reason = Text("Browsers follow this desktop's proxy settings at once.")
        elif self._may_change_launchers():
            reason = Text("Firefox follows this desktop's proxy settings; Chromium is led by its launcher in the menu.")
        else:
            reason = Text("Firefox follows this desktop's proxy settings; Chromium does not.")
        return Probe(NAME, TITLE, Fitness.WORKS, reason)

    def _held_by(self, settings: _Settings, hosts: tuple[str, ...], port: int) -> OwnProxy | Text:
        try:
            return settings.hold(hosts, port)
        except RideauError as error:
            log.warning("Browsers may pass the gate by: %s", error)
            return Text("{what} {remedy}", what=error.message, remedy=error.remedy) if error.remedy else error.message

    def _held_launchers(self, hosts: tuple[str, ...], port: int) -> tuple[OwnProxy | Text | None, tuple[Text, ...]]:
        """Lead Chromium by its launchers where it follows no settings; say what that leaves out."""
        browsers = self._deaf_browsers()
        if not self._may_change_launchers() or not browsers:
            try:
                self._launchers.release()
            except RideauError as error:
                return error.message, ()
            return None, tuple(map(self._deaf, browsers))
        try:
            own, refused = self._launchers.hold(browsers, hosts, port)
        except RideauError as error:
            log.warning("Chromium may pass the gate by: %s", error)
            return error.message, ()
        menu = (from_menu_only(each) for each in browsers if self._follows is Follows.NOTHING)
        return (own if len(refused) < len(browsers) else None), (*refused, *menu)

    def _deaf_browsers(self) -> tuple[Browser, ...]:
        if self._follows is Follows.GSETTINGS:
            return ()
        return chromium_family(installed_browsers(self._environment))

    def _deaf(self, browser: Browser) -> Text:
        if self._follows is Follows.KDE:
            return Text(
                "On KDE, {browser} learns the way through the gate from Rideau itself: pages that it opens before go"
                " past it. “launchers = true” under [browsers] in the settings file cures that.",
                browser=browser.name,
            )
        return needs_launchers(browser, desktop_name(self._environment))

    def _mended(self) -> Text | None:
        try:
            self._ledger.mend()
        except StorageError as error:
            return error.message
        return None


def needs_launchers(browser: Browser, desktop: str) -> Text:
    """Return what to say of ``browser`` where it ignores the settings of ``desktop`` (empty: a session without any)."""
    if not desktop:
        return Text("{browser} finds no proxy settings in this session, so its sites stay open.", browser=browser.name)
    return Text(
        "{browser} ignores {desktop}'s proxy settings, so its sites stay open.", browser=browser.name, desktop=desktop
    )


def from_menu_only(browser: Browser) -> Text:
    """Return what to say of ``browser`` where its launcher leads it to the gate."""
    return Text(
        "{browser} started from a terminal goes past the gate; from the menu it does not.", browser=browser.name
    )


def routing_restorers(environment: Mapping[str, str], undo_script: Path) -> tuple[Restorer, ...]:
    """Return what puts back each of ``ROUTING_KINDS``; the undo script stays until all the rest is back."""
    failed: set[Change] = set()
    settings = (ProxyKeys(environment), KioProxyRestorer(environment), LauncherRestorer())
    script = UndoScript(environment, undo_script, launch_command())
    return (*(_Noted(each, failed) for each in settings), _Last(UndoScriptRestorer(script, undo_script), failed))


class _Routes:
    """Be the pages of a ledger that routing wrote."""

    def __init__(self, ledger: Ledger) -> None:
        self.record = ledger.record
        self.settle = ledger.settle
        self._ledger = ledger

    def pending(self) -> tuple[tuple[int, Change], ...]:
        """Return them; see the port."""
        return tuple(each for each in self._ledger.pending() if each[1].kind in ROUTING_KINDS)


class _Noted:
    """Restore as another does, and note what it could not put back."""

    def __init__(self, restorer: Restorer, failed: set[Change]) -> None:
        self.kind = restorer.kind
        self._restorer = restorer
        self._failed = failed

    def restore(self, change: Change) -> Outcome:
        """Put ``change`` back; see the port."""
        self._failed.add(change)
        outcome = self._restorer.restore(change)
        self._failed.discard(change)
        return outcome


class _Last:
    """Restore as another does, but not while something else could not be put back."""

    def __init__(self, restorer: Restorer, failed: set[Change]) -> None:
        self.kind = restorer.kind
        self._restorer = restorer
        self._failed = failed

    def restore(self, change: Change) -> Outcome:
        """Put ``change`` back; see the port."""
        if self._failed:
            self._failed.clear()
            raise StorageError(Text("It stays until the browsers' proxy settings are back."))
        return self._restorer.restore(change)
