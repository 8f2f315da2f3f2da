# SPDX-License-Identifier: MIT
"""How are the answers of check-ins told? In words, without a verdict (gentleness, rules 22 and 23)."""

from collections.abc import Sequence

from rideau.domain.check_in import QUESTIONS, Aspect, Course, course, points
from rideau.domain.notebook import CheckIn
from rideau.domain.text import Text
from rideau.wording import moments
from rideau.wording.words import Words

_COURSES = {
    Course.TOO_EARLY: Text("The line begins with your second answer."),
    Course.LESS: Text("Lately a little less than before."),
    Course.SAME: Text("Lately about the same as before."),
    Course.MORE: Text("Lately a little more than before."),
}
NOT_MEDICAL = Text("This is a signal from work, not a medical result. It compares you with nobody.")


def course_line(words: Words, check_ins: Sequence[CheckIn], aspect: Aspect) -> str:
    """Return one sentence on how the answers to one question went."""
    return words.say(_COURSES[course(check_ins, aspect)])


def course_told(words: Words, check_ins: Sequence[CheckIn], aspect: Aspect) -> str:
    """Return the line over the months as a screen reader tells it: each answer with its day."""
    question = QUESTIONS[aspect]
    told = [
        words.text("{day}: {answer}", day=moments.full_date(words, on), answer=question.answers[answer - 1])
        for on, answer in points(check_ins, aspect)
    ]
    return "; ".join(told) or words.text("No answer yet.")
