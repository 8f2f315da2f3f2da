# SPDX-License-Identifier: MIT
"""Who listens through a microphone right now? The sound server knows; a call is not to be cut off (SPEC E9)."""

import logging
from collections.abc import Mapping

from rideau.adapters.linux.sound_server import SoundServer, SoundServerError

log = logging.getLogger(__name__)


def recording_pids(environment: Mapping[str, str]) -> frozenset[int]:
    """Return the processes that record now; none where no sound server answers. A short connection, no lasting one.

    What records what is being played (the monitor of a sink: a level meter, a screen recorder) is in no call. The
    number of an app in a sandbox may be the sandbox's own, and is then nobody's here.
    """
    try:
        server = SoundServer(environment)
    except SoundServerError as error:
        log.debug("Nobody is known to record: %s", error)
        return frozenset()
    try:
        return frozenset(each.pid for each in server.recorders() if each.pid)
    except SoundServerError as error:
        log.debug("Nobody is known to record: %s", error)
        return frozenset()
    finally:
        server.close()
