# SPDX-License-Identifier: MIT
"""What time is it, and where? The one place that reads the system's clock and its time zone."""

import logging
import os
import time
import warnings
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

_log = logging.getLogger(__name__)


class SystemClock:
    """Tell the system's time and zone, anew at every call. Implements ``ports.clock.Clock``; any thread."""

    def now(self) -> datetime:
        """Return the present instant, aware UTC."""
        return datetime.now(UTC)

    def zone(self) -> ZoneInfo:
        """Return the zone that ``TZ`` names, else the system's own; UTC where neither names one that is known."""
        if linked := _linked_zone():
            return linked
        import tzlocal  # noqa: PLC0415 - 10 ms, for the systems that name their zone in another way

        if hasattr(time, "tzset"):
            time.tzset()  # the C library keeps the old zone, and tzlocal would warn that they differ
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # each caller would hear the same of a system without a zone
                return tzlocal.reload_localzone()
        except (LookupError, ValueError, OSError) as error:
            _log.warning("The system's time zone is unknown, so UTC is used: %s", str(error).strip())
            return ZoneInfo("UTC")


def _linked_zone() -> ZoneInfo | None:
    """Return the zone that ``/etc/localtime`` links to (man 5 localtime), the usual way; None where it is another."""
    if "TZ" in os.environ:
        return None
    try:
        _, _, name = str(Path("/etc/localtime").readlink()).partition("/zoneinfo/")
        return ZoneInfo(name)
    except (OSError, LookupError, ValueError):
        return None
