# SPDX-License-Identifier: MIT
"""What did an open tab see of a transition? A page that keeps a WebSocket, an event stream and fetches going tells."""

import contextlib
import time
from typing import Any

from stage.chromium import DevToolsError
from stage.firefox import MarionetteError
from stage.web import Browser, until

SETTLED_MS = 50
"""Whatever starts this long after a closing must fail (evidence, section 9)."""
GRAIN_MS = 5
"""A page's clock is rounded, and so are its events against those of the test."""
STREAMS = ("ws", "sse")


def now_ms() -> float:
    """Return the wall clock in milliseconds, as pages have it."""
    return time.time() * 1000


class Live:
    """Hold one tab on the live page of a site."""

    def __init__(self, browser: Browser, url: str) -> None:
        """Open ``url``, a ``/live`` page, and wait until everything flows."""
        self.url = url
        self.tab = browser.open_tab(url)
        self.wait_until_flowing()

    def seen(self) -> Any:
        """Return everything the page saw: ``ws``, ``sse`` (opened, ended, ticks, last, gap), ``fetch`` (good, bad)."""
        return self.tab.evaluate("window.seen")

    def wait_until_flowing(self, patience_s: float = 30) -> float:
        """Wait until socket, stream and fetches bring what began after now; return in how many ms they did."""
        since = now_ms()
        until(
            lambda: self._flows(since), lambda: f"{self.url}: nothing flows since {since}: {self._brief()}", patience_s
        )
        seen = self.seen()
        good = next(end for start, end in seen["fetch"]["good"] if start >= since)
        return float(max(good, *(seen[each]["last"] for each in STREAMS)) - since)

    def wait_until_cut(self, since: float, patience_s: float = 30) -> dict[str, float]:
        """Wait until all three are cut; return after how many ms each was: ``ws``, ``sse``, ``fetch``."""
        until(lambda: len(self.cuts(since)) == 3, lambda: f"{self.url}: not cut: {self._brief()}", patience_s)
        return self.cuts(since)

    def cuts(self, since: float) -> dict[str, float]:
        """Return after how many ms what was cut was cut."""
        seen = self.seen()
        ended = {each: [at for at in seen[each]["ended"] if at >= since - GRAIN_MS] for each in STREAMS}
        ended["fetch"] = [end for _, end in seen["fetch"]["bad"] if end >= since - GRAIN_MS]
        return {each: min(at) - since for each, at in ended.items() if at}

    def slipped_through(self, since: float) -> list[str]:
        """Return what began after the closing that was done at ``since``, and succeeded all the same."""
        seen = self.seen()
        late = since + SETTLED_MS
        good = [f"fetch {start - since:.0f}" for start, _ in seen["fetch"]["good"] if start > late]
        return good + [f"{each} {at - since:.0f}" for each in STREAMS for at in seen[each]["opened"] if at > late]

    def interruptions(self) -> int:
        """Return how often anything was interrupted since the page was loaded."""
        seen = self.seen()
        return len(seen["ws"]["ended"]) + len(seen["sse"]["ended"]) + len(seen["fetch"]["bad"])

    def _brief(self) -> str:
        """Return what the page saw, of the many fetches the last ones."""
        seen = self.seen()
        latest = {kind: times[-3:] for kind, times in seen["fetch"].items()}
        return str({**{each: seen[each] for each in STREAMS}, "fetch": latest})

    def _flows(self, since: float) -> bool:
        seen = None
        with contextlib.suppress(DevToolsError, MarionetteError):  # the page may be on its way back
            seen = self.seen()
        if not seen:
            return False
        streams = all(seen[each]["last"] > since for each in STREAMS)
        return streams and any(start >= since for start, _ in seen["fetch"]["good"])
