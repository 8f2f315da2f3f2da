# SPDX-License-Identifier: MIT
"""For which site did a browser make a window of its own (``--app=``)? Its class tells, in Chromium's family."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rideau.domain.app import AppRule, Window

_WAYLAND = re.compile(r"(?:chrome|chromium|brave|msedge|vivaldi|opera)-(?P<app>.+)-[^-]+")
"""``chrome-app.slack.com__client-Default``: browser, app, profile."""
_HOST = re.compile(r"(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:_(?P<path>.*))?")
_INSTALLED = re.compile(r"(?:crx_+)?[a-p]{32}")
"""The id of an installed web app, which tells no site."""
_NO_PATH_SIGN = re.compile(r"[^a-z0-9.-]")


class _Site(NamedTuple):
    host: str
    path: str
    """As it stands in a window's class; empty for the whole host."""
    rule: AppRule


class WebWindows:
    """Know which windows of browsers are for the sites of the rules."""

    def __init__(self, rules: Iterable[AppRule]) -> None:
        """Index the ``web_hosts`` of ``rules``."""
        sites: dict[str, list[_Site]] = {}
        for rule in rules:
            for pattern in rule.web_hosts:
                host, _, path = pattern.casefold().partition("/")
                sites.setdefault(host, []).append(_Site(host, _mangled(path.partition("*")[0]), rule))
        self._sites = {
            host: sorted(each, key=lambda site: len(site.path), reverse=True) for host, each in sites.items()
        }

    def rule_of(self, window: Window) -> AppRule | None:
        """Return the rule whose site ``window`` is for; of several the one that names host and path best."""
        found = _HOST.fullmatch(_app_of(window))
        if found is None:
            return None
        path = _mangled(found["path"] or "")
        fitting = (
            site.rule
            for host in _with_parents(found["host"])
            for site in self._sites.get(host, ())
            if not site.path or path == site.path or path.startswith(f"{site.path}_")
        )
        return next(fitting, None)


def is_made_for_a_site(window: Window) -> bool:
    """Tell whether a browser made ``window`` for one site or installed web app alone."""
    app = _app_of(window)
    return _HOST.fullmatch(app) is not None or _INSTALLED.fullmatch(app) is not None


def _app_of(window: Window) -> str:
    """Return how the window calls what it is for, empty for nothing: the instance on X11, a part of the id on Wayland.

    An ordinary window of a browser may be called like a host, too: ``org.mozilla.firefox``.
    """
    instance, app_class = window.instance.casefold(), window.app_class.casefold()
    if instance:
        return instance if instance != app_class else ""
    found = _WAYLAND.fullmatch(app_class)
    return found["app"].strip("_") if found else ""


def _mangled(path: str) -> str:
    return _NO_PATH_SIGN.sub("_", path).strip("_")


def _with_parents(host: str) -> Iterator[str]:
    """Yield ``host`` and the domains it is under, the nearest first."""
    labels = host.split(".")
    for start in range(len(labels) - 1):
        yield ".".join(labels[start:])
