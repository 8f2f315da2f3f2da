# SPDX-License-Identifier: MIT
"""How is everything erased that is the person's, once nothing runs and nothing is changed any more?"""

import json
import os
import stat
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from rideau.domain.error import RefusedError, RideauError, StorageError
from rideau.domain.text import Text

REFUSED = 4
"""How a refused command ends (CONTRACT)."""
_AS_SAID = "{said}"
"""What the command says is in the person's language already."""


def erase_folders(folders: Iterable[Path], files: Iterable[Path]) -> tuple[Text, ...]:
    """Delete ``files``, and ``folders`` with all in them; return what is left.

    A link is deleted, and what it leads to is not: that may be somebody's collection of settings.
    """
    left: list[Text] = []
    for file in files:
        left += _deleted(file)
    for folder in folders:
        if folder.is_symlink():
            left += [*_deleted(folder), Text("{folder} was a link; what it led to is there still.", folder=str(folder))]
        else:
            left += _emptied(folder)
    return tuple(left)


def forget_all(forgetting: Iterable[Callable[[], object]]) -> tuple[Text, ...]:
    """Have each of ``forgetting`` done; return what did not work."""
    left: list[Text] = []
    for forget in forgetting:
        try:
            forget()
        except RideauError as error:
            left.append(error.message)
    return tuple(left)


def erase_in_a_process(command: Sequence[str]) -> tuple[Text, ...]:
    """Have ``command`` erase everything, in a process that outlives this one; return what is left.

    The app ends with that, and so does a window that it opened: whatever that window had begun would end half done.

    Raises:
        RefusedError: it is closed.
        StorageError: it did not work.

    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    out, complaint = process.communicate()
    try:
        return tuple(Text(_AS_SAID, said=str(each)) for each in json.loads(out)["left"])
    except (ValueError, KeyError, TypeError) as error:
        said = Text(_AS_SAID, said=complaint.strip().removeprefix("rideau: "))
        raise (RefusedError if process.returncode == REFUSED else StorageError)(said) from error


def _emptied(folder: Path) -> Iterator[Text]:
    """Delete ``folder`` and what is in it, following no link."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    except OSError:
        entries = []
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _emptied(Path(entry))
        else:
            yield from _deleted(Path(entry))
    yield from _deleted(folder)


def _deleted(path: Path) -> Iterator[Text]:
    try:
        is_folder = stat.S_ISDIR(path.lstat().st_mode)
        if is_folder:
            path.rmdir()
        else:
            path.unlink()
    except FileNotFoundError:
        return
    except OSError as error:
        why = error.strerror or str(error)
        yield Text("“{file}” could not be deleted; the system says “{reason}”.", file=str(path), reason=why)
