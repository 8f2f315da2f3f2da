# SPDX-License-Identifier: MIT
"""How are settings changed in a window: saved as one goes, taken back, and never over another hand's edit?

The file is the truth: what the window shows is what the file says, with what could not be saved yet on top. Each change
is a step: key paths and their new values, and, once it is saved, what stood there before. Taking a step back touches
those places alone, and only where what the step put there still stands.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from rideau.domain.error import RideauError, StorageError
from rideau.domain.settings import Settings
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsError, SettingsProblem, SettingsStore
from rideau.services.settings_edits import edits_between
from rideau.services.settings_history import Differences, applied, differences, edits_of, flipped, together, within
from rideau.services.settings_unseen import writes_over_unseen

MAX_STEPS = 200
"""How many steps can be taken back."""
CHANGED_ELSEWHERE = Text("The settings file was changed elsewhere. This is what it says now.")
LEFT_ALONE = Text("Another hand has changed something here since; that stays as it is now.")


class DeskState(NamedTuple):
    """Hold what the window shows of the settings as a whole."""

    settings: Settings
    """As the file says; of a file that does not hold, the last good ones under what was changed here since."""
    problems: tuple[SettingsProblem, ...] = ()
    """What does not hold in the file; the last good settings stay in force."""
    trouble: RideauError | None = None
    """Why the last change could not be saved. What the disk or a file that does not hold refused is kept here and tried
    again with the next one; what would not hold in a file that does was not made.
    """
    undo: Text | None = None
    """What ``undo`` takes back; None for nothing."""
    redo: Text | None = None
    notice: Text | None = None
    """What just happened that the person did not do here: another hand changed the file."""


class _Wish(NamedTuple):
    """Hold a change that is not saved yet."""

    label: Text
    group: str
    edits: Mapping[str, object]
    before: Settings
    """What was shown before, and after."""
    after: Settings


class _Step(NamedTuple):
    """Hold what a change did to the file."""

    label: Text
    group: str
    changes: Differences


class _Seen(NamedTuple):
    """Hold the file as it was looked at last."""

    settings: Settings | None
    """None while it does not hold."""
    tables: Mapping[str, object] | None
    """None while it can't be read at all."""
    problems: tuple[SettingsProblem, ...] = ()


class _Turn(NamedTuple):
    """Say what taking back, or making again, did to the file."""

    effect: Differences
    notice: Text | None = None
    trouble: RideauError | None = None
    """Where there is some, nothing was done."""


