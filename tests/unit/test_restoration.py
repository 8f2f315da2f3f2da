# SPDX-License-Identifier: MIT
"""Does everything come back, whatever happened in between?"""

from fakes.ledger import FakeLedger
from fakes.restorer import FakeRestorer
from rideau.domain.change import Change
from rideau.domain.text import Text
from rideau.services.restoration import RestoreSummary, restore_all


def changed(place: str) -> Change:
    return Change("shelf", place, before="as it was", after="muted")


def test_what_is_still_ours_goes_back_the_latest_first_and_only_once() -> None:
    ledger, restorer = FakeLedger(), FakeRestorer({"a": "muted", "b": "muted"})
    for place in ("a", "b"):
        ledger.record(changed(place))
    assert restore_all(ledger, [restorer]) == RestoreSummary(restored=2)
    assert restorer.shelf == {"a": "as it was", "b": "as it was"}
    assert restorer.order == ["b", "a"]
    assert restore_all(ledger, [restorer]) == RestoreSummary()
    assert restorer.order == ["b", "a"]


def test_what_the_person_changed_since_stays_and_what_is_gone_is_forgotten() -> None:
    ledger, restorer = FakeLedger(), FakeRestorer({"a": "the person's own"})
    for place in ("a", "vanished"):
        ledger.record(changed(place))
    assert restore_all(ledger, [restorer]) == RestoreSummary(left=1, gone=1)
    assert restorer.shelf == {"a": "the person's own"}
    assert not ledger.pending()


def test_what_cannot_be_put_back_now_stays_pending_and_is_said() -> None:
    ledger, restorer = FakeLedger(), FakeRestorer({"a": "muted"})
    ledger.record(changed("a"))
    restorer.is_away = True
    summary = restore_all(ledger, [restorer])
    assert [str(text) for text in summary.failed] == ["a: The shelf is away."]
    restorer.is_away = False
    assert restore_all(ledger, [restorer]) == RestoreSummary(restored=1)


def test_a_change_of_an_unknown_kind_stays_pending_and_is_said() -> None:
    ledger = FakeLedger()
    ledger.record(changed("a"))
    summary = restore_all(ledger, [])
    assert "does not know how to put back" in str(summary.failed[0])
    assert len(ledger.pending()) == 1


def test_what_a_new_run_goes_on_with_stays_as_it_is_and_pending() -> None:
    ledger, restorer = FakeLedger(), FakeRestorer({"a": "muted"})
    ledger.record(changed("a"))
    assert restore_all(ledger, [restorer], adopted={"shelf"}) == RestoreSummary()
    assert (restorer.shelf, len(ledger.pending())) == ({"a": "muted"}, 1)
    assert restore_all(ledger, [restorer], adopted={"another"}) == RestoreSummary(restored=1)


def test_two_ledgers_are_told_of_together() -> None:
    first, second = RestoreSummary(1, 2, 3, (Text("a"),)), RestoreSummary(10, 20, 30, (Text("b"),))
    assert first + second == RestoreSummary(11, 22, 33, (Text("a"), Text("b")))
