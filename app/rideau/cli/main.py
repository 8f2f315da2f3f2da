# SPDX-License-Identifier: MIT
"""What stands between the shell and a command? Ctrl-C, closed pipes and surprises; nothing heavy is loaded before."""

import gc
import os
import sys
from collections.abc import Sequence
from types import TracebackType

NATIVE_HOST = "native-host"
LED_WINDOW = ["settings", "--led"]
"""How the tray starts its settings window; not for people."""
LED_CARD = ["card", "--led"]
"""How the tray starts a card; not for people."""
FAILED = 1
INTERRUPTED = 130
"""What shells expect of a program that Ctrl-C ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. No traceback reaches a person."""
    sys.excepthook = _report_unexpected
    gc.disable()  # while everything loads, and for commands to their end: collecting costs 25 ms and frees nothing
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has enough; nothing may be written at exit either (Python documentation, "signal")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return code


def _run(arguments: list[str]) -> int:
    if arguments[:1] == [NATIVE_HOST] and not {"-h", "--help"} & set(arguments):
        from rideau.cli.commands_native_host import serve  # noqa: PLC0415 - a browser waits for it

        return serve()
    if arguments[: len(LED_CARD)] == LED_CARD:
        from rideau.cli.led_card import show as show_card  # noqa: PLC0415 - its first frame is waited for

        return show_card()
    from rideau.adapters.zone_places import load_zones  # noqa: PLC0415 - so that Ctrl-C is quiet while this loads, too

    load_zones(os.environ)
    if arguments[: len(LED_WINDOW)] == LED_WINDOW:
        from rideau.cli.led_window import show  # noqa: PLC0415 - somebody clicked, and waits for the window

        return show(arguments[len(LED_WINDOW) :])
    from rideau.cli.dispatch import dispatch  # noqa: PLC0415 - as above

    return dispatch(arguments)


def _report_unexpected(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
    """Log what nobody expected and say so in one line; Python then exits with 1."""
    import logging  # noqa: PLC0415 - only where something went wrong

    from rideau.adapters.log_file import log_to  # noqa: PLC0415 - as above
    from rideau.adapters.paths import paths_from  # noqa: PLC0415 - as above

    folder = paths_from(os.environ).log_folder
    log_to(folder, logging.WARNING)
    logging.getLogger(__name__).critical("A command failed unexpectedly", exc_info=(kind, error, at))
    print(f"rideau: {kind.__name__}: something unexpected happened; the log in {folder} says what.", file=sys.stderr)
