# SPDX-License-Identifier: MIT
"""Do pieces of what is told come together, whatever they are cut into?"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rideau.adapters.linux.attention.cast_sense import Casts, cast_probe, open_cast_sense
from rideau.adapters.linux.attention.idle_steps import BUSY, now_after
from rideau.domain.attention import Presence
from rideau.domain.probe import Fitness

THERE = [
    {"id": 30, "type": "PipeWire:Interface:Node", "info": {"props": {"media.class": "Audio/Sink", "media.name": "]"}}},
    {"id": 31, "type": "PipeWire:Interface:Node", "info": {"props": {"media.class": "Stream/Output/Video"}}},
    {"id": 32, "type": "PipeWire:Interface:Metadata", "props": {}, "metadata": []},
    {"type": "strange"},
]
GONE = [{"id": 31, "info": None}]


def said(*lists: object) -> bytes:
    """Return ``lists`` as ``pw-dump`` prints them."""
    return b"".join(json.dumps(each, indent=2).encode() + b"\n" for each in lists)


@given(st.integers(1, 200))
def test_a_cast_is_known_from_pieces_until_it_goes(size: int) -> None:
    casts = Casts()
    whole = said(THERE)
    assert not casts.is_any
    for at in range(0, len(whole), size):
        casts.hear(whole[at : at + size])
    assert casts.is_any
    casts.hear(said([{"id": 31, "info": {"state": "suspended"}}]))
    assert casts.is_any, "what changed is told alone"
    casts.hear(said(GONE))
    assert not casts.is_any


def test_something_else_is_refused() -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever its words
        Casts().hear(b"[\nnonsense\n]\n")
    with pytest.raises(ValueError, match="Unterminated"):
        Casts().hear(b'[{"' + b"x" * (1 << 21))


def test_without_wayland_or_the_program_nothing_is_started() -> None:
    assert open_cast_sense({"PATH": "/usr/bin"}) is None
    assert cast_probe({"PATH": "/usr/bin"}).fitness is Fitness.NOT_HERE
    assert open_cast_sense({"PATH": "/nowhere", "WAYLAND_DISPLAY": "wayland-0"}) is None
    assert cast_probe({"PATH": "/nowhere", "WAYLAND_DISPLAY": "wayland-0"}).fitness is Fitness.MISSING


@pytest.mark.parametrize(
    ("idle_ms", "presence", "typing"),
    [
        (0, Presence.ACTIVE, True),
        (1_999, Presence.ACTIVE, True),
        (2_000, Presence.ACTIVE, False),
        (25_000, Presence.RESTING, False),
        (299_999, Presence.RESTING, False),
        (300_000, Presence.AWAY, False),
    ],
)
def test_how_long_nothing_was_done_tells_presence(idle_ms: int, presence: Presence, *, typing: bool) -> None:
    assert now_after(idle_ms) == BUSY._replace(presence=presence, typing=typing)
