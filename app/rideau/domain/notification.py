# SPDX-License-Identifier: MIT
"""Which network does a notification come from, and what may be kept of it?"""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from rideau.domain.app_id import app_key
from rideau.domain.error import UsageError
from rideau.domain.host import ToAscii, check_site_pattern, normal_host
from rideau.domain.network import Network
from rideau.domain.site_index import SiteIndex

MAX_TITLE = 200
OWN_NAME = "rideau"

_READ_AT_MOST = 4096
"""Characters looked at of any text a stranger sent: a megabyte says no more than its beginning."""
_ORIGIN_LINK = re.compile(r"""\A\s*<a href=["']?https?://(?P<host>[^/"'>\s]{1,300})/?["']?>""", re.IGNORECASE)
_ORIGIN_LINE = re.compile(r"\A(?P<host>[^\s/<>@]{1,300})\n\n")
_CHROMIUM = re.compile(
    r"(?:chrom(?:e|ium)|google[ -]chrome|brave|microsoft[ -]edge|msedge|vivaldi|opera|com\.google\.chrome"
    r"|org\.chromium\.chromium|com\.brave\.browser|com\.microsoft\.edge|com\.vivaldi\.vivaldi|com\.opera\.opera)\b"
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_SHARED_PROGRAMS = frozenset({"electron", "java", "node", "perl", "python", "ruby", "sh", "bash", "gjs"})
"""Programs that run other programs: their name, whatever the version, says nothing about whose notification it is."""
_VERSION = "-.0123456789"


class Notification(NamedTuple):
    """Hold what a desktop notification says about itself, as its sender wrote it: none of it is to be trusted."""

    app_name: str = ""
    desktop_entry: str = ""
    """The hint of that name, or the app id of the portal and of GNotification."""
    executable: str = ""
    """The sender's program; empty where it could not be found out."""
    title: str = ""
    body: str = ""

    @property
    def is_own(self) -> bool:
        """Tell whether Rideau itself speaks; its own notifications are never withheld."""
        return app_key(self.desktop_entry) == OWN_NAME

    @property
    def origin(self) -> str:
        """Return the host of the site that spoke through a Chromium, as the browser writes it ahead of the text.

        Chromium and its relatives begin the body with a link to the origin, or, where the daemon shows no links,
        with its host on a line of its own. Empty for every other sender, Firefox included, which does not tell.
        """
        if not (_CHROMIUM.match(self.desktop_entry.casefold()) or _CHROMIUM.match(self.app_name.casefold())):
            return ""
        beginning = self.body[:_READ_AT_MOST]
        found = _ORIGIN_LINK.match(beginning) or _ORIGIN_LINE.match(beginning)
        return _unescaped(found["host"]) if found else ""

    @property
    def plain_title(self) -> str:
        """Return the title, else the beginning of the body, as plain text of at most 200 characters."""
        return plain(self.title) or plain(self.body)


class NotificationMatcher:
    """Find the network of a notification: site, then desktop entry, then app name, then program."""

    def __init__(self, networks: Iterable[Network], to_ascii: ToAscii) -> None:
        """Index ``networks``; of two that claim the same name the first has it."""
        self._apps: dict[str, Network] = {}
        self._names: dict[str, Network] = {}
        self._networks = {network.id: network for network in networks}
        for network in self._networks.values():
            for app in network.apps.linux:
                self._apps.setdefault(app_key(app), network)
        for network in self._networks.values():
            for name in (*network.notifications, network.name):
                self._names.setdefault(_name_key(name), network)
        self._sites = SiteIndex(
            (network.id, _patterns(network.sites, to_ascii), _patterns(network.exceptions, to_ascii))
            for network in self._networks.values()
        )
        self._to_ascii = to_ascii

    def network_for(self, notification: Notification) -> Network | None:
        """Return the network that ``notification`` comes from; None for Rideau's own and for everybody else's.

        A site decides alone: the browser that carries it is nobody's app.
        """
        if notification.is_own:
            return None
        if notification.origin:
            return self._by_origin(notification.origin)
        return (
            self._by_desktop_entry(notification.desktop_entry)
            or self._by_name(notification.app_name)
            or self._by_program(notification.executable)
        )

    def _by_origin(self, origin: str) -> Network | None:
        try:
            host = normal_host(re.sub(r":\d{1,5}\Z", "", origin), self._to_ascii)
        except UsageError:
            return None
        found = self._sites.network_of_host(host)
        return self._networks[found] if found else None

    def _by_desktop_entry(self, desktop_entry: str) -> Network | None:
        key = app_key(desktop_entry[:_READ_AT_MOST])
        snap, _, app = key.partition("_")  # a snap's desktop file is called SNAP_APP
        return self._apps.get(key) or (self._apps.get(snap) if snap == app else None)

    def _by_name(self, app_name: str) -> Network | None:
        name = app_name[:_READ_AT_MOST]
        return self._names.get(_name_key(name)) or self._apps.get(app_key(name))

    def _by_program(self, executable: str) -> Network | None:
        key = app_key(executable)
        return None if key.rstrip(_VERSION) in _SHARED_PROGRAMS else self._apps.get(key)


class Watchlist(NamedTuple):
    """Hold what is muted among all networks in force; replaced as one, so that no thread ever sees half of a change."""

    matcher: NotificationMatcher
    """Knows every network, so that ``business.facebook.com`` is not taken for ``facebook.com``."""
    muted: frozenset[str] = frozenset()
    """The ids of the networks whose notifications are withheld."""
    batched: frozenset[str] = frozenset()
    """The ids of those whose notifications wait for the next hand-over, but for those of urgent senders."""
    urgent: tuple[str, ...] = ()
    """The names of urgent senders, case-folded."""

    def muted_one(self, network: Network | None, title: str = "") -> Network | None:
        """Return ``network`` where what it says under ``title`` is withheld, else None."""
        if network is None:
            return None
        if network.id in self.muted:
            return network
        return network if network.id in self.batched and not self._is_urgent(title) else None

    def _is_urgent(self, title: str) -> bool:
        said = title[:_READ_AT_MOST].casefold()
        return any(name in said for name in self.urgent)


def plain(text: str) -> str:
    """Return ``text`` without markup, control and direction characters, on one line, of at most 200 characters."""
    words = _unescaped(_TAG.sub("", text[:_READ_AT_MOST]))
    kept = "".join(" " if char.isspace() else char for char in words if char.isspace() or _is_readable(char))
    line = " ".join(kept.split())
    return line if len(line) <= MAX_TITLE else f"{line[: MAX_TITLE - 1].rstrip()}…"


def _is_readable(char: str) -> bool:
    # The joiners (Cf) that scripts and emoji are written with stay; what overrides direction or hides goes.
    return char in "\u200c\u200d" or not unicodedata.category(char).startswith("C")


def _name_key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _patterns(sites: Iterable[str], to_ascii: ToAscii) -> tuple[str, ...]:
    return tuple(check_site_pattern(site, to_ascii) for site in sites)


def _unescaped(text: str) -> str:
    """Return ``text`` with its entities as the characters they stand for; few have any."""
    if "&" not in text:
        return text
    from html import unescape  # noqa: PLC0415 - its table of 2,231 entities takes 0.7 MB

    return unescape(text)
