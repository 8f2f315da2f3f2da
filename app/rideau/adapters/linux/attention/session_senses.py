# SPDX-License-Identifier: MIT
"""Which senses does the desktop's message service give, and what do they say of themselves?"""

from collections.abc import Callable, Mapping

from rideau.adapters.linux.attention.bus_link import BusLink, system_bus
from rideau.adapters.linux.attention.bus_sense import BusSense, Listener
from rideau.adapters.linux.attention.do_not_disturb import DoNotDisturb
from rideau.adapters.linux.attention.gnome_inhibitors import GnomeInhibitors
from rideau.adapters.linux.attention.idle_monitor import IdleMonitor
from rideau.adapters.linux.attention.locks import LoginSession, ScreenSavers
from rideau.adapters.linux.attention.players import Players
from rideau.adapters.linux.attention.sense import SenseLostError
from rideau.domain.attention import Signals
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text

SESSION, LOGIN, WISHES = "session", "login", "wishes"

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
_UNSEEN = Text("Apps that tell the desktop so are not noticed here; their windows are, where the desktop shows them.")


def open_session_sense(environment: Mapping[str, str]) -> BusSense:
    """Return what hears the session's bus."""

    def listeners(link: BusLink) -> tuple[Listener, ...]:
        usual = (DoNotDisturb(link, environment), ScreenSavers(link), Players(link), GnomeInhibitors(link))
        return (*usual, IdleMonitor(link)) if is_wayland(environment) else usual

    return BusSense(SESSION, environment, listeners)


def open_login_sense(environment: Mapping[str, str]) -> BusSense:
    """Return what hears logind."""
    return BusSense(LOGIN, system_bus(environment), lambda link: (LoginSession(link),))


def is_wayland(environment: Mapping[str, str]) -> bool:
    """Tell whether no X server knows when somebody typed."""
    return bool(environment.get("WAYLAND_DISPLAY")) or environment.get("XDG_SESSION_TYPE") == "wayland"


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
    from rideau.adapters.linux.attention.wish_sense import WishSense  # noqa: PLC0415 - only to ask for it

    try:
        WishSense(environment).close()
    except SenseLostError:
        return Probe(WISHES, _WISHES_TITLE, Fitness.NOT_HERE, _UNSEEN)
    return Probe(WISHES, _WISHES_TITLE, Fitness.WORKS, _SEEN)
