# SPDX-License-Identifier: MIT
"""How is a silent stream asked for that goes by an app's name?"""

from collections.abc import Iterator

from rideau.adapters.linux.sound.pulse_wire import (
    NO,
    NOBODY,
    NORMAL_VOLUME,
    YES,
    Spec,
    number,
    places,
    properties,
    spec,
    text,
    volumes,
)
from rideau.domain.sound import Remembered

STEREO = 2
_S16LE = 3
_RATE = 44_100
_PLACES = ((), (0,), (1, 2), (1, 2, 3), (1, 3, 2, 4), (1, 2, 3, 5, 6), (1, 8, 3, 2, 9, 4))
"""Where each of so many channels is heard, as libpulse has it where an app does not say."""
_AS_YOU_LIKE = NOBODY


def ghost(remembered: Remembered, channels: int) -> Iterator[bytes]:
    """Return what asks for it, with as many ``channels`` as the app had, so that none gets lost."""
    kind = f"sink-input-by-{remembered.by.replace('.', '-')}"
    told = {remembered.by: remembered.value, "module-stream-restore.id": f"{kind}:{remembered.value}"}
    told.setdefault("media.name", "Rideau")
    heard_at = _PLACES[channels if 0 < channels < len(_PLACES) else STEREO]
    yield spec(Spec(_S16LE, len(heard_at), _RATE))
    yield places(heard_at)
    yield number(_AS_YOU_LIKE) + text(None)  # the sink, by number and by name
    yield number(_AS_YOU_LIKE) + YES  # its buffer, and that it rests
    yield number(_AS_YOU_LIKE) * 3 + number(0)  # more of its buffer, and in step with no other
    yield volumes([NORMAL_VOLUME] * len(heard_at))
    yield NO * 7  # nothing is fixed
    yield NO * 2 + properties(told)  # not muted
    yield NO * 2  # but the volume above is not meant
    yield NO * 3  # nor is that it is not muted
    yield NO * 2  # nor is its volume a part of another's, nor its sound in a code of its own
