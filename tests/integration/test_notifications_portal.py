# SPDX-License-Identifier: MIT
"""Is what a work app says through the desktop portal withheld, and counted once?"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from contracts.enforcer import CLOSED
from stage.desktop import Desktop
from stage.guarding import Guarding
from stage.portal import PortalStub
from stage.windows import WindowWatch

APP = """
import sys, time
from jeepney import new_method_call
from jeepney.io.blocking import open_dbus_connection
from stage.portal import PORTAL_ADDRESS
connection = open_dbus_connection()
def call(method, signature, *body):
    connection.send_and_get_reply(new_method_call(PORTAL_ADDRESS, method, signature, body))
for name in sys.argv[1:]:
    content = {"title": ("s", name), "body": ("s", "now")}
    call("AddNotification", "sa{sv}", name, content)
for name in sys.argv[1:]:
    call("RemoveNotification", "s", name)
"""


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    with Desktop() as furnished:
        yield furnished


def _run_app(desktop: Desktop, program: str, *titles: str) -> None:
    """Run an app whose program file is called ``program``: what the portal's caller is known by."""
    executable = desktop.folder / program
    shutil.copy(Path(sys.executable).resolve(), executable)
    path = ":".join(sys.path)
    app = desktop.start([str(executable), "-c", APP, *titles], PYTHONPATH=path, PYTHONHOME=sys.base_prefix)
    assert app.wait() == 0, app.output()


def test_a_work_app_is_withheld_and_counted_once_and_may_take_its_notification_back(desktop: Desktop) -> None:
    with PortalStub(desktop.bus), Guarding(desktop) as guarding, WindowWatch(desktop.environment) as windows:
        guarding.guard.apply(CLOSED)
        _run_app(desktop, "slack", "Deadline", "Another")
        assert guarding.wait(2)
        assert windows.settle()
        _run_app(desktop, "slack", "Third")
        assert guarding.wait(3)
        assert guarding.titles == ["Deadline", "Another", "Third"]


def test_a_friends_app_is_shown(desktop: Desktop) -> None:
    with PortalStub(desktop.bus), Guarding(desktop) as guarding, WindowWatch(desktop.environment) as windows:
        guarding.guard.apply(CLOSED)
        _run_app(desktop, "friend", "Dinner?")
        assert windows.wait("map")
        assert guarding.held == []
