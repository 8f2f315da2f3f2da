# SPDX-License-Identifier: MIT
"""What does every source of windows hold to?"""

import contextlib
import os
import select
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from rideau.adapters.linux.windowing.window_source import WindowSource, WindowSourceError
from rideau.domain.app import Window
from stage.desktop import Home
from stage.program import PATIENCE_S, Program

APP = Path(__file__).parents[1] / "stage/window_app.py"
NAME = "org.example.Ledger"
ODD = ("", "zz", "-1", "0", "0xffffffffffff", "99999999999999", "²")


@dataclass
class App:
    """Lead one real app with a window."""

    program: Program
    fifo: Path

    def obey(self, order: str) -> None:
        """Have it do what ``order`` says."""
        descriptor = os.open(self.fifo, os.O_WRONLY)
        os.write(descriptor, f"{order}\n".encode())
        os.close(descriptor)


def start_app(home: Home, title: str = "Accounts", *options: str) -> App:
    """Start the app on the desktop of ``home``."""
    fifo = home.folder / f"app-{time.monotonic_ns()}"
    os.mkfifo(fifo)
    argv = [sys.executable, str(APP), str(fifo), NAME, title, *options]
    return App(home.start(argv, log=f"{fifo.name}.log"), fifo)


def until(source: WindowSource, holds: Callable[[], object], patience_s: float = PATIENCE_S) -> None:
    """Read what comes, as it comes, until ``holds``."""
    deadline = time.monotonic() + patience_s
    while not holds():
        left = deadline - time.monotonic()
        assert left > 0, f"it never came so; the windows are {source.windows()}"
        if select.select([source], [], [], min(left, 0.1))[0]:
            source.read()


def titled(source: WindowSource, title: str) -> Window | None:
    """Return the window that came with ``title``."""
    return next((each for each in source.windows() if each.title == title), None)


def shown(source: WindowSource, title: str = "Accounts") -> Window:
    """Wait for the window ``title`` and return it."""
    until(source, lambda: titled(source, title))
    found = titled(source, title)
    assert found is not None
    return found


class WindowSourceContract:
    """Inherit this; give a ``home`` with a desktop, a ``source`` that looks at it, ``another``, and ``end_desktop``."""

    tells_pid = True
    app_class = NAME

    def test_a_window_is_told_with_whose_it_is(self, home: Home, source: WindowSource) -> None:
        app = start_app(home)
        window = shown(source)
        assert window.id.startswith(f"{source.name}:")
        assert window.pid == (app.program.pid if self.tells_pid else 0)
        assert window.app_class == self.app_class
        assert not window.is_dialog

    def test_windows_that_were_there_before_are_told(
        self, home: Home, source: WindowSource, another: Callable[[], WindowSource]
    ) -> None:
        start_app(home)
        window = shown(source)
        with contextlib.closing(another()) as late:
            assert shown(late).pid == window.pid

    def test_a_question_before_the_window_is_a_dialog(self, home: Home, source: WindowSource) -> None:
        """Asked to close, an app with unsaved work asks back and stays."""
        start_app(home, "Accounts", "--asks")
        source.ask_to_close(shown(source).id)
        assert shown(source, "Save your work?").is_dialog
        main = titled(source, "Accounts")
        assert main is not None
        assert not main.is_dialog

    def test_asked_to_close_a_window_goes(self, home: Home, source: WindowSource) -> None:
        app, other = start_app(home), start_app(home, "Another")
        window, _ = shown(source), shown(source, "Another")
        source.ask_to_close(window.id)
        until(source, lambda: titled(source, "Accounts") is None)
        assert app.program.wait() == 0
        assert other.program.is_running
        assert titled(source, "Another")

    def test_a_title_is_told_as_it_is_now(self, home: Home, source: WindowSource) -> None:
        app = start_app(home)
        window = shown(source)
        app.obey("title Meeting with Ada")
        until(source, lambda: source.window_title(window.id) == "Meeting with Ada")

    def test_what_is_gone_or_somebody_elses_is_no_error(self, home: Home, source: WindowSource) -> None:
        app = start_app(home)
        window = shown(source)
        placement = source.placement(window.id)
        app.program.kill()
        until(source, lambda: not titled(source, "Accounts"))
        for unknown in (window.id, "nothing", "other:12", *(f"{source.name}:{each}" for each in ODD)):
            source.ask_to_close(unknown)
            source.hide(unknown)
            source.show(unknown)
            source.place(unknown, placement)
            source.place(unknown, "[")
            assert source.window_title(unknown) == ""
            assert source.placement(unknown) == ""

    def test_what_was_asked_before_hanging_up_is_done(
        self, home: Home, source: WindowSource, another: Callable[[], WindowSource]
    ) -> None:
        app = start_app(home)
        window = shown(source)
        passing = another()
        passing.ask_to_close(next(each.id for each in passing.windows() if each.title == window.title))
        passing.close()
        assert app.program.wait() == 0

    def test_closed_twice_it_is_closed(self, source: WindowSource) -> None:
        source.close()
        source.close()
        assert source.windows() == ()

    def test_when_the_desktop_ends_it_says_so(
        self, home: Home, source: WindowSource, end_desktop: Callable[[], None]
    ) -> None:
        start_app(home)
        shown(source)
        end_desktop()
        with pytest.raises(WindowSourceError):
            until(source, lambda: False)
        assert source.windows() == ()
        with pytest.raises(WindowSourceError):
            source.read()


class HidingContract(WindowSourceContract):
    """Inherit this instead where the desktop can put a window away and tells where it stands."""

    def test_a_hidden_window_comes_back_where_it_was(self, home: Home, source: WindowSource) -> None:
        start_app(home)
        window = shown(source)
        before = settled(source, window)
        source.hide(window.id)
        until(source, lambda: source.placement(window.id) != before)
        source.show(window.id)
        until(source, lambda: source.placement(window.id) == before)


def settled(source: WindowSource, window: Window) -> str:
    """Return where a window stands once it stands still: told twice alike, half a second apart at most."""
    seen = [source.placement(window.id)]

    def is_still() -> bool:
        select.select([source], [], [], 0.2)
        seen.append(source.placement(window.id))
        return bool(seen[-1]) and seen[-1] == seen[-2]

    until(source, is_still)
    return seen[-1]
