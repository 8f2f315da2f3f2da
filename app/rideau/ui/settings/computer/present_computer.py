# SPDX-License-Identifier: MIT
"""How does Rideau stand here, as people read it? Mechanisms in, groups of lines with ways to help out; no Qt."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from rideau.domain.probe import Fitness
from rideau.domain.text import Text
from rideau.ports.machine import Mechanism
from rideau.wording.browser_listing import BrowserStand
from rideau.wording.words import Words

AUTOSTART, BROWSER = "autostart", "sites-"
SITES_IN = Text("Sites in {browser}")
LAUNCHERS = "launchers = true"
"""What a remedy says in every language where Rideau may be allowed to lead browsers by their launchers."""
_COMMAND = re.compile(r"[“«]\s*(rideau [^”»]+?)\s*[”»]")
_ADDRESS = re.compile(r"\b(?:about:[a-z]+(?:#[a-z/-]+)?|[a-z]+://extensions)\b")


class Deed(StrEnum):
    """Name what a button beside a line does."""

    COPY = "copy"
    """Put ``Help.what`` on the clipboard."""
    START_AT_LOGIN = "start-at-login"
    LEAD_BY_LAUNCHERS = "lead-by-launchers"


class Help(NamedTuple):
    """Hold one way to help: a button."""

    deed: Deed
    label: str
    what: str = ""


class Line(NamedTuple):
    """Hold one mechanism, or several browsers of which the same is so."""

    fitness: Fitness
    title: str
    reason: str
    remedy: str = ""
    helps: tuple[Help, ...] = ()


class Group(NamedTuple):
    """Hold the lines that stand together under one heading."""

    fitness: Fitness
    title: str
    preview: str
    """What it holds, in one line, while it is folded."""
    lines: tuple[Line, ...]


class Wishes(NamedTuple):
    """Hold what the person has switched on already."""

    starts_at_login: bool
    leads_by_launchers: bool


HEADS = {
    Fitness.MISSING: Text("Worth a look"),
    Fitness.WORKS: Text("Works"),
    Fitness.NOT_HERE: Text("Not on this computer"),
}
"""In this order: what somebody can do something about comes first."""


def groups_of(mechanisms: Iterable[Mechanism], wishes: Wishes, words: Words) -> tuple[Group, ...]:
    """Return the groups that are not empty."""
    lines = _lines(mechanisms, wishes, words)
    groups = ((fitness, [each for each in lines if each.fitness is fitness]) for fitness in HEADS)
    return tuple(_group(fitness, found, words) for fitness, found in groups if found)


def browser_lines(stands: Iterable[BrowserStand], words: Words) -> tuple[Line, ...]:
    """Return how the extension stands in each browser, with what can be copied to put it in; what is to do first."""
    order = tuple(HEADS)
    return tuple(sorted((_browser_line(each, words) for each in stands), key=lambda line: order.index(line.fitness)))


def _group(fitness: Fitness, lines: Sequence[Line], words: Words) -> Group:
    title = words.text("{title} ({count})", title=HEADS[fitness], count=len(lines))
    return Group(fitness, title, ", ".join(each.title for each in lines), tuple(lines))


def _lines(mechanisms: Iterable[Mechanism], wishes: Wishes, words: Words) -> list[Line]:
    """Return a line for each, and one for browsers of which the same is so."""
    found: dict[tuple[object, ...], tuple[Line, list[str]]] = {}
    for each in mechanisms:
        line = _line(each, wishes, words)
        found.setdefault(_what_is_so(each, line), (line, []))[1].append(_browser_name(each.title, words))
    return [_of_all(line, names, words) if key[0] == BROWSER else line for key, (line, names) in found.items()]


def _what_is_so(mechanism: Mechanism, line: Line) -> tuple[object, ...]:
    """Return what two browsers of one line have in common: what is so, or one agreement that is about all of them."""
    if not mechanism.name.startswith(BROWSER):
        return (mechanism.name,)
    if any(each.deed is Deed.LEAD_BY_LAUNCHERS for each in line.helps):
        return BROWSER, Deed.LEAD_BY_LAUNCHERS
    return BROWSER, line.fitness, line.reason, line.remedy


def _of_all(line: Line, names: Sequence[str], words: Words) -> Line:
    """Return ``line`` as it is said of all browsers of these ``names``."""
    title = words.text(SITES_IN.template, browser=", ".join(names))
    if len(names) == 1 or not any(each.deed is Deed.LEAD_BY_LAUNCHERS for each in line.helps):
        return line._replace(title=title)
    said = words.text("They ignore this desktop's proxy settings, so their sites stay open.")
    agree = Help(Deed.LEAD_BY_LAUNCHERS, words.text("Let Rideau start them through the gate"))
    return Line(line.fitness, title, said, helps=(agree,))


def _line(mechanism: Mechanism, wishes: Wishes, words: Words) -> Line:
    """Return the line for ``mechanism``; a button stands in the place of the words that say how to do the same."""
    _, title, fitness, reason, remedy = mechanism
    if mechanism.name == AUTOSTART and fitness is Fitness.WORKS and not wishes.starts_at_login:
        switch = Help(Deed.START_AT_LOGIN, words.text("Switch it on"))
        return Line(Fitness.MISSING, title, reason, helps=(switch,))
    if LAUNCHERS in remedy and not wishes.leads_by_launchers:
        agree = Help(Deed.LEAD_BY_LAUNCHERS, words.text("Let Rideau start it through the gate"))
        return Line(fitness, title, reason, helps=(agree,))
    return Line(fitness, title, reason, remedy, tuple(_copies(f"{reason} {remedy}", words)))


def _copies(said: str, words: Words) -> Iterable[Help]:
    for command in dict.fromkeys(_COMMAND.findall(said)):
        yield Help(Deed.COPY, words.text("Copy the command"), command)
    for address in dict.fromkeys(_ADDRESS.findall(said)):
        yield Help(Deed.COPY, words.text("Copy the address"), address)


def _browser_name(title: str, words: Words) -> str:
    before, _, after = words.template(SITES_IN.template).partition("{browser}")
    return title.removeprefix(before).removesuffix(after)


def _browser_line(stand: BrowserStand, words: Words) -> Line:
    install = f"rideau browsers install {stand.id}"
    copy, page = words.text("Copy the command"), words.text("Copy the address")
    address = Help(Deed.COPY, page, stand.extensions_page)
    if stand.extensions:
        return Line(Fitness.WORKS, stand.name, words.text("The extension is there and speaks with Rideau."))
    if stand.host == "impossible":
        return Line(Fitness.NOT_HERE, stand.name, words.text("Its sandbox lets no extension reach Rideau."))
    if stand.host != "in-place":
        said = words.text("The extension can't find Rideau yet.")
        remedy = words.text("Run “{command}” in a terminal; it says each step.", command=install)
        return Line(Fitness.MISSING, stand.name, said, remedy, (Help(Deed.COPY, copy, install), address))
    if stand.extensions is None:
        return Line(
            Fitness.WORKS, stand.name, words.text("All is prepared; whether it is there shows once Rideau runs.")
        )
    remedy = words.text("“{command}” says each step.", command="rideau browsers")
    helps = (Help(Deed.COPY, copy, "rideau browsers"), address)
    return Line(Fitness.MISSING, stand.name, words.text("The extension is not in this browser yet."), remedy, helps)
