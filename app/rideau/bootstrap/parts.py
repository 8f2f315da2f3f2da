# SPDX-License-Identifier: MIT
"""Which adapter fills which port? The composition root, and the only place that names concrete adapters.

Imports are inside the functions on purpose: a command that needs no window must not load what windows need.
"""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rideau.adapters.catalogue_files import CatalogueFiles
from rideau.adapters.clock import SystemClock, since_boot
from rideau.adapters.holidays import KnownHolidays
from rideau.adapters.in_force_file import InForceFile
from rideau.adapters.locale import is_12_hour, resolve_language
from rideau.adapters.null_enforcer import NullEnforcer
from rideau.adapters.overrides_file import OverridesFile
from rideau.adapters.passphrase_keyring import KeyringSecret
from rideau.adapters.paths import Paths, paths_from
from rideau.adapters.resources import resources_folder
from rideau.adapters.settings_file import SettingsFile
from rideau.domain.network import Action, Network
from rideau.domain.policy import MAY_CLOSE
from rideau.domain.probe import Probe
from rideau.domain.schedule import Schedule
from rideau.domain.settings import SYSTEM, Settings
from rideau.domain.text import Text
from rideau.domain.waiting import Waiting
from rideau.ports.desktop import Announcer, Autostart
from rideau.ports.settings_store import SettingsError
from rideau.services.keys import Keys
from rideau.services.passphrase import Passphrase
from rideau.services.restoration import RestoreSummary, restore_all
from rideau.services.rules import Sources, networks_of, schedule_of
from rideau.wording.words import Words, load_words

if TYPE_CHECKING:
    from rideau.adapters.journal_sqlite import JournalReader
    from rideau.ports.enforcer import Enforcer
    from rideau.ports.notebook import Notebook
    from rideau.ports.state import Journal, Ledger, Restorer
    from rideau.ports.tips import TipLibrary

MUTING = frozenset({Action.MUTE, Action.BLOCK})
"""What a plan may ask of sound and notifications."""


