# SPDX-License-Identifier: MIT
"""How does the one instance begin to listen, before anything slow is loaded?"""

import socket
from pathlib import Path

from rideau.adapters.control_protocol import unix_socket
from rideau.adapters.private_folder import private_folder
from rideau.domain.error import StorageError
from rideau.domain.text import Text

MOST_CONNECTIONS = 16


def listen_at(path: Path) -> socket.socket:
    """Return a socket that listens at ``path``, in a folder of this user's own, without ever blocking.

    Only the one instance (``SingleInstance``) may: what a crash left there is taken over. From this call on a second
    start finds the first one, and waits for its answer instead of hearing that nothing runs.

    Raises:
        StorageError: the folder is not ours alone, or the socket cannot be made there.
        RideauError: this system has no such sockets.

    """
    listener = unix_socket()
    try:
        private_folder(path.parent)
        listener.settimeout(0)
        path.unlink(missing_ok=True)
        listener.bind(str(path))
        path.chmod(0o600)
        listener.listen(MOST_CONNECTIONS)
    except OSError as error:
        listener.close()
        raise StorageError(
            Text("{path} can't be written: {reason}.", path=path, reason=error.strerror or error)
        ) from error
    except StorageError:
        listener.close()
        raise
    return listener
