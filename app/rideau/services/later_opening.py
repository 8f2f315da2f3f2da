# SPDX-License-Identifier: MIT
"""How does the shop open later tomorrow, for one's rest? By a closing that lasts longer, at every lock level (SPEC H6).

It is a closing by hand like any other: taken back by going back to one's hours, but under the lock, where what was
closed by hand holds until its end.
"""

from datetime import datetime

from rideau.domain.error import UsageError
from rideau.domain.override import Override, OverrideKind
from rideau.domain.text import Text
from rideau.ports.state import Event, EventKind, Journal
from rideau.services.control import ScheduleInForce
from rideau.services.status import Status


def open_later(schedule: ScheduleInForce, journal: Journal, until: datetime, why: str) -> Status:
    """Keep closed until ``until`` (aware) instead of the next opening; ``why`` is what is shown of it.

    Where it opens no earlier as it is, nothing changes.

    Raises:
        UsageError: it is open already.
        StorageError: it could not be kept; nothing changed.

    """
    status = schedule.status()
    if status.interval.phase.is_open:
        raise UsageError(
            Text("It is open already."), Text("“rideau close” closes it, until a time or the next opening.")
        )
    if status.next_opening is None or until <= status.next_opening:
        return status
    journal.record(Event(status.at, EventKind.CLOSED, {"until": until.isoformat()}))
    longer = Override(OverrideKind.CLOSE, status.at, until, why)
    return schedule.switch((*(each for each in status.overrides if each.kind is not OverrideKind.CLOSE), longer))
