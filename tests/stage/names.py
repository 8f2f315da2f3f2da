# SPDX-License-Identifier: MIT
"""Where do the names of a test's web sites lead, for browsers and keeper alike? To loopback, by a hosts file apart.

A process holds a mount namespace (and, for an ordinary user, the user namespace that allows it) in which another file
lies over ``/etc/hosts``. Whatever is to know the names is started ``through`` it; nothing else on the machine does.
"""

import os
from collections.abc import Iterable
from types import TracebackType
from typing import Self

from stage.desktop import Home
from stage.program import Program, start_and_listen

WORK = "linkedin.test"
SUBDOMAIN = "www.linkedin.test"
DEEP = "deep.sub.linkedin.test"
LOOK_ALIKE = "notlinkedin.test"
OTHER = "other.test"
PARTS = "parts.test"
"""Of which only one path has hours."""
MIXED = "mixed.test"
"""On which somebody has an account for work and one of their own."""
EVERY_NAME = (WORK, SUBDOMAIN, DEEP, LOOK_ALIKE, OTHER, PARTS, MIXED)

IS_ROOT = os.getuid() == 0
APART = ("--mount",) if IS_ROOT else ("--user", "--map-current-user", "--keep-caps", "--mount")
ENTER = ("--mount",) if IS_ROOT else ("--user", "--preserve-credentials", "--mount")
HOLD = 'mount --bind "$0" /etc/hosts && echo there >&9 && exec 9>&- && exec sleep infinity'


class NamesError(Exception):
    """Say that this machine does not let a test have names of its own."""


class Names:
    """Hold names that lead to 127.0.0.1 for programs that are started ``through`` here, and for nobody else."""

    def __init__(self, home: Home, names: Iterable[str] = EVERY_NAME) -> None:
        """Choose the names; they hold on entering."""
        self._home = home
        self._names = tuple(names)
        self._holder: Program | None = None

    def __enter__(self) -> Self:
        """Begin."""
        hosts = self._home.folder / "hosts"
        hosts.write_text("127.0.0.1 localhost\n" + "".join(f"127.0.0.1 {name}\n" for name in self._names))
        argv = ["unshare", *APART, "sh", "-c", HOLD, str(hosts)]
        self._holder, said = start_and_listen(argv, self._home.environment, self._home.folder / "names.log")
        if not said:
            raise NamesError(self._holder.output())
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End."""
        if self._holder is not None:
            self._holder.stop()

    @property
    def through(self) -> tuple[str, ...]:
        """Return what to put in front of a program's command; its process id stays the one that was started."""
        assert self._holder is not None, "nobody holds the names"
        return ("nsenter", f"--target={self._holder.pid}", *ENTER, "--")
