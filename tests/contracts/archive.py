# SPDX-License-Identifier: MIT
"""What does whatever keeps archives hold to?"""

from pathlib import Path

import pytest

from rideau.ports.archive import Archive, ArchiveError


class ArchiveContract:
    """Inherit this and give an ``archive`` with something to export, and a ``place`` to write to."""

    @pytest.fixture
    def archive(self) -> Archive:
        raise NotImplementedError

    @pytest.fixture
    def place(self, tmp_path: Path) -> Path:
        return tmp_path / "mine.zip"

    def test_what_is_exported_is_read_back(self, archive: Archive, place: Path) -> None:
        contents = archive.export_to(place)
        assert contents == archive.read(place)
        assert contents.has_settings
        assert contents.problems == ()
        assert contents.made_at.utcoffset() is not None

    def test_what_is_no_archive_is_refused(self, archive: Archive, place: Path) -> None:
        place.write_bytes(b"something else")
        with pytest.raises(ArchiveError):
            archive.read(place)
        with pytest.raises(ArchiveError):
            archive.import_from(place)

    def test_an_import_keeps_what_was_here_and_can_be_taken_back(self, archive: Archive, place: Path) -> None:
        before = archive.export_to(place)
        imported = archive.import_from(place)
        assert imported.contents == before
        kept = archive.read(imported.kept)
        assert kept._replace(made_at=before.made_at) == before
        assert archive.import_from(imported.kept).contents == kept

    def test_what_is_erased_is_gone(self, archive: Archive, place: Path) -> None:
        assert archive.erase() == ()
        contents = archive.export_to(place)
        assert (contents.has_settings, contents.events) == (False, 0)

    def test_what_was_exported_outlives_erasing(self, archive: Archive, place: Path) -> None:
        before = archive.export_to(place)
        archive.erase()
        assert archive.import_from(place).contents == before
        again = archive.export_to(place)
        assert again._replace(made_at=before.made_at) == before
