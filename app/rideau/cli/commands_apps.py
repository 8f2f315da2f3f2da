# SPDX-License-Identifier: MIT
"""Which apps are installed here, and to which network does each belong? Works without a running app."""

import os
import sys
from collections.abc import Iterator, Sequence

from rideau.cli.call import Call
from rideau.domain.app import AppRule, InstalledApp
from rideau.domain.checking import Directory
from rideau.domain.error import RideauError, UsageError
from rideau.domain.network import Network
from rideau.domain.process import ProcessTable
from rideau.domain.safety import refusals
from rideau.domain.text import Text
from rideau.wording.app_listing import AppStand, app_lines, apps_document


def apps(call: Call) -> int:
    """Print the apps of the desktop's menu, those of networks first."""
    is_known_here = sys.platform == "linux"
    if not is_known_here:
        raise RideauError(Text("Installed apps are not looked for yet on this system."))
    from rideau.adapters.linux.apps.inventory import LinuxInventory  # noqa: PLC0415 - on Linux alone

    inventory, networks = LinuxInventory(os.environ), call.parts.networks
    rules = [rule for rule in inventory.rules(networks) if not rule.web_hosts]
    stands = sorted(_stands(rules, inventory.apps(), networks), key=_place)
    call.say(apps_document(call.words, stands), app_lines(call.words, stands))
    return 0


def _place(stand: AppStand) -> tuple[bool, str, str, str]:
    return not stand.network, stand.network_name.casefold(), stand.name.casefold(), stand.id


def _stands(
    rules: Sequence[AppRule], installed: Sequence[InstalledApp], networks: Sequence[Network]
) -> Iterator[AppStand]:
    names = {each.id: each.name for each in networks}
    aside = {each.rule_id: each.why for each in refusals(rules, {}, ProcessTable(()), {})}
    seen = set()
    for rule in rules:
        app = rule.id.removeprefix(f"{rule.network}/")
        if app not in seen:
            seen.add(app)
            yield AppStand(app, rule.name, rule.icon, rule.network, names[rule.network], aside.get(rule.id))
    sites = _Sites(networks)
    for each in installed:
        if each.id not in seen:
            network = sites.network_of(each)
            yield AppStand(each.id, each.name, each.icon, network, names.get(network, ""))


class _Sites:
    """Know the network of a web app that has an entry of its own in the menu (``--app=https://…``)."""

    def __init__(self, networks: Sequence[Network]) -> None:
        self._networks = networks
        self._directory: Directory | None = None

    def network_of(self, app: InstalledApp) -> str:
        address = next((word.partition("=")[2] for word in app.command if word.startswith("--app=")), "")
        if not address:
            return ""
        if self._directory is None:
            from rideau.adapters.idna_names import to_ascii  # noqa: PLC0415 - wanted here alone

            self._directory = Directory(self._networks, to_ascii)
        try:
            network = self._directory.network_of(address)
        except UsageError:
            return ""
        return network.id if network else ""
