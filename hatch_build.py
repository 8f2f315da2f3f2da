# SPDX-License-Identifier: MIT
"""How do the translations get into a build? Compile each ``.po`` to the ``.mo`` that gettext reads."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTranslations(BuildHookInterface[Any]):
    """Write ``LANGUAGE/LC_MESSAGES/rideau.mo`` beside every ``LANGUAGE.po``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are collected; editable installs run this too."""
        del version, build_data
        for po_file in sorted(Path(self.root, "resources", "translations").glob("*.po")):
            mo_file = po_file.parent / po_file.stem / "LC_MESSAGES" / "rideau.mo"
            mo_file.parent.mkdir(parents=True, exist_ok=True)
            with po_file.open("rb") as source, mo_file.open("wb") as target:
                write_mo(target, read_po(source, locale=po_file.stem))
