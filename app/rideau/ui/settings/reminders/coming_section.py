# SPDX-License-Identifier: MIT
"""How do tips come: at all, how many, how far apart, for how long, and which at their own hours?"""

from functools import partial

from rideau.domain.reminder_edit import with_asked
from rideau.domain.settings import Asked, Settings
from rideau.domain.text import Text
from rideau.ui.kit import Pills, Stepper
from rideau.ui.settings.reminders.rows import ReminderSection
from rideau.ui.widgets import label

STAYS = (20, 60, 200, 0)
"""In seconds; ten times the usual, and until it is closed (WCAG 2.2.1)."""


def _with(settings: Settings, **changes: object) -> Settings:
    return settings._replace(reminders=settings.reminders._replace(**changes))  # type: ignore[arg-type]  # named below


class ComingSection(ReminderSection):
    """Change how they come."""

    title = Text("At a good moment")
    hint_text = Text("A card at the edge of the screen, between two things: never in a call, a film or a presentation.")
    places = ("reminders",)

    def build(self) -> None:
        """Build a row for each."""
        text = self.words.text
        self.on = self.tick(
            Text("Tips may come"), None, lambda held: held.reminders.is_on, lambda held, is_on: _with(held, is_on=is_on)
        )
        self.per_day = self.number(
            Text("How many in a day"),
            Stepper((1, 4), text("How many in a day")),
            lambda held: held.reminders.per_day,
            lambda held, value: _with(held, per_day=value),
            Text("At most. Moving, water and eyes come on top, where you want them."),
        )
        self.apart = self.number(
            Text("How far apart"),
            Stepper((60, 480), text("How far apart"), step=30, unit=text("min")),
            lambda held: held.reminders.apart_minutes,
            lambda held, value: _with(held, apart_minutes=value),
        )
        stays = ((20, text("20 s")), (60, text("1 min")), (200, text("3 min")), (0, text("until I close it")))
        self.stays: Pills[int] = Pills(stays, self._choose_stay, text("How long a card stays"))
        self.panel.body.addWidget(label(text("How long a card stays")))
        self.panel.body.addWidget(self.stays)
        self.shows(lambda held: self.stays.choose(held.reminders.seconds if held.reminders.seconds in STAYS else None))
        self.sound = self.tick(
            Text("With a soft sound"),
            None,
            lambda held: not held.reminders.is_silent,
            lambda held, is_on: _with(held, is_silent=not is_on),
        )
        self.panel.body.addWidget(
            label(
                text("Close a card, and its kind stays away for half a day; again, for longer. A yes brings it back."),
                "second",
            )
        )

    def _choose_stay(self, seconds: int) -> None:
        self.change(lambda held: _with(held, seconds=seconds), Text("How long a card stays"))


class AskedSection(ReminderSection):
    """Choose those that come at their own hours."""

    title = Text("At their own hours")
    hint_text = Text("These come only where you want them.")

    def build(self) -> None:
        """Build a switch for each."""
        self.switches = {}
        for asked, name, hint in (
            (Asked.MEAL, Text("A meal"), Text("Around noon, away from the screen.")),
            (Asked.MOVE, Text("Moving"), Text("Once an hour at most. One minute counts.")),
            (Asked.WATER, Text("Water"), Text("Twice a day at most, in case you are thirsty. No amounts.")),
            (Asked.EYES, Text("Eyes"), Text("A look into the distance. It may ease tired eyes; more is not known.")),
        ):
            self.switches[asked] = self.tick(name, hint, partial(_is_wanted, asked), partial(_want, asked))


def _is_wanted(asked: Asked, settings: Settings) -> bool:
    return asked in settings.reminders.recurring


def _want(asked: Asked, settings: Settings, is_wanted: bool) -> Settings:  # noqa: FBT001 - what a switch tells
    return with_asked(settings, asked, is_wanted=is_wanted)
