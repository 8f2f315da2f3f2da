# SPDX-License-Identifier: MIT
"""Are real apps on a real desktop met before their first window, closed, frozen and brought back?"""

from collections.abc import Iterator

import pytest

from contracts.apps import AppsContract, StagedApps
from stage.app_watching import Watching
from stage.desktop import Desktop, Furniture
from stage.work_apps import WorkApp


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with Desktop(Furniture(notifications=None)) as desktop:
        yield desktop


class TestLinuxApps(AppsContract):
    """Run the contract."""

    @pytest.fixture
    def staged(self, desktop: Desktop) -> Iterator[StagedApps]:
        app = WorkApp(desktop, "workchat")
        with Watching(desktop, app) as watching:
            yield StagedApps(watching.apps, app.rule, app.start)
        app.kill()
