# SPDX-License-Identifier: MIT
"""How is it said what an archive holds?"""

from rideau.ports.archive import Contents
from rideau.wording.documents import Document, problem_documents
from rideau.wording.words import Words


def contents_sentence(words: Words, contents: Contents) -> str:
    """Return what is in it, in one line: “settings, 2 files of your own, 314 lines of the journal”."""
    found = [words.text("settings")] if contents.has_settings else []
    own = contents.own_networks + contents.own_tips + contents.own_protocol
    if own:
        found.append(words.plural("{count} file of your own", "{count} files of your own", own))
    if contents.notes:
        found.append(words.plural("{count} note", "{count} notes", contents.notes))
    found.append(words.plural("{count} line of the journal", "{count} lines of the journal", contents.events))
    return ", ".join(found)


def contents_document(words: Words, contents: Contents) -> Document:
    """Return what is in it, for scripts."""
    return {
        "made_at": contents.made_at.isoformat(),
        "settings": contents.has_settings,
        "networks": contents.own_networks,
        "tips": contents.own_tips,
        "protocol": contents.own_protocol,
        "events": contents.events,
        "notes": contents.notes,
        "problems": problem_documents(words, contents.problems),
    }
