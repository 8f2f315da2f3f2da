# SPDX-License-Identifier: MIT
"""Which program does a command mean, behind ``env``, ``sh -c`` and whatever else stands before it? Pure."""

import os
import re
import shlex
from collections.abc import Mapping, Sequence

_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=.*", re.DOTALL)
_SHELLS = frozenset(("sh", "bash", "dash", "zsh", "ksh"))
_WITH_VALUE: Mapping[str, frozenset[str]] = {
    "env": frozenset(("-u", "--unset", "-C", "--chdir")),
    "nice": frozenset(("-n", "--adjustment")),
    "ionice": frozenset(("-c", "-n", "-p")),
    "taskset": frozenset(),
    "timeout": frozenset(("-s", "--signal", "-k", "--kill-after")),
    "stdbuf": frozenset(("-i", "-o", "-e")),
    "systemd-run": frozenset(("-u", "--unit", "-p", "--property", "--slice", "-E", "--setenv", "--description")),
    "firejail": frozenset(),
    "dbus-run-session": frozenset(("--config-file", "--dbus-daemon")),
    "dbus-launch": frozenset(),
    "nohup": frozenset(),
    "setsid": frozenset(),
    "exec": frozenset(("-a",)),
    "command": frozenset(),
    "gamemoderun": frozenset(),
    "mangohud": frozenset(),
    "prime-run": frozenset(),
    "optirun": frozenset(),
    "primusrun": frozenset(),
    "padsp": frozenset(),
    "zypak-wrapper": frozenset(),
    "zypak-wrapper.sh": frozenset(),
}
"""What may stand before a program, and which of its options take a word of their own."""
_FIRST_IS_ITS_OWN = frozenset(("timeout", "taskset"))
"""How long, and where: the word before the program."""
_BUILTINS = frozenset(
    ("cd", "export", "set", "unset", "test", "[", "[[", "true", "false", "echo", "umask", "ulimit", ":", ".")
)
_LONGEST = 8
_PIECES = re.compile(r"&&|\|\||;|\n|(?<![&>])&(?![&>])")
_KEYWORD = re.compile(r"(?:(?:if|then|else|elif|do|while|until|!|\{|\()\s+)+")
_VARIABLE = re.compile(r"\$(?:\{(\w+)\}|(\w+))")
_SELF = r"(?:\"?\$(?:0|\{0\}|BASH_SOURCE|\{BASH_SOURCE(?:\[0\])?\})\"?)"
_REAL = rf"(?:{_SELF}|\"?\$\((?:readlink -f|readlink -e|realpath)\s+(?:--\s+)?{_SELF}\)\"?)"
_WHERE = re.compile(rf"\$\(dirname\s+(?:--\s+)?{_REAL}\)|\$\{{0%/\*\}}|\$\((?:readlink -f|realpath)\s+{_SELF}\)")


def bare_command(words: Sequence[str]) -> tuple[str, ...]:
    """Return ``words`` from the program on that they are about; empty where there is none to be found."""
    left = tuple(words)
    for _ in range(_LONGEST):
        before = left
        left = _without_wrapper(_without_assignments(left))
        if left == before:
            break
    return left


def script_commands(script: str, own_path: str = "") -> tuple[tuple[str, ...], ...]:
    """Return the commands of a shell's ``script`` that can be told without running it, wrappers taken off.

    Variables are filled in where they are set to plain words before, or to where the script lies, which is at
    ``own_path``; a relative program is taken to be in the folder that was gone to. What stays unknown is left out.
    """
    reader = _Script(own_path)
    for piece in _PIECES.split(script.replace("\\\n", " ")):
        reader.read(piece.strip())
    return tuple(reader.commands)


class _Script:
    def __init__(self, own_path: str) -> None:
        self._own_path = own_path
        self._folder = own_path.rpartition("/")[0]
        self._values: dict[str, str] = {}
        self.commands: list[tuple[str, ...]] = []

    def read(self, piece: str) -> None:
        """Take up one command, or one line of a script that is none."""
        piece = _KEYWORD.sub("", piece)
        if not piece or piece.startswith("#"):
            return
        try:
            words = [self._filled(word) for word in shlex.split(_WHERE.sub(self._where, piece), comments=True)]
        except ValueError:  # a quote that goes on in the next line
            return
        if all(map(_ASSIGNMENT.fullmatch, words[words[:1] in (["export"], ["local"], ["readonly"]) :])):
            self._remember(words)
        elif words[0] == "cd" and len(words) > 1:
            self._folder = os.path.normpath(f"{self._folder}/{words[1]}" if words[1][:1] != "/" else words[1])
        else:
            self._take(bare_command(words))

    def _remember(self, words: Sequence[str]) -> None:
        for name, _, value in (word.partition("=") for word in words):
            self._values[name] = value

    def _take(self, words: tuple[str, ...]) -> None:
        if not words or words[0] in _BUILTINS or "$" in words[0] or "`" in words[0]:
            return
        program = words[0]
        if "/" in program:
            program = os.path.normpath(program if program.startswith("/") else f"{self._folder}/{program}")
        self.commands.append((program, *(word for word in words[1:] if "$" not in word)))

    def _filled(self, word: str) -> str:
        return _VARIABLE.sub(lambda found: self._values.get(found[1] or found[2], found[0]), word)

    def _where(self, found: re.Match[str]) -> str:
        """Return the script's own path, or its folder: the longest way to say so is the last that matches."""
        return self._own_path.rpartition("/")[0] if "dirname" in found[0] or "%/*" in found[0] else self._own_path


def _without_assignments(words: tuple[str, ...]) -> tuple[str, ...]:
    start = next((place for place, word in enumerate(words) if not _ASSIGNMENT.fullmatch(word)), len(words))
    return words[start:]


def _without_wrapper(words: tuple[str, ...]) -> tuple[str, ...]:
    if not words:
        return words
    name = words[0].rpartition("/")[2]
    if name not in _WITH_VALUE:
        return words
    rest = _without_options(words[1:], _WITH_VALUE[name])
    return rest[1:] if name in _FIRST_IS_ITS_OWN else rest


def _without_options(words: tuple[str, ...], with_value: frozenset[str]) -> tuple[str, ...]:
    place = 0
    while place < len(words) and words[place].startswith("-"):
        if words[place] == "--":
            return words[place + 1 :]
        place += 2 if words[place] in with_value else 1
    return words[place:]


def inner_script(words: Sequence[str]) -> str:
    """Return the script that a shell is given in its command line (``sh -c "…"``); empty where there is none."""
    if not words or words[0].rpartition("/")[2] not in _SHELLS:
        return ""
    place = next((place for place, word in enumerate(words[1:], 1) if re.fullmatch(r"-[a-z]*c", word)), 0)
    return words[place + 1] if place and place + 1 < len(words) else ""
