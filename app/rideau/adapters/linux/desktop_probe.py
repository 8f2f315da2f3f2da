# SPDX-License-Identifier: MIT
"""What does the desktop around this process offer: a display, a tray, notifications?"""

from collections.abc import Mapping

from rideau.adapters.linux.display import display_problem
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text

_TRAY_HOST = "org.kde.StatusNotifierWatcher"
_NOTIFICATIONS = "org.freedesktop.Notifications"


def desktop_probes(environ: Mapping[str, str]) -> tuple[Probe, ...]:
    """Return one probe each for display, tray and notifications; never raises."""
    names = _bus_names(environ)
    if names is None:
        reason, remedy = (
            Text("The desktop's message service (D-Bus) does not answer."),
            Text("Start Rideau inside a desktop session."),
        )
        return (
            _display(environ),
            Probe("tray", Text("Tray"), Fitness.MISSING, reason, remedy),
            Probe("notifications", Text("Notifications"), Fitness.MISSING, reason, remedy),
        )
    return _display(environ), _tray(names), _notifications(names)


def _display(environ: Mapping[str, str]) -> Probe:
    if problem := display_problem(environ):
        return Probe("display", Text("Display"), Fitness.MISSING, problem)
    return Probe("display", Text("Display"), Fitness.WORKS, Text("Windows can be shown."))


def _tray(names: frozenset[str]) -> Probe:
    if _TRAY_HOST in names:
        return Probe("tray", Text("Tray"), Fitness.WORKS, Text("The panel shows tray icons."))
    return Probe("tray", Text("Tray"), Fitness.NOT_HERE, Text("No panel shows tray icons; a small window stands in."))


def _notifications(names: frozenset[str]) -> Probe:
    title = Text("Notifications")
    if _NOTIFICATIONS in names:
        return Probe("notifications", title, Fitness.WORKS, Text("A notification service is there."))
    return Probe("notifications", title, Fitness.MISSING, Text("No notification service is there."))


def _bus_names(environ: Mapping[str, str]) -> frozenset[str] | None:
    """Return the names on the session bus, those it can start included; None where there is no bus."""
    if not environ.get("DBUS_SESSION_BUS_ADDRESS") and not environ.get("XDG_RUNTIME_DIR"):
        return None
    from jeepney import DBusErrorResponse, message_bus  # noqa: PLC0415 - wanted here alone
    from jeepney.io.blocking import Proxy, open_dbus_connection  # noqa: PLC0415 - as above

    address = environ.get("DBUS_SESSION_BUS_ADDRESS") or f"unix:path={environ['XDG_RUNTIME_DIR']}/bus"
    try:
        with open_dbus_connection(address) as connection:
            bus = Proxy(message_bus, connection, timeout=2)
            return frozenset(bus.ListNames()[0]) | frozenset(bus.ListActivatableNames()[0])
    except (OSError, ValueError, RuntimeError, DBusErrorResponse):
        return None