class Offline:
    """Hold what works without a running app or a display; each part is made when it is first asked for."""

    def __init__(self, paths: Paths, config: Path | None = None) -> None:
        """Keep where everything is; ``config`` is read as the settings instead of the file in its usual place."""
        self.paths = paths
        self.config = config

    @property
    def settings_file(self) -> Path:
        """Return the settings file in use."""
        return self.config or self.paths.settings_file

    @cached_property
    def settings_store(self) -> SettingsFile:
        """Return the settings file with the person's own networks beside it."""
        return SettingsFile(
            self.settings_file,
            self.paths.networks_folder,
            memory=self.paths.last_good_folder,
            starter=resources_folder() / "settings" / f"starter.{resolve_language(SYSTEM, os.environ)}.toml",
            known_networks=self.known_networks,
        )

    @cached_property
    def settings(self) -> Settings:
        """Return the settings as the files say; raises SettingsError."""
        return self.settings_store.load()

    @cached_property
    def sources(self) -> Sources:
        """Return where the rules come from besides the settings."""
        return Sources(
            clock=SystemClock(),
            catalogue=CatalogueFiles(resources_folder() / "networks"),
            holidays=KnownHolidays(self.paths.cache, str(self.settings_file)),
            language=lambda settings: resolve_language(settings.language, os.environ),
        )

    @property
    def clock(self) -> SystemClock:
        """Return the system's clock."""
        return SystemClock()

    @property
    def overrides(self) -> OverridesFile:
        """Return the switches by hand."""
        return OverridesFile(self.paths.overrides_file)

    @property
    def in_force(self) -> InForceFile:
        """Return where the settings in force are kept."""
        return InForceFile(self.paths.in_force_file, self.paths.last_good_folder, self.known_networks)

    def known_networks(self) -> tuple[str, ...]:
        """Return the ids of the networks that the catalogue knows; the person's own are not among them."""
        return tuple(network.id for network in self.sources.catalogue.networks())

    @cached_property
    def networks(self) -> tuple[Network, ...]:
        """Return the catalogue as merged with the person's own."""
        return networks_of(self.settings, self.sources)

    def schedule_at(self, instant: datetime) -> Schedule:
        """Return the schedule with the switches by hand, and with the holidays of the years around ``instant``."""
        return schedule_of(self.settings, self.sources, self.overrides.load(), instant)

    @cached_property
    def words(self) -> Words:
        """Return the words of the person's language, also when the settings do not hold."""
        try:
            settings = self.settings
        except SettingsError:
            settings = Settings()
        return words_for(settings)

    @cached_property
    def journal(self) -> "Journal":
        """Return the journal."""
        from rideau.adapters.journal_sqlite import SqliteJournal  # noqa: PLC0415 - only where a journal is needed

        return SqliteJournal(self.paths.journal_file)

    @property
    def journal_reader(self) -> "JournalReader":
        """Return the journal to be read only, whether an app runs or not."""
        from rideau.adapters.journal_sqlite import JournalReader  # noqa: PLC0415 - only where a journal is needed

        return JournalReader(self.paths.journal_file)

    @property
    def notebook(self) -> "Notebook":
        """Return what the person put down."""
        from rideau.adapters.notebook_file import NotebookFile  # noqa: PLC0415 - only where something is put down

        return NotebookFile(self.paths.notebook_file)

    @cached_property
    def tips(self) -> "TipLibrary":
        """Return the tips that ship with Rideau, and the person's own."""
        from rideau.adapters.tip_files import TipFiles  # noqa: PLC0415 - where one is chosen or looked at

        return TipFiles(resources_folder() / "tips", self.paths.tips_folder)

    @cached_property
    def ledger(self) -> "Ledger":
        """Return the ledger."""
        from rideau.adapters.ledger_file import LedgerFile  # noqa: PLC0415 - only where something is changed

        return LedgerFile(self.paths.ledger_file)

    @cached_property
    def installations(self) -> "Ledger":
        """Return the ledger of what was put in place to stay: put back by ``rideau restore``, not at quitting."""
        from rideau.adapters.ledger_file import LedgerFile  # noqa: PLC0415 - only where something is changed

        return LedgerFile(self.paths.installations_file)

    @cached_property
    def autostart(self) -> Autostart:
        """Return what starts Rideau at login on this system."""
        found: Autostart
        if sys.platform == "linux":
            from rideau.adapters.linux.autostart import XdgAutostart  # noqa: PLC0415 - only one command needs it

            found = XdgAutostart.from_environment(os.environ)
        else:
            from rideau.adapters.null_autostart import NullAutostart  # noqa: PLC0415 - as above

            found = NullAutostart()
        return found

    def restore(self) -> RestoreSummary:
        """Put back everything that was changed in passing: all that holds while the app runs."""
        return restore_all(self.ledger, self._restorers())

    def restore_after_earlier_run(self) -> RestoreSummary:
        """Put back what an earlier run left, but for what this one goes on with: browsers stay led to the gate."""
        adopted = adopted_kinds()
        if all(change.kind in adopted for _, change in self.ledger.pending()):
            return RestoreSummary()  # as a rule; what puts the rest back is not even loaded
        return restore_all(self.ledger, self._restorers(), adopted)

    def restore_everything(self) -> RestoreSummary:
        """Put back what was put in place to stay, too."""
        return restore_all(self.installations, installation_restorers()) + self.restore()

    def probes(self) -> tuple[Probe, ...]:
        """Return how each mechanism stands on this machine."""
        sites, browsers = offline_sites(self)
        probes = (enforcer.probe() for enforcer in enforcers(self, self.journal.hold, (sites,)))
        apps, reminders = offline_app_probes(self), offline_reminding_probes()
        return (*probes, *apps, *browsers(), *reminders, self.autostart.probe())

    def _restorers(self) -> "tuple[Restorer, ...]":
        return restorers(os.environ, self.paths)


def offline(config: Path | None = None) -> Offline:
    """Return the parts that need no running app; ``config`` reads settings from elsewhere."""
    return Offline(paths_from(os.environ), config.absolute() if config else None)


def words_for(settings: Settings) -> Words:
    """Return the words of the language that ``settings`` ask for."""
    language = resolve_language(settings.language, os.environ)
    return load_words(language, resources_folder() / "translations", is_12_hour=is_12_hour(os.environ))


def restorers(environment: Mapping[str, str], paths: Paths) -> tuple["Restorer", ...]:
    """Return what can put back each kind of change on this system."""
    found: tuple[Restorer, ...] = ()
    if sys.platform == "linux":
        from rideau.adapters.linux.apps.frozen_process import FrozenProcessRestorer  # noqa: PLC0415 - see above
        from rideau.adapters.linux.notifications.gnome_notifications import GnomeNotificationsRestorer  # noqa: PLC0415 - see above
        from rideau.adapters.linux.notifications.plasma_notifications import PlasmaNotificationsRestorer  # noqa: PLC0415 - see above
        from rideau.adapters.linux.sites.managed_tier import ClosedByPolicyRestorer  # noqa: PLC0415 - see above
        from rideau.adapters.linux.sites.routing import routing_restorers  # noqa: PLC0415 - see above
        from rideau.adapters.linux.sound.sound_memory import SoundMuteRestorer  # noqa: PLC0415 - see above

        found = (
            FrozenProcessRestorer(),
            SoundMuteRestorer(environment),
            PlasmaNotificationsRestorer(environment),
            GnomeNotificationsRestorer(environment),
            ClosedByPolicyRestorer(environment),
            *routing_restorers(environment, paths.undo_script),
        )
    return found


