# SPDX-License-Identifier: MIT
"""How does a Chromium that Rideau starts itself find the gate on a desktop whose proxy settings it ignores?

By the very script that routing wrote for the browsers that do read them; the ledger has it for as long as it holds.
"""

from collections.abc import Mapping

from rideau.adapters.linux import dconf
from rideau.adapters.linux.sites.chromium_desktop import Follows, followed
from rideau.adapters.linux.sites.gsettings_proxy import KIND, URL, keys_of
from rideau.ports.state import Ledger


def pac_to_name(environment: Mapping[str, str], ledger: Ledger) -> str:
    """Return the address of the script to name on Chromium's command line; empty where it needs none."""
    if followed(environment) is not Follows.NOTHING:
        return ""
    held = [change for _, change in ledger.pending() if change.kind == KIND]
    url = dconf.value_of(keys_of(held[-1].after)[URL]) if held else None
    return url if isinstance(url, str) else ""
