# SPDX-License-Identifier: MIT
"""What happens between the shell and a command: the language, the arguments, the exit code, and every error?

Exit codes (CONTRACT): 0 done, 1 failed, 2 used wrongly or settings that do not hold, 3 no app runs, 4 refused.
"""

import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import TracebackType

from rideau.bootstrap import offline
from rideau.cli.call import Call
from rideau.cli.output import be_encodable, printable
from rideau.cli.parser import config_in, new_parser
from rideau.domain.error import NotRunningError, RefusedError, RideauError, UsageError
from rideau.ports.settings_store import SettingsError
from rideau.wording.words import Words

FAILED, USED_WRONGLY, NOT_RUNNING, REFUSED = 1, 2, 3, 4
INTERRUPTED = 130
"""What shells expect of a program that Ctrl-C ended."""

log = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Prints errors as one line; no traceback reaches a person."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    sys.excepthook = _report_unexpected
    be_encodable()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has enough; nothing may be written at exit either (Python documentation, "signal")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return code


def _run(arguments: list[str]) -> int:
    parts = offline(config_in(arguments))
    words = parts.words
    parsed = new_parser(words).parse_args(arguments)
    module, _, function = parsed.command.partition(":")
    try:
        command = getattr(import_module(f"rideau.cli.{module}"), function)
        return int(command(Call(parsed, parts, words)))
    except RideauError as error:
        _complain(words, error)
        return _exit_code(error)


def _exit_code(error: RideauError) -> int:
    if isinstance(error, RefusedError):
        return REFUSED
    if isinstance(error, NotRunningError):
        return NOT_RUNNING
    return USED_WRONGLY if isinstance(error, UsageError | SettingsError) else FAILED


def _complain(words: Words, error: RideauError) -> None:
    print("rideau:", printable(words.error(error)), file=sys.stderr)


def _report_unexpected(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
    """Log what nobody expected and say so in one line; Python then exits with 1."""
    from rideau.adapters.log_file import log_to  # noqa: PLC0415 - only where something went wrong
    from rideau.adapters.paths import paths_from  # noqa: PLC0415 - as above

    folder = paths_from(os.environ).log_folder
    log_to(folder)
    log.critical("A command failed unexpectedly", exc_info=(kind, error, at))
    print(f"rideau: {kind.__name__}: something unexpected happened; the log in {folder} says what.", file=sys.stderr)
