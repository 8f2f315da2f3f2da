# SPDX-License-Identifier: MIT
"""Which senses does the desktop's message service give?"""

from collections.abc import Mapping

from rideau.adapters.linux.attention.bus_link import BusLink, system_bus
from rideau.adapters.linux.attention.bus_sense import BusSense, Listener
from rideau.adapters.linux.attention.do_not_disturb import DoNotDisturb
from rideau.adapters.linux.attention.gnome_inhibitors import GnomeInhibitors
from rideau.adapters.linux.attention.locks import LoginSession, ScreenSavers
from rideau.adapters.linux.attention.players import Players
from rideau.adapters.linux.attention.sense import is_wayland

SESSION, LOGIN = "session", "login"


def open_session_sense(environment: Mapping[str, str]) -> BusSense:
    """Return what hears the session's bus."""

    def listeners(link: BusLink) -> tuple[Listener, ...]:
        usual = (DoNotDisturb(link, environment), ScreenSavers(link), Players(link), GnomeInhibitors(link))
        if not is_wayland(environment):
            return usual
        from rideau.adapters.linux.attention.idle_monitor import IdleMonitor  # noqa: PLC0415 - X11 tells otherwise

        return (*usual, IdleMonitor(link))

    return BusSense(SESSION, environment, listeners)


def open_login_sense(environment: Mapping[str, str]) -> BusSense:
    """Return what hears logind."""
    return BusSense(LOGIN, system_bus(environment), lambda link: (LoginSession(link),))
