# SPDX-License-Identifier: MIT
"""Where do the icons, translations and the catalogue lie: inside the installed package, or beside the source?"""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def resources_folder() -> Path:
    """Return the folder that holds what ships beside the code; a look at the disk, no package machinery."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "resources"


def extension_folder() -> Path:
    """Return the folder of the browser extension, unpacked."""
    installed = _PACKAGE / "extension"
    return installed if installed.is_dir() else _PACKAGE.parent / "extension"
