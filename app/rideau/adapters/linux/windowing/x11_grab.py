# SPDX-License-Identifier: MIT
"""Does a client keep the X server to itself right now? One that were frozen then would freeze the whole screen.

Toolkits grab the server for a moment while they start (XGrabServer(3)); meanwhile nobody else is answered.
"""

import struct
import sys
from collections.abc import Mapping

from rideau.adapters.linux.display import connected_to_x

ANSWERS_WITHIN_S = 0.1
_HELLO = struct.pack("=BxHHHHxx", ord("l" if sys.byteorder == "little" else "B"), 11, 0, 0, 0)
"""A connection's first words, without a cookie: a refusal is an answer, too."""


def is_grabbed(environment: Mapping[str, str]) -> bool:
    """Tell whether the X server of ``environment`` answers nobody; False where there is none."""
    host, _, number = environment.get("DISPLAY", "").rpartition(":")
    number = number.partition(".")[0]
    if not number.isdecimal():
        return False
    try:
        with connected_to_x(host, int(number)) as server:
            server.settimeout(ANSWERS_WITHIN_S)
            server.sendall(_HELLO)
            server.recv(1)
    except TimeoutError:
        return True
    except OSError:
        return False
    return False
