# SPDX-License-Identifier: MIT
"""Is it said which browsers keep asking a gate that is no more?"""

from pathlib import Path

import pytest

from rideau.adapters.linux.sites.browsers import Browser, Family
from rideau.adapters.linux.sites.chromium_desktop import Follows
from rideau.adapters.linux.sites.gate_check import cut_off, judged
from rideau.adapters.linux.sites.gate_facts import Facts, Run
from rideau.adapters.linux.sites.launcher_override import OPTION
from rideau.adapters.pac import pac_data_url, pac_text
from rideau.adapters.routing_state import RoutingState

NOWHERE = Path("/nowhere")
CHROMIUM = Browser("chromium", "Chromium", Family.CHROMIUM, NOWHERE, "chromium.desktop", NOWHERE, NOWHERE, NOWHERE)
LED = Run(OPTION + pac_data_url(pac_text(("linkedin.com",), 4321)), 1.0)
ON_XFCE = Facts(CHROMIUM, "Xfce", Follows.NOTHING, is_desktop_led=False)
GONE = RoutingState(is_in_place=False)


def test_a_browser_whose_own_command_line_leads_to_the_gate_is_cut_off_when_it_ends() -> None:
    """Nothing but a new start takes a word off a command line."""
    (said,) = cut_off([ON_XFCE._replace(runs=(Run("", 1.0), LED)), ON_XFCE._replace(runs=(LED,))])
    assert str(said) == "Chromium was started through the gate: start it again, or its work sites will not load."


@pytest.mark.parametrize("runs", [(), (Run("", 1.0),), (Run("--no-proxy-server", 1.0),)])
def test_every_other_browser_is_free_at_once(runs: tuple[Run, ...]) -> None:
    assert cut_off([ON_XFCE._replace(runs=runs)]) == ()
    assert not judged(ON_XFCE._replace(runs=runs), GONE).is_cut_off


def test_a_browser_started_in_the_second_of_the_gate_is_not_said_to_be_older() -> None:
    """The kernel says in whole seconds when it started, so what is read is up to one too early."""
    led = ON_XFCE._replace(follows=Follows.GSETTINGS, is_desktop_led=True, led_since=10.5)
    assert judged(led._replace(runs=(Run("", 9.6),)), RoutingState(is_in_place=True)).not_covered is None
    said = judged(led._replace(runs=(Run("", 9.4),)), RoutingState(is_in_place=True)).not_covered
    assert "reload the tabs" in str(said)


@pytest.mark.parametrize("is_launcher_led", [True, False])
def test_the_check_says_so_where_the_gate_is_gone(*, is_launcher_led: bool) -> None:
    facts = ON_XFCE._replace(runs=(LED,), is_launcher_led=is_launcher_led)
    check = judged(facts, GONE)
    assert check.is_cut_off
    assert not check.is_in_path
    assert (check.not_covered, str(check.remedy)) == (check.reason, "Quit it and start it from the menu.")
    assert not judged(facts, RoutingState(is_in_place=True)).is_cut_off
