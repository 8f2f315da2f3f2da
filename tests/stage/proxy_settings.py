# SPDX-License-Identifier: MIT
"""What does a test need to see browsers' proxy settings come and go? A home with the real dconf, and its tools."""

from types import TracebackType
from typing import Self

from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux.sites.routing import DesktopRouting, routing_restorers
from rideau.adapters.paths import paths_from
from rideau.services.restoration import RestoreSummary, restore_all
from stage.bus import SessionBus
from stage.desktop import Home

DCONF = "ca.desrt.dconf"
PROXY = "org.gnome.system.proxy"


class ProxyHome(Home):
    """Be a session as far as its proxy settings go; ``ledger`` is on disk."""

    def __init__(self, desktop: str = "GNOME") -> None:
        """Name the desktop."""
        super().__init__()
        del self.environment["GSETTINGS_BACKEND"]
        self.environment["XDG_CURRENT_DESKTOP"] = desktop
        self.bus = SessionBus(self.environment, self.folder, [DCONF])
        self.paths = paths_from(self.environment)
        self.ledger = LedgerFile(self.paths.ledger_file)
        self.may_change_launchers = False

    def __enter__(self) -> Self:
        """Start dconf's bus."""
        self.bus.start()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.address
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop it."""
        self.bus.stop()
        super().__exit__(kind, error, at)

    def routing(self) -> DesktopRouting:
        """Return a routing as a Rideau that starts now has it."""
        return DesktopRouting(self.environment, self.ledger, self.paths.undo_script, lambda: self.may_change_launchers)

    def restore(self) -> RestoreSummary:
        """Do as ``rideau restore``."""
        return restore_all(self.ledger, routing_restorers(self.environment, self.paths.undo_script))

    def say(self, argv: str, *words: str) -> str:
        """Return what a program says."""
        done = self.run([*argv.split(), *words])
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def set(self, key: str, value: str) -> None:
        """Set a key of the proxy settings, ``http host``, as the person would."""
        *child, name = key.split()
        self.say("gsettings set", ".".join((PROXY, *child)), name, value)

    def get(self, key: str) -> str:
        """Return what a key of the proxy settings says."""
        return self.say("gsettings get", PROXY, key)

    def dump(self) -> str:
        """Return the whole database as ``dconf dump /`` prints it."""
        return self.say("dconf dump /")

    def database(self) -> bytes:
        """Return the person's database as it is on disk."""
        file = self.config / "dconf/user"
        return file.read_bytes() if file.exists() else b""
