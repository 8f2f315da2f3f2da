# SPDX-License-Identifier: MIT
"""What is to be done when the tray is gone? A table: in this state, upon this event, do that; no clock, no process.

A tray that ends without a goodbye leaves frozen apps and a closed gate behind. The apps run again at once. The tray is
started again after 1, 2 and 4 seconds; a start is good once a tray says hello, and its orders wipe out what failed
before. When no start is good, everything is opened and put back: by the restore command, and where that cannot do it
(the program was deleted, as a rule), by the undo script. Then the keeper ends.
"""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

PAUSES_S = (1.0, 2.0, 4.0)
"""Before each start of the tray."""
MOST_IN_A_ROW = 20
"""Starts of a tray that comes and is gone again within ``STAYED_S``; then no more."""
STAYED_S = 60.0


class State(Enum):
    """Name where things stand."""

    WAITING = auto()
    """No tray has come yet; the one that started this keeper is about to."""
    WATCHED = auto()
    """A tray is there."""
    PAUSING = auto()
    """It is gone, and will be started again shortly."""
    TRYING = auto()
    """It was started, and has not said hello."""
    RESTORING = auto()
    UNDOING = auto()
    ENDED = auto()


class Event(Enum):
    """Name what happens."""

    TRAY_CAME = auto()
    """One said hello, in place of another perhaps."""
    ORDERED = auto()
    """The tray said what should hold."""
    TRAY_LEFT = auto()
    """Its connection ended without a goodbye."""
    GOODBYE = auto()
    CHILD_DONE = auto()
    """The program that was started last ended well."""
    CHILD_FAILED = auto()
    """It ended badly, or could not be started at all."""
    TIME_UP = auto()
    """The state lasted for ``DeadMan.patience_s``."""


class Action(Enum):
    """Name what is to be done, in the order given."""

    CONTINUE_LEASED = auto()
    START_TRAY = auto()
    OPEN_DOORS = auto()
    RESTORE = auto()
    UNDO = auto()
    STOP_CHILD = auto()
    """Kill the program that was started last; a restore bears it, and is not to undo what a new tray does."""
    END = auto()


_PATIENCE_S: Mapping[State, float] = MappingProxyType(
    {
        State.WAITING: 60.0,
        State.WATCHED: STAYED_S,
        State.TRYING: 20.0,
        State.RESTORING: 60.0,
        State.UNDOING: 60.0,
    }
)

_TABLE: Mapping[tuple[State, Event], tuple[State, tuple[Action, ...]]] = MappingProxyType(
    {
        (State.WAITING, Event.TRAY_CAME): (State.WATCHED, ()),
        (State.WAITING, Event.TIME_UP): (State.ENDED, (Action.END,)),
        (State.WATCHED, Event.TRAY_CAME): (State.WATCHED, ()),
        (State.WATCHED, Event.ORDERED): (State.WATCHED, ()),
        (State.WATCHED, Event.TIME_UP): (State.WATCHED, ()),
        (State.WATCHED, Event.TRAY_LEFT): (State.PAUSING, (Action.CONTINUE_LEASED,)),
        (State.WATCHED, Event.GOODBYE): (State.ENDED, (Action.CONTINUE_LEASED, Action.OPEN_DOORS, Action.END)),
        (State.PAUSING, Event.TRAY_CAME): (State.WATCHED, ()),
        (State.PAUSING, Event.TIME_UP): (State.TRYING, (Action.START_TRAY,)),
        (State.TRYING, Event.TRAY_CAME): (State.WATCHED, ()),
        (State.TRYING, Event.CHILD_DONE): (State.PAUSING, ()),
        (State.TRYING, Event.CHILD_FAILED): (State.PAUSING, ()),
        (State.TRYING, Event.TIME_UP): (State.PAUSING, (Action.STOP_CHILD,)),
        (State.RESTORING, Event.TRAY_CAME): (State.WATCHED, (Action.STOP_CHILD,)),
        (State.RESTORING, Event.CHILD_DONE): (State.ENDED, (Action.END,)),
        (State.RESTORING, Event.CHILD_FAILED): (State.UNDOING, (Action.UNDO,)),
        (State.RESTORING, Event.TIME_UP): (State.UNDOING, (Action.STOP_CHILD, Action.UNDO)),
        (State.UNDOING, Event.TRAY_CAME): (State.WATCHED, (Action.STOP_CHILD,)),
        (State.UNDOING, Event.CHILD_DONE): (State.ENDED, (Action.END,)),
        (State.UNDOING, Event.CHILD_FAILED): (State.ENDED, (Action.END,)),
        (State.UNDOING, Event.TIME_UP): (State.ENDED, (Action.STOP_CHILD, Action.END)),
    }
)
"""What is not in it changes nothing: a program of an earlier try that ends late, say."""


class DeadMan:
    """Go from state to state, and say what to do."""

    def __init__(self) -> None:
        """Begin where no tray has come yet."""
        self.state = State.WAITING
        self._starts = 0
        self._in_a_row = 0

    @property
    def patience_s(self) -> float | None:
        """Return after how long in this state, counted from the event that led here, its time is up; None for never."""
        return PAUSES_S[self._starts] if self.state is State.PAUSING else _PATIENCE_S.get(self.state)

    def feed(self, event: Event) -> tuple[Action, ...]:
        """Return what to do upon ``event``."""
        if (self.state, event) not in _TABLE:
            return ()
        self._count(event)
        self.state, actions = _TABLE[self.state, event]
        if self.state is State.PAUSING and self._is_hopeless:
            self.state = State.RESTORING
            actions = (*actions, Action.OPEN_DOORS, Action.RESTORE)
        return actions

    @property
    def _is_hopeless(self) -> bool:
        return self._starts >= len(PAUSES_S) or self._in_a_row >= MOST_IN_A_ROW

    def _count(self, event: Event) -> None:
        match self.state, event:
            case State.PAUSING, Event.TIME_UP:
                self._starts += 1
                self._in_a_row += 1
            case State.WATCHED, Event.ORDERED:
                self._starts = 0
            case State.WATCHED, Event.TIME_UP:
                self._in_a_row = 0