def installation_restorers() -> tuple["Restorer", ...]:
    """Return what can put back each kind of change that was made to stay."""
    from rideau.adapters.installed_file import InstalledFileRestorer  # noqa: PLC0415 - loads OpenSSL, 1.5 MB

    found: tuple[Restorer, ...] = (InstalledFileRestorer(),)
    if sys.platform == "linux":
        from rideau.adapters.linux.sites.managed_policy import ManagedPolicyRestorer  # noqa: PLC0415 - as above

        found = (*found, ManagedPolicyRestorer(os.environ))
    return found


def adopted_kinds() -> frozenset[str]:
    """Return the kinds of change that a new run goes on with instead of putting them back first."""
    found: frozenset[str] = frozenset()
    if sys.platform == "linux":
        from rideau.adapters.linux.sites.managed_tier import CLOSED_KIND  # noqa: PLC0415 - see above
        from rideau.adapters.linux.sites.routing import ROUTING_KINDS  # noqa: PLC0415 - see above

        found = ROUTING_KINDS | {CLOSED_KIND}
    return found


def enforcers(
    parts: Offline, hold: Callable[[Waiting], None], others: tuple["Enforcer", ...]
) -> tuple["Enforcer", ...]:
    """Return what makes plans hold on this system, and what says that it does not.

    ``hold`` keeps what is withheld; ``others`` close sites and apps, see ``bootstrap.sites`` and ``bootstrap.apps``:
    what closes sites first, since it takes a message.
    """
    return (*others[:1], _notifications(parts, hold), *others[1:])


def no_apps() -> tuple["Enforcer", ...]:
    """Return what says that apps are neither muted nor closed on this system."""
    return (
        NullEnforcer("sound", Text("Sound"), Text("Sound is not muted yet on this system."), MUTING),
        NullEnforcer("apps", Text("Apps"), Text("Apps are not closed yet on this system."), MAY_CLOSE),
    )


def offline_reminding_probes() -> tuple[Probe, ...]:
    """Return how the right moment is sensed here, and how cards are shown."""
    from rideau.adapters.qt.card_platform import card_probe  # noqa: PLC0415 - no Qt in it; for doctor alone
    from rideau.bootstrap.attention import attention_of  # noqa: PLC0415 - as above

    return (*attention_of(lambda act: act()).probes(), card_probe(os.environ))


def offline_app_probes(parts: Offline) -> tuple[Probe, ...]:
    """Return how sound and apps stand where no app runs."""
    if sys.platform == "linux":
        from rideau.bootstrap import apps  # noqa: PLC0415 - see above

        found = apps.offline_app_probes(parts)
    else:
        found = tuple(each.probe() for each in no_apps())
    return found


def no_sites() -> "Enforcer":
    """Return what says that sites are not closed on this system."""
    return NullEnforcer("sites", Text("Sites"), Text("Sites are not closed yet on this system."), MAY_CLOSE)


def offline_sites(parts: Offline) -> tuple["Enforcer", Callable[[], tuple[Probe, ...]]]:
    """Return what closes sites, only to be asked how it stands, and what tells so of each browser."""
    found: tuple[Enforcer, Callable[[], tuple[Probe, ...]]] = (no_sites(), tuple)
    if sys.platform == "linux":
        from rideau.bootstrap.sites import offline_gate  # noqa: PLC0415 - see above

        gate = offline_gate(parts)
        found = (gate, gate.probes)
    return found


def new_keys(journal: "Journal") -> tuple[Keys, Passphrase]:
    """Return what turns keys, and what knows the passphrase."""
    return Keys(journal, since_boot), Passphrase(KeyringSecret(), journal, since_boot)


def _notifications(parts: Offline, hold: Callable[[Waiting], None]) -> "Enforcer":
    found: Enforcer
    if sys.platform == "linux":
        from rideau.adapters.linux.notifications.notification_guard import NotificationGuard  # noqa: PLC0415 - see above

        found = NotificationGuard(os.environ, hold, parts.clock, parts.ledger)
    else:
        why = Text("Notifications are not withheld yet on this system.")
        found = NullEnforcer("notifications", Text("Notifications"), why, MUTING)
    return found


def announcer(post: Callable[[Callable[[], None]], None]) -> Announcer:
    """Return what shows Rideau's own notifications; ``post`` hands a button's call to the main thread."""
    found: Announcer
    if sys.platform == "linux":
        from rideau.adapters.linux.notifications.announcer import NotificationAnnouncer  # noqa: PLC0415 - see above

        found = NotificationAnnouncer(
            os.environ, post, str(resources_folder() / "icons/hicolor/scalable/apps/rideau.svg")
        )
    else:
        from rideau.adapters.plyer_announcer import PlyerAnnouncer  # noqa: PLC0415 - the last resort

        found = PlyerAnnouncer()
    return found
