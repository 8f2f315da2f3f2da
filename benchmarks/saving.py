# SPDX-License-Identifier: MIT
"""How long does a window stand still while a change is saved? Prints medians against the budgets; exits 1 over one."""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from rideau.adapters.catalogue_files import CatalogueFiles
from rideau.adapters.resources import resources_folder
from rideau.adapters.settings_file import SettingsFile
from rideau.domain.network import Side
from rideau.domain.settings import ClockRange, ExceptionalDay, Hours, NetworkSettings, Settings, Week
from rideau.domain.text import Text
from rideau.services.settings_desk import SettingsDesk
from rideau.services.settings_edits import edits_between

ROUNDS = 25
ORDINARY_MS, LARGE_MS = 16, 60
EXCEPTIONS = tuple(
    ExceptionalDay(date(2026, 3, 1) + timedelta(days=day), (ClockRange(600, 960),), "Fair") for day in range(60)
)
NETWORKS = {
    f"own-{at}": NetworkSettings(name=f"Network {at}", sites=(f"n{at}.example",), side=Side.WORK) for at in range(500)
}


def another_monday(settings: Settings, number: int) -> Settings:
    """Return ``settings`` with other hours on Monday."""
    days = ((ClockRange(540, 600 + number),), *settings.hours.week.days[1:])
    return settings._replace(hours=settings.hours._replace(week=Week(days)))


def another_side(settings: Settings, number: int) -> Settings:
    """Return ``settings`` with one network on the other side."""
    side = Side.PERSONAL if number % 2 else Side.MIXED
    return settings._replace(networks={**settings.networks, "own-7": NETWORKS["own-7"]._replace(side=side)})


def saving_ms(begin: Settings, change: Callable[[Settings, int], Settings]) -> float:
    """Return the median of the CPU time that saving ``change`` takes on the window's thread."""
    catalogue = CatalogueFiles(resources_folder() / "networks")
    with TemporaryDirectory() as folder:
        starter = resources_folder() / "settings" / "starter.en.toml"
        known = lambda: (network.id for network in catalogue.networks())  # noqa: E731 - said once
        store = SettingsFile(Path(folder) / "config.toml", starter=starter, known_networks=known)
        store.write(edits_between(store.load(), begin))
        desk, rounds = SettingsDesk(store), []
        for number in range(1, ROUNDS + 1):
            after = change(desk.settings, number)
            begun = time.thread_time()
            desk.change(after, Text("x"), "group")
            desk.reload()
            rounds.append((time.thread_time() - begun) * 1e3)
    return statistics.median(rounds)


def main() -> int:
    """Measure, print and compare with the budgets."""
    busy = Settings(hours=Hours(exceptions=EXCEPTIONS))
    large = busy._replace(networks=NETWORKS)
    figures = [
        ("a day", ORDINARY_MS, saving_ms(Settings(), another_monday)),
        ("a day, 60 exceptions", ORDINARY_MS, saving_ms(busy, another_monday)),
        ("a day, 500 networks as well", LARGE_MS, saving_ms(large, another_monday)),
        ("a network's side, 500 networks", LARGE_MS, saving_ms(large, another_side)),
    ]
    for name, budget, found in figures:
        print(f"{name:32} {found:7.1f} ms  (budget {budget} ms)")
    return int(any(found > budget for _, budget, found in figures))


if __name__ == "__main__":
    sys.exit(main())
