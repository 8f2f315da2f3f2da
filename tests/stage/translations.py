# SPDX-License-Identifier: MIT
"""How do tests come to what is translated? Through the very script that puts it into a build."""

import gettext
import importlib.util
import io
from pathlib import Path
from types import ModuleType

from babel.messages.mofile import write_mo

from rideau.wording.words import Words

_FILE = Path(__file__).parents[2] / "installers/translations.py"


def translations_script() -> ModuleType:
    """Return ``installers/translations.py`` as a module."""
    spec = importlib.util.spec_from_file_location("translations", _FILE)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def words_in(language: str) -> Words:
    """Return the words of ``language`` as the source files of this checkout have them, whatever was compiled before."""
    script, compiled = translations_script(), io.BytesIO()
    write_mo(compiled, script.catalog(language, script.read(script.FOLDER / f"rideau_{language}.ts")))
    compiled.seek(0)
    return Words(language, gettext.GNUTranslations(compiled))
