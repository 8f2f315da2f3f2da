# SPDX-License-Identifier: MIT
"""Which command is meant, in which language is it answered, and with which exit code does it end?

Exit codes (CONTRACT): 0 done, 1 failed, 2 used wrongly or settings that do not hold, 3 no app runs, 4 refused.
"""

import logging
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from rideau.adapters.log_file import log_to
from rideau.bootstrap import Offline, offline, run_tray
from rideau.cli.output import be_encodable, printable
from rideau.domain.error import NotRunningError, RefusedError, RideauError, UsageError
from rideau.ports.settings_store import SettingsError

FAILED, USED_WRONGLY, NOT_RUNNING, REFUSED = 1, 2, 3, 4


def dispatch(arguments: Sequence[str]) -> int:
    """Run the command that ``arguments`` name and return its exit code; errors are printed as one line."""
    be_encodable()
    parts = offline(config_in(arguments))
    log_to(parts.paths.log_folder, logging.WARNING)
    try:
        return _command(arguments, parts) if arguments else run_tray(parts)
    except RideauError as error:
        print("rideau:", printable(parts.words.error(error)), file=sys.stderr)
        return _exit_code(error)


def config_in(arguments: Sequence[str]) -> Path | None:
    """Return what ``--config`` names, before anything else is read: the language of all that follows is in there."""
    for index, each in enumerate(arguments):
        if each == "--":
            break
        if each.startswith("--config="):
            return Path(each.removeprefix("--config="))
        if each == "--config" and index + 1 < len(arguments):
            return Path(arguments[index + 1])
    return None


def _command(arguments: Sequence[str], parts: Offline) -> int:
    """Run a command; the tray alone, started at every login, gets by without what this loads."""
    from rideau.cli.call import Call  # noqa: PLC0415 - see above
    from rideau.cli.parser import new_parser  # noqa: PLC0415 - see above

    parsed = new_parser(parts.words).parse_args(arguments)
    module, _, function = parsed.command.partition(":")
    command = getattr(import_module(f"rideau.cli.{module}"), function)
    return int(command(Call(parsed, parts, parts.words)))


def _exit_code(error: RideauError) -> int:
    if isinstance(error, RefusedError):
        return REFUSED
    if isinstance(error, NotRunningError):
        return NOT_RUNNING
    return USED_WRONGLY if isinstance(error, UsageError | SettingsError) else FAILED
