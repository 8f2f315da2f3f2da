# SPDX-License-Identifier: MIT
"""What does the audit ask, and how are its steps and their progress said?"""

from datetime import date

from rideau.domain.audit import Progress
from rideau.domain.settings import AuditQuestion
from rideau.domain.text import Text
from rideau.wording.moments import full_date
from rideau.wording.words import Words

QUESTIONS = {
    AuditQuestion.RUNS_CLIENTS: Text("Do you run clients' pages or accounts from a private account?"),
    AuditQuestion.FOLLOWS_CLIENTS: Text("Do you follow clients from a private account?"),
    AuditQuestion.FRIENDS_CLIENTS: Text("Are clients among the friends or contacts of a private account?"),
}
STEPS = {
    AuditQuestion.RUNS_CLIENTS: Text("Give the clients' accounts a home at work"),
    AuditQuestion.FOLLOWS_CLIENTS: Text("Follow clients from work instead"),
    AuditQuestion.FRIENDS_CLIENTS: Text("Let clients find you at work"),
}


def progress_line(words: Words, progress: Progress) -> str:
    """Return how far the steps have come, without a reproach."""
    if progress.steps == 0:
        return words.text("No step to take so far.")
    if progress.done == progress.steps:
        return words.plural("The one step is done.", "All {count} steps are done.", progress.steps)
    said = words.plural("{done} of one step done.", "{done} of {count} steps done.", progress.steps, done=progress.done)
    return words.text("{progress} The rest can wait for a quiet hour.", progress=said)


def network_line(words: Words, unanswered: int, steps: Progress) -> str:
    """Return in a few words how one network stands: what there is to do first."""
    waiting = steps.steps - steps.done
    if waiting:
        return words.plural("one step to take", "{count} steps to take", waiting)
    if unanswered:
        return words.plural("one question", "{count} questions", unanswered)
    return words.text("kept apart")


def done_line(words: Words, on: date) -> str:
    """Return when a step was ticked."""
    return words.text("Done on {date}", date=full_date(words, on))
