# SPDX-License-Identifier: MIT
"""Who listens through a microphone right now? The sound server knows; a call is not to be cut off (SPEC E9)."""

import logging
from collections.abc import Mapping

from rideau.adapters.linux.sound.sound_player import player_of
from rideau.adapters.linux.sound.sound_server import SoundServer
from rideau.adapters.linux.sound.sound_socket import SoundServerError

PATIENCE_S = 0.5
"""How long a server that hangs may keep whoever asks: the main thread."""

log = logging.getLogger(__name__)


def recording_pids(environment: Mapping[str, str]) -> frozenset[int]:
    """Return the processes that record now; none where no sound server answers. A short connection, no lasting one.

    What records what is being played (the monitor of a sink: a level meter, a screen recorder) is in no call.
    """
    try:
        server = SoundServer(environment, PATIENCE_S)
    except SoundServerError as error:
        log.debug("Nobody is known to record: %s", error)
        return frozenset()
    try:
        return frozenset(player_of(each) for each in server.recorders() if each.pid and not each.is_resting)
    except SoundServerError as error:
        log.debug("Nobody is known to record: %s", error)
        return frozenset()
    finally:
        server.close()
