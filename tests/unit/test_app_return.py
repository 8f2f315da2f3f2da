# SPDX-License-Identifier: MIT
"""Does what was closed come back at opening, as the person chose?"""

import pytest

from fakes.app_shop import COUNTDOWN, MAIL, MAIL_APP, SLACK_APP, AppShop, opened
from fakes.closed_apps import FakeClosedApps
from rideau.domain.app import ClosedApp
from rideau.domain.phase import Rule
from rideau.domain.settings import Reopening
from rideau.services.app_guard import Said, Topic


@pytest.fixture
def shop() -> AppShop:
    return AppShop()


def closed_down(shop: AppShop) -> ClosedApp:
    """Close Slack at closing time; return what is kept of it."""
    run = shop.apps.start_app(SLACK_APP)
    shop.close()
    shop.wait(COUNTDOWN)
    (kept,) = shop.saved.load()
    assert (kept.rule_id, kept.places) == (SLACK_APP.id, tuple(f"place of {each.id}" for each in run.windows))
    return kept


def offered(shop: AppShop) -> tuple[ClosedApp, ...]:
    return shop.guard.doorway.to_reopen


def test_it_is_offered_once_and_started_when_wanted(shop: AppShop) -> None:
    kept = closed_down(shop)
    assert not offered(shop)
    shop.open()
    shop.open()
    assert offered(shop) == (kept,)
    shop.guard.reopen(wanted=True)
    assert shop.apps.started == [kept]
    assert not offered(shop)
    assert shop.saved.load() == ()
    shop.open()
    assert shop.apps.started == [kept]


def test_who_does_not_want_it_is_not_asked_again(shop: AppShop) -> None:
    closed_down(shop)
    shop.open()
    shop.guard.reopen(wanted=False)
    shop.close()
    shop.open()
    assert (shop.apps.started, offered(shop)) == ([], ())


def test_it_comes_back_by_itself_for_who_always_wants_it(shop: AppShop) -> None:
    shop.choose(reopen=Reopening.ALWAYS)
    kept = closed_down(shop)
    shop.open()
    assert (shop.apps.started, shop.said) == ([kept], [])


def test_it_stays_closed_for_who_never_wants_it(shop: AppShop) -> None:
    shop.choose(reopen=Reopening.OFF)
    closed_down(shop)
    shop.open()
    assert (shop.apps.started, offered(shop), shop.saved.load()) == ([], (), ())


def test_what_cannot_be_started_is_said_once(shop: AppShop, caplog: pytest.LogCaptureFixture) -> None:
    shop.choose(reopen=Reopening.ALWAYS)
    closed_down(shop)
    shop.apps.cannot_start.add(SLACK_APP.id)
    shop.open()
    shop.open()
    assert shop.said == [Said(Topic.FAILED, ("Slack",))]
    assert "does not come back" in caplog.text


def test_a_key_brings_nothing_back(shop: AppShop) -> None:
    kept = closed_down(shop)
    shop.apply(opened(Rule.OPENED_BY_HAND))
    assert not offered(shop)
    shop.close()
    shop.open()
    assert offered(shop) == (kept,)


@pytest.mark.parametrize("reopen", [Reopening.ASK, Reopening.ALWAYS])
def test_what_the_person_started_again_is_not_started_twice(shop: AppShop, reopen: Reopening) -> None:
    shop.choose(reopen=reopen)
    closed_down(shop)
    shop.apply(opened(Rule.OPENED_BY_HAND))
    shop.apps.start_app(SLACK_APP)
    shop.open()
    assert (shop.apps.started, offered(shop), shop.saved.load()) == ([], (), ())


def test_what_was_started_before_the_answer_is_not_started_twice(shop: AppShop) -> None:
    closed_down(shop)
    shop.open()
    shop.apps.start_app(SLACK_APP)
    shop.guard.reopen(wanted=True)
    assert (shop.apps.started, offered(shop), shop.saved.load()) == ([], (), ())


def test_it_survives_a_restart_and_is_offered_at_opening(shop: AppShop) -> None:
    kept = closed_down(shop)
    again = AppShop(saved=FakeClosedApps(kept))
    again.close()
    assert not offered(again)
    again.close(MAIL)
    assert offered(again) == (kept,)
    again.close()
    assert not offered(again)


def test_who_closes_it_in_the_countdown_gets_it_back_too(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.close()
    shop.apps.end_by_itself(run.id)
    shop.wait()
    assert [each.rule_id for each in shop.saved.load()] == [SLACK_APP.id]


def test_an_app_is_kept_once_and_the_others_stay(shop: AppShop) -> None:
    closed_down(shop)
    shop.apply(opened(Rule.OPENED_BY_HAND))
    shop.apps.start_app(MAIL_APP)
    shop.apps.start_app(SLACK_APP)
    shop.close()
    shop.wait(COUNTDOWN)
    assert sorted(each.rule_id for each in shop.saved.load()) == [MAIL_APP.id, SLACK_APP.id]


def test_a_full_disk_takes_nothing_away_before_the_next_start(shop: AppShop, caplog: pytest.LogCaptureFixture) -> None:
    shop.saved.is_full = True
    shop.apps.start_app(SLACK_APP)
    shop.close()
    shop.wait(COUNTDOWN)
    shop.open()
    assert [each.name for each in offered(shop)] == ["Slack"]
    assert "is not kept for the next start" in caplog.text
