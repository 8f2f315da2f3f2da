# SPDX-License-Identifier: MIT
"""What senses whether this is a moment to speak? Nothing of it is loaded before it is wanted."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rideau.domain.probe import Probe
from rideau.ports.attention import Attention

if TYPE_CHECKING:
    from rideau.adapters.linux.attention.sense import Opener, Sense

_Environment = Mapping[str, str]


def attention_of(post: Callable[[Callable[[], None]], None], environment: _Environment = os.environ) -> Attention:
    """Return what senses the moment on this system; ``post`` has something called on the main thread."""
    found: Attention
    if sys.platform == "linux":
        from rideau.adapters.linux.attention.linux_attention import LinuxAttention  # noqa: PLC0415 - see above

        found = LinuxAttention(environment, post, openers())
    else:
        from rideau.adapters.null_attention import NullAttention  # noqa: PLC0415 - see above

        found = NullAttention(post)
    return found


def openers() -> "tuple[Opener, ...]":
    """Return how each sense is opened; of two that tell the same, the one to be believed stands first."""
    from rideau.adapters.linux.attention.openers import OTHERS, WAYLAND  # noqa: PLC0415 - see above
    from rideau.adapters.linux.attention.sense import Opener  # noqa: PLC0415 - see above

    return (WAYLAND, Opener("x11", _x11, _x11_probe, _x11_door), *OTHERS)


def _x11(environment: _Environment) -> "Sense | None":
    from rideau.adapters.linux.attention.x11_sense import open_x11_sense  # noqa: PLC0415 - see above

    return open_x11_sense(environment)


def _x11_probe(environment: _Environment) -> Probe:
    from rideau.adapters.linux.attention.x11_sense import x11_probe  # noqa: PLC0415 - see above

    return x11_probe(environment)


def _x11_door(environment: _Environment) -> Path | None:
    from rideau.adapters.linux.attention.x11_sense import x11_door  # noqa: PLC0415 - see above

    return x11_door(environment)
