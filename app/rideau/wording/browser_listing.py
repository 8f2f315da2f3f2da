# SPDX-License-Identifier: MIT
"""How does each installed browser stand with Rideau, and what is there to do? For people and for scripts."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from rideau.domain.network import Side
from rideau.domain.text import Text
from rideau.wording.documents import Document
from rideau.wording.listings import columns
from rideau.wording.terms import side
from rideau.wording.words import Words


class Way(StrEnum):
    """Name how the extension gets into a browser to stay there."""

    UNPACKED = "unpacked"
    """Chromium's family: from the folder, in developer mode; branded Chrome has no ``--load-extension`` since 137."""
    MANAGED = "managed"
    """Firefox ESR: unsigned, by an administrator's policy that says signatures are not needed."""
    PREFERENCE = "preference"
    """Firefox Developer Edition: unsigned, by a preference of the person's own."""
    SIGNED = "signed"
    """Firefox as released takes what Mozilla signed, and nothing else."""
    SANDBOXED = "sandboxed"
    """From Flatpak or Snap: the browser sees neither the folder nor the host."""


class GateStand(NamedTuple):
    """Say whether a browser goes through the gate, and why; in the person's language already."""

    is_in_path: bool
    reason: str
    remedy: str = ""


class BrowserStand(NamedTuple):
    """Hold how one browser stands."""

    id: str
    name: str
    program: str
    package: str
    """``native``, ``flatpak`` or ``snap``."""
    host: str
    """``in-place``, ``missing``, ``outdated`` or ``impossible``."""
    way: Way
    extensions_page: str
    """The address of the browser's own page of extensions."""
    profiles: Mapping[Side, str]
    """The folders of the profiles that Rideau made."""
    own_side: Side
    gate: GateStand | None = None
    """None where no app runs."""
    extensions: tuple[str, ...] | None = None
    """The version of the extension in each profile that is connected now; None where no app runs."""


HOSTS = {
    "in-place": Text("The extension can reach Rideau."),
    "missing": Text("The extension can't find Rideau yet."),
    "outdated": Text("The extension would find another Rideau than this one."),
    "impossible": Text("The browser's sandbox lets the extension reach no program outside."),
}
INSTALL = Text("Run “rideau browsers install {browser}”.")
UNPACKED = Text(
    "Open {page}, switch “Developer mode” on, choose “Load unpacked” and pick {folder}. Leave developer mode on: the"
    " browser switches the extension off without it. It is in no store yet."
)
PRIVATE = Text("For private windows, allow it there in its details.")
MANAGED = Text(
    "This Firefox keeps an extension that Mozilla has not signed only where an administrator allows it: “rideau"
    " browsers install --managed {browser}” asks for the password and does."
)
PREFERENCE = Text(
    "Open about:config and set xpinstall.signatures.required to false; then pack the extension with “make extension” in"
    " Rideau's source and install it from about:addons."
)
SIGNED = Text(
    "This Firefox keeps only extensions that Mozilla has signed, and Rideau's is not yet: until then the gate closes"
    " sites without the friendly page. Firefox ESR takes it."
)
TEMPORARY = Text(
    "To try it until the browser ends: open {page}, choose “Load Temporary Add-on” and pick {folder}/manifest.json."
)
SANDBOXED = Text(
    "Sites are closed by the gate alone, without the friendly page. The same browser from your distribution's own"
    " packages or from its maker has no such limit."
)
PORTAL = Text(
    "In this sandbox, Firefox reaches Rideau through a portal of the desktop (xdg-native-messaging-proxy for Flatpak),"
    " where that is installed. This was not tried yet."
)


def browsers_document(words: Words, stands: Iterable[BrowserStand], folder: str) -> Document:
    """Return what ``rideau browsers --json`` says; ``folder`` holds the extension."""
    return {"extension": folder, "browsers": [_document(words, each, folder) for each in stands]}


class Known(NamedTuple):
    """Hold what a running app knows of one browser profile's extension."""

    browser: str
    profile: str
    version: str


