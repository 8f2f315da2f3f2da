# SPDX-License-Identifier: MIT
"""Is each yes one step, until it is ticked, and is nobody asked about networks that they do not have?"""

from datetime import date

import pytest

from rideau.domain.audit import (
    Progress,
    Step,
    answered,
    audited,
    open_questions,
    open_steps,
    personal_accounts,
    progress,
    questions_for,
    shown_first,
    steps,
)
from rideau.domain.network import Account, Kind, Network, Side, Use
from rideau.domain.settings import AuditAnswer, AuditQuestion, NetworkSettings, Settings

RUNS, FOLLOWS, FRIENDS = AuditQuestion
YES, NO = AuditAnswer(is_yes=True), AuditAnswer(is_yes=False)
DAY = date(2026, 11, 21)
FACEBOOK = Network("facebook", "Facebook", Kind.SOCIAL, default_side=Side.PERSONAL)
SLACK = Network("slack", "Slack", Kind.CHAT, default_side=Side.WORK)
BUFFER = Network("buffer", "Buffer", Kind.PUBLISHING, default_side=Side.WORK)


def test_nobody_has_a_network_only_because_it_ships() -> None:
    assert audited([FACEBOOK, SLACK, BUFFER], Settings()) == ()


def test_until_something_was_said_of_any_network_the_guessed_ones_stand_in() -> None:
    answer = answered(Settings(), "facebook", RUNS, NO)
    assert audited([FACEBOOK, SLACK, BUFFER], Settings(), {"slack"}) == (SLACK,)
    assert audited([FACEBOOK, SLACK, BUFFER], answer, {"slack"}) == (FACEBOOK, SLACK)
    said = answer._replace(networks={"buffer": NetworkSettings(side=Side.WORK)})
    assert audited([FACEBOOK, SLACK, BUFFER], said, {"slack"}) == (BUFFER, FACEBOOK)


@pytest.mark.parametrize("side", [Side.WORK, Side.MIXED, Side.PERSONAL])
def test_a_network_that_was_put_on_a_side_is_theirs(side: Side) -> None:
    settings = Settings(networks={"slack": NetworkSettings(side=side), "buffer": NetworkSettings(name="Buffer!")})
    assert audited([SLACK, BUFFER], settings) == (SLACK,)


def test_one_that_they_left_unassigned_is_not() -> None:
    assert audited([SLACK], Settings(networks={"slack": NetworkSettings(side=Side.UNASSIGNED)})) == ()


def test_a_network_with_an_account_or_an_answer_is_theirs_and_they_come_by_name() -> None:
    with_account = SLACK._replace(accounts=(Account("Me", Use.PERSONAL),))
    settings = answered(Settings(), "facebook", RUNS, NO)
    assert audited([with_account, FACEBOOK, BUFFER], settings) == (FACEBOOK, with_account)


def test_of_very_many_networks_those_with_a_step_come_first_and_the_order_stays() -> None:
    many = tuple(Network(str(number), str(number)) for number in range(9))
    settings = answered(answered(Settings(), "7", RUNS, YES), "3", RUNS, NO)
    assert [each.id for each in shown_first(many, settings, {"5"}, 4)] == ["0", "1", "5", "7"]
    assert [each.id for each in shown_first(many, settings, {"5"}, 1)] == ["5", "7"]
    assert shown_first(many, settings, (), 9) == many


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (Kind.SOCIAL, (RUNS, FOLLOWS, FRIENDS)),
        (Kind.OTHER, (RUNS, FOLLOWS, FRIENDS)),
        (Kind.CHAT, (RUNS, FRIENDS)),
        (Kind.MAIL, (RUNS,)),
        (Kind.MEETING, (RUNS,)),
        (Kind.PUBLISHING, (RUNS,)),
        (Kind.TASKS, (RUNS,)),
    ],
)
def test_a_network_is_asked_what_suits_its_kind(kind: Kind, asked: tuple[AuditQuestion, ...]) -> None:
    assert questions_for(Network("any", "Any", kind), (), Settings()) == asked


def test_a_network_with_how_tos_of_its_own_is_asked_those_and_whatever_was_answered() -> None:
    assert questions_for(FACEBOOK, [FRIENDS, RUNS], Settings()) == (RUNS, FRIENDS)
    assert questions_for(BUFFER, (), answered(Settings(), "buffer", FOLLOWS, YES)) == (RUNS, FOLLOWS)


def test_a_question_is_open_until_it_is_answered() -> None:
    settings = answered(Settings(), "facebook", FOLLOWS, NO)
    assert open_questions(FACEBOOK, (RUNS, FOLLOWS), settings) == (RUNS,)
    assert open_questions(FACEBOOK, (RUNS, FOLLOWS), Settings()) == (RUNS, FOLLOWS)


def test_each_yes_is_a_step_until_it_is_ticked() -> None:
    settings = answered(Settings(), "slack", RUNS, YES)
    settings = answered(settings, "facebook", FRIENDS, YES._replace(account="Me", done_on=DAY))
    settings = answered(settings, "facebook", RUNS, YES)
    settings = answered(settings, "facebook", FOLLOWS, NO)
    assert steps(settings) == (
        Step("facebook", RUNS, "", None),
        Step("facebook", FRIENDS, "Me", DAY),
        Step("slack", RUNS, "", None),
    )
    assert open_steps(settings) == (Step("facebook", RUNS, "", None), Step("slack", RUNS, "", None))
    assert open_steps(settings, "slack") == (Step("slack", RUNS, "", None),)
    assert progress(settings) == Progress(done=1, steps=3)
    assert progress(Settings()) == Progress(0, 0)


def test_an_answer_taken_back_leaves_nothing_behind() -> None:
    settings = answered(answered(Settings(), "slack", RUNS, YES), "slack", FRIENDS, NO)
    assert answered(settings, "slack", RUNS, None).audit == {"slack": {FRIENDS: NO}}
    assert answered(answered(settings, "slack", RUNS, None), "slack", FRIENDS, None) == Settings()


def test_only_private_accounts_are_offered() -> None:
    accounts = (Account("City page", Use.OFFICIAL), Account("Me", Use.PERSONAL), Account("Pro", Use.PROFESSIONAL))
    assert personal_accounts(FACEBOOK._replace(accounts=accounts)) == ("Me",)
