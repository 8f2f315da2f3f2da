# SPDX-License-Identifier: MIT
"""Whose sound is it, and under which name does the sound server remember how it was? (SPEC E3, evidence, section 2)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from rideau.domain.app import AppRule
from rideau.domain.app_match import rule_of
from rideau.domain.process import ProcessTable
from rideau.domain.program_names import is_runtime
from rideau.domain.rule_book import RuleBook

REMEMBERED_BY = ("media.role", "application.id", "application.name", "media.name")
"""By which of a stream's properties PulseAudio and WirePlumber remember mute and volume: the first that it has."""
_TOLD = "module-stream-restore.id"
_TOLD_AS = {f"sink-input-by-{name.replace('.', '-')}": name for name in REMEMBERED_BY}


class Remembered(NamedTuple):
    """Name what a sound server remembers: all streams with this property, whoever plays them."""

    by: str
    """One of ``REMEMBERED_BY``."""
    value: str


class SoundStream(NamedTuple):
    """Hold one stream as the sound server tells of it, in its client's own words: none of it is to be trusted."""

    number: int
    properties: Mapping[str, str] = MappingProxyType({})
    is_muted: bool = False
    volumes: tuple[float, ...] = ()
    """Of each channel; 1 is the loudest that is not amplified."""
    is_resting: bool = False
    """Its client holds it, and neither plays nor records (corked)."""

    @property
    def pid(self) -> int:
        """Return who plays it; 0 where that is not told. Of an app in a sandbox it is the sandbox's own number."""
        told = self.properties.get("application.process.id", "")
        return int(told) if told.isascii() and told.isdecimal() else 0

    @property
    def program(self) -> str:
        """Return the file name of the executable that plays it."""
        return self.properties.get("application.process.binary", "")

    @property
    def remembered(self) -> Remembered:
        """Return under what the server remembers it; a stream without any name goes by an empty one."""
        kind, _, value = self.properties.get(_TOLD, "").partition(":")
        if kind in _TOLD_AS and value:
            return Remembered(_TOLD_AS[kind], value)
        found = ((name, self.properties.get(name, "")) for name in REMEMBERED_BY)
        return next((Remembered(name, value) for name, value in found if value), Remembered("media.name", ""))


def rule_for(stream: SoundStream, player: int, table: ProcessTable, book: RuleBook) -> AppRule | None:
    """Return the rule of the app that plays ``stream``; ``table`` holds its ``player``, and who started that one.

    The process decides, where it is sure: a sandbox tells its own numbers, which are others' outside. Else what the
    stream says of itself does, as far as no other app says the same.
    """
    process = table.by_pid.get(player)
    if process is not None and stream.program == process.program.rpartition("/")[2]:
        return rule_of(table, player, book)
    return next((rule for rule in book.rules if _is_named(rule, stream)), None)


def _is_named(rule: AppRule, stream: SoundStream) -> bool:
    sandbox = stream.properties.get("pipewire.access.portal.app_id", "")
    if sandbox:
        return sandbox == rule.flatpak
    app = stream.properties.get("application.id", "").casefold()
    if app and app in {rule.flatpak.casefold(), rule.desktop_id.casefold().removesuffix(".desktop")}:
        return True
    names = {path.rpartition("/")[2] for path in rule.programs}
    return stream.program in names and not is_runtime(stream.program)
