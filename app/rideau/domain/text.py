# SPDX-License-Identifier: MIT
"""How does the domain name a sentence without translating it? As a template with its values."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, init=False)
class Text:
    """Name one sentence: an English template (the message id) and the values that fill it.

    ``wording.Words.say`` translates it; ``str()`` gives the English, for logs.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __init__(self, template: str, /, **values: object) -> None:
        """Keep ``template`` and ``values``; the template's fields are ``str.format`` names."""
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "values", values)

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.template.format(**self.values)

    def __hash__(self) -> int:
        """Hash by what is said."""
        return hash(str(self))
