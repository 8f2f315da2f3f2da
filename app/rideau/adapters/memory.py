# SPDX-License-Identifier: MIT
"""How does memory that nobody needs go back to the system? Rubbish first, then what the C library keeps for later."""

import gc
import sys


def give_back() -> None:
    """Give back what is free. Takes some milliseconds; main thread."""
    gc.collect()
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - loaded there already, and nobody else's business

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's own; musl gives back by itself
        if trim is not None:
            trim(0)
