# SPDX-License-Identifier: MIT
"""Do the settings hold, and does Rideau start at login? Offline."""

from rideau.bootstrap import offline
from rideau.cli.call import Call
from rideau.domain.error import UsageError
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsError, SettingsProblem
from rideau.wording.documents import validate_document
from rideau.wording.listings import problem_lines


def validate(call: Call) -> int:
    """Print every place where settings do not hold; exit code 2 when there is one."""
    parts, file = call.parts, call.arguments.file or call.arguments.config
    if file is not None:
        if not file.exists():
            raise UsageError(Text("There is no file {file}.", file=file), Text("Name a settings file."))
        parts = offline(file)
    named = str(parts.settings_file)
    problems: tuple[SettingsProblem, ...] = ()
    try:
        parts.schedule_at(parts.clock.now())  # works everything out: a country without known holidays shows only there
    except SettingsError as error:
        problems = error.problems
    if file is None:
        problems += parts.tips.problems()
    good = [call.words.text("{file} is in order.", file=named)]
    call.say(validate_document(call.words, named, problems), problem_lines(call.words, problems) or good)
    return 2 if problems else 0


def autostart(call: Call) -> int:
    """Switch starting at login, or tell whether it is on."""
    entry, wanted = call.parts.autostart, call.arguments.wanted
    if wanted != "status":
        entry.switch(on=wanted == "on")
    is_on = entry.is_on()
    said = call.words.text("Rideau starts at login.") if is_on else call.words.text("Rideau does not start at login.")
    call.say({"autostart": is_on}, [said] if is_on else [said, *_comes_back(call)])
    return 0


def _comes_back(call: Call) -> list[str]:
    """Return what to say where the login starts Rideau all the same: it would end what is kept closed."""
    kept = call.parts.in_force.load() if call.parts.paths.undo_script.exists() else None
    if kept is None or kept.closed_until <= call.parts.clock.now().timestamp():
        return []
    return [call.words.text("Until the next opening a login starts it all the same.")]
