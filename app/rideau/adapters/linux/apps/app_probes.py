# SPDX-License-Identifier: MIT
"""What tells of launches and windows on this machine, and what is noticed late?"""

from collections.abc import Iterable, Mapping

from rideau.adapters.linux.apps.exec_watch import ExecWatch
from rideau.adapters.linux.apps.proc_connector import ProcConnector
from rideau.adapters.linux.windowing.window_source import window_probe
from rideau.domain.app import AppRule
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text

_TITLE = Text("Apps")
_NO_FILES = Text("This system does not tell when programs are started.")
_REMEDY = Text(
    "Other programs may have used up what it allows; your administrator can raise it (fs.inotify.max_user_instances)."
)
_ALL = Text("Those that are started while closed are met before their first window.")
_MOST = Text(
    "Those that are started while closed are met before their first window. One that only its sandbox names is looked"
    " for every 5 seconds, and only while it is to be closed."
)


def launch_probe() -> Probe:
    """Say what tells of launches here."""
    watch = ExecWatch(lambda _: None)
    has_files = watch.fileno() >= 0
    watch.close()
    if not has_files:
        return Probe("apps", _TITLE, Fitness.MISSING, _NO_FILES, _REMEDY)
    return Probe("apps", _TITLE, Fitness.WORKS, _ALL if _has_connector() else _MOST)


def app_window_probe(environment: Mapping[str, str]) -> Probe:
    """Say what tells of windows here."""
    return window_probe(environment)._replace(name="app-windows")


def said_of_scan(rules: Iterable[AppRule]) -> tuple[Text, ...]:
    """Return one sentence for each of the rules whose launches are noticed late."""
    return tuple(
        Text("{app} may show for a few seconds before it is closed: nothing tells when it is started.", app=rule.name)
        for rule in rules
    )


def _has_connector() -> bool:
    try:
        ProcConnector(lambda _: None).close()
    except OSError:
        return False
    return True
