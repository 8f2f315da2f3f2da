# SPDX-License-Identifier: MIT
"""Do the tray's words reach the keeper as they were said, and is everything else refused in words?"""

import json
from contextlib import suppress
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rideau.domain.door import Door, Doors, Profile
from rideau.keeper.message import (
    VERSION,
    Lease,
    MessageError,
    Orders,
    Reader,
    Sign,
    Type,
    decoded,
    encoded,
    lease_fields,
    lease_from,
    orders_fields,
    orders_from,
    state_fields,
)

words = st.text(max_size=20)
lists = st.lists(words, max_size=4).map(tuple)
doors = st.builds(Door, network=words, name=words, sites=lists, exceptions=lists)
some = st.dictionaries(st.sampled_from(Profile), st.frozensets(words, min_size=1, max_size=4))
every_door = st.builds(
    Doors,
    doors=st.lists(doors, max_size=4).map(tuple),
    closed=st.fixed_dictionaries({each: st.frozensets(words, max_size=4) for each in Profile}),
    breath=some,
    limited=some,
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)
every_orders = st.builds(
    Orders,
    doors=every_door,
    until=st.none() | st.floats(min_value=-1e12, max_value=1e12),
    signs=st.dictionaries(words, st.builds(Sign, words, words), max_size=3),
    board=st.dictionaries(words, json_values, max_size=3),
    upstream=words,
    restart=lists,
    restore=lists,
    undo=words,
)
numbers = st.integers(min_value=0, max_value=2**63)


@given(every_orders)
def test_orders_are_read_as_they_were_given(orders: Orders) -> None:
    line = encoded(Type.ORDERS, orders_fields(orders))
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    kind, fields = decoded(line)
    assert kind is Type.ORDERS
    assert orders_from(fields) == orders


def test_a_browser_is_told_no_command() -> None:
    assert state_fields(Orders(Doors(), restart=("rideau",), upstream="proxy:8080")).keys() == {
        "doors",
        "closed",
        "breath",
        "limited",
        "until",
        "signs",
        "board",
    }


@given(st.builds(Lease, words, st.lists(st.tuples(numbers, numbers), max_size=5).map(tuple)))
def test_a_lease_is_read_as_it_was_given(lease: Lease) -> None:
    kind, fields = decoded(encoded(Type.LEASE, lease_fields(lease)))
    assert kind is Type.LEASE
    assert lease_from(fields) == lease


def test_what_is_left_out_is_empty() -> None:
    assert orders_from({}) == Orders(Doors((), MappingProxyType({each: frozenset() for each in Profile})))
    assert lease_from({}) == Lease("", ())


@given(st.binary() | json_values.map(lambda value: json.dumps(value).encode()))
def test_any_other_line_is_refused(line: bytes) -> None:
    with pytest.raises(MessageError):
        decoded(line)


@pytest.mark.parametrize(
    "line",
    [
        b"[" * 100_000,
        b'{"version":' + b"9" * 10_000 + b"}",
        b'{"version":1,"type":"ping","id":NaN}',
        b'{"version":1,"type":"ping","id":Infinity}',
        b'{"version":1,"type":"dance"}',
        b'{"version":1,"type":["ping"]}',
        b'{"version":true,"type":"ping"}',
        b'{"version":1.0,"type":"ping"}',
        b'{"version":"1","type":"ping"}',
        b'{"type":"ping"}',
        b'\xff{"version":1,"type":"ping"}',
        json.dumps({"version": VERSION + 1, "type": "ping"}).encode(),
    ],
)
def test_a_line_that_only_looks_like_one_is_refused(line: bytes) -> None:
    with pytest.raises(MessageError):
        decoded(line)


@given(st.dictionaries(st.sampled_from([*orders_fields(Orders(Doors())), "id", "processes"]), json_values))
def test_whatever_the_fields_hold_they_are_orders_or_refused(fields: dict[str, object]) -> None:
    for read in (orders_from, lease_from):
        with suppress(MessageError):
            read(fields)


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"doors": [{"network": 1}]}, "doors.network"),
        ({"doors": [{"sites": ["a", 1]}]}, "doors.sites"),
        ({"doors": {}}, "doors"),
        ({"closed": []}, "closed"),
        ({"closed": {"work": "linkedin"}}, "closed.work"),
        ({"until": "soon"}, "until"),
        ({"until": True}, "until"),
        ({"until": 1e300}, "until"),
        ({"signs": {"a": 1}}, "signs.a"),
        ({"signs": {"a": {"title": 1}}}, "signs.a.title"),
        ({"board": 1}, "board"),
        ({"restart": "rideau"}, "restart"),
        ({"undo": None}, "undo"),
    ],
)
def test_a_value_of_a_wrong_kind_is_named(fields: dict[str, object], place: str) -> None:
    with pytest.raises(MessageError, match=f"“{place}”"):
        orders_from(fields)


@pytest.mark.parametrize("processes", [[[1]], [[1, 2, 3]], [[1, -2]], [[True, 1]], [[1.0, 2]], ["12"], {"1": 2}])
def test_a_process_is_two_whole_numbers(processes: object) -> None:
    with pytest.raises(MessageError, match="“processes”"):
        lease_from({"id": "a", "processes": processes})


def test_a_profile_is_one_of_three_and_none_where_it_is_missing() -> None:
    assert Reader({}).profile("profile") is Profile.NONE
    assert Reader({"profile": ""}).profile("profile") is Profile.NONE
    assert Reader({"profile": "work"}).profile("profile") is Profile.WORK
    with pytest.raises(MessageError):
        Reader({"profile": "weekend"}).profile("profile")
