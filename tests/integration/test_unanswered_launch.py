# SPDX-License-Identifier: MIT
"""What becomes of a real app that is started while closed, and of which nobody says anything? Its minute is a fake."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from fakes.app_shop import CLOSING, SOON, closed, opened
from fakes.clock import FakeClock
from fakes.closed_apps import FakeClosedApps
from fakes.delay import FakeDelay
from fakes.inventory import FakeInventory
from fakes.journal import FakeJournal
from rideau.adapters.linux.apps.frozen_process import is_stopped
from rideau.domain.closing import UNANSWERED
from rideau.domain.network import AppIds, Network
from rideau.domain.settings import Settings
from rideau.services.app_guard import AppGuard, AppParts
from rideau.services.closing_time import Means
from stage.app_watching import Watching
from stage.desktop import Desktop, Furniture
from stage.keeper import eventually
from stage.work_apps import WorkApp

WORK = Network("work", "Work", apps=AppIds(linux=("workquiet.desktop",)))


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    with Desktop(Furniture(notifications=None)) as desktop:
        yield desktop


def test_after_a_minute_without_an_answer_it_is_ended_and_never_had_a_window(desktop: Desktop) -> None:
    app, clock = WorkApp(desktop, "workquiet"), FakeClock(CLOSING)
    delay = FakeDelay(clock)
    with Watching(desktop, app) as watching:
        means = Means(watching.apps, FakeJournal(), clock, delay, Settings)
        inventory = FakeInventory(app.rule)
        guard = AppGuard(AppParts(means, inventory, FakeClosedApps(), opened, lambda: None))
        guard.apply(closed(WORK))
        app.start()
        app.wait_until_running()
        eventually(lambda: all(map(is_stopped, app.processes())) and _shown(guard, delay))
        delay.pass_by(UNANSWERED - timedelta(seconds=5))
        assert [each.name for each in guard.doorway.stopped] == ["Workquiet"]
        assert all(map(is_stopped, app.processes()))
        delay.pass_by(timedelta(seconds=5))
        app.wait_until_gone()
        assert guard.doorway.stopped == ()
        assert "shown" not in app.said()


def _shown(guard: AppGuard, delay: FakeDelay) -> bool:
    delay.pass_by(SOON / 100)
    return bool(guard.doorway.stopped)
