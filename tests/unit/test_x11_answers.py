# SPDX-License-Identifier: MIT
"""Are the answers of an X server's extensions read as they are written?"""

import struct

import pytest

from rideau.adapters.linux.attention.x11_captures import held_in
from rideau.adapters.linux.attention.x11_idle import counters_in, master_keyboard_in, value_in
from rideau.adapters.linux.attention.x11_monitors import Monitor, is_mirrored, monitors_in

LAPTOP = Monitor(0, 0, 1920, 1080)


def _answer(body: bytes, **numbers: tuple[str, int]) -> bytes:
    """Return an answer whose head holds ``numbers``: at which place, in which form."""
    head = bytearray(32)
    for at, (form, value) in numbers.items():
        struct.pack_into(form, head, int(at.removeprefix("at")), value)
    return bytes(head) + body


def test_counters_are_read_by_name_though_names_are_filled_up() -> None:
    body = b"".join(
        struct.pack("=IIIH", number, 0, 4, len(name)) + name + bytes(-(14 + len(name)) % 4)
        for number, name in ((1, b"SERVERTIME"), (5, b"IDLETIME"), (7, b"DEVICEIDLETIME 3"))
    )
    found = counters_in(_answer(body, at8=("=I", 3)))
    assert found == {"SERVERTIME": 1, "IDLETIME": 5, "DEVICEIDLETIME 3": 7}
    assert counters_in(None) == {}


def test_a_counter_has_64_bits() -> None:
    assert value_in(_answer(b"", at8=("=i", 1), at12=("=I", 2))) == (1 << 32) + 2
    assert value_in(None) == 0


def test_the_master_keyboard_is_found_behind_other_devices() -> None:
    classes = struct.pack("=HHHH", 1, 3, 2, 0) + bytes(4) + struct.pack("=HHHH", 2, 2, 2, 0)
    pointer = struct.pack("=HHHHHBx", 2, 1, 3, 2, 5, 1) + b"point\0\0\0" + classes
    keyboard = struct.pack("=HHHHHBx", 3, 2, 2, 0, 4, 1) + b"keys"
    assert master_keyboard_in(_answer(pointer + keyboard, at8=("=H", 2))) == 3
    assert master_keyboard_in(_answer(pointer, at8=("=H", 1))) == 0
    assert master_keyboard_in(None) == 0


def test_monitors_are_read_with_their_outputs() -> None:
    def one(automatic: int, outputs: int, x: int) -> bytes:
        return struct.pack("=IBBHhhHHII", 9, 1, automatic, outputs, x, 0, 1920, 1080, 300, 200) + bytes(4 * outputs)

    found = tuple(monitors_in(_answer(one(1, 1, 0) + one(0, 2, -1920), at12=("=I", 2))))
    assert found == (LAPTOP, Monitor(-1920, 0, 1920, 1080, outputs=2, is_made_by_hand=True))
    assert tuple(monitors_in(None)) == ()


@pytest.mark.parametrize(
    ("others", "truth"),
    [
        ((), False),
        ((Monitor(1920, 0, 1920, 1080),), False),
        ((Monitor(0, 0, 1024, 768),), True),
        ((Monitor(0, 0, 1920, 1080),), True),
        ((Monitor(1900, 0, 1920, 1080),), False),
        ((Monitor(0, 0, 0, 0),), False),
        ((Monitor(1920, 0, 1024, 768, outputs=2),), True),
        ((Monitor(1920, 0, 5120, 2880, outputs=2, is_made_by_hand=True),), False),
    ],
)
def test_two_outputs_that_show_mostly_the_same_are_mirrored(others: tuple[Monitor, ...], truth: bool) -> None:  # noqa: FBT001 - a table
    assert is_mirrored((LAPTOP, *others)) is truth


def test_what_a_client_holds_is_counted_by_kind() -> None:
    assert held_in(_answer(struct.pack("=IIII", 7, 2, 9, 1))) == {7: 2, 9: 1}
    assert held_in(None) == {}
