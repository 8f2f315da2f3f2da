# SPDX-License-Identifier: MIT
"""How fast and how surely are sites closed and opened, and what does it cost? The whole product, both real browsers.

Usage: ``python benchmarks/sites.py [--times 12] [--only gate|chromium|firefox]``. Times run from the moment the shop is
told to close or open. Prints median, 95th percentile and maximum beside what is promised; ends with 1 where that is
missed.
"""

import argparse
import subprocess
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests")]

from programs import at_the_gate, in_browsers  # noqa: E402 - after the path
from programs.figures import Table  # noqa: E402 - after the path

from stage.shop import Shop  # noqa: E402 - after the path

POUR = Path(__file__).parent / "programs" / "pour.py"
EVERYTHING = ("gate", "chromium", "firefox")


def measure_gate(shop: Shop, table: Table, times: int) -> None:
    """Measure what needs no browser."""
    with subprocess.Popen([sys.executable, str(POUR)], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            gate = at_the_gate.Gate(shop, int(server.stdout.readline()))
            at_the_gate.measure_all(shop, gate, table, times)
        finally:
            server.terminate()


def measure_browser(shop: Shop, name: str, table: Table, times: int) -> None:
    """Measure one browser, without the extension and with it."""
    with shop.browser(name, with_extension=False) as browser:
        in_browsers.measure_gate_alone(shop, browser, table, times)
    with shop.browser(name) as browser:
        in_browsers.measure_friendly_page(shop, browser, table, times)


def main() -> int:
    """Measure, print, and say whether everything promised is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=12)
    parser.add_argument("--only", choices=EVERYTHING, action="append")
    options = parser.parse_args()
    table = Table()
    with Shop() as shop:
        shop.start_rideau()
        shop.rideau.command("browsers", "install")
        for part in options.only or EVERYTHING:
            if part == "gate":
                measure_gate(shop, table, options.times)
            else:
                measure_browser(shop, part, table, options.times)
    return 0 if table.print() else 1


if __name__ == "__main__":
    sys.exit(main())
