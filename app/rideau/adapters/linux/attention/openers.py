# SPDX-License-Identifier: MIT
"""Which senses are there beside the X screen's? Each is loaded once it is opened, or asked what it could tell."""

from collections.abc import Mapping
from pathlib import Path

from rideau.adapters.linux.attention.sense import Opener, Sense, is_wayland, nowhere
from rideau.domain.probe import Probe

_Environment = Mapping[str, str]


def _wayland(environment: _Environment) -> Sense | None:
    if not environment.get("WAYLAND_DISPLAY"):
        return None  # not even loaded: 80 KB
    from rideau.adapters.linux.attention.wayland_sense import open_wayland_sense  # noqa: PLC0415 - see above

    return open_wayland_sense(environment)


def _wayland_probe(environment: _Environment) -> Probe:
    from rideau.adapters.linux.attention.wayland_sense import wayland_probe  # noqa: PLC0415 - see above

    return wayland_probe(environment)


def _wayland_door(environment: _Environment) -> Path | None:
    if not environment.get("WAYLAND_DISPLAY"):
        return None  # as above
    from rideau.adapters.linux.attention.wayland_sense import wayland_door  # noqa: PLC0415 - see above

    return wayland_door(environment)


def _camera(environment: _Environment) -> Sense | None:
    from rideau.adapters.linux.attention.camera_sense import open_camera_sense  # noqa: PLC0415 - see above

    return open_camera_sense(environment)


def _camera_probe(environment: _Environment) -> Probe:
    from rideau.adapters.linux.attention.camera_sense import camera_probe  # noqa: PLC0415 - see above

    return camera_probe(environment)


def _microphone(environment: _Environment) -> Sense | None:
    from rideau.adapters.linux.attention.microphone_sense import MicrophoneSense  # noqa: PLC0415 - see above

    return MicrophoneSense(environment)


def _microphone_probe(environment: _Environment) -> Probe:
    from rideau.adapters.linux.attention.microphone_sense import microphone_probe  # noqa: PLC0415 - see above

    return microphone_probe(environment)


def _microphone_door(environment: _Environment) -> Path | None:
    from rideau.adapters.linux.attention.microphone_sense import microphone_door  # noqa: PLC0415 - see above

    return microphone_door(environment)


def _session(environment: _Environment) -> Sense | None:
    from rideau.adapters.linux.attention.session_senses import open_session_sense  # noqa: PLC0415 - see above

    return open_session_sense(environment)


def _session_probe(environment: _Environment) -> Probe:
    from rideau.adapters.linux.attention.session_probes import session_probe  # noqa: PLC0415 - see above

    return session_probe(environment)


def _session_door(environment: _Environment) -> Path | None:
    from rideau.adapters.linux.bus import socket_path  # noqa: PLC0415 - see above

    return socket_path(environment)


def _wishes(environment: _Environment) -> Sense | None:
    from rideau.adapters.linux.attention.wish_sense import WishSense  # noqa: PLC0415 - see above

    return WishSense(environment)


def _wishes_probe(environment: _Environment) -> Probe:
    from rideau.adapters.linux.attention.session_probes import wishes_probe  # noqa: PLC0415 - see above

    return wishes_probe(environment)


def _login(environment: _Environment) -> Sense | None:
    from rideau.adapters.linux.attention.session_senses import open_login_sense  # noqa: PLC0415 - see above

    return open_login_sense(environment)


def _login_probe(environment: _Environment) -> Probe:
    from rideau.adapters.linux.attention.session_probes import login_probe  # noqa: PLC0415 - see above

    return login_probe(environment)


def _casts(environment: _Environment) -> Sense | None:
    if not is_wayland(environment):
        return None  # as above; what starts a program takes 500 KB
    from rideau.adapters.linux.attention.cast_sense import open_cast_sense  # noqa: PLC0415 - see above

    return open_cast_sense(environment)


def _casts_probe(environment: _Environment) -> Probe:
    from rideau.adapters.linux.attention.cast_sense import cast_probe  # noqa: PLC0415 - see above

    return cast_probe(environment)


WAYLAND = Opener("wayland", _wayland, _wayland_probe, _wayland_door)
"""Stands before X11's: under Wayland the X server knows of its own windows alone."""
OTHERS = (
    Opener("camera", _camera, _camera_probe),
    Opener("microphone", _microphone, _microphone_probe, _microphone_door),
    Opener("session", _session, _session_probe, _session_door),
    Opener("wishes", _wishes, _wishes_probe, _session_door),
    Opener("login", _login, _login_probe, nowhere),
    Opener("casts", _casts, _casts_probe),
)
