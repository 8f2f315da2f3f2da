# SPDX-License-Identifier: MIT
"""When is there a sound server again? Its socket is watched for: asking for it now and then would wake the machine."""

import select
from collections.abc import Mapping

from rideau.adapters.alarm import Alarm
from rideau.adapters.linux.apps.exec_watch import ExecWatch
from rideau.adapters.linux.sound.sound_socket import accepts, socket_path


def wait_for_server(environment: Mapping[str, str], alarm: Alarm, *, may_be_there: bool) -> None:
    """Sleep until the socket of the server is made anew, or ``alarm`` rings; stop it.

    ``may_be_there``: the socket there is has not been tried in vain, so that one made just now is good enough.
    """
    path = socket_path(environment)
    came: list[frozenset[str]] = []
    watch = ExecWatch(came.append)
    try:
        watch.watch([str(path)] if path else [])
        waited_for = [each for each in (alarm.fileno(), watch.fileno()) if each >= 0]
        is_rung = may_be_there and path is not None and accepts(path)
        while not came and not is_rung:
            ready, _, _ = select.select(waited_for, [], [])
            is_rung = alarm.fileno() in ready
            watch.look()
    finally:
        watch.close()
    alarm.stop()
