# SPDX-License-Identifier: MIT
"""How long does it take to tell which network a host belongs to, among 100,000 domains?

Run: ``uv run python benchmarks/matching.py``. The goal is 0.5 microseconds a decision.
"""

import random
import sys
import timeit
from collections.abc import Callable
from typing import TypeVar

from rideau.domain.host import Address
from rideau.domain.site_index import SiteIndex

DOMAINS = 100_000
ASKED = 1_000
ROUNDS = 50
PASSES = 3
GOAL_US = 0.5

T = TypeVar("T")


def main() -> int:
    """Print the figures; fail where a decision takes longer than the goal."""
    dice = random.Random(2)  # noqa: S311 - the same domains in every run, nothing secret
    domains = [f"{dice.randbytes(5).hex()}-{number}.example" for number in range(DOMAINS)]
    entries = [(f"network-{number}", domains[number::100], ()) for number in range(100)]
    index = SiteIndex(entries)
    built_ms = min(timeit.repeat(lambda: SiteIndex(entries), number=1, repeat=3)) * 1e3
    print(f"build, {DOMAINS:,} domains: {built_ms:.0f} ms")
    asked = dice.sample(domains, ASKED)
    cases = {
        "hit, the domain itself": asked,
        "hit, a subdomain": [f"www.{domain}" for domain in asked],
        "miss": [f"www.{dice.randbytes(6).hex()}.example" for _ in range(ASKED)],
    }
    worst = max(_measure(name, hosts, index.network_of_host) for name, hosts in cases.items())
    addresses = [Address("https", f"www.{domain}", "/a/b") for domain in asked]
    _measure("URL, parsed, a subdomain", addresses, index.network_of_url)
    print(f"slowest decision on a host: {worst:.2f} us, goal {GOAL_US} us")
    return 0 if worst <= GOAL_US else 1


def _measure(name: str, questions: list[T], ask: Callable[[T], object]) -> float:
    def run() -> None:
        for question in questions:
            ask(question)

    best_us = min(timeit.repeat(run, number=PASSES, repeat=ROUNDS)) / PASSES / len(questions) * 1e6
    print(f"{name}: {best_us:.2f} us")
    return best_us


if __name__ == "__main__":
    sys.exit(main())
