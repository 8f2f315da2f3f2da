# SPDX-License-Identifier: MIT
"""How is a sentence said in the person's language?"""

import gettext
from datetime import datetime, timedelta
from pathlib import Path

from rideau.domain.error import RideauError
from rideau.domain.text import Text

LANGUAGES = ("en", "fr")


class Words:
    """Say sentences in one language; the English sentence is the message id.

    ``text``, ``plural`` and ``domain.Text`` are what the translators' tools look for.
    """

    def __init__(self, language: str, translations: gettext.NullTranslations, *, is_12_hour: bool = False) -> None:
        """Speak ``language`` (``en`` or ``fr``) from ``translations``; ``is_12_hour`` follows the locale's clock."""
        self.language = language
        self.is_12_hour = is_12_hour
        self._translations = translations

    def text(self, template: str, /, **values: object) -> str:
        """Return the translation of ``template`` with ``values`` filled in."""
        return self._translations.gettext(template).format(**{key: self._plain(value) for key, value in values.items()})

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Return ``one`` or ``many`` translated, by the language's rule for ``count``, which fills ``{count}``."""
        return self._translations.ngettext(one, many, count).format(
            count=count, **{key: self._plain(value) for key, value in values.items()}
        )

    def template(self, template: str) -> str:
        """Return the translation of ``template`` with nothing filled in."""
        return self._translations.gettext(template)

    def plural_template(self, one: str, many: str, count: int) -> str:
        """Return ``one`` or ``many`` translated, by the language's rule for ``count``, with nothing filled in."""
        return self._translations.ngettext(one, many, count)

    def say(self, text: Text) -> str:
        """Return the translation of a sentence that the domain named."""
        return self.text(text.template, **text.values)

    def error(self, error: RideauError) -> str:
        """Return what went wrong and what to do, on one line."""
        said = self.say(error.message)
        return f"{said} {self.say(error.remedy)}" if error.remedy else said

    def _plain(self, value: object) -> object:
        if isinstance(value, Text):
            return self.say(value)
        if isinstance(value, datetime | timedelta):
            from rideau.wording import moments  # noqa: PLC0415 - it says things through this very class

            return moments.said(self, value)
        return value


def load_words(language: str, folder: Path, *, is_12_hour: bool = False) -> Words:
    """Return the words of ``language`` from the compiled translations in ``folder``; English where there are none."""
    translations = gettext.translation("rideau", folder, [language], fallback=True)
    return Words(language, translations, is_12_hour=is_12_hour)
