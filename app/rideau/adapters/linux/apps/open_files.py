# SPDX-License-Identifier: MIT
"""Which files does a process hold open? (proc(5))."""

import os
from collections.abc import Iterable
from contextlib import suppress


def open_files(pid: int) -> Iterable[str]:
    """Yield them; none of a process that is gone, or not to be looked into."""
    folder = f"/proc/{pid}/fd"
    try:
        names = os.listdir(folder)  # noqa: PTH208 - names alone
    except OSError:
        return
    for name in names:
        with suppress(OSError):  # closed meanwhile
            yield os.readlink(f"{folder}/{name}")  # noqa: PTH115 - the kernel's own text
