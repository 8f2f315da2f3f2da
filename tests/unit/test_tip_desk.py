# SPDX-License-Identifier: MIT
"""Is one card shown at a time, remembered as it ended, and its answer heeded?"""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from fakes.reminding import MONDAY_9, DayAtADesk, a_tip
from rideau.domain.settings import Asked
from rideau.domain.tip import Kind, Moment, Outcome, Theme
from rideau.domain.tip_history import QUESTION
from rideau.ports.state import Event, EventKind
from rideau.services.offering import Offer

ANY = frozenset({Moment.ANY})
OFFER = Offer(ANY)
DAY = timedelta(days=1)


@pytest.fixture(name="day")
def fixture_day() -> DayAtADesk:
    return DayAtADesk()


def told(day: DayAtADesk) -> list[dict[str, str | int]]:
    """Return what the journal tells of cards."""
    return [dict(event.details) for event in day.journal.events() if event.kind is EventKind.TIP]


def dismissed(day: DayAtADesk, theme: Theme, ago: timedelta) -> None:
    """Have the journal tell of a card that was dismissed."""
    details = {"tip": f"{theme.value}-0", "theme": theme.value, "outcome": "dismissed"}
    day.journal.record(Event(MONDAY_9 - ago, EventKind.TIP, details))


def test_a_card_is_shown_and_goes_into_the_journal_as_it_ended(day: DayAtADesk) -> None:
    changes: list[bool] = []
    day.desk.changed.append(lambda: changes.append(day.desk.is_showing))
    assert day.desk.speak(OFFER, ANY)
    assert day.desk.is_showing
    assert told(day) == []
    card = day.stand.shown[0]
    day.stand.end(Outcome.FOLLOWED)
    theme = day.desk.history.showings[0].theme.value
    assert told(day) == [{"tip": card.id, "theme": theme, "outcome": "followed"}]
    assert changes == [True, False]
    assert day.desk.has_shown


def test_there_is_one_at_a_time_and_the_next_one_not_within_the_hour(day: DayAtADesk) -> None:
    day.desk.speak(OFFER, ANY)
    assert not day.desk.speak(OFFER, ANY)
    day.stand.end(Outcome.EXPIRED)
    assert not day.desk.speak(OFFER, ANY)
    day.clock.advance(timedelta(hours=1))
    assert day.desk.speak(OFFER, ANY)


def test_that_the_words_change_is_said_once(day: DayAtADesk) -> None:
    day.desk.speak(OFFER, ANY)
    day.stand.end(Outcome.EXPIRED)
    day.clock.advance(timedelta(hours=1))
    day.desk.speak(OFFER, ANY)
    assert [card.note for card in day.stand.shown] == ["first", ""]


def test_history_is_read_from_the_journal_whatever_stands_there(day: DayAtADesk) -> None:
    for details in ({"theme": "gone"}, {"theme": "move", "outcome": "of old"}, {}):
        day.journal.record(Event(MONDAY_9 - DAY, EventKind.TIP, details))
    day.journal.record(Event(MONDAY_9 - DAY, EventKind.STARTED, {}))
    dismissed(day, Theme.MOVE, DAY / 48)
    dismissed(day, Theme.MOVE, -DAY)  # by a clock that was wrong then
    assert [each.tip for each in day.desk.history.showings] == ["move-0"]
    assert day.desk.history.is_quiet(Kind.REST, MONDAY_9)
    assert not day.desk.speak(OFFER, ANY)


def test_history_follows_the_person_to_another_zone() -> None:
    day, zones = DayAtADesk(), [ZoneInfo("UTC"), ZoneInfo("Asia/Tokyo")]
    day.desk._parts = day.desk._parts._replace(zone=lambda: zones[0])
    day.desk.speak(OFFER, ANY)
    day.stand.end(Outcome.EXPIRED)
    first = day.desk.history
    zones.pop(0)
    assert day.desk.history is not first
    assert len(day.desk.history.showings) == 1


def test_a_recurring_one_is_of_its_theme_and_counts_as_asked_for_but_the_meal(day: DayAtADesk) -> None:
    for asked, theme in ((Asked.MOVE, Theme.MOVE), (Asked.MEAL, Theme.SNACK)):
        assert day.desk.speak(Offer(ANY, asked), ANY)
        day.stand.end(Outcome.EXPIRED)
        showing = day.desk.history.showings[-1]
        assert (showing.theme, showing.is_asked) == (theme, asked is Asked.MOVE)
        day.clock.advance(timedelta(minutes=10))
    assert [each.get("asked") for each in told(day)] == [1, None]


def test_where_nothing_fits_nothing_is_shown(day: DayAtADesk) -> None:
    assert not day.desk.speak(OFFER, frozenset({Moment.MIDDAY}))
    day.break_tips()
    assert not day.desk.speak(OFFER, ANY)
    assert not day.stand.is_showing


