# SPDX-License-Identifier: MIT
"""Where is the script that packs the extension? Outside the packages, so it is loaded from its file."""

import importlib.util
from pathlib import Path

_FILE = Path(__file__).parents[2] / "installers/extension.py"
_SPEC = importlib.util.spec_from_file_location("extension_pack_script", _FILE)
assert _SPEC is not None
assert _SPEC.loader is not None
_SCRIPT = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_SCRIPT)


def pack(folder: Path) -> tuple[Path, ...]:
    """Make the zip, the xpi and the two unpacked extensions, Chromium's first, below ``folder``."""
    made: tuple[Path, ...] = _SCRIPT.pack(folder)
    return made
