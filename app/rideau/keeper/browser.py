# SPDX-License-Identifier: MIT
"""Which browser said hello, through the host that it started?"""

from typing import NamedTuple

from rideau.domain.door import Profile
from rideau.keeper.message import Fields, Reader
from rideau.keeper.proc import ancestors_of


class Browser(NamedTuple):
    """Hold what a browser's host said of it."""

    pid: int
    """Its main process; 0 where the host that says so is no child of it, as far as can be seen from here."""
    browser: str
    profile: Profile
    extension: str
    """The extension's version."""

    @property
    def fields(self) -> dict[str, object]:
        """Return it as the tray is told."""
        return {**self._asdict(), "profile": self.profile.value}


def browser_from(fields: Fields, host_pid: int) -> Browser:
    """Return the browser that ``fields`` of a hello describe, said by process ``host_pid``.

    Raises:
        MessageError: a value is of a wrong kind.

    """
    read = Reader(fields)
    pid = int(read.number("pid"))
    is_its_child = host_pid != pid and pid in ancestors_of(host_pid)
    return Browser(pid if is_its_child else 0, read.text("browser"), read.profile("profile"), read.text("extension"))
