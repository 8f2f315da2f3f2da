# SPDX-License-Identifier: MIT
"""Which tips does a person mean by what they type? Those whose words hold every word of it, whatever the accents."""

from collections.abc import Iterable

from rideau.domain.network_search import plain
from rideau.domain.tip import Tip


def found(tips: Iterable[Tip], typed: str, language: str) -> tuple[Tip, ...]:
    """Return those of ``tips`` that say what was typed, in ``language``; all where nothing was."""
    wanted = plain(typed).split()
    return tuple(tip for tip in tips if all(word in _said(tip, language) for word in wanted))


def _said(tip: Tip, language: str) -> str:
    return plain(" ".join((*tip.said_in(language), tip.id)))
