# SPDX-License-Identifier: MIT
"""What has Rideau changed on this machine, said to a person? One sentence for each kind of change of the ledger."""

from collections.abc import Mapping
from pathlib import PurePath

from rideau.domain.change import Change
from rideau.domain.text import Text
from rideau.wording.words import Words

SENTENCES: Mapping[str, Text] = {
    "gsettings-proxy": Text("The desktop's proxy settings lead browsers through Rideau's gate."),
    "kio-proxy": Text("KDE's proxy settings lead browsers through Rideau's gate."),
    "launcher-override": Text("The launcher {name} starts its browser through Rideau's gate."),
    "undo-script": Text("A script stands ready that puts everything back should Rideau be gone."),
    "gnome-notifications": Text("GNOME holds back the pop-ups of {name}."),
    "plasma-notifications": Text("Plasma holds back the pop-ups of {name}."),
    "sound-mute": Text("The sound of {name} is muted."),
    "frozen-process": Text("An app that was started while closed stands still."),
    "managed-policy": Text("Browsers that an administrator manages take sites to close from Rideau."),
    "managed-policy-closed": Text("Browsers that an administrator manages keep sites closed."),
    "installed-file": Text("A file was put in place to stay: {place}."),
}
HOST = Text("The browser's extension finds Rideau through {place}.")
LAUNCHER = Text("The menu has a launcher of Rideau's: {place}.")
"""By kind; ``{name}`` is the app or file that it is about, ``{place}`` where it is."""
UNKNOWN = Text("Something that another version of Rideau changed: {place}.")
_HOSTS_FOLDER = "nativemessaginghosts"
"""What browsers call the folder in which extensions find programs, but for its dashes and capitals."""


def change_sentence(words: Words, change: Change) -> str:
    """Return one sentence for ``change``."""
    return words.text(_sentence_for(change).template, name=_name_in(change), place=change.place)


def _sentence_for(change: Change) -> Text:
    if change.kind == "installed-file":
        path = PurePath(change.place)
        if _HOSTS_FOLDER in path.parent.name.lower().replace("-", ""):
            return HOST
        return LAUNCHER if path.suffix == ".desktop" else SENTENCES[change.kind]
    return SENTENCES.get(change.kind, UNKNOWN)


def _name_in(change: Change) -> str:
    """Return what a change is about, as short as its place lets on."""
    place = change.place
    if change.kind == "plasma-notifications":
        return place.rpartition("[Applications][")[2].partition("]")[0]
    if change.kind == "gnome-notifications":
        return PurePath(place.rstrip("/")).parent.name
    if change.kind == "sound-mute":
        return PurePath(place.rpartition("=")[2].strip("'\"")).name
    return PurePath(place).stem
