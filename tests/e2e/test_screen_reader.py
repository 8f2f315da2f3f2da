# SPDX-License-Identifier: MIT
"""Can the week and the networks be read and changed through a screen reader? The real window, over the real AT-SPI."""

from collections.abc import Callable, Iterator

import pytest

from stage.accessibility_bus import CHECKED, ENVIRONMENT, FOCUSED, SHOWING, Event, ScreenReader, Seen
from stage.desktop import Desktop, Furniture
from stage.press import give_keyboard, press_keys, wait_until_no_window
from stage.program import Program
from stage.running import RIDEAU, Running

TITLE, EVENING, PLACES = "^Rideau settings$", "^Winding down$", "^Places to turn to$"
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


@pytest.fixture(name="open_window")
def fixture_open_window(desktop: Desktop, rideau: Running) -> Iterator[Callable[[str, str], None]]:
    rideau.settings.write_text(SETTINGS)
    opened: list[Program] = []

    def open_window(command: str, title: str) -> None:
        opened.append(desktop.start([*RIDEAU, *command.split()], log="window.log"))
        give_keyboard(desktop, title)

    yield open_window
    for each in opened:
        each.stop()


@pytest.fixture(name="open_page")
def fixture_open_page(open_window: Callable[[str, str], None]) -> Callable[[str], None]:
    return lambda page: open_window(f"settings {page}", TITLE)


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


def test_the_evening_is_read_in_its_order_heard_and_closed(
    desktop: Desktop, reader: ScreenReader, open_window: Callable[[str, str], None]
) -> None:
    open_window("wind-down", EVENING)
    first, *others = ("Task", "One thing that went well", "What goes out tonight by itself", "A thought, for")
    come_to(reader, next(each for each in reader.everything() if each.role == "text" and each.name.startswith(first)))
    read = [name for name in reader.names("text") if name.startswith((first, *others))]
    assert [name.startswith(said) for name, said in zip(read, (first, *others), strict=True)] == [True] * 4
    phone = reader.find("The phone is in its drawer", "check box")
    reader.act(phone, "Toggle")
    assert CHECKED in reader.find(phone.name, "check box").states
    copy = next(name for name in reader.names("push button") if name.startswith("Copy: "))
    reader.act(reader.find(copy, "push button"), "Press")
    assert said(reader) == "Copied"
    press_keys(desktop, "Escape")
    wait_until_no_window(desktop, EVENING)


def test_a_card_that_was_asked_for_is_heard_and_answered_by_the_keyboard(
    desktop: Desktop, reader: ScreenReader, rideau: Running
) -> None:
    rideau.settings.write_text('version = 1\nlanguage = "en"\n')
    rideau.start()
    for keys in (("Escape",), ("Tab", "Return")):
        rideau.command("tip", "now")
        heard = said(reader)
        still = reader.find("Stop the picture", "push button")
        card = [each for each in reader.everything() if each.bus_name == still.bus_name and SHOWING in each.states]
        sentence = next(each.name for each in card if each.role == "label")
        assert heard.startswith(sentence)
        yes, _no, _still = (each for each in card if each.role == "push button")
        assert FOCUSED in yes.states
        press_keys(desktop, *keys)
        rideau.seconds_until(lambda still=still: still not in reader.everything())
    rideau.command("quit")


def test_the_places_to_turn_to_are_found_from_the_settings(
    desktop: Desktop, reader: ScreenReader, open_page: Callable[[str], None]
) -> None:
    open_page("reminders")
    reader.act(reader.find("View: Around the day", "radio button"), "Toggle")
    reader.act(reader.find("Places to turn to…", "push button"), "Press")
    give_keyboard(desktop, PLACES)
    reader.find("In any country", "label")
    press_keys(desktop, "Escape")
    wait_until_no_window(desktop, PLACES)
    reader.find("Answer now…", "push button")
