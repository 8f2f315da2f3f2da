# SPDX-License-Identifier: MIT
"""What do the senses of the desktop's message service say of themselves? Loaded where somebody asks."""

from collections.abc import Callable, Mapping

from rideau.adapters.linux.attention.bus_sense import BusSense
from rideau.adapters.linux.attention.sense import SenseLostError
from rideau.adapters.linux.attention.session_senses import LOGIN, SESSION, open_login_sense, open_session_sense
from rideau.adapters.linux.attention.wish_sense import WishSense
from rideau.domain.attention import Signals
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text

WISHES = "wishes"

_SESSION_TITLE = Text("Do not disturb, films and the locked screen")
_LOGIN_TITLE = Text("Locked screen")
_NO_BUS = Text("This desktop session has no message service (D-Bus), so Rideau can't tell when it would disturb.")
_NO_BUS_REMEDY = Text("Start Rideau from your desktop's menu.")
_NO_LOGIN = Text("This system does not say whether the screen is locked; the desktop may.")
_NOT_TOLD = Text("This desktop does not say whether you want to be left alone; films and the lock are noticed.")
_TOLD = Text("Your desktop's own “Do not disturb” is respected, and films and the locked screen are noticed.")
_LOGIN_TOLD = Text("This system says whether the screen is locked.")

_WISHES_TITLE = Text("Presentations and shared screens")
_SEEN = Text("Apps that present, or share the screen, are noticed as soon as they tell the desktop.")
_UNSEEN = Text("What apps tell the desktop is not heard here; their windows are noticed, where the desktop shows them.")


def session_probe(environment: Mapping[str, str]) -> Probe:
    """Say what the session's bus tells here."""
    known = _known(open_session_sense, environment)
    if known is None:
        return Probe(SESSION, _SESSION_TITLE, Fitness.MISSING, _NO_BUS, _NO_BUS_REMEDY)
    if known.do_not_disturb is None:
        return Probe(SESSION, _SESSION_TITLE, Fitness.NOT_HERE, _NOT_TOLD)
    return Probe(SESSION, _SESSION_TITLE, Fitness.WORKS, _TOLD)


def login_probe(environment: Mapping[str, str]) -> Probe:
    """Say whether logind tells anything here."""
    known = _known(open_login_sense, environment)
    if known is None or known.locked is None:
        return Probe(LOGIN, _LOGIN_TITLE, Fitness.NOT_HERE, _NO_LOGIN)
    return Probe(LOGIN, _LOGIN_TITLE, Fitness.WORKS, _LOGIN_TOLD)


def _known(opened: Callable[[Mapping[str, str]], BusSense], environment: Mapping[str, str]) -> Signals | None:
    try:
        sense = opened(environment)
    except SenseLostError:
        return None
    known = sense.signals()
    sense.close()
    return known


def wishes_probe(environment: Mapping[str, str]) -> Probe:
    """Say whether apps' wishes that the screen stay on can be seen here."""
    try:
        WishSense(environment).close()
    except SenseLostError:
        return Probe(WISHES, _WISHES_TITLE, Fitness.NOT_HERE, _UNSEEN)
    return Probe(WISHES, _WISHES_TITLE, Fitness.WORKS, _SEEN)
