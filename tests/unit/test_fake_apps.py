# SPDX-License-Identifier: MIT
"""Do the fake apps keep to their port, and answer as they are told?"""

import pytest

from contracts.apps import AppsContract, StagedApps
from fakes.apps import Answer, FakeApps
from rideau.domain.app import AppRule, Window
from rideau.domain.error import RideauError
from rideau.domain.text import Text

SLACK = AppRule("slack/slack", "slack", "Slack", programs=("/opt/slack/slack",), desktop_id="slack")


class TestFakeApps(AppsContract):
    """Run the contract."""

    @pytest.fixture
    def staged(self) -> StagedApps:
        apps = FakeApps()
        return StagedApps(apps, SLACK, lambda: apps.start_app(SLACK))


@pytest.fixture
def fake() -> StagedApps:
    apps = FakeApps()
    staged = StagedApps(apps, SLACK, lambda: apps.start_app(SLACK))
    staged.watch(spared=True)
    return staged


@pytest.fixture
def apps(fake: StagedApps) -> FakeApps:
    assert isinstance(fake.apps, FakeApps)
    return fake.apps


def test_it_hides_when_told_to(apps: FakeApps) -> None:
    apps.answers[SLACK.id] = Answer.HIDES
    run = apps.start_app(SLACK)
    apps.ask_to_close(run.windows[0])
    (hidden,) = apps.runs()
    assert hidden.windows == ()


def test_it_asks_about_unsaved_work_when_told_to(apps: FakeApps) -> None:
    apps.answers[SLACK.id] = Answer.ASKS
    apps.ask_to_close(apps.start_app(SLACK).windows[0])
    assert [window.is_dialog for window in apps.runs()[0].windows] == [True, False]


def test_it_stays_when_told_to(apps: FakeApps) -> None:
    apps.answers[SLACK.id] = Answer.IGNORES
    run = apps.start_app(SLACK)
    apps.ask_to_close(run.windows[0])
    assert (apps.runs(), apps.asked) == ((run,), [run.windows[0]])


def test_it_ends_with_its_last_window(apps: FakeApps) -> None:
    one, two = Window("fake:1"), Window("fake:2")
    run = apps.start_app(SLACK, one, two)
    apps.ask_to_close(one)
    assert apps.now(run.id) == run._replace(windows=(two,))
    apps.ask_to_close(two)
    assert apps.runs() == ()


def test_a_web_window_is_closed_as_a_window_and_nothing_else(fake: StagedApps, apps: FakeApps) -> None:
    run = apps.open_web_window(SLACK, Window("fake:7"))
    assert not apps.freeze(run)
    assert apps.placed(run) is None
    apps.end(run)
    assert (apps.ended, apps.killed) == ([], [])
    assert fake.changes


def test_what_drew_is_ended_and_what_did_not_is_killed(fake: StagedApps, apps: FakeApps) -> None:
    drawn = apps.start_app(SLACK)
    apps.end(drawn)
    fake.watch()
    apps.end(apps.start_app(SLACK))
    assert (apps.ended, apps.killed) == ([drawn.id], [fake.launched[0].id])


def test_refused_rules_are_said_and_not_held(fake: StagedApps, apps: FakeApps) -> None:
    apps.refused[SLACK.id] = Text("Too much.")
    assert apps.watch((SLACK,), frozenset(), fake.heard) == (Text("Too much."),)
    apps.start_app(SLACK)
    assert (apps.runs(), fake.launched) == ((), [])


def test_starting_again_is_noted_or_fails(apps: FakeApps) -> None:
    closed = apps.placed(apps.start_app(SLACK))
    assert closed
    apps.start(closed)
    assert apps.started == [closed]
    apps.cannot_start.add(SLACK.id)
    with pytest.raises(RideauError):
        apps.start(closed)
