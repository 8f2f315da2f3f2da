# SPDX-License-Identifier: MIT
"""Is there a screen to show anything on? Asked first, because Qt aborts the process where there is none.

The question is put to the X server or the Wayland compositor itself, as Qt will: a variable alone proves nothing.
"""

import ctypes
import socket
import struct
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from rideau.domain.text import Text

_NEEDS_NO_SCREEN = frozenset({"offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs", "vkkhrdisplay"})
_ANSWER_WITHIN_S = 2.0
COOKIE = b"MIT-MAGIC-COOKIE-1"
_FAMILY_LOCAL, _FAMILY_WILD = 256, 65535
_LIBRARIES = {
    "xcb": (
        "libxcb-cursor.so.0",  # the one that is missing as a rule
        "libX11-xcb.so.1",
        "libxcb-icccm.so.4",
        "libxcb-image.so.0",
        "libxcb-keysyms.so.1",
        "libxcb-randr.so.0",
        "libxcb-render-util.so.0",
        "libxcb-shape.so.0",
        "libxcb-sync.so.1",
        "libxcb-xfixes.so.0",
        "libxcb-xkb.so.1",
        "libxkbcommon-x11.so.0",
    ),
    "wayland": ("libwayland-client.so.0", "libwayland-cursor.so.0"),
}
"""What the platform plugins of PySide6-Essentials 6.11 need beyond what QtGui needs (readelf -d)."""

_HAS_DISPLAY_SERVERS = sys.platform not in {"win32", "darwin"}
if sys.platform == "win32":
    _LOCAL_FAMILY = -1
else:
    _LOCAL_FAMILY = socket.AF_UNIX


def display_problem(environment: Mapping[str, str]) -> Text | None:
    """Return why Qt could not show a window here and how to see Rideau anyway; None when it can.

    Costs a connection to the display, about a millisecond.
    """
    asked = [name.partition(":")[0] for name in environment.get("QT_QPA_PLATFORM", "").split(";") if name]
    if not _HAS_DISPLAY_SERVERS or _NEEDS_NO_SCREEN & set(asked):
        return None
    problems = []
    if _is_candidate("wayland", asked, environment):
        problems.append(_wayland_problem(environment))
    if _is_candidate("xcb", asked, environment):
        problems.append(_x_problem(environment))
    if not problems:
        return Text("There is no display here. Start Rideau in a desktop session, or try “xvfb-run rideau”.")
    return None if None in problems else problems[-1]


def _is_candidate(plugin: str, asked: list[str], environment: Mapping[str, str]) -> bool:
    """Tell whether Qt would try ``plugin`` (QtGui 6.11: what QT_QPA_PLATFORM names, else what the session offers)."""
    if any(name.startswith(plugin) for name in asked):
        return True
    if plugin == "xcb":
        return not asked and bool(environment.get("DISPLAY"))
    return not asked and bool(
        environment.get("WAYLAND_DISPLAY")
        or environment.get("WAYLAND_SOCKET")
        or environment.get("XDG_SESSION_TYPE") == "wayland"
    )


def _wayland_problem(environment: Mapping[str, str]) -> Text | None:
    if environment.get("WAYLAND_SOCKET"):  # a connection that is open already and can be used only once
        return _library_problem("wayland")
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    try:
        with _local_socket() as compositor:
            compositor.connect(str(Path(environment.get("XDG_RUNTIME_DIR", "/"), name)))
    except OSError:
        return _nobody_answers(name)
    return _library_problem("wayland")


def _x_problem(environment: Mapping[str, str]) -> Text | None:
    display = environment.get("DISPLAY", "")
    host, _, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not number.isdecimal():
        return _nobody_answers(display)
    try:
        with connected_to_x(host, int(number)) as server:
            refusal = _x_refusal(server, cookie_for(environment, number))
    except OSError:
        return _nobody_answers(display)
    if refusal is None:
        return _library_problem("xcb")
    return Text(
        "The display {display} lets nobody of this user in ({reason}). Start Rideau from the desktop's own session.",
        display=display,
        reason=refusal,
    )


def _nobody_answers(display: str) -> Text:
    return Text(
        "Nobody answers at the display “{display}”. Start Rideau in a desktop session, or try “xvfb-run rideau”.",
        display=display,
    )


def connected_to_x(host: str, number: int) -> socket.socket:
    """Connect as libxcb does: the abstract socket, the one in ``/tmp``, else TCP to a named host.

    Raises:
        OSError: nobody is there.

    """
    if host not in {"", "unix"}:
        return socket.create_connection((host.strip("[]"), 6000 + number), _ANSWER_WITHIN_S)
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where the X server itself puts it
    server = _local_socket()
    try:
        try:
            server.connect("\0" + path)
        except OSError:
            server.connect(path)
    except OSError:
        server.close()
        raise
    return server


def _local_socket() -> socket.socket:
    local = socket.socket(_LOCAL_FAMILY)
    local.settimeout(_ANSWER_WITHIN_S)
    return local


def _x_refusal(server: socket.socket, cookie: bytes) -> str | None:
    """Shake hands (X Window System Protocol 11, section 8) and return why the server refuses; None when it does not."""
    name = COOKIE if cookie else b""
    server.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, len(name), len(cookie)) + _padded(name) + _padded(cookie))
    head = server.recv(8, socket.MSG_WAITALL)
    if len(head) < 8:  # noqa: PLR2004 - the fixed head of every answer
        raise ConnectionResetError
    if head[0] == 1:
        return None
    return server.recv(head[1]).decode("utf-8", "replace").strip() or "no reason given"


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def cookie_for(environment: Mapping[str, str], number: str) -> bytes:
    """Return the secret that the person's Xauthority file holds for this display; empty where it holds none."""
    file = Path(environment.get("XAUTHORITY") or Path(environment.get("HOME", "/"), ".Xauthority"))
    try:
        entries = list(_xauthority(file.read_bytes()))
    except (OSError, struct.error):
        return b""
    host = socket.gethostname().encode()
    for family, address, display, name, data in entries:
        is_here = family == _FAMILY_WILD or (family == _FAMILY_LOCAL and address == host)
        if is_here and display in {b"", number.encode()} and name == COOKIE:
            return data
    return next((data for _, _, display, name, data in entries if display == number.encode() and name == COOKIE), b"")


def _xauthority(raw: bytes) -> Iterator[tuple[int, bytes, bytes, bytes, bytes]]:
    """Read an Xauthority file (man 5 Xauthority: a family, then four counted strings, most significant byte first)."""
    place = 0
    while place < len(raw):
        (family,) = struct.unpack_from(">H", raw, place)
        place += 2
        fields = []
        for _ in range(4):
            (length,) = struct.unpack_from(">H", raw, place)
            fields.append(raw[place + 2 : place + 2 + length])
            place += 2 + length
        yield family, fields[0], fields[1], fields[2], fields[3]


def _library_problem(plugin: str) -> Text | None:
    """Return which system library Qt's ``plugin`` would miss; nothing is wasted, Qt loads them next anyway.

    The plugin itself is not loaded: all of Qt would be resolved at once with it, which costs tens of milliseconds.
    """
    for name in _LIBRARIES[plugin]:
        try:
            ctypes.CDLL(name)
        except OSError:
            return Text(
                "Qt needs the system library {library}, which is not here. Install it, then try again.", library=name
            )
    return None
