# SPDX-License-Identifier: MIT
"""What can be typed after ``rideau``? Each command names the function that does it, loaded when it is called."""

import argparse
from collections.abc import Container, Sequence
from pathlib import Path
from typing import NoReturn

from rideau.cli.output import printable
from rideau.domain.text import Text
from rideau.wording.words import Words

ARGPARSE_SENTENCES = (
    Text("usage: "),
    Text("positional arguments"),
    Text("options"),
    Text("show this help message and exit"),
    Text("argument %(argument_name)s: %(message)s"),
    Text("the following arguments are required: %s"),
    Text("unrecognized arguments: %s"),
    Text("expected one argument"),
    Text("invalid choice: %(value)r (choose from %(choices)s)"),
    Text("ignored explicit argument %r"),
)
"""What argparse (Python 3.11 to 3.14) says by itself, for the translators' tools."""


class Parser(argparse.ArgumentParser):
    """Complain in one line, in the person's language; take the words of a command in any order."""

    words: Words

    def parse_known_args(  # type: ignore[override]  # no namespace of another kind is handed to it here
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse ``args``; see ``options_first`` for their order. The command itself stays ahead of its own words."""
        is_command = self._subparsers is None
        with_value = {name for name, each in self._option_string_actions.items() if each.nargs != 0}
        return super().parse_known_args(options_first(args or (), with_value) if is_command else args, namespace)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is, and exit with 2."""
        said = self.words.text(
            "{problem}. “{program} --help” says what can be asked.", problem=message, program=self.prog
        )
        self.exit(2, f"rideau: {printable(said)}\n")


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version  # noqa: PLC0415 - slow to load, and wanted here alone

        print("rideau", version("rideau"))
        parser.exit()


def new_parser(words: Words) -> Parser:
    """Return the parser of every command, speaking ``words``."""
    _teach_argparse(words)
    Parser.words = words
    parser = Parser(prog="rideau", description=words.text("Keeps your working hours, gently."), allow_abbrev=False)
    _add_common(parser, words, is_root=True)
    parser.add_argument("--version", action=_Version, nargs=0, help=words.text("print the version and exit"))
    parser.set_defaults(command="commands_app:start", json=False, config=None)
    commands = parser.add_subparsers(
        title=words.text("commands"),
        metavar=words.text("COMMAND"),
        help=words.text("none starts the app, or shows its window"),
    )
    _Commands(commands, words).add_all()
    return parser


class _Commands:
    def __init__(self, commands: "argparse._SubParsersAction[Parser]", words: Words) -> None:
        self._commands = commands
        self._words = words

    def add_all(self) -> None:
        self._add_asking()
        self._add_switching()
        self._add_browsing()
        self._add_looking_after()

    def _add_asking(self) -> None:
        text = self._words.text
        self._add("status", "commands_app:status", text("what is so now, why, and until when"))
        schedule = self._add("schedule", "commands_rules:schedule", text("the phases between two times"))
        time = text("TIME")
        schedule.add_argument(
            "--from", dest="start", required=True, metavar=time, help=text("a date, or a date and time")
        )
        schedule.add_argument("--to", dest="end", required=True, metavar=time, help=text("later than --from"))
        check = self._add("check", "commands_rules:check", text("what happens to a site or an app, and why"))
        check.add_argument("target", metavar=text("TARGET"), help=text("an address, a host or the id of an app"))
        check.add_argument("--at", metavar=time, help=text("another time than now"))
        check.add_argument("--profile", choices=("work", "personal"), help=text("the browser profile that asks"))
        self._add("networks", "commands_rules:networks", text("every network that is known, yours included"))
        self._add("apps", "commands_apps:apps", text("the apps of your menu, and the network of each"))
        log = self._add("log", "commands_journal:log", text("what happened"))
        log.add_argument("--since", metavar=time, help=text("leave out what is older"))

    def _add_switching(self) -> None:
        text = self._words.text
        opening = self._add("open", "commands_hand:open_shop", text("open for a moment outside your hours"))
        opening.add_argument(
            "--for", dest="duration", metavar=text("10m"), help=text("for how long; 10m when left out")
        )
        opening.add_argument(
            "--reason", default="", metavar=text("TEXT"), help=text("what it is for; an emergency needs none")
        )
        opening.add_argument(
            "--passphrase", action="store_true", help=text("ask for the passphrase, which opens the lock, too")
        )
        opening.add_argument(
            "--emergency",
            action="store_true",
            help=text("the way in that the lock leaves: after ten minutes of waiting, for half an hour"),
        )
        closing = self._add("close", "commands_hand:close_shop", text("close now"))
        closing.add_argument(
            "--until", metavar=text("TIME"), help=text("until then; until the next opening when left out")
        )
        self._add("resume", "commands_hand:resume", text("go back to the schedule"))
        tip = self._add("tip", "commands_tips:tip", text("show the last tip again, or another one"))
        tip.add_argument(
            "what",
            nargs="?",
            choices=("show", "dismiss", "now", "list"),
            default="show",
            metavar="show|dismiss|now|list",
            help=text("the last one, away with it, one that fits now, or all of them"),
        )
        self._add("wind-down", "commands_window:wind_down", text("the small ritual before closing"))
        self._add("check-in", "commands_window:check_in", text("three questions on how work goes, for you alone"))
        self._add("wins", "commands_window:wins", text("what went well, a line each"))
        passphrase = self._add(
            "passphrase", "commands_hand:passphrase", text("the passphrase of the lock, yours or a friend's")
        )
        passphrase.add_argument("wanted", choices=("set", "remove", "status"), metavar="set|remove|status")
        focus = self._add("focus", "commands_hand:focus", text("start a focus session, pause it, go on, or stop it"))
        focus.add_argument(
            "what", nargs="*", metavar=text("50m | pause | resume | stop"), help=text("for how long; 50m when left out")
        )

    def _add_browsing(self) -> None:
        text = self._words.text
        one = text("the id of a browser, as “rideau browsers” names it")
        browse = self._add("browse", "commands_browse:browse", text("open a page in your work or personal profile"))
        browse.add_argument("side", choices=("work", "personal"), metavar="work|personal")
        browse.add_argument("url", nargs="?", metavar=text("URL"), help=text("the page; a new tab when left out"))
        browse.add_argument("--browser", metavar=text("NAME"), help=one)
        browsers = self._add(
            "browsers", "commands_browsers:browsers", text("what is in place in each of your browsers")
        )
        browsers.add_argument(
            "what", nargs="?", choices=("list", "install", "remove"), default="list", metavar="list|install|remove"
        )
        browsers.add_argument("names", nargs="*", metavar=text("NAME"), help=one)
        browsers.add_argument(
            "--managed",
            action="store_true",
            help=text("by managed policies, for every user of this machine; asks for an administrator"),
        )
        host = self._add("native-host", "commands_native_host:native_host", text("what browsers start; not for you"))
        host.add_argument("passed", nargs="*", metavar=text("WORD"), help=text("what the browser says; not used"))

    def _add_looking_after(self) -> None:
        text = self._words.text
        self._add_settings()
        autostart = self._add("autostart", "commands_settings:autostart", text("start at login, or not"))
        autostart.add_argument("wanted", choices=("on", "off", "status"), metavar="on|off|status")
        validate = self._add("validate", "commands_settings:validate", text("what is wrong with settings"))
        validate.add_argument(
            "file", nargs="?", type=Path, metavar=text("FILE"), help=text("another file than your own")
        )
        self._add(
            "doctor", "commands_health:doctor", text("what works on this machine, and what to do where it does not")
        )
        restore = self._add("restore", "commands_health:restore", text("put back everything that Rideau ever changed"))
        restore.add_argument(
            "--keep-installed",
            action="store_true",
            help=text("but for what you had it install in your browsers and menu"),
        )
        places = self._add("places", "commands_help:places", text("people to turn to when things are hard"))
        places.add_argument("country", nargs="?", metavar=text("COUNTRY"), help=text("two letters, such as FR"))
        self._add_archive()
        self._add("self-test", "commands_health:self_test", text("check this installation"))
        self._add("quit", "commands_app:quit_app", text("end the app, putting everything back first"))

    def _add_settings(self) -> None:
        text = self._words.text
        pages = ("hours", "networks", "reminders", "general", "computer")
        settings = self._add("settings", "commands_window:settings", text("show the window of the settings"))
        settings.add_argument("page", nargs="?", choices=pages, metavar="|".join(pages), help=text("at that page"))
        settings.add_argument("--assistant", action="store_true", help=text("the assistant of the first start again"))

    def _add_archive(self) -> None:
        text = self._words.text
        export = self._add("export", "commands_archive:export", text("write everything that is yours into one file"))
        export.add_argument("file", type=Path, metavar=text("FILE"), help=text("where to, such as rideau.zip"))
        bring = self._add("import", "commands_archive:bring_in", text("put in place what such a file holds"))
        bring.add_argument("file", type=Path, metavar=text("FILE"), help=text("what “rideau export” wrote"))
        erase = self._add("erase", "commands_archive:erase", text("put everything back, then erase all that is yours"))
        erase.add_argument("--yes", action="store_true", help=text("yes, for good; without it nothing happens"))
        erase.add_argument("--at-once", action="store_true", help=text("not where that takes a wait"))

    def _add(self, name: str, command: str, said: str) -> Parser:
        sentence = f"{said[:1].upper()}{said[1:]}."
        parser = self._commands.add_parser(name, help=said, description=sentence, allow_abbrev=False)
        parser.set_defaults(command=command)
        _add_common(parser, self._words, is_root=False)
        return parser


def options_first(words: Sequence[str], with_value: Container[str]) -> list[str]:
    """Return ``words`` with the options, and the values of those in ``with_value``, ahead of the others.

    Python before 3.13 takes a word that may be missing for missing where an option stands before it
    (python/cpython#59317): ``rideau browse work --browser firefox URL``.
    """
    options: list[str] = []
    others: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            others += [word, *left]
        elif word in with_value and (value := next(left, None)) is not None:
            options += [word, value]
        elif word.startswith("-") and word != "-" and word not in with_value:
            options.append(word)
        else:
            others.append(word)
    return options + others


def _add_common(parser: Parser, words: Words, *, is_root: bool) -> None:
    default = None if is_root else argparse.SUPPRESS
    parser.add_argument(
        "--config",
        type=Path,
        metavar=words.text("FILE"),
        default=default,
        help=words.text("read settings from elsewhere"),
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=False if is_root else argparse.SUPPRESS,
        help=words.text("print one JSON document for scripts"),
    )


def _teach_argparse(words: Words) -> None:
    """Have argparse say its own sentences in our words: two module-level names are the only way it offers."""
    vars(argparse)["_"] = words.template
    vars(argparse)["ngettext"] = words.plural_template
