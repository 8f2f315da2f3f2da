# SPDX-License-Identifier: MIT
"""How does the domain name a sentence without translating it? As a template with its values."""

from collections.abc import Mapping
from typing import Final


class Text:
    """Name one sentence: an English template (the message id) and the values that fill it.

    ``wording.Words.say`` translates it; ``str()`` gives the English, for logs.
    """

    __slots__ = ("template", "values")

    def __init__(self, template: str, /, **values: object) -> None:
        """Keep ``template`` and ``values``; the template's fields are ``str.format`` names. Neither changes later."""
        self.template: Final = template
        self.values: Final[Mapping[str, object]] = values

    def __eq__(self, other: object) -> bool:
        """Tell whether ``other`` is the same template with the same values."""
        return isinstance(other, Text) and (self.template, self.values) == (other.template, other.values)

    def __repr__(self) -> str:
        """Return what makes it, for tests that fail."""
        return f"Text({self.template!r}, **{self.values!r})"

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.template.format(**self.values)

    def __hash__(self) -> int:
        """Hash by what is said."""
        return hash(str(self))
