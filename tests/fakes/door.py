# SPDX-License-Identifier: MIT
"""Who stands at the door in a test of the windows? Apps that came, that are to leave, that can come back."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import timedelta

from fakes.moment import FRIDAY_EVENING, a_status
from rideau.domain.app import ClosedApp, Closing, Doorway, Stage, Stopped
from rideau.domain.error import RideauError
from rideau.domain.key import KeyTurn
from rideau.domain.phase import Phase
from rideau.services.status import Status
from rideau.ui.key_row import Keys
from rideau.ui.present_apps import Wanted


def stopped(name: str = "Slack", icon: str = "") -> Stopped:
    """Return an app that was started this Friday evening."""
    return Stopped(f"{name.lower()}/1", name.lower(), name, icon, FRIDAY_EVENING - timedelta(seconds=10))


def closing(name: str = "Slack", stage: Stage = Stage.COUNTING, left_s: float = 60, stretches_left: int = 3) -> Closing:
    """Return an app that is to leave in ``left_s`` seconds, if it counts."""
    at = FRIDAY_EVENING + timedelta(seconds=left_s) if stage is Stage.COUNTING else None
    return Closing(f"{name.lower()}/1", name.lower(), name, "", stage, at, stretches_left)


def closed(name: str = "Slack") -> ClosedApp:
    """Return an app that was closed and can come back."""
    return ClosedApp(f"{name.lower()}/app", name, "", f"{name.lower()}.desktop", (), "")


def a_doorway() -> Doorway:
    """Return a door with everything at it."""
    return Doorway(
        stopped=(stopped("Slack"), stopped("Microsoft Teams"), stopped("Outlook")),
        closing=(closing("Slack"), closing("Microsoft Teams", Stage.IN_CALL)),
        to_reopen=(closed("Slack"), closed("Microsoft Teams")),
    )


@dataclass
class RecordingActs:
    """Note what was asked at the door (``ui.ask.AppActs``)."""

    asked: list[tuple[object, ...]] = field(default_factory=list)

    def later(self, run_ids: Collection[str]) -> None:
        """Note it."""
        self.asked.append(("later", *run_ids))

    def hold(self, run_ids: Collection[str], length: timedelta) -> None:
        """Note it."""
        self.asked.append(("hold", *run_ids, length))

    def stretch(self, run_id: str = "") -> None:
        """Note it."""
        self.asked.append(("stretch", run_id))

    def go_in(self, networks: Collection[str], wish: str) -> None:
        """Note it."""
        self.asked.append(("go_in", *networks, wish))

    def stay_out(self, networks: Collection[str], run_ids: Collection[str]) -> None:
        """Note it."""
        self.asked.append(("stay_out", *networks, *run_ids))

    def close_now(self, run_id: str = "") -> None:
        """Note it."""
        self.asked.append(("close now", run_id))

    def reopen(self, *, wanted: bool) -> None:
        """Note it."""
        self.asked.append(("reopen", wanted))


@dataclass
class FakeKeys:
    """Turn keys as told: at once, after a wait, or not at all."""

    wait: timedelta | None = None
    refusal: RideauError | None = None
    asked: list[Wanted] = field(default_factory=list)
    called_off: list[str] = field(default_factory=list)

    def keys(self) -> Keys:
        """Return them as the windows take them."""
        return Keys(self.open_for, self.called_off.append)

    def open_for(self, wanted: Wanted) -> Status:
        """Open, or begin to wait."""
        self.asked.append(wanted)
        if self.refusal is not None:
            raise self.refusal
        if self.wait is None or wanted.key:
            return a_status(Phase.WORK)
        due = FRIDAY_EVENING + self.wait
        return a_status(key=KeyTurn("turn-1", due, self.wait, wanted.duration, wanted.reason.strip()))
