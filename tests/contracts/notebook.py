# SPDX-License-Identifier: MIT
"""What does every notebook hold to?"""

from datetime import UTC, date, datetime

import pytest

from rideau.domain.notebook import Buddy, CheckIn, Notes, Task, Thought, Win
from rideau.ports.notebook import Notebook

MONDAY = date(2026, 11, 23)
FULL = Notes(
    tasks=(Task("Answer the “mayor”", "at my desk", "9:15", "open the draft"), Task("Café", is_done=True)),
    tonight=("Post at 20:00", "Newsletter 🌙"),
    thoughts=(Thought("Two\nlines", datetime(2026, 11, 20, 17, 5, 1, 7, tzinfo=UTC)),),
    wins=(Win("The fair went well", MONDAY),),
    check_ins=(CheckIn(MONDAY, 4, None, 1), CheckIn(MONDAY)),
    buddy=Buddy("Anaïs", "anais@example.org"),
)


class NotebookContract:
    """Inherit this and give a ``notebook`` fixture: a fresh, empty one."""

    @pytest.fixture
    def notebook(self) -> Notebook:
        raise NotImplementedError

    def test_nothing_is_there_at_first(self, notebook: Notebook) -> None:
        assert notebook.load() == Notes()

    def test_what_is_put_down_comes_back(self, notebook: Notebook) -> None:
        assert notebook.change(lambda _: FULL) == FULL
        assert notebook.load() == FULL

    def test_a_change_is_made_of_what_is_kept_now(self, notebook: Notebook) -> None:
        notebook.change(lambda notes: notes._replace(tonight=("one",)))
        after = notebook.change(lambda notes: notes._replace(tonight=(*notes.tonight, "two")))
        assert after.tonight == notebook.load().tonight == ("one", "two")

    def test_everything_can_be_let_go_of(self, notebook: Notebook) -> None:
        notebook.change(lambda _: FULL)
        notebook.change(lambda _: Notes())
        assert notebook.load() == Notes()
