# SPDX-License-Identifier: MIT
"""What do the senses cost by themselves, without a tray around them? Says what is told, and when.

Run as ``senses.py [NAME…]``: only the senses called so.
"""

import os
import queue
import sys
import time
from collections.abc import Callable

from rideau.adapters.linux.attention.linux_attention import LinuxAttention
from rideau.bootstrap.attention import openers
from rideau.domain.attention import Signals


def main(*names: str) -> None:
    """Sense until killed; each line is the time and everything that is true or has a value."""
    acts: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    chosen = tuple(each for each in openers() if each.name in names or not names)
    attention = LinuxAttention(os.environ, acts.put, chosen)
    attention.start(_say)
    while True:
        acts.get()()


def _say(signals: Signals) -> None:
    told = [f"{name}={value}" for name, value in signals._asdict().items() if value and name != "active"]
    print(f"{time.monotonic():.6f}", signals.active.id if signals.active else "-", *told, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
