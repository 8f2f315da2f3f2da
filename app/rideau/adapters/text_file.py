# SPDX-License-Identifier: MIT
"""How is a text file of somebody else's read, written and taken away so that every byte and link of theirs stays?"""

from pathlib import Path

from rideau.adapters.atomic_file import read_limited, replace_file, storage_error


def text_of(file: Path) -> str | None:
    """Return what ``file`` says, bytes that are no UTF-8 kept (PEP 383); None where there is none.

    Raises:
        StorageError: it could not be read.

    """
    try:
        return read_limited(file).decode("utf-8", "surrogateescape")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise storage_error(file, error) from error


def put_text(file: Path, text: str) -> None:
    """Put ``text`` in place of what ``file`` says.

    Raises:
        StorageError: it could not be written; the old file is whole.

    """
    replace_file(file, text.encode("utf-8", "surrogateescape"))


def delete_file(file: Path) -> None:
    """Delete what ``file`` leads to, if anything is there; a link stays.

    Raises:
        StorageError: it could not be deleted.

    """
    try:
        file.resolve().unlink(missing_ok=True)
    except OSError as error:
        raise storage_error(file, error) from error
