# SPDX-License-Identifier: MIT
"""What lies in an archive file, and can it be trusted? A zip with a manifest; every byte of it is a stranger's.

``manifest.json`` says format, version and time; beside it lie ``config.toml``, ``networks.d/*.toml``,
``tips.d/*.toml``, ``protocol.d/*.toml``, ``journal.jsonl`` and ``notebook.json``, and nothing else.
"""

import io
import json
import stat
import zipfile
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from rideau.adapters.atomic_file import MAX_BYTES, NotARegularFileError, TooBigError, read_limited, replace_file
from rideau.domain.clock_text import visible
from rideau.domain.error import StorageError
from rideau.domain.text import Text
from rideau.ports.archive import ArchiveError

FORMAT, VERSION = "rideau", 1
MANIFEST, CONFIG, JOURNAL, NOTEBOOK = "manifest.json", "config.toml", "journal.jsonl", "notebook.json"
FOLDERS = ("networks.d", "tips.d", "protocol.d")
MAX_ARCHIVE = 16 * 1024 * 1024
MAX_UNPACKED = 160 * 1024 * 1024
MAX_FILES = 2000
MAX_NAME = 120

_FORBIDDEN = frozenset('<>:"/\\|?*')
"""What no system keeps in a name, or reads as a way out of the folder."""
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
_NO_MANIFEST = Text("it has no manifest that says it is an archive of Rideau's.")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError, OSError)
"""What zipfile raises over a file that is none, or was cut or changed."""


class Packed(NamedTuple):
    """Hold an archive: when it was made, and its files by name, the manifest left out."""

    made_at: datetime
    files: Mapping[str, bytes]


def is_file_name(name: str) -> bool:
    """Tell whether an archive may hold ``name``: settings, journal, notebook, or a file of the person's own folders."""
    folder, _, file = name.rpartition("/")
    if not folder:
        return file in {CONFIG, JOURNAL, NOTEBOOK}
    return (
        folder in FOLDERS
        and file.endswith(".toml")
        and not file.startswith(".")
        and len(file) <= MAX_NAME
        and file.isprintable()
        and not _FORBIDDEN & set(file)
    )


def write_archive(path: Path, packed: Packed, made_by: str) -> None:
    """Write ``packed`` to ``path``, whole or not at all, for this person alone to read.

    Raises:
        StorageError: it could not be written; what was there is whole.

    """
    manifest = {"format": FORMAT, "version": VERSION, "made_at": packed.made_at.isoformat(), "made_by": made_by}
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {MANIFEST: json.dumps(manifest, indent=1).encode(), **packed.files}.items():
            entry = zipfile.ZipInfo(name, packed.made_at.timetuple()[:6])
            entry.external_attr = (stat.S_IFREG | 0o600) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    if path.is_file():
        _make_private(path)
    replace_file(path, content.getvalue())


def read_archive(path: Path) -> Packed:
    """Return what the archive at ``path`` holds; nothing of it is written anywhere.

    Raises:
        ArchiveError: it is none, is damaged, is of a newer Rideau, or holds what it may not.
        StorageError: there is no such file, or it can't be read.

    """
    content = _content(path)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not _is_folder(entry)]
            _check_entries(path, entries)
            files = _unpacked(path, archive, entries)
    except _DAMAGE as error:
        raise _refused(path, Text("it is no archive of Rideau's, or it is damaged.")) from error
    return Packed(_made_at(path, files.pop(MANIFEST, None)), files)


def refused(path: Path, name: str, why: Text) -> ArchiveError:
    """Return what is said of an archive in which the file ``name`` is not as it should be."""
    return _refused(path, Text("“{name}” in it {why}", name=visible(name), why=why))


def unreadable(path: Path, error: OSError) -> StorageError:
    """Return what is said of a file that can't be read."""
    return StorageError(Text("“{file}” can't be read: {reason}.", file=str(path), reason=error.strerror or str(error)))


def _content(path: Path) -> bytes:
    try:
        return read_limited(path, MAX_ARCHIVE)
    except TooBigError as error:
        raise _refused(path, Text("it is bigger than any archive of Rideau's.")) from error
    except NotARegularFileError as error:
        raise _refused(path, Text("it is not a file.")) from error
    except FileNotFoundError as error:
        raise StorageError(Text("There is no file {file}.", file=str(path)), Text("Name an archive.")) from error
    except OSError as error:
        raise unreadable(path, error) from error


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.rstrip("/") in FOLDERS and entry.is_dir() and not entry.file_size


def _check_entries(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_FILES:
        raise _refused(path, Text("it holds more files than any archive of Rideau's."))
    seen: set[str] = set()
    for entry in entries:
        name, kind = entry.filename, stat.S_IFMT(entry.external_attr >> 16)
        if (name != MANIFEST and not is_file_name(name)) or kind not in {0, stat.S_IFREG}:
            raise refused(path, name, Text("has no place in an archive of Rideau's."))
        if name.casefold() in seen:
            raise refused(path, name, Text("is there twice."))
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS:
            raise refused(path, name, Text("is packed in a way that Rideau does not use."))
        seen.add(name.casefold())


def _unpacked(path: Path, archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    """Return what the entries unpack to, and never more than it may be: what they say of their size is only said."""
    files: dict[str, bytes] = {}
    left = MAX_UNPACKED
    for entry in entries:
        limit = left if entry.filename == JOURNAL else min(left, MAX_BYTES)
        with archive.open(entry) as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise refused(path, entry.filename, Text("is bigger than anything Rideau keeps."))
        files[entry.filename] = data
        left -= len(data)
    return files


def _made_at(path: Path, raw: bytes | None) -> datetime:
    try:
        manifest = json.loads(raw or b"")
        is_ours, version = manifest["format"] == FORMAT, int(manifest["version"])
        made_at = datetime.fromisoformat(manifest["made_at"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _refused(path, _NO_MANIFEST) from error
    if version > VERSION:
        raise ArchiveError(
            Text("“{file}” was made by a newer Rideau.", file=str(path)), Text("Install that one here, then try again.")
        )
    if not is_ours or made_at.tzinfo is None:
        raise _refused(path, _NO_MANIFEST)
    return made_at.astimezone(UTC)


def _refused(path: Path, why: Text) -> ArchiveError:
    return ArchiveError(
        Text("“{file}” can't be imported: {why}", file=str(path), why=why),
        Text("Nothing was changed. Choose a file that “rideau export” made."),
    )


def _make_private(path: Path) -> None:
    try:
        path.chmod(0o600)
    except OSError:  # a stick without owners; there is nothing to hide behind
        return
