# SPDX-License-Identifier: MIT
"""How is a keeper sent home whose tray is gone? It would start that again, while somebody wants to be rid of both."""

from contextlib import suppress
from pathlib import Path

from rideau.adapters.keeper_line import Line, call_keeper
from rideau.adapters.keeper_process import KeeperProcess
from rideau.keeper.message import Type

PATIENCE_S = 2.0


def dismiss_keeper(path: Path) -> bool:
    """Have the keeper at ``path`` end, by a goodbye or by force, and return whether there was one."""
    line = call_keeper(path)
    if line is None:
        return False
    keeper = KeeperProcess(line.pid)
    if not _says_goodbye(line):
        keeper.kill()
    keeper.let_go()
    line.close()
    return True


def _says_goodbye(line: Line) -> bool:
    """Return whether it was told, as its tray tells it, and hung up."""
    listener = line.greet(PATIENCE_S)
    if listener is None:
        return False
    listener.close()
    with suppress(ConnectionError):
        line.send(Type.GOODBYE, {})
        while True:
            try:
                line.receive()
            except TimeoutError:
                return False
    return True