class SettingsDesk:
    """Keep the settings of one window. Main thread."""

    def __init__(self, store: SettingsStore) -> None:
        """Begin with what ``store`` has."""
        self._store = store
        self._done: list[_Step] = []
        self._pending: list[_Wish] = []
        """Later than everything done."""
        self._undone: list[_Step | _Wish] = []
        self._can_join = False
        self._seen = self._look()
        self.observers: list[Callable[[DeskState], None]] = []
        self.state = DeskState(self._seen.settings or store.last_good(), self._seen.problems)

    @property
    def settings(self) -> Settings:
        """Return the settings as shown."""
        return self.state.settings

    def change(self, after: Settings, label: Text, group: str = "") -> None:
        """Save ``after``, to be taken back as ``label`` (“Monday”); trouble is in the state, never raised.

        Changes that follow each other with the same ``group`` (not empty) are taken back in one step: ten presses of an
        arrow key are one change.
        """
        edits = edits_between(self.settings, after)
        if edits:
            self._undone.clear()
            self._wish(_Wish(label, group, edits, self.settings, after))
            self._save(after)
            self._can_join = True
        elif self._pending:
            self._save(after)

    def undo(self) -> None:
        """Take back the last change made here; what another hand changed since at the same place stays."""
        self._can_join = False
        if self._pending:
            wish = self._pending.pop()
            self._undone.append(wish)
            self._save(wish.before)
        elif self._done:
            step = self._done[-1]
            turn = self._turned(flipped(step.changes))
            if turn.trouble is None:
                self._done.pop()
                self._undone += [step._replace(changes=flipped(turn.effect))] if turn.effect else []
            self._show(self.settings, turn.notice, turn.trouble)

    def redo(self) -> None:
        """Make again what was taken back."""
        self._can_join = False
        last = self._undone[-1] if self._undone else None
        if isinstance(last, _Wish):
            self._undone.pop()
            self._pending.append(last)
            self._save(last.after)
        elif last is not None:
            turn = self._turned(last.changes)
            if turn.trouble is None:
                self._undone.pop()
                self._done += [last._replace(changes=turn.effect)] if turn.effect else []
            self._show(self.settings, turn.notice, turn.trouble)

    def reload(self) -> None:
        """Take up the file as it is now: another hand changed it, or we did."""
        if self._pending or self._look() != self._seen:
            self._save(self.settings)

    def _look(self) -> _Seen:
        tables = None
        try:
            tables = self._store.plain()
            return _Seen(self._store.load(), tables)
        except SettingsError as error:
            return _Seen(None, tables, error.problems)

    def _look_again(self) -> Text | None:
        """Look at the file, and return what to say where another hand changed it."""
        before, self._seen = self._seen, self._look()
        if self._seen == before:
            return None
        self._can_join = False
        return None if self._seen.problems else CHANGED_ELSEWHERE

    def _wish(self, wish: _Wish) -> None:
        """Add ``wish`` to what is pending, joined with the last one where they are of one group."""
        last = self._pending[-1] if self._pending else None
        if self._can_join and last is not None and wish.group == last.group != "":
            edits = together(last.edits, wish.edits)
            self._pending[-1] = wish._replace(edits=edits, before=last.before)
        else:
            self._pending.append(wish)

    def _save(self, shown: Settings) -> None:
        """Save what is pending, and show how it stands; ``shown`` while the file does not hold.

        A change that would not hold in a file that does is not kept: it never will. Nor is one that would write over
        what nobody was shown.
        """
        notice = self._look_again()
        trouble: RideauError | None = None
        for wish in self._blind():
            self._pending.remove(wish)
            shown, trouble = wish.before, SettingsError(self._seen.problems)
        for wish in tuple(self._pending):
            failure = self._written(wish)
            trouble = failure or trouble
            if isinstance(failure, SettingsError) and self._holds():
                self._pending.remove(wish)
            elif wish in self._pending:
                break
        if isinstance(trouble, SettingsError) and len(self._pending) > 1:
            trouble = self._written_as_one()
        self._show(shown, notice, trouble)

    def _blind(self) -> tuple[_Wish, ...]:
        """Return what would write over entries that the file has and nobody was shown; the last one first."""
        if self._seen.settings is not None or self._seen.tables is None:
            return ()
        tables = self._seen.tables
        return tuple(wish for wish in reversed(self._pending) if writes_over_unseen(tables, wish.before, wish.edits))

    def _holds(self) -> bool:
        self._seen = self._look()
        return self._seen.settings is not None

    def _written_as_one(self) -> RideauError | None:
        """Write all that is pending as one, which may mend a file that no single change mends."""
        every = self._pending
        edits = together(*(wish.edits for wish in every))
        joined = every[-1]._replace(group="", edits=edits, before=every[0].before)
        self._pending = [joined]
        failure = self._written(joined)
        self._pending = every if self._pending else []
        return failure

    def _written(self, wish: _Wish) -> RideauError | None:
        """Write ``wish`` and keep what that did to the file; return what came in its way, or was left of it."""
        before = self._seen
        if failure := self._write(wish.edits):
            return failure
        self._pending.remove(wish)
        self._keep(wish, before.tables or {})
        written = self._seen.settings or wish.after
        left = [path for path in edits_between(written, wish.after) if path in wish.edits]
        if not left:
            return None
        said = Text("“{place}” is said in a file of your own networks, too, and stays as it says there.", place=left[0])
        return StorageError(said, Text("Change it in that file."))

    def _write(self, edits: Mapping[str, object]) -> RideauError | None:
        try:
            settings = self._store.write(edits)
            self._seen = _Seen(settings, self._store.plain())
        except (SettingsError, StorageError) as error:
            return error
        return None

    def _keep(self, wish: _Wish, before: Mapping[str, object]) -> None:
        """Keep what ``wish`` did, as one step with the last one where they are of one group."""
        last, places = self._done[-1] if self._done else None, set(wish.edits)
        if self._can_join and last is not None and wish.group == last.group != "":
            before = applied(before, flipped(last.changes)).tables
            places |= set(edits_of(last.changes))
            self._done.pop()
        changes = within(places, differences(before, self._seen.tables or {}))
        if changes:
            self._done.append(_Step(wish.label, wish.group, changes))
            del self._done[:-MAX_STEPS]

    def _turned(self, changes: Differences) -> _Turn:
        """Make ``changes`` in the file, but where another hand has been, and not what can't hold beside that hand's."""
        notice = self._look_again()
        before = self._seen.tables
        if before is None:
            return _Turn({}, trouble=SettingsError(self._seen.problems))
        wanted, left = applied(before, changes)
        edits = edits_of(differences(before, wanted))
        failure = self._write(edits) if edits else None
        if failure and not (left and isinstance(failure, SettingsError)):
            return _Turn({}, notice, failure)
        effect = within(set(edits), differences(before, self._seen.tables or {}))
        return _Turn(effect, LEFT_ALONE if left else notice)

    def _show(self, otherwise: Settings, notice: Text | None, trouble: RideauError | None) -> None:
        """Show the file with what is pending on top, or ``otherwise`` where that can't be told."""
        done = [*(step.label for step in self._done[-1:]), *(wish.label for wish in self._pending[-1:])]
        undone = [each.label for each in self._undone[-1:]]
        self.state = DeskState(
            self._shown() or otherwise,
            self._seen.problems,
            trouble,
            undo=done[-1] if done else None,
            redo=undone[-1] if undone else None,
            notice=notice,
        )
        for tell in tuple(self.observers):
            tell(self.state)

    def _shown(self) -> Settings | None:
        if self._seen.settings is None or not self._pending:
            return self._seen.settings
        try:
            return self._store.tried(together(*(wish.edits for wish in self._pending)))
        except (SettingsError, StorageError):
            return None
