# SPDX-License-Identifier: MIT
"""How do the translations get into a build? ``installers/translations.py`` makes of them what gettext reads."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTranslations(BuildHookInterface[Any]):
    """Write ``LANGUAGE/LC_MESSAGES/rideau.mo`` beside the translations."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are collected; editable installs run this too."""
        del version, build_data
        sys.path.insert(0, str(Path(self.root, "installers")))
        import translations  # noqa: PLC0415 - a script beside the installers, found by the line above

        translations.compile_all()
