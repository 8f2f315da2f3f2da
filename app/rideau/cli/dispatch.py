# SPDX-License-Identifier: MIT
"""Which command is meant, in which language is it answered, and with which exit code does it end?

Exit codes (CONTRACT): 0 done, 1 failed, 2 used wrongly or settings that do not hold, 3 no app runs, 4 refused.
"""

import logging
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from rideau.bootstrap import offline
from rideau.cli.call import Call
from rideau.cli.output import be_encodable, printable
from rideau.cli.parser import config_in, new_parser
from rideau.domain.error import NotRunningError, RefusedError, RideauError, UsageError
from rideau.ports.settings_store import SettingsError

FAILED, USED_WRONGLY, NOT_RUNNING, REFUSED = 1, 2, 3, 4


def dispatch(arguments: Sequence[str]) -> int:
    """Run the command that ``arguments`` name and return its exit code; errors are printed as one line."""
    be_encodable()
    parts = offline(config_in(arguments))
    logging.getLogger().addHandler(_LogWhenNeeded(parts.paths.log_folder))
    words = parts.words
    parsed = new_parser(words).parse_args(arguments)
    module, _, function = parsed.command.partition(":")
    try:
        command = getattr(import_module(f"rideau.cli.{module}"), function)
        return int(command(Call(parsed, parts, words)))
    except RideauError as error:
        print("rideau:", printable(words.error(error)), file=sys.stderr)
        return _exit_code(error)


def _exit_code(error: RideauError) -> int:
    if isinstance(error, RefusedError):
        return REFUSED
    if isinstance(error, NotRunningError):
        return NOT_RUNNING
    return USED_WRONGLY if isinstance(error, UsageError | SettingsError) else FAILED


class _LogWhenNeeded(logging.Handler):
    """Open the log file at the first warning of a command; most have none, and warnings are not for the terminal."""

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.WARNING)
        self._folder = folder

    def emit(self, record: logging.LogRecord) -> None:
        """Give way to the real log; the tray process has opened it by itself."""
        from rideau.adapters.log_file import log_to  # noqa: PLC0415 - 3 ms that few commands need

        root = logging.getLogger()
        root.removeHandler(self)
        if not root.handlers:
            log_to(self._folder)
            root.handle(record)
