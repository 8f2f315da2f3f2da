# SPDX-License-Identifier: MIT
"""Is the settings window a process of its own that the tray leads? Real ones, by mouse, menu, command and hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from stage.desktop import Desktop, Furniture
from stage.press import (
    chosen_at,
    give_keyboard,
    press_above_chosen,
    press_keys,
    wait_for_window,
    wait_until_no_window,
    windows_of,
)
from stage.program import marked
from stage.running import RIDEAU, Running, command_of
from stage.tray_menu import PanelsView

TITLE = "^Rideau settings$"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ALWAYS_OPEN = "".join(f'{day} = ["00:00-24:00"]\n' for day in DAYS)
SETTINGS = f"# mine\nversion = 1\n\n[hours.week]\n{ALWAYS_OPEN}"
"""Open around the clock: nothing that is changed has to wait for an opening."""


@pytest.fixture(scope="module", name="desktop")
def fixture_desktop() -> Iterator[Desktop]:
    with Desktop(Furniture(notifications=None, panel=True)) as desktop:
        yield desktop


@pytest.fixture
def open_shop(rideau: Running) -> Running:
    rideau.settings.write_text(SETTINGS)
    rideau.start()
    return rideau


def windows_led(desktop: Desktop) -> list[int]:
    return [pid for pid in marked(desktop.mark) if "--led" in command_of(pid)]


def test_what_is_clicked_is_in_the_file_and_in_force_and_what_is_edited_is_shown(
    desktop: Desktop, open_shop: Running, tmp_path: Path
) -> None:
    assert open_shop.command("settings", "general").returncode == 0
    picture = tmp_path / "screen.png"
    _, firm = chosen_at(desktop, TITLE, picture)
    press_above_chosen(desktop, TITLE, picture)
    open_shop.seconds_until(lambda: 'level = "gentle"' in open_shop.settings.read_text())
    assert "# mine" in open_shop.settings.read_text()
    open_shop.seconds_until(lambda: open_shop.document("status")["lock_level"] == "gentle")
    assert chosen_at(desktop, TITLE, picture)[1] < firm
    edited = open_shop.settings.read_text().replace('level = "gentle"', 'level = "locked"  # a hand did that')
    open_shop.settings.write_text(edited)
    open_shop.seconds_until(lambda: chosen_at(desktop, TITLE, picture)[1] > firm)
    give_keyboard(desktop, TITLE)
    press_keys(desktop, "ctrl+w")
    open_shop.seconds_until(lambda: not windows_led(desktop))
    assert open_shop.settings.read_text() == edited


def test_the_menu_opens_the_one_window_and_again_only_raises_it(desktop: Desktop, open_shop: Running) -> None:
    panel = PanelsView(desktop.bus)
    panel.click("Settings…")
    wait_for_window(desktop, TITLE)
    (first,) = windows_led(desktop)
    assert "-P" in command_of(first), "a folder called rideau where the tray was started would be loaded instead"
    assert open_shop.command("settings", "computer").returncode == 0
    panel.click("Settings…")
    assert open_shop.command("settings").returncode == 0
    assert windows_led(desktop) == [first]
    assert len(windows_of(desktop, TITLE)) == 1


def test_the_window_ends_with_the_tray(desktop: Desktop, open_shop: Running) -> None:
    open_shop.command("settings")
    wait_for_window(desktop, TITLE)
    assert open_shop.command("quit").returncode == 0
    wait_until_no_window(desktop, TITLE)
    open_shop.seconds_until(lambda: not windows_led(desktop))


def test_without_a_tray_the_command_is_the_window(desktop: Desktop, rideau: Running) -> None:
    rideau.settings.write_text(SETTINGS)
    window = desktop.start([*RIDEAU, "settings", "general"], log="window.log")
    wait_for_window(desktop, TITLE)
    give_keyboard(desktop, TITLE)
    press_keys(desktop, "ctrl+q")
    assert window.wait() == 0
    assert rideau.state.stat().st_mode & 0o777 == 0o700
