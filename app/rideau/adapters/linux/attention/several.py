# SPDX-License-Identifier: MIT
"""How do several descriptors become one that a thread can wait for?"""

import select
import sys
from typing import Protocol


class _Poll(Protocol):
    """Be what ``select.epoll`` is; other systems' standard libraries do not know it."""

    def fileno(self) -> int: ...
    def register(self, fd: int, eventmask: int) -> None: ...
    def close(self) -> None: ...


def several(*descriptors: int) -> _Poll:
    """Return what is readable while one of ``descriptors`` is.

    Raises:
        OSError: the system gives no more of them.

    """
    if sys.platform == "linux":
        poll = select.epoll()
        for each in descriptors:
            poll.register(each, select.EPOLLIN)
        return poll
    raise OSError