def test_late_in_the_evening_it_shows_ones_own_plan(day: DayAtADesk) -> None:
    late = frozenset({Moment.LATE_ATTEMPT})
    day.desk.speak(OFFER, ANY)
    day.stand.end(Outcome.EXPIRED)
    day.clock.advance(timedelta(hours=12))
    assert day.desk.speak(Offer(late), late)
    assert day.stand.shown[-1].note == "plan"


def test_what_is_written_on_a_card_is_kept_where_it_was_followed(day: DayAtADesk) -> None:
    day.desk.speak(OFFER, ANY)
    theme = day.desk.history.showings[-1].theme if day.desk.history.showings else None
    day.stand.end(Outcome.FOLLOWED, "Call Ana")
    theme = day.desk.history.showings[-1].theme
    assert day.answers.said == [(theme.value, "Call Ana")]


def test_by_hand_the_last_one_comes_again_and_may_have_the_keyboard(day: DayAtADesk) -> None:
    assert day.desk.last is None
    assert not day.desk.show_last()
    day.desk.speak(OFFER, ANY)
    day.stand.end(Outcome.DISMISSED)
    assert day.desk.show_last()
    assert day.stand.shown[0].id == day.stand.shown[1].id
    assert day.stand.shown[1].is_asked_for
    day.desk.dismiss()
    day.desk.dismiss()
    assert told(day)[1] == {**told(day)[0], "outcome": "dismissed", "asked": 1, "by_hand": 1}
    assert day.desk.history.standing(Kind.REST).step <= 1


def test_by_hand_one_comes_that_fits_now_or_the_one_that_is_named(day: DayAtADesk) -> None:
    assert day.desk.show_now(frozenset())
    assert day.desk.show("tools-1")
    assert [card.id for card in day.stand.shown][1] == "tools-1"
    assert told(day)[0]["outcome"] == "withdrawn", "it made room for the next one"
    assert not day.desk.show("none")
    day.library = type(day.library)()
    assert not day.desk.show_now(frozenset())


def test_a_card_is_withdrawn_and_everything_is_taken_away_at_the_end(day: DayAtADesk) -> None:
    day.desk.withdraw()
    day.desk.dismiss()
    day.desk.close()
    day.desk.speak(OFFER, ANY)
    day.desk.withdraw()
    assert not day.desk.is_showing
    day.desk.show_last()
    day.desk.close()
    assert [each["outcome"] for each in told(day)] == ["withdrawn", "withdrawn"]
    day.desk.close()
    assert len(told(day)) == 2


def test_what_is_told_of_a_card_that_made_room_says_nothing_more(day: DayAtADesk) -> None:
    day.desk.speak(OFFER, ANY)
    heard = day.stand._heard
    assert heard is not None
    day.desk.show_last()
    day.desk.show("tools-1")
    heard.ended(Outcome.FOLLOWED, "")
    assert [each["outcome"] for each in told(day)] == ["withdrawn"]
    assert day.desk.is_showing


def test_a_card_that_failed_is_no_card(day: DayAtADesk) -> None:
    day.desk.speak(OFFER, ANY)
    day.stand.end(Outcome.FAILED)
    assert not day.desk.has_shown
    assert day.desk.last is None


def question(answer: Outcome, line: str = "") -> DayAtADesk:
    """Return the day on which the one question comes, and is answered so."""
    day = DayAtADesk((a_tip("tea", Theme.DRINK), a_tip("ask", Theme.ASK)))
    for number in range(4):
        dismissed(day, Theme.DRINK, timedelta(days=40 - number))
    assert day.desk.speak(OFFER, ANY)
    assert day.stand.shown[-1].id == "question-rest"
    day.stand.end(answer, line)
    assert told(day)[-1]["tip"] == QUESTION + "rest"
    return day


@pytest.mark.parametrize(
    ("answer", "line", "said"),
    [
        (Outcome.FOLLOWED, "", [("rarer", "rest")]),
        (Outcome.DISMISSED, "no", [("off", "rest")]),
        (Outcome.DISMISSED, "", []),
        (Outcome.EXPIRED, "", []),
    ],
)
def test_the_one_question_is_answered_by_rarer_off_or_by_closing_it(
    answer: Outcome, line: str, said: list[tuple[str, str]]
) -> None:
    day = question(answer, line)
    assert day.answers.said == said
    day.clock.advance(timedelta(hours=2))
    day.desk.speak(OFFER, ANY)
    assert not day.stand.shown[-1].id.startswith("question"), "it is asked once"


def test_the_question_is_not_asked_late_in_the_evening_and_waits_its_turn() -> None:
    day = DayAtADesk()
    for number in range(4):
        dismissed(day, Theme.DRINK, timedelta(days=40 - number))
    late = frozenset({Moment.LATE_ATTEMPT})
    assert day.desk.speak(Offer(late), late)
    assert not day.stand.shown[-1].id.startswith("question")
