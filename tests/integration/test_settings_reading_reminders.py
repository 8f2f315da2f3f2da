# SPDX-License-Identifier: MIT
"""Are the gentle tables read as they are written, and is what does not hold there named at its place?"""

from pathlib import Path

import pytest

from rideau.adapters.settings_file import SettingsFile
from rideau.domain.settings import Asked, Batches, Breath, CheckInSettings, Reminders, Settings
from rideau.domain.tip import Theme
from rideau.ports.settings_store import SettingsError

WHOLE = """
[wind_down]
ritual_minutes = 10
[focus]
pause_minutes = 7
[pause]
seconds = 3
minutes = 60
[reminders]
enabled = false
per_day = 2
apart_minutes = 90
seconds = 200
recurring = ["water", "eyes"]
off = ["drink", "drink-kind-morning"]
rarer = ["win"]
sound = true
[batches]
enabled = true
times = ["17:15", "9:30"]
urgent_networks = ["slack"]
urgent_senders = ["Alex", "Léa"]
[check_in]
enabled = true
every_weeks = 8
country = "BE"
[away]
message = "Back {opening}."
"""


def load(folder: Path, text: str) -> Settings:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return SettingsFile(file, folder / "networks.d", known_networks=lambda: ("slack",)).load()


def test_everything_is_read(tmp_path: Path) -> None:
    settings = load(tmp_path, WHOLE)
    assert settings.wind_down.ritual_minutes == 10
    assert settings.focus_pause_minutes == 7
    assert settings.breath == Breath(3, 60)
    recurring = frozenset({Asked.WATER, Asked.EYES})
    assert settings.reminders == Reminders(
        is_on=False,
        per_day=2,
        apart_minutes=90,
        seconds=200,
        recurring=recurring,
        themes_off=frozenset({Theme.DRINK}),
        tips_off=frozenset({"drink-kind-morning"}),
        themes_rarer=frozenset({Theme.WIN}),
        is_silent=False,
    )
    assert settings.batches == Batches(
        is_on=True, times=(570, 1035), urgent_networks=frozenset({"slack"}), urgent_senders=("Alex", "Léa")
    )
    assert settings.check_in == CheckInSettings(is_on=True, every_weeks=8, country="BE")
    assert settings.away_message == "Back {opening}."


@pytest.mark.parametrize(
    "text", ["", "[wind_down]\n[focus]\n[pause]\n[reminders]\n[batches]\n[check_in]\n[away]", '[away]\nmessage = ""']
)
def test_what_is_left_out_keeps_its_default(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text) == Settings()


def test_a_card_can_stay_until_it_is_closed_and_nothing_recur(tmp_path: Path) -> None:
    reminders = load(tmp_path, "[reminders]\nseconds = 0\nrecurring = []\noff = []").reminders
    assert (reminders.seconds, reminders.recurring) == (0, frozenset())


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("[wind_down]\nritual_minutes = 121", "wind_down.ritual_minutes", "121 is not a whole number from 0 to 120."),
        ("[focus]\npause_minutes = 0", "focus.pause_minutes", "0 is not a whole number from 1 to 30."),
        ("pause = 5", "pause", "5 is not a table of settings."),
        ("[pause]\nseconds = 2", "pause.seconds", "2 is not a whole number from 3 to 8."),
        ("[pause]\nminutes = 61", "pause.minutes", "61 is not a whole number from 1 to 60."),
        ("reminders = true", "reminders", "true is not a table of settings."),
        ("[reminders]\nenabled = 1", "reminders.enabled", "1 is neither true nor false."),
        ("[reminders]\nper_day = 5", "reminders.per_day", "5 is not a whole number from 1 to 4."),
        ("[reminders]\nper_day = true", "reminders.per_day", "true is not a whole number from 1 to 4."),
        ("[reminders]\napart_minutes = 59", "reminders.apart_minutes", "59 is not a whole number from 60 to 480."),
        (
            "[reminders]\nseconds = 9",
            "reminders.seconds",
            "9 is not a whole number from 10 to 200, nor 0 for until it is closed.",
        ),
        (
            "[reminders]\nseconds = false",
            "reminders.seconds",
            "false is not a whole number from 10 to 200, nor 0 for until it is closed.",
        ),
        ('[reminders]\nrecurring = "meal"', "reminders.recurring", "“meal” is not a list. Put it in square brackets."),
        (
            '[reminders]\nrecurring = ["meel"]',
            "reminders.recurring[0]",
            "“meel” is not one of “move”, “meal”, “water”, “eyes”. Was it meant to be “meal”?",
        ),
        ("[reminders]\noff = [5]", "reminders.off[0]", "5 is not text. Put it in quotation marks."),
        ('[reminders]\noff = [" "]', "reminders.off[0]", "This is empty; it needs a name."),
        (f'[reminders]\noff = ["{"a" * 201}"]', "reminders.off[0]", "This is longer than 200 letters."),
        ("[reminders]\nsound = 0", "reminders.sound", "0 is neither true nor false."),
        ("[batches]\nenabled = 2", "batches.enabled", "2 is neither true nor false."),
        (
            '[batches]\ntimes = ["1:00", "2:00", "3:00", "4:00", "5:00"]',
            "batches.times",
            "These are 5 times; 4 a day are the most.",
        ),
        ('[batches]\ntimes = ["9:00", "09:00"]', "batches.times[1]", "“09:00” stands here twice."),
        ('[batches]\ntimes = ["24:00"]', "batches.times[0]", "“24:00” is not a time of day. Write it as 10:00."),
        ('[batches]\ntimes = ["9:60"]', "batches.times[0]", "“9:60” is not a time of day. Write it as 10:00."),
        ('[batches]\ntimes = ["nine"]', "batches.times[0]", "“nine” is not a time of day. Write it as 10:00."),
        ("[batches]\ntimes = [9]", "batches.times[0]", "9 is not text. Put it in quotation marks."),
        (
            '[batches]\nurgent_networks = ["slak"]',
            "batches.urgent_networks[0]",
            "“slak” is in no catalogue. Was it meant to be “slack”?",
        ),
        (
            "[batches]\nurgent_senders = [true]",
            "batches.urgent_senders[0]",
            "true is not text. Put it in quotation marks.",
        ),
        ("[check_in]\nenabled = 'yes'", "check_in.enabled", "“yes” is neither true nor false."),
        ("[check_in]\nevery_weeks = 3", "check_in.every_weeks", "3 is not a whole number from 4 to 26."),
        (
            '[check_in]\ncountry = "France"',
            "check_in.country",
            "“France” is not a country. Write its two letters, such as “FR”.",
        ),
        ("[check_in]\ncountry = 33", "check_in.country", "33 is not text. Put it in quotation marks."),
        ("[away]\nmessage = 5", "away.message", "5 is not text. Put it in quotation marks."),
        (
            '[away]\nmessage = "Back {opning}."',
            "away.message",
            "“{opning}” stands for nothing. {opening} is where the next opening goes.",
        ),
        (f'[away]\nmessage = "{"a" * 2001}"', "away.message", "This is longer than 2000 letters."),
    ],
)
def test_what_does_not_hold_is_named_at_its_place(tmp_path: Path, text: str, place: str, said: str) -> None:
    with pytest.raises(SettingsError) as refused:
        load(tmp_path, text)
    assert [(each.place, str(each.message)) for each in refused.value.problems] == [(place, said)]
