# SPDX-License-Identifier: MIT
"""How is everything taken along, brought back, or erased from a terminal? Export and import need no app."""

from contextlib import suppress
from pathlib import Path

from rideau.adapters.control_protocol import Command, Request
from rideau.bootstrap.archive import QUIT_WITHIN_S, new_archive
from rideau.cli.call import Call
from rideau.domain.error import NotRunningError, UsageError
from rideau.domain.text import Text
from rideau.ports.archive import Archive, ArchiveError
from rideau.wording.archive_lines import contents_document, contents_sentence
from rideau.wording.listings import problem_lines

FAILED, USED_WRONGLY = 1, 2


def export(call: Call) -> int:
    """Write everything into one file; another file than an export is not written over."""
    archive, file = new_archive(call.parts), call.arguments.file.absolute()
    _check_place(archive, file)
    contents = archive.export_to(file)
    what = contents_sentence(call.words, contents)
    said = call.words.text("Exported to {file}: {what}.", file=str(file), what=what)
    secret = call.words.text("The passphrase is not in it: it stays in your keyring.")
    call.say({"file": str(file), "contents": contents_document(call.words, contents)}, [said, secret])
    return 0


def bring_in(call: Call) -> int:
    """Put what a file holds in place; exit code 2 where its settings do not hold."""
    archive, file = new_archive(call.parts), call.arguments.file.absolute()
    contents = archive.read(file)
    if contents.problems:
        document = {"file": str(file), "contents": contents_document(call.words, contents), "kept": None}
        lines = problem_lines(call.words, contents.problems)
        call.say(document, [*lines, call.words.text("Nothing was changed.")])
        return USED_WRONGLY
    imported = archive.import_from(file)
    what, kept = contents_sentence(call.words, imported.contents), str(imported.kept)
    said = call.words.text("Imported: {what}. What was here before is kept in {file}.", what=what, file=kept)
    document = {"file": str(file), "contents": contents_document(call.words, imported.contents), "kept": kept}
    call.say(document, [said])
    return 0


def erase(call: Call) -> int:
    """End the app, which may take the wait of a key, put everything back and erase all of it."""
    if not call.arguments.yes:
        raise UsageError(
            Text("This erases your settings, your own networks and the journal from this computer, for good."),
            Text("“rideau erase --yes” does it; “rideau export FILE” keeps a copy first."),
        )
    if not call.arguments.at_once:
        with suppress(NotRunningError):
            call.ask_patiently(Request(Command.QUIT), QUIT_WITHIN_S, until_gone=True)
    left = [call.words.say(each) for each in new_archive(call.parts).erase()]
    done = call.words.text("Everything is erased, and all that Rideau changed is as it was.")
    call.say({"left": left}, [call.words.text("Erased, but for this: {what}", what=" ".join(left)) if left else done])
    return FAILED if left else 0


def _check_place(archive: Archive, file: Path) -> None:
    """Raise where something stands at ``file`` that is no export."""
    if not file.exists():
        return
    try:
        archive.read(file)
    except ArchiveError as error:
        raise UsageError(
            Text("There is something else at {file} already.", file=str(file)), Text("Name a file that is not there.")
        ) from error
