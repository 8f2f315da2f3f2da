# SPDX-License-Identifier: MIT
"""Are GNOME's settings put back exactly? With the real dconf; GNOME Shell itself is in tests/desktops."""

from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest
from jeepney import message_bus

from contracts.enforcer import CLOSED, SLACK
from contracts.restorer import Changed, RestorerContract
from fakes.ledger import FakeLedger
from rideau.adapters.linux import dconf
from rideau.adapters.linux.notifications.gnome_notifications import (
    KIND,
    OFF,
    GnomeNotifications,
    GnomeNotificationsRestorer,
    key_of,
)
from rideau.domain.change import Change, Outcome
from rideau.domain.error import SessionBusError
from rideau.domain.network import AppIds, Network
from rideau.services.restoration import restore_all
from stage.bus import SessionBus, ask
from stage.desktop import Home
from stage.guarding import Guarding

DCONF = "ca.desrt.dconf"
SCHEMA = "org.gnome.desktop.notifications.application:/org/gnome/desktop/notifications/application/slack/"


class Settings(Home):
    """Be a GNOME session as far as its settings go, with Slack installed."""

    def __enter__(self) -> Self:
        """Start dconf's bus."""
        del self.environment["GSETTINGS_BACKEND"]
        self.environment["XDG_CURRENT_DESKTOP"] = "ubuntu:GNOME"
        self.bus = SessionBus(self.environment, self.folder, [DCONF])
        self.bus.start()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.address
        self.install("slack.desktop")
        return self

    def stop(self) -> None:
        """End the bus."""
        self.bus.stop()

    def install(self, name: str) -> None:
        """Install an app."""
        file = Path(self.environment["XDG_DATA_HOME"], "applications", name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("[Desktop Entry]\n")

    def gsettings(self, *arguments: str) -> str:
        """Return what the program ``gsettings`` says."""
        done = self.run(["gsettings", *arguments])
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def database(self) -> bytes:
        """Return the person's database as it is on disk."""
        file = self.config / "dconf/user"
        return file.read_bytes() if file.exists() else b""


@pytest.fixture
def gnome() -> Iterator[Settings]:
    with Settings() as settings:
        settings.gsettings("set", "org.gnome.desktop.interface", "clock-show-seconds", "true")
        yield settings
        settings.stop()


class TestGnomeNotificationsRestorer(RestorerContract):
    """Run the contract."""

    @pytest.fixture(params=["unset", "true"])
    def changed(self, gnome: Settings, request: pytest.FixtureRequest) -> Changed:
        if request.param == "true":
            gnome.gsettings("set", SCHEMA, "enable", "true")
        before, ledger = gnome.database(), FakeLedger()
        GnomeNotifications(gnome.environment, ledger).hold((SLACK,))
        ((_, change),) = ledger.pending()
        restorer = GnomeNotificationsRestorer(gnome.environment)

        by_hand = ["set", SCHEMA, "enable", "true"] if request.param == "unset" else ["reset", SCHEMA, "enable"]
        return Changed(restorer, change, before, gnome.database, lambda: _ignore(gnome.gsettings(*by_hand)))


def _ignore(_said: str) -> None:
    """Do nothing with what a program said."""


def test_gnome_sees_the_switch_and_everything_is_as_before_at_opening(gnome: Settings) -> None:
    before, ledger = gnome.database(), FakeLedger()
    switches = GnomeNotifications(gnome.environment, ledger)
    for _ in range(2):
        switches.hold((SLACK,))
        switches.hold((SLACK,))
        assert len(ledger.pending()) == 1
        assert gnome.gsettings("get", SCHEMA, "enable") == "false"
        switches.hold(())
        assert gnome.gsettings("get", SCHEMA, "enable") == "true"
        assert gnome.database() == before
        assert ledger.pending() == ()


def test_what_the_person_switches_meanwhile_stays_as_they_have_it(gnome: Settings) -> None:
    ledger = FakeLedger()
    switches = GnomeNotifications(gnome.environment, ledger)
    switches.hold((SLACK,))
    gnome.gsettings("set", SCHEMA, "enable", "true")
    theirs = gnome.database()
    switches.hold((SLACK,))
    switches.hold(())
    assert ledger.pending() == ()
    assert gnome.database() == theirs


def test_what_was_put_back_meanwhile_is_switched_off_again_while_it_is_to_hold(gnome: Settings) -> None:
    before, ledger = gnome.database(), FakeLedger()
    switches = GnomeNotifications(gnome.environment, ledger)
    switches.hold((SLACK,))
    assert restore_all(ledger, [GnomeNotificationsRestorer(gnome.environment)]).restored == 1
    switches.hold((SLACK,))
    assert gnome.gsettings("get", SCHEMA, "enable") == "false"
    assert len(ledger.pending()) == 1
    switches.hold(())
    assert gnome.database() == before
    assert ledger.pending() == ()


def test_what_the_person_keeps_quiet_stays_quiet(gnome: Settings) -> None:
    gnome.gsettings("set", SCHEMA, "enable", "false")
    before, ledger = gnome.database(), FakeLedger()
    switches = GnomeNotifications(gnome.environment, ledger)
    switches.hold((SLACK,))
    switches.hold(())
    assert ledger.pending() == ()
    assert gnome.database() == before


def test_many_apps_are_switched_together_and_only_those_of_networks_that_stay_muted_stay_off(gnome: Settings) -> None:
    many = tuple(Network(f"n{number}", f"N{number}", apps=AppIds((f"app-{number}",))) for number in range(60))
    for number in range(60):
        gnome.install(f"app-{number}.desktop")
    before, ledger = gnome.database(), FakeLedger()
    switches = GnomeNotifications(gnome.environment, ledger)
    switches.hold(many)
    assert len(ledger.pending()) == 60
    switches.hold(many[:1])
    off = [key for key, value in dconf.read(gnome.environment).items() if value == dconf.FALSE]
    assert off == [key_of("app-0")]
    switches.hold(())
    assert gnome.database() == before


def test_an_app_that_is_not_installed_or_another_desktop_is_not_touched(gnome: Settings) -> None:
    before, ledger = gnome.database(), FakeLedger()
    absent = Network("absent", "Absent", apps=AppIds(linux=("absent.desktop",)))
    GnomeNotifications(gnome.environment, ledger).hold((absent,))
    GnomeNotifications({**gnome.environment, "XDG_CURRENT_DESKTOP": "XFCE"}, ledger).hold((SLACK,))
    assert ledger.pending() == ()
    assert gnome.database() == before


def test_without_dconfs_service_nothing_stays_recorded_and_the_guard_tells(gnome: Settings) -> None:
    gnome.stop()
    (gnome.folder / "session-services" / f"{DCONF}.service").unlink()
    gnome.bus.start()
    with Guarding(gnome) as guarding:
        report = guarding.guard.apply(CLOSED)
        assert report.problem is not None
        assert report.networks == ("slack",)
        assert guarding.ledger.pending() == ()


def test_what_dconfs_service_does_not_answer_in_time_stays_recorded_for_it_may_still_happen(gnome: Settings) -> None:
    before = gnome.database()
    gnome.stop()
    (gnome.folder / "session-services" / f"{DCONF}.service").unlink()
    gnome.bus.start()
    ledger = FakeLedger()
    switches = GnomeNotifications(gnome.environment, ledger)
    with gnome.bus.connect() as silent:
        ask(silent, message_bus.RequestName(DCONF))
        with pytest.raises(SessionBusError):
            switches.hold((SLACK,))
        switches.hold((SLACK,))
    assert [change.place for _, change in ledger.pending()] == [key_of("slack")]
    switches.hold(())
    assert ledger.pending() == ()
    assert gnome.database() == before


def test_outside_of_a_session_a_change_stays_pending(gnome: Settings) -> None:
    ledger = FakeLedger()
    GnomeNotifications(gnome.environment, ledger).hold((SLACK,))
    ((_, change),) = ledger.pending()
    with pytest.raises(SessionBusError):
        GnomeNotificationsRestorer(
            {**gnome.environment, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={gnome.folder}/none"}
        ).restore(change)
    assert GnomeNotificationsRestorer(gnome.environment).restore(Change(KIND, change.place, "odd", OFF)) is Outcome.GONE
    assert GnomeNotificationsRestorer(gnome.environment).restore(change) is Outcome.RESTORED


@pytest.mark.parametrize("cut", [0, 3, 30, 100], ids=str)
def test_a_database_that_cannot_be_read_says_nothing(gnome: Settings, cut: int) -> None:
    whole = gnome.database()
    assert len(whole) > 100
    (gnome.config / "dconf/user").write_bytes(whole[:cut] + b"\xff" * (len(whole) - cut))
    assert dconf.FALSE not in dconf.read(gnome.environment).values()


@pytest.mark.parametrize(
    ("app", "key"),
    [("slack", "slack"), ("org.example.Mail", "org-example-mail"), ("a__b", "a-b"), ("Über", "-ber")],
)
def test_ids_are_spelt_as_gnome_shell_spells_them(app: str, key: str) -> None:
    assert key_of(app) == f"/org/gnome/desktop/notifications/application/{key}/enable"
