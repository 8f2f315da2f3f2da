# SPDX-License-Identifier: MIT
"""Does the real app stay closed until its opening, whatever is written, swapped, forged or killed meanwhile?"""

import json
from datetime import UTC, datetime, timedelta

import pytest

from stage.keeper import eventually
from stage.running import Running, kill_rideau

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HOURS_AWAY = 5
"""How far the one hour of work is from now; long enough for a slow machine, whatever the time."""


def settings(hours: str, zone: str = "UTC", level: str = "firm") -> str:
    week = "".join(f'{day} = ["{hours}"]\n' for day in DAYS)
    return f"""version = 1
[hours]
timezone = "{zone}"
[hours.week]
{week}[wind_down]
minutes = 0
[lock]
level = "{level}"
"""


@pytest.fixture(name="later")
def fixture_later() -> str:
    """Return the one hour of work of each day, in UTC: far from now."""
    start = (datetime.now(UTC) + timedelta(hours=HOURS_AWAY)).hour
    return f"{start:02}:00-{start + 1:02}:00"


ALWAYS = "00:00-24:00"


def tampered(rideau: Running) -> list[str]:
    events = json.loads(rideau.command("log", "--json").stdout)
    return [each["details"]["what"] for each in events if each["kind"] == "tampered"]


def test_hours_rewritten_in_quiet_hours_hold_from_the_opening_and_a_firmer_lock_at_once(
    rideau: Running, later: str
) -> None:
    rideau.settings.write_text(settings(later))
    rideau.start()
    before = rideau.document("status")
    assert (before["phase"], before["held"]) == ("quiet", [])

    rideau.settings.write_text(settings(ALWAYS, level="gentle"))
    rideau.seconds_until(lambda: len(rideau.document("status")["held"]) > 1)
    said = rideau.document("status")
    assert said["held"][0].startswith("Your new hours hold from ")
    assert said["held"][1].startswith("Your new lock level holds from ")
    assert f" {later.partition(':')[0].lstrip('0') or '0'}:00;" in said["held"][0]
    assert {key: said[key] for key in ("phase", "next_opening", "lock_level")} == {
        key: before[key] for key in ("phase", "next_opening", "lock_level")
    }
    assert said["held"][0] in " ".join(rideau.command("status").stdout.split())

    rideau.settings.write_text(settings(later, level="locked"))
    rideau.seconds_until(lambda: rideau.document("status")["lock_level"] == "locked")
    assert rideau.document("status")["held"] == []
    rideau.settings.write_text(settings(later))
    rideau.seconds_until(lambda: rideau.document("status")["held"])
    assert rideau.document("status")["lock_level"] == "locked"


def test_settings_swapped_while_it_was_killed_wait_as_well(rideau: Running, later: str) -> None:
    rideau.settings.write_text(settings(later))
    rideau.start()
    before = rideau.document("status")
    kill_rideau(rideau.home.mark)
    rideau.settings.write_text(settings(ALWAYS))
    rideau.start()
    eventually(lambda: tampered(rideau) == ["killed"])
    said = rideau.document("status")
    assert (said["phase"], said["next_opening"], len(said["held"])) == ("quiet", before["next_opening"], 1)


def test_an_opening_written_into_its_file_opens_nothing(rideau: Running, later: str) -> None:
    rideau.settings.write_text(settings(later))
    rideau.start()
    kill_rideau(rideau.home.mark)
    start, end = (datetime.now(UTC) + timedelta(hours=by) for by in (-1, 2))
    forged = {"kind": "open", "start": start.isoformat(), "end": end.isoformat(), "reason": "mine"}
    (rideau.state / "overrides.json").write_text(json.dumps({"version": 1, "overrides": [forged]}))
    rideau.start()
    eventually(lambda: tampered(rideau) == ["settings", "killed"])
    assert rideau.document("status")["phase"] == "quiet"


def test_the_devices_zone_is_followed_from_the_next_opening(rideau: Running, later: str) -> None:
    rideau.settings.write_text(settings(later, zone="system"))
    rideau.environment["TZ"] = "Etc/UTC"
    rideau.start()
    before = rideau.document("status")
    kill_rideau(rideau.home.mark)
    rideau.environment["TZ"] = f"Etc/GMT-{HOURS_AWAY}"  # five hours ahead, as POSIX has it
    rideau.start()
    eventually(lambda: "zone" in tampered(rideau))
    said = rideau.document("status")
    assert (said["phase"], said["timezone"], said["until"]) == ("quiet", "Etc/UTC", before["until"])
    assert said["held"][0].startswith("You are in another time zone now;")


def test_in_work_hours_everything_holds_at_once(rideau: Running, later: str) -> None:
    rideau.settings.write_text(settings(ALWAYS))
    rideau.start()
    rideau.settings.write_text(settings(later))
    rideau.seconds_until(lambda: rideau.document("status")["phase"] == "quiet")
    assert rideau.document("status")["held"] == []


def test_what_looks_for_its_socket_elsewhere_puts_nothing_back_beside_it(rideau: Running, later: str) -> None:
    rideau.settings.write_text(settings(later, level="locked"))
    rideau.start()
    elsewhere = rideau.home.folder / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    there = dict(rideau.environment)
    rideau.environment["XDG_RUNTIME_DIR"] = str(elsewhere)
    for words in (("restore",), ("restore", "--keep-installed")):
        done = rideau.command(*words)
        assert (done.returncode, done.stderr.count("can't be reached from here")) == (4, 1)
    kill_rideau(rideau.home.mark)
    assert rideau.command("restore").returncode == 0
    rideau.environment = there
