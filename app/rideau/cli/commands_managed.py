# SPDX-License-Identifier: MIT
"""How does a person have sites closed by policy, with an administrator's word? Explained first, undone exactly."""

import os
import sys

from rideau.adapters.linux.sites import managed_policy
from rideau.adapters.resources import extension_folder
from rideau.cli.call import Call
from rideau.cli.output import print_lines


def managed(call: Call) -> int:
    """Do what ``rideau browsers install --managed`` and ``remove --managed`` say."""
    return _install(call) if call.arguments.what == "install" else _remove(call)


def _install(call: Call) -> int:
    text = call.words.text
    if not call.arguments.json:
        print_lines(
            [
                text("Managed policies close sites in every browser of this machine, for all who use it."),
                text("Private windows are included; pages that are open already, and what they load, are not."),
                text("An administrator is asked once. Afterwards whoever sits at the screen can close sites so, or"),
                text("open what was closed so, without a password; nothing else is allowed by it."),
                text("Firefox ESR gets the extension, and will then take other extensions that nobody signed, too."),
                text("“rideau browsers remove --managed” takes everything away again."),
            ]
        )
        sys.stdout.flush()
    done = managed_policy.install(os.environ, call.parts.installations, extension_folder())
    document = {
        "managed": True,
        "left_alone": list(done.left_alone),
        "firefox": done.is_in_firefox,
        "firefox_refused": done.is_firefox_refused,
    }
    call.say(document, ["", text("It is in place."), *_remarks(call, done)])
    return 0


def _remarks(call: Call, done: managed_policy.Installed) -> list[str]:
    text = call.words.text
    lines = [
        text(
            "/{folder}: an administrator's own policies say there which sites are closed; Rideau leaves them alone.",
            folder=folder,
        )
        for folder in done.left_alone
    ]
    lines.append(text("Browsers that are open now may notice at their next start only."))
    if done.is_in_firefox:
        lines.append(text("Firefox ESR has the extension from its next start on."))
    if done.is_firefox_refused:
        lines.append(text("Firefox has policies of somebody else's about the same, so Rideau leaves it alone."))
    return lines


def _remove(call: Call) -> int:
    text, was_in_firefox = call.words.text, managed_policy.is_in_firefox()
    was_there = managed_policy.remove(os.environ, call.parts.installations)
    said = [text("Everything is as it was.") if was_there else text("Nothing was there.")]
    if was_in_firefox:
        said.append(text("Firefox ESR lets go of the extension at its next start; other people remove it in theirs."))
    call.say({"managed": False}, said)
    return 0
