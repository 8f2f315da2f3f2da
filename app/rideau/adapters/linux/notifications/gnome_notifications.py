# SPDX-License-Identifier: MIT
"""How is a banner kept from flashing up on GNOME? By GNOME's own switch per app, put back exactly (SPEC E6).

The monitor's close reaches GNOME Shell 43 after 3 to 30 ms, and on a busy machine the shell has painted the banner by
then. So its setting ``org.gnome.desktop.notifications.application`` ``enable`` is switched off for the installed apps
of muted networks while they are muted. Everywhere else this does nothing.
"""

import re
from collections.abc import Iterable, Mapping

from rideau.adapters.linux import dconf
from rideau.adapters.linux.apps.installed_apps import installed_apps, is_desktop
from rideau.adapters.linux.bus import connect, disconnect
from rideau.domain.change import Change, Outcome
from rideau.domain.error import RideauError
from rideau.domain.network import Network
from rideau.ports.state import Ledger

KIND = "gnome-notifications"
OFF, ON = "false", "true"
APPLICATIONS = "/org/gnome/desktop/notifications/application/"

_VALUES: Mapping[str | None, bytes | None] = {OFF: dconf.FALSE, ON: dconf.TRUE, None: None}


class GnomeNotifications:
    """Switch the notifications of apps off, in the ledger first, and on again."""

    def __init__(self, environment: Mapping[str, str], ledger: Ledger) -> None:
        """Act where ``environment`` names a GNOME session."""
        self._environment = environment
        self._ledger = ledger
        self._held: dict[str, tuple[int, Change]] = {}
        self._quiet: frozenset[str] = frozenset()

    def hold(self, networks: Iterable[Network]) -> None:
        """Keep the installed apps of ``networks`` from raising banners, and no other. Idempotent.

        Raises:
            StorageError: the ledger could not be written, or GNOME's settings not be read.
            SessionBusError: GNOME's settings could not be written; what is held stays in the ledger.

        """
        apps = installed_apps(networks, self._environment) if is_desktop("GNOME", self._environment) else frozenset()
        wanted = {key_of(app) for app in apps}
        self._drop_restored()
        self._switch_on(self._held.keys() - wanted)
        self._quiet &= wanted
        self._switch_off(wanted - self._held.keys() - self._quiet)

    def _drop_restored(self) -> None:
        """Hold no longer what was put back meanwhile, by ``rideau restore``."""
        if not self._held:
            return
        pending, now = dict(self._ledger.pending()), dconf.read(self._environment)
        for key, (number, _) in tuple(self._held.items()):
            if number not in pending and now.get(key) != dconf.FALSE:
                del self._held[key]

    def _switch_on(self, keys: Iterable[str]) -> None:
        keys = sorted(keys)
        if not keys:
            return
        now = dconf.read(self._environment)
        ours = [self._held[key][1] for key in keys if now.get(key) == dconf.FALSE]  # the rest the person switched since
        _write(self._environment, {change.place: _VALUES[change.before] for change in ours})
        for key in keys:
            number, _ = self._held.pop(key)
            self._ledger.settle(number)

    def _switch_off(self, keys: Iterable[str]) -> None:
        keys = sorted(keys)
        if not keys:
            return
        before = dconf.read(self._environment)
        self._quiet |= {key for key in keys if before.get(key) == dconf.FALSE}  # by the person, and so they stay
        changes = [Change(KIND, key, ON if key in before else None, OFF) for key in keys if key not in self._quiet]
        recorded = {change.place: (self._ledger.record(change), change) for change in changes}
        try:
            _write(self._environment, dict.fromkeys(recorded, dconf.FALSE))
        except RideauError as error:
            if isinstance(error.__cause__, TimeoutError):  # dconf's service may do it still
                self._held |= recorded
                raise
            for number, change in recorded.values():
                if dconf.read(self._environment).get(change.place) != dconf.FALSE:
                    self._ledger.settle(number)
            raise
        self._held |= recorded


class GnomeNotificationsRestorer:
    """Put back GNOME's switch of one app: to what it said, or to saying nothing."""

    kind = KIND

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Act on the settings of the person of ``environment``."""
        self._environment = environment

    def restore(self, change: Change) -> Outcome:
        """Set the key to its value before, or unset it.

        Raises:
            StorageError: GNOME's settings could not be read.
            SessionBusError: they could not be written now, outside of a desktop session, say.

        """
        if change.before not in _VALUES or not change.place.startswith(APPLICATIONS):
            return Outcome.GONE
        if dconf.read(self._environment).get(change.place) != dconf.FALSE:
            return Outcome.LEFT
        _write(self._environment, {change.place: _VALUES[change.before]})
        return Outcome.RESTORED


def key_of(app: str) -> str:
    """Return the full key of the switch of desktop-file id ``app`` (no suffix), as GNOME Shell spells it."""
    name = re.sub("--+", "-", re.sub("[^a-z0-9-]", "-", app.lower()))
    return f"{APPLICATIONS}{name}/enable"


def _write(environment: Mapping[str, str], values: Mapping[str, bytes | None]) -> None:
    if not values:
        return
    connection = connect(environment)
    try:
        dconf.write(connection, values)
    finally:
        disconnect(connection)
