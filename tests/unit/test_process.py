# SPDX-License-Identifier: MIT
"""Is the tree of processes a tree, whatever was read of it?"""

from fakes.processes import desktop, process
from rideau.domain.process import ProcessTable


def test_who_started_whom_can_be_told_both_ways() -> None:
    table = desktop(process(400, 110, "/opt/a/a"), process(401, 400, "/opt/a/b"), process(402, 401, "/opt/a/c"))
    assert tuple(table.ancestors(402)) == (401, 400, 110, 101, 1)
    assert tuple(table.descendants(400)) == (401, 402)
    assert table.children(400) == (401,)
    assert tuple(table.ancestors(9999)) == tuple(table.descendants(9999)) == table.children(9999) == ()


def test_parents_come_before_their_children() -> None:
    table = ProcessTable([process(4, 3, "/c"), process(3, 2, "/b"), process(5, 2, "/d"), process(2, 1, "/a")])
    assert tuple(table.descendants(2)) == (3, 5, 4)


def test_numbers_that_were_used_again_while_reading_make_no_endless_walk() -> None:
    table = ProcessTable([process(5, 6, "/a"), process(6, 5, "/b"), process(7, 7, "/c")])
    assert tuple(table.ancestors(5)) == (6,)
    assert tuple(table.descendants(5)) == (6,)
    assert tuple(table.ancestors(7)) == tuple(table.descendants(7)) == ()


def test_a_table_can_be_counted_and_walked() -> None:
    table = ProcessTable([process(5, 1, "/a"), process(6, 5, "/b")])
    assert len(table) == 2
    assert [each.pid for each in table] == [5, 6]
