# SPDX-License-Identifier: MIT
"""What is a network, whose side is it on, and what can be done to it? (SPEC P1, P2, P5)."""

from enum import StrEnum
from typing import NamedTuple


class Use(StrEnum):
    """Name what an account is for (SPEC P2)."""

    OFFICIAL = "official"
    PROFESSIONAL = "professional"
    PERSONAL = "personal"


class Side(StrEnum):
    """Name the side of one's life a network stands on."""

    WORK = "work"
    PERSONAL = "personal"
    MIXED = "mixed"
    UNASSIGNED = "unassigned"


class Action(StrEnum):
    """Name what a phase does to a network, from nothing to closed (SPEC P5)."""

    ALLOW = "allow"
    LIMIT = "limit"
    PAUSE = "pause"
    MUTE = "mute"
    BLOCK = "block"

    @property
    def mutes(self) -> bool:
        """Tell whether notifications and sound are withheld: mute does, and block includes it."""
        return self in {Action.MUTE, Action.BLOCK}


class Kind(StrEnum):
    """Name what sort of place a network is."""

    SOCIAL = "social"
    CHAT = "chat"
    MAIL = "mail"
    MEETING = "meeting"
    PUBLISHING = "publishing"
    TASKS = "tasks"
    OTHER = "other"


class Account(NamedTuple):
    """Hold one account of the person's and its use."""

    name: str
    use: Use


class AppIds(NamedTuple):
    """Hold the ids of a network's desktop apps per system.

    Linux: desktop-file ids (``slack.desktop``), executables, Flatpak and Snap ids; Windows: executables and
    AppUserModelIDs; macOS: bundle ids.
    """

    linux: tuple[str, ...] = ()
    windows: tuple[str, ...] = ()
    macos: tuple[str, ...] = ()


class Network(NamedTuple):
    """Hold one place where people reach you or where you scroll, merged from catalogue and settings."""

    id: str
    name: str
    kind: Kind = Kind.OTHER
    sites: tuple[str, ...] = ()
    """``host`` (with all subdomains) or ``host/path`` with ``*`` wildcards."""
    exceptions: tuple[str, ...] = ()
    """Patterns as in ``sites`` that do not belong to it after all."""
    apps: AppIds = AppIds()
    notifications: tuple[str, ...] = ()
    """The names under which it notifies, compared case-folded."""
    default_side: Side = Side.UNASSIGNED
    """The side where the person has named no account."""
    accounts: tuple[Account, ...] = ()
    treat_as: Side | None = None
    """On which side a mixed network counts where no browser profile can tell."""

    @property
    def side(self) -> Side:
        """Derive the side: from the uses of the accounts, else the default (SPEC P2)."""
        if not self.accounts:
            return self.default_side
        is_personal = {account.use is Use.PERSONAL for account in self.accounts}
        if len(is_personal) > 1:
            return Side.MIXED
        return Side.PERSONAL if True in is_personal else Side.WORK

    @property
    def counts_as(self) -> Side:
        """Return the side its policy follows: the side itself, or for a mixed one what the person chose."""
        return self.treat_as if self.side is Side.MIXED and self.treat_as else self.side
