# SPDX-License-Identifier: MIT
"""Who mutes what work apps play, while it should be muted? One thread, asleep until the sound server tells of a stream.

Nothing else of Rideau waits for the server or for the ledger's disk.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from typing import NamedTuple

from rideau.adapters.alarm import Alarm
from rideau.adapters.linux.sound.sound_arrival import wait_for_server
from rideau.adapters.linux.sound.sound_memory import (
    KIND,
    change_for,
    is_muted_on_disk,
    is_settled,
    put_back,
    remembered_at,
)
from rideau.adapters.linux.sound.sound_player import player_of
from rideau.adapters.linux.sound.sound_server import Happened, SoundServer
from rideau.adapters.linux.sound.sound_socket import SoundServerError, accepts, socket_path
from rideau.domain.app import AppRule
from rideau.domain.change import Change
from rideau.domain.error import StorageError
from rideau.domain.process import ProcessTable
from rideau.domain.rule_book import RuleBook
from rideau.domain.sound import Remembered, SoundStream, rule_for
from rideau.domain.text import Text
from rideau.ports.state import Ledger

log = logging.getLogger(__name__)

_PAUSES_S = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
"""How long to wait before trying again a server that is there and refuses: it is starting, or has just ended."""

Lineage = Callable[[int], ProcessTable]
"""Return a process and whoever started it."""


class _Mute(NamedTuple):
    """Hold what is in the ledger for one place."""

    number: int
    rule: str
    """Whose it is; empty where an earlier run of Rideau wrote it."""


class SoundMuter:
    """Mute as told until told otherwise. Main thread, but for what is private."""

    def __init__(self, environment: Mapping[str, str], ledger: Ledger, lineage: Lineage) -> None:
        """Nothing happens before ``mute``."""
        self._environment = environment
        self._ledger = ledger
        self._lineage = lineage
        self._alarm = Alarm()
        self._wanted = RuleBook(())
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._asked = threading.Event()
        self._done = threading.Event()
        self._book = RuleBook(())
        self._server: SoundServer | None = None
        self._mutes: dict[str, _Mute] = {}
        self._judged: dict[int, str] = {}
        """The rule of each stream that was looked at; empty where it is nobody's."""
        self._calls: frozenset[str] = frozenset()
        """Rules whose apps record now: who is in a call is heard until it ends."""
        self._young: set[int] = set()
        """Streams so new that nobody but the server un-mutes them."""
        self._tries = 0
        self.problem: Text | None = None
        """What went wrong last; None while all is well."""

    @property
    def is_holding(self) -> bool:
        """Tell whether a server is listened to, or is just being reached."""
        is_on_its_way = self._thread is not None and self.problem is None and accepts(socket_path(self._environment))
        return self._server is not None or is_on_its_way

    def mute(self, book: RuleBook, patience_s: float) -> None:
        """Have the apps of ``book`` muted, and no others; wait ``patience_s`` for it at most. Idempotent."""
        with self._lock:
            self._wanted = book
            is_alive = self._thread is not None and self._thread.is_alive()
            if not is_alive and not book.rules:
                return
            self._done.clear()
            self._asked.set()
            if not is_alive:
                self._alarm.put_away()
                self._alarm.set_up()
                self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
                self._thread.start()
            self._alarm.ring()
        self._done.wait(patience_s)

    def _run(self) -> None:
        for number, change in self._ledger.pending():  # what an earlier run could not put back
            if change.kind == KIND:
                self._mutes[change.place] = _Mute(number, "")
        while not self._is_over():
            try:
                self._server = self._server or self._connected()
                self._serve(self._server)
            except SoundServerError as error:
                self._lost(error)

    def _is_over(self) -> bool:
        """Tell whether nothing is left to be done, and end then."""
        with self._lock:
            if self._wanted.rules or self._mutes:
                return False
            self._leave_server()
            self._alarm.put_away()
            self._thread = self.problem = None
            self._book = self._wanted
            self._done.set()
            return True

    def _connected(self) -> SoundServer:
        server = SoundServer(self._environment)
        try:
            server.subscribe()
        except SoundServerError:
            server.close()
            raise
        self._judged.clear()
        self._young.clear()
        self._asked.set()
        self._tries = 0
        return server

    def _serve(self, server: SoundServer) -> None:
        if self._asked.is_set():
            self._asked.clear()
            self._look_around(server, self._wanted)
            if not self._asked.is_set():
                self._done.set()
            if not self._wanted.rules and not self._mutes:
                return
        for happened in server.wait(self._alarm.fileno()):
            self._take(server, happened)
        self._alarm.stop()

    def _look_around(self, server: SoundServer, wanted: RuleBook) -> None:
        """Let go of whom ``wanted`` does not name or who is in a call, and mute the others whom it names."""
        self.problem = None
        before, self._calls = self._calls, self._recording(server, wanted)
        named = {rule.id for rule in wanted.rules}
        kept = named - (before ^ self._calls) | ({""} if wanted is self._book else set())
        self._judged = {number: rule for number, rule in self._judged.items() if rule in kept}
        self._book = wanted
        self._let_go(server, named - self._calls)
        for stream in server.streams() if wanted.rules else ():
            if stream.number not in self._judged:
                self._judge(server, stream, is_new=False)

    def _recording(self, server: SoundServer, wanted: RuleBook) -> frozenset[str]:
        """Return the rules of ``wanted`` whose apps record."""
        found: set[str] = set()
        for stream in server.recorders() if wanted.rules else ():
            rule = self._rule_of(stream, wanted)
            if rule is not None:
                found.add(rule.id)
        return frozenset(found)

    def _rule_of(self, stream: SoundStream, book: RuleBook) -> AppRule | None:
        player = player_of(stream)
        return rule_for(stream, player, self._lineage(player), book)

    def _let_go(self, server: SoundServer, named: set[str]) -> None:
        if self._book.rules:  # what an earlier run left is put back once nothing is muted: whose it is may yet be seen
            named = named | {""}
        left = [place for place, each in self._mutes.items() if each.rule not in named]
        try:
            changes = dict(self._ledger.pending()) if left else {}
            for place in left:
                number = self._mutes[place].number
                if number in changes:
                    put_back(server, changes[number])
                    self._ledger.settle(number)
                del self._mutes[place]
        except StorageError as error:
            log.warning("A mute stays in the ledger: %s", error)
            self.problem = error.message

    def _take(self, server: SoundServer, happened: Happened) -> None:
        number = happened.number
        if happened.what == "recorder-change":
            return
        if happened.what == "recorder":
            self._look_around(server, self._book)
        elif happened.what == "remove":
            self._judged.pop(number, None)
            self._young.discard(number)
        elif number in self._young:
            self._keep_muted(server, number)
        elif number not in self._judged and self._book.rules:
            stream = server.stream(number)
            if stream is not None:
                self._judge(server, stream, is_new=True)

    def _keep_muted(self, server: SoundServer, number: int) -> None:
        """Mute again what the server un-mutes by itself, when it gives a new stream what it remembers of it."""
        stream = server.stream(number)
        if stream is None or any(stream.volumes):
            self._young.discard(number)
        if stream is not None and not stream.is_muted:
            server.set_mute(number, is_muted=True)

    def _judge(self, server: SoundServer, stream: SoundStream, *, is_new: bool) -> None:
        """Mute ``stream`` if it is to be, once: what the person does with it afterwards is theirs."""
        rule = self._rule_of(stream, self._book)
        if rule is not None and rule.id in self._calls:
            self._judged[stream.number] = rule.id
        elif rule is not None:
            self._hold(server, stream, rule)
        elif is_settled(stream):
            self._judged[stream.number] = ""
            if is_new and stream.is_muted and stream.remembered in self._remembered():
                server.set_mute(stream.number, is_muted=False)  # it goes by the same name as one that we muted

    def _hold(self, server: SoundServer, stream: SoundStream, rule: AppRule) -> None:
        change = change_for(stream)
        held = self._mutes.get(change.place)
        if not held and not is_settled(stream) and is_muted_on_disk(self._environment, stream.remembered):
            return  # by the person, as a change is about to tell
        self._judged[stream.number] = rule.id
        if held:
            self._mutes[change.place] = held._replace(rule=rule.id)
        if stream.is_muted:
            return  # by us, through what the server remembers, or by the person
        if held or self._is_recorded(change, rule):
            server.set_mute(stream.number, is_muted=True)
            if not is_settled(stream):
                self._young.add(stream.number)
        else:
            del self._judged[stream.number]  # to be tried again when asked

    def _is_recorded(self, change: Change, rule: AppRule) -> bool:
        try:
            self._mutes[change.place] = _Mute(self._ledger.record(change), rule.id)
        except StorageError as error:
            log.warning("Sound is not muted: %s", error)
            self.problem = error.message
            return False
        return True

    def _remembered(self) -> set[Remembered]:
        found = (remembered_at(place) for place in self._mutes)
        return {each[0] for each in found if each is not None}

    def _lost(self, error: SoundServerError) -> None:
        """Go on without a server, until one comes."""
        log.info("%s", error)
        self.problem = error.message
        self._leave_server()
        self._done.set()
        if accepts(socket_path(self._environment)) and self._tries < len(_PAUSES_S):
            self._tries += 1
            self._alarm.sleep(_PAUSES_S[self._tries - 1])
        else:
            wait_for_server(self._environment, self._alarm, may_be_there=self._tries == 0)
            self._tries = 0

    def _leave_server(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
