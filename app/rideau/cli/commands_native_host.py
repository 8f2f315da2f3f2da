# SPDX-License-Identifier: MIT
"""How does a browser start the host of its extension? Within 150 ms: nothing that a host does not need is loaded."""

import gc
import logging
import os
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

from rideau.adapters.log_file import log_to
from rideau.adapters.native_host import NativeHost, Parent
from rideau.adapters.native_messages import Answered, Entering, Opening
from rideau.adapters.paths import Paths, paths_from
from rideau.domain.error import RideauError

if TYPE_CHECKING:
    from rideau.bootstrap import Offline
    from rideau.cli.call import Call
    from rideau.domain.network import Side

USED_WRONGLY = 2


def serve() -> int:
    """Stand between the browser that started this and the keeper, and return the exit code."""
    paths = paths_from(os.environ)
    log_to(paths.log_folder, logging.WARNING)
    if sys.stdin is None or sys.stdout is None or sys.stdin.isatty():
        return _say_who_starts_it()
    gc.enable()  # a host lives as long as its browser
    return NativeHost(_parent(), paths.keeper_socket, lambda opening: _opened(paths, opening)).run()


def native_host(call: "Call") -> int:  # noqa: ARG001 - every command is given its call
    """Do as ``serve``; reached where options stand before the command."""
    return serve()


def _say_who_starts_it() -> int:
    words = _offline().words
    print(
        "rideau:",
        words.text("Browsers start this for Rideau's extension; “rideau browsers install” tells them to."),
        file=sys.stderr,
    )
    return USED_WRONGLY


def _parent() -> Parent:
    found = Parent(os.getppid())
    if sys.platform == "linux":
        from rideau.adapters.linux.sites.native_parent import parent_browser  # noqa: PLC0415 - exists for Linux alone

        found = parent_browser(os.environ, _own_profile, os.getppid())
    return found


def _own_profile() -> "Side":
    from rideau.domain.settings import LockLevel  # noqa: PLC0415 - only where a profile was made
    from rideau.ports.settings_store import SettingsError  # noqa: PLC0415 - as above

    parts = _offline()
    kept = parts.in_force.load()
    if kept is not None and kept.level is not LockLevel.GENTLE and kept.closed_until > parts.clock.now().timestamp():
        return kept.settings.browsers.own_profile  # another one waits for the opening
    try:
        return parts.settings.browsers.own_profile
    except SettingsError:
        return parts.settings_store.last_good().browsers.own_profile


def _opened(paths: Paths, opening: Opening | Entering) -> Answered:
    """Have the running app open, or begin to turn a key, or let in after a breath; return what it says."""
    from rideau.adapters.control_client import ask  # noqa: PLC0415 - only where somebody wants in
    from rideau.adapters.control_protocol import Command, Request  # noqa: PLC0415 - as above

    if isinstance(opening, Entering):
        wish = Request(Command.ENTER, reason=opening.reason, network=opening.network)
    else:
        length = timedelta(minutes=opening.minutes)
        wish = Request(Command.OPEN, duration=length, reason=opening.reason, key=opening.key)
    try:
        told = ask(paths.control_socket, wish)
    except RideauError as error:
        return Answered(is_ok=False, said=_offline().words.error(error))
    return Answered(is_ok=True, said=" ".join(told.lines), key=told.key, wait_s=told.wait_s)


def _offline() -> "Offline":
    from rideau.bootstrap import offline  # noqa: PLC0415 - reading settings and words costs what a start has not

    return offline()
