# SPDX-License-Identifier: MIT
"""Can the week and the networks be read and changed through a screen reader? The real window, over the real AT-SPI."""

from collections.abc import Callable, Iterator

import pytest

from stage.accessibility_bus import CHECKED, ENVIRONMENT, FOCUSED, Event, ScreenReader, Seen
from stage.desktop import Desktop, Furniture
from stage.press import give_keyboard, press_keys
from stage.program import Program
from stage.running import RIDEAU, Running

TITLE = "^Rideau settings$"
SETTINGS = 'version = 1\n\n[networks.slack]\nside = "work"\n'
WEEK = [
    f"{day}, {hours}"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    for hours in ("9:00 to 12:30", "14:00 to 18:00")
]


@pytest.fixture(scope="module", name="desktop")
def fixture_desktop() -> Iterator[Desktop]:
    with Desktop(Furniture(notifications=None, environment=ENVIRONMENT)) as desktop:
        yield desktop


@pytest.fixture(scope="module", name="reader")
def fixture_reader(desktop: Desktop) -> Iterator[ScreenReader]:
    with ScreenReader(desktop) as reader:
        yield reader


@pytest.fixture(name="open_page")
def fixture_open_page(desktop: Desktop, rideau: Running) -> Iterator[Callable[[str], None]]:
    rideau.settings.write_text(SETTINGS)
    opened: list[Program] = []

    def open_page(page: str) -> None:
        opened.append(desktop.start([*RIDEAU, "settings", page], log="window.log"))
        give_keyboard(desktop, TITLE)

    yield open_page
    for each in opened:
        each.stop()


def come_to(reader: ScreenReader, what: Seen) -> None:
    reader.focus(what)
    reader.hear(lambda each: is_focus_on(what, each))


def is_focus_on(what: Seen, event: Event) -> bool:
    return (event.kind, event.detail, event.path) == ("StateChanged", "focused", what.path)


def said(reader: ScreenReader) -> str:
    return str(reader.hear(lambda each: each.kind == "Announcement").said)


def test_the_bars_of_the_week_are_read_moved_and_heard(
    desktop: Desktop, reader: ScreenReader, rideau: Running, open_page: Callable[[str], None]
) -> None:
    open_page("hours")
    bar = reader.find("Monday, 9:00 to 12:30", "push button")
    buttons = reader.names("push button")
    at = buttons.index(bar.name)
    assert buttons[at : at + 12] == [*WEEK, "Saturday, closed", "Sunday, closed"]
    assert reader.description(bar).startswith("Arrow keys move it")
    come_to(reader, bar)
    press_keys(desktop, "Right")
    assert said(reader) == "Monday, 9:15 to 12:45"
    moved = reader.find("Monday, 9:15 to 12:45", "push button")
    assert moved.path == bar.path
    assert FOCUSED in moved.states
    rideau.seconds_until(lambda: '"09:15-12:45"' in rideau.settings.read_text())
    reader.act(moved, "Press")
    assert FOCUSED in reader.find("Opens at", "text").states
    press_keys(desktop, "Escape")
    reader.act(reader.find("Undo: Monday", "push button"), "Press")
    reader.find("Monday, 9:00 to 12:30", "push button")
    rideau.seconds_until(lambda: "09:15" not in rideau.settings.read_text())


def test_a_network_is_read_in_its_column_moved_and_heard(
    desktop: Desktop, reader: ScreenReader, rideau: Running, open_page: Callable[[str], None]
) -> None:
    open_page("networks")
    columns = ("Work", "Mixed", "Personal")
    work, mixed, personal = (reader.find(name, "list") for name in columns)
    reader.find("Slack", "list item")
    assert [name for name in reader.names("list") if name in columns] == list(columns)
    cards = [each.name for each in reader.below(work)]
    assert "Slack" in cards
    last = cards[-1]
    come_to(reader, work)
    press_keys(desktop, "End")
    press_keys(desktop, "ctrl+Right")
    assert said(reader).startswith(f"{last} is on Mixed.")
    rideau.seconds_until(lambda: last in [each.name for each in reader.below(mixed)])
    assert last not in [each.name for each in reader.below(work)]
    press_keys(desktop, "ctrl+Right")
    assert said(reader).startswith(f"{last} is on Personal.")
    rideau.seconds_until(lambda: last in [each.name for each in reader.below(personal)])


def test_pages_and_views_are_chosen_as_a_screen_reader_does(
    reader: ScreenReader, rideau: Running, open_page: Callable[[str], None]
) -> None:
    open_page("hours")
    reader.act(reader.find("Networks", "radio button"), "Toggle")
    reader.act(reader.find("View: What each phase does", "radio button"), "Toggle")
    reader.find("Choose a cell to change what happens there. Delete sets it back to the default.", "label")
    assert CHECKED in reader.find("View: What each phase does", "radio button").states
    reader.act(reader.find("General", "radio button"), "Toggle")
    reader.act(reader.find("Gentle", "radio button"), "Toggle")
    rideau.seconds_until(lambda: 'level = "gentle"' in rideau.settings.read_text())