def known_document(gate: Mapping[str, GateStand], extensions: Iterable[Known]) -> Document:
    """Return what a running app tells ``rideau browsers``: the way to the gate by browser, and who is connected."""
    return {
        "gate": [
            {"id": browser, "in_path": stand.is_in_path, "reason": stand.reason, "remedy": stand.remedy}
            for browser, stand in gate.items()
        ],
        "extensions": [each._asdict() for each in extensions],
    }


def browser_lines(words: Words, stands: Iterable[BrowserStand], folder: str) -> list[str]:
    """Return what ``rideau browsers`` prints: a paragraph for each."""
    lines: list[str] = []
    for each in stands:
        lines += [*([""] if lines else []), each.name, *_indented(_rows(words, each, folder))]
    return lines or [words.text("No browser that Rideau knows is installed here.")]


def _indented(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Return ``rows`` as lines under a heading; a label is said once."""
    kept = [(label, value) for label, value in rows if value]
    before = ["", *(label for label, _ in kept)]
    return columns(
        [("", "" if was == label else label, value) for was, (label, value) in zip(before, kept, strict=False)]
    )


def steps(words: Words, stand: BrowserStand, folder: str) -> list[str]:
    """Return what there is to do for the host and the extension in one browser, in order."""
    found: list[Text] = []
    if stand.host in {"missing", "outdated"}:
        found.append(Text(INSTALL.template, browser=stand.id))
    if not stand.extensions:
        found += _ways(stand, folder)
    return [words.say(each) for each in found]


def _ways(stand: BrowserStand, folder: str) -> list[Text]:
    page = stand.extensions_page
    if stand.way is Way.SANDBOXED:
        return [SANDBOXED] if stand.host == "impossible" else [PORTAL]
    if stand.way is Way.UNPACKED:
        return [Text(UNPACKED.template, page=page, folder=folder), PRIVATE]
    first = {Way.MANAGED: Text(MANAGED.template, browser=stand.id), Way.PREFERENCE: PREFERENCE}
    return [first.get(stand.way, SIGNED), Text(TEMPORARY.template, page=page, folder=folder)]


def _rows(words: Words, stand: BrowserStand, folder: str) -> list[tuple[str, str]]:
    gate = stand.gate
    return [
        (words.text("Gate"), _gate(words, gate)),
        (words.text("Extension"), _extension(words, stand)),
        (words.text("Host"), words.say(HOSTS[stand.host])),
        (words.text("Profiles"), _profiles(words, stand)),
        *((words.text("To do"), said) for said in ([gate.remedy] if gate else [])),
        *((words.text("To do"), said) for said in steps(words, stand, folder)),
    ]


def _gate(words: Words, gate: GateStand | None) -> str:
    if gate is None:
        return words.text("Not known while Rideau is not running.")
    return gate.reason


def _extension(words: Words, stand: BrowserStand) -> str:
    if stand.extensions is None:
        return words.text("Not known while Rideau is not running.")
    if not stand.extensions:
        return words.text("Not connected.")
    versions = ", ".join(sorted(set(stand.extensions)))
    return words.text("Connected, version {versions}.", versions=versions)


def _profiles(words: Words, stand: BrowserStand) -> str:
    if not stand.profiles and stand.own_side is Side.WORK:
        return words.text("Its own only; “rideau browse personal” makes a private one.")
    if not stand.profiles:
        return words.text("Its own only; “rideau browse work” makes one for work.")
    made = ", ".join(side(words, each) for each in stand.profiles)
    return words.text("Its own ({own}), and one made by Rideau ({made}).", own=side(words, stand.own_side), made=made)


def _document(words: Words, stand: BrowserStand, folder: str) -> Document:
    return {
        "id": stand.id,
        "name": stand.name,
        "program": stand.program,
        "package": stand.package,
        "gate": stand.gate and {"in_path": stand.gate.is_in_path, "reason": stand.gate.reason},
        "host": stand.host,
        "extension": {
            "connected": None if stand.extensions is None else bool(stand.extensions),
            "versions": sorted(set(stand.extensions or ())),
            "way": stand.way.value,
        },
        "profiles": {
            "own": stand.own_side.value,
            "made": {each.value: folder for each, folder in stand.profiles.items()},
        },
        "steps": [*([stand.gate.remedy] if stand.gate and stand.gate.remedy else []), *steps(words, stand, folder)],
    }
