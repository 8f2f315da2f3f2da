# SPDX-License-Identifier: MIT
"""How far do the browsers of this desktop go through the gate? What routing reports to the enforcer of the sites."""

from typing import NamedTuple

from rideau.domain.text import Text


class RoutingState(NamedTuple):
    """Say whether the desktop sends the closable sites to the gate, and what it leaves out."""

    is_in_place: bool
    upstream: str = ""
    """``host:port`` of the proxy the person had before: the gate goes through it, too; empty without one."""
    not_covered: tuple[Text, ...] = ()
    problem: Text | None = None
    """Why the sites cannot be led through the gate at all."""
    pac: str = ""
    """The script that the gate is to serve, for browsers that take it from an address alone; empty for none."""
