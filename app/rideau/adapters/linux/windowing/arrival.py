# SPDX-License-Identifier: MIT
"""How is everything taken in that a window system said so far, without waiting for more?"""

import socket
import sys

_LARGEST_PIECE = 1 << 16
if sys.platform == "win32":
    _AT_ONCE = 0
else:
    _AT_ONCE = socket.MSG_DONTWAIT


def arrived(connection: socket.socket) -> bytes:
    """Return whatever has come.

    Raises:
        OSError: the other side hung up, or the connection broke.

    """
    found = b""
    try:
        while piece := connection.recv(_LARGEST_PIECE, _AT_ONCE):
            found += piece
    except BlockingIOError:
        return found
    raise ConnectionResetError
