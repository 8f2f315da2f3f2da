# SPDX-License-Identifier: MIT
"""Is a hung keeper found within five seconds, and is one that idles left in peace?"""

from rideau.adapters.keeper_liveness import ACCEPT_WITHIN_S, ANSWER_WITHIN_S, ASK_EVERY_S, Liveness


def nobody() -> bool:
    return False


def somebody() -> bool:
    return True


def test_nothing_is_due_while_nothing_happens() -> None:
    liveness = Liveness()
    assert (liveness.due_at, liveness.listens_at_door) == (None, True)
    assert not liveness.needs_ping(1000, somebody)
    assert not liveness.is_hung(1000)


def test_while_tunnels_are_live_it_is_asked_regularly() -> None:
    liveness = Liveness()
    liveness.said_busy(is_busy=True, now=0)
    assert (liveness.due_at, liveness.listens_at_door) == (ASK_EVERY_S, False)
    assert not liveness.needs_ping(ASK_EVERY_S - 0.1, nobody)
    assert liveness.needs_ping(ASK_EVERY_S, nobody)
    assert not liveness.needs_ping(ASK_EVERY_S + 0.1, nobody), "one question at a time"
    liveness.said_pong(liveness.number, ASK_EVERY_S + 0.1)
    assert not liveness.is_hung(ASK_EVERY_S + 100)
    assert liveness.due_at == 2 * ASK_EVERY_S + 0.1
    liveness.said_busy(is_busy=False, now=4)
    assert (liveness.due_at, liveness.listens_at_door) == (None, True)


def test_who_does_not_answer_in_time_is_hung_within_five_seconds() -> None:
    liveness = Liveness()
    liveness.said_busy(is_busy=True, now=0)
    assert liveness.needs_ping(ASK_EVERY_S, nobody)
    assert not liveness.is_hung(ASK_EVERY_S + ANSWER_WITHIN_S - 0.01)
    assert liveness.is_hung(ASK_EVERY_S + ANSWER_WITHIN_S)
    assert ASK_EVERY_S + ANSWER_WITHIN_S < 4.5, "half a second is left to start another"


def test_an_answer_to_an_older_question_is_none() -> None:
    liveness = Liveness()
    liveness.said_busy(is_busy=True, now=0)
    assert liveness.needs_ping(ASK_EVERY_S, nobody)
    liveness.said_pong(liveness.number - 1, ASK_EVERY_S)
    assert liveness.is_hung(ASK_EVERY_S + ANSWER_WITHIN_S)


def test_who_is_let_in_soon_is_nobody_to_worry_about() -> None:
    liveness = Liveness()
    liveness.somebody_came(0)
    assert (liveness.due_at, liveness.listens_at_door) == (ACCEPT_WITHIN_S, False)
    assert not liveness.needs_ping(ACCEPT_WITHIN_S, nobody)
    assert (liveness.due_at, liveness.listens_at_door) == (None, True)


def test_who_still_stands_at_the_door_has_the_keeper_asked() -> None:
    liveness = Liveness()
    liveness.somebody_came(0)
    assert liveness.needs_ping(ACCEPT_WITHIN_S, somebody)
    assert liveness.is_hung(ACCEPT_WITHIN_S + ANSWER_WITHIN_S)
    liveness.said_pong(liveness.number, ACCEPT_WITHIN_S + 0.1)
    assert not liveness.listens_at_door, "it is well, and lets nobody in for now: that is looked at again later"
    assert not liveness.needs_ping(ACCEPT_WITHIN_S + ASK_EVERY_S, nobody)
    assert liveness.listens_at_door
