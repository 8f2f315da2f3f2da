# SPDX-License-Identifier: MIT
"""What do apps do that the screen must stay on for? Their reason is sorted into a kind, and not kept."""

from enum import Enum
from typing import NamedTuple

from rideau.domain.attention import Signals


class Kind(Enum):
    """Name what an app does."""

    PRESENTING = "presenting"
    SHARING = "sharing"
    PLAYING = "playing"
    OTHER = "other"
    """A download, a backup, a call: no reason tells enough."""


MOST = 500
"""So many wishes, and so many casts, are followed; an app that means well has a few."""
_SHARING = "native desktop capture"
"""Chromium's, while it shares a screen or a window."""
_PRESENTING = (
    *("present", "présent", "präsent", "præsent"),
    *("slideshow", "slide show", "diaporama", "презентац", "演示", "发表", "プレゼン"),
)
"""LibreOffice's is English wherever it is; Okular's and Evince's are the person's language's."""
_PLAYING = (
    *("video", "vidéo", "audio", "film", "movie", "music", "musik", "musiq", "media"),
    *("playing", "playback", "wiedergabe", "lecture"),
)


class Inhibition(NamedTuple):
    """Hold one wish that the screen stays on."""

    sender: str
    """Who wishes it, by its unique name."""
    kind: Kind
    serial: int = 0
    """The number of the call, which its answer repeats."""
    cookie: int | None = None
    """What it is ended by; None where the answer was not seen."""


def kind_of(reason: str) -> Kind:
    """Sort a reason as apps give it."""
    said = reason.casefold().strip()
    if said == _SHARING:
        return Kind.SHARING
    if any(each in said for each in _PRESENTING):
        return Kind.PRESENTING
    return Kind.PLAYING if any(each in said for each in _PLAYING) else Kind.OTHER


def told_by(kinds: set[Kind]) -> Signals:
    """Return what follows; that nobody wishes anything is not known to mean that nothing goes on."""
    return Signals(
        presenting=Kind.PRESENTING in kinds or None,
        sharing=Kind.SHARING in kinds or None,
        playing=Kind.PLAYING in kinds or None,
    )


class Inhibitions:
    """Follow them from call to call."""

    def __init__(self) -> None:
        """Begin without any."""
        self._held: list[Inhibition] = []

    @property
    def kinds(self) -> set[Kind]:
        """Return what goes on."""
        return {each.kind for each in self._held}

    @property
    def senders(self) -> set[str]:
        """Return who wishes something."""
        return {each.sender for each in self._held}

    def begun(self, sender: str, serial: int, reason: str) -> None:
        """Take in a wish."""
        self._held.append(Inhibition(sender, kind_of(reason), serial))
        del self._held[:-MOST]

    def answered(self, sender: str, serial: int, cookie: int | None) -> None:
        """Take in its answer; ``cookie`` is None where it was refused."""
        found = next((each for each in self._held if each.sender == sender and each.serial == serial), None)
        if found is None:
            return
        self._held.remove(found)
        if cookie is not None:
            self._held.append(found._replace(cookie=cookie, serial=0))

    def ended(self, sender: str, cookie: int) -> None:
        """Take in the end of one; where no answer was seen, of the sender's oldest."""
        own = [each for each in self._held if each.sender == sender]
        ends = [each for each in own if each.cookie == cookie] or [each for each in own if each.cookie is None]
        if ends:
            self._held.remove(ends[0])

    def left(self, sender: str) -> None:
        """Take in that somebody is gone, and all they wished with them."""
        self._held = [each for each in self._held if each.sender != sender]


class Casts:
    """Follow the screen's being shared through the desktop portal (``org.freedesktop.portal.ScreenCast``)."""

    def __init__(self) -> None:
        """Begin without any."""
        self._sessions: dict[str, str] = {}
        """By session, who asked for it."""
        self._requests: dict[str, str] = {}
        """By request that is being answered, its session."""

    @property
    def senders(self) -> set[str]:
        """Return who shares, or is about to."""
        return set(self._sessions.values())

    def begun(self, sender: str, session: str, token: str) -> None:
        """Take in that ``sender`` asks to share: the person chooses what now, and is not to be disturbed either."""
        if len(self._sessions) >= MOST:
            return
        self._sessions[session] = sender
        if token:
            self._requests[request_of(sender, token)] = session

    def answered(self, request: str, response: int) -> None:
        """Take in what the person answered; 0 is a yes."""
        session = self._requests.pop(request, None)
        if session is not None and response:
            self._sessions.pop(session, None)

    def ended(self, session: str) -> None:
        """Take in the end of one."""
        self._sessions.pop(session, None)

    def left(self, sender: str) -> None:
        """Take in that somebody is gone."""
        self._sessions = {session: who for session, who in self._sessions.items() if who != sender}
        self._requests = {request: session for request, session in self._requests.items() if session in self._sessions}


def request_of(sender: str, token: str) -> str:
    """Return the path of a portal's request (XDG Desktop Portal, ``org.freedesktop.portal.Request``)."""
    return f"/org/freedesktop/portal/desktop/request/{sender.removeprefix(':').replace('.', '_')}/{token}"
