# SPDX-License-Identifier: MIT
"""Whose sound is it, and under which name is it remembered?"""

import pytest

from rideau.domain.app import AppRule
from rideau.domain.process import FileId, Process, ProcessId, ProcessTable
from rideau.domain.rule_book import RuleBook
from rideau.domain.sound import Remembered, SoundStream, rule_for

CHAT_FILE = FileId(1, 7)
CHAT = AppRule(
    "work/chat",
    "work",
    "Chat",
    programs=("/opt/chat/chat",),
    program_ids=frozenset({CHAT_FILE}),
    units=("snap.chat.",),
    desktop_id="org.example.Chat",
)
BOXED = AppRule("work/boxed", "work", "Boxed", flatpak="com.example.Boxed")
SCRIPT = AppRule("work/script", "work", "Script", programs=("/opt/script/python3.11",))
BOOK = RuleBook((CHAT, BOXED, SCRIPT))
PARENT = Process(ProcessId(10, 1), 1, program="/opt/chat/chat", program_id=CHAT_FILE)
CHILD = Process(ProcessId(11, 2), 10, program="/usr/bin/player", program_id=FileId(1, 8))
FRIEND = Process(ProcessId(12, 3), 1, program="/usr/bin/player", program_id=FileId(1, 8))
TABLE = ProcessTable((PARENT, CHILD, FRIEND))


def found(stream: SoundStream, table: ProcessTable, book: RuleBook) -> AppRule | None:
    return rule_for(stream, stream.pid, table, book)


def stream(**properties: str) -> SoundStream:
    return SoundStream(1, {name.replace("_", "."): value for name, value in properties.items()})


def played_by(pid: int, program: str, **properties: str) -> SoundStream:
    told = {"application.process.id": str(pid), "application.process.binary": program}
    return SoundStream(1, {**told, **{name.replace("__", "."): value for name, value in properties.items()}})


class TestRemembered:
    def test_the_first_property_that_it_has_names_it(self) -> None:
        assert stream(media_name="Song", application_name="Chat").remembered == Remembered("application.name", "Chat")
        assert stream(media_role="phone", application_id="x").remembered == Remembered("media.role", "phone")

    def test_what_the_server_tells_goes_first(self) -> None:
        told = {"application.name": "Chat", "module-stream-restore.id": "sink-input-by-media-role:event"}
        assert SoundStream(1, told).remembered == Remembered("media.role", "event")

    @pytest.mark.parametrize("told", ["", "sink-input-by-media-role:", "nonsense", "nonsense:event"])
    def test_what_the_server_tells_may_say_nothing(self, told: str) -> None:
        properties = {"application.name": "Chat", "module-stream-restore.id": told}
        assert SoundStream(1, properties).remembered == Remembered("application.name", "Chat")

    def test_a_stream_without_a_name_goes_by_an_empty_one(self) -> None:
        assert SoundStream(1).remembered == Remembered("media.name", "")


class TestWhoPlays:
    @pytest.mark.parametrize(("told", "pid"), [("17", 17), ("", 0), ("x", 0), ("-1", 0), ("٣", 0)])
    def test_a_process_is_a_number(self, told: str, pid: int) -> None:
        assert SoundStream(1, {"application.process.id": told}).pid == pid

    def test_the_app_itself_and_what_it_started_play_for_it(self) -> None:
        assert found(played_by(10, "chat"), TABLE, BOOK) is CHAT
        assert found(played_by(11, "player"), TABLE, BOOK) is CHAT

    def test_the_same_program_started_by_somebody_else_does_not(self) -> None:
        assert found(played_by(12, "player", application__id="org.example.chat"), TABLE, BOOK) is None

    def test_the_number_of_a_sandbox_is_not_believed(self) -> None:
        assert found(played_by(10, "game"), TABLE, BOOK) is None

    def test_its_real_number_is_once_it_is_known(self) -> None:
        assert rule_for(played_by(2, "chat"), 10, TABLE, BOOK) is CHAT

    def test_a_sandbox_is_told_by_its_app_alone(self) -> None:
        told = {"pipewire__access__portal__app_id": "com.example.Boxed"}
        assert found(played_by(2, "chat", **told), TABLE, BOOK) is BOXED
        other = {"pipewire__access__portal__app_id": "com.example.Game"}
        assert found(played_by(2, "chat", **other), TABLE, BOOK) is None

    def test_what_is_gone_already_is_told_by_its_own_words(self) -> None:
        assert found(played_by(99, "chat"), TABLE, BOOK) is CHAT
        assert found(played_by(99, "x", application__id="com.example.boxed"), TABLE, BOOK) is BOXED
        assert found(played_by(99, "x", application__id="org.example.chat"), TABLE, BOOK) is CHAT

    def test_a_name_that_many_share_tells_nothing(self) -> None:
        assert found(played_by(99, "python3.11"), TABLE, BOOK) is None
        assert found(played_by(99, ""), TABLE, BOOK) is None
        assert found(SoundStream(1, {"application.name": "Chat"}), TABLE, BOOK) is None
