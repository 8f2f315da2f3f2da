# SPDX-License-Identifier: MIT
"""Which edits of the settings file make it say what these settings say? The way back from values to key paths."""

from rideau.domain.settings import Settings


def edits_between(before: Settings, after: Settings) -> dict[str, object]:
    """Return the plain TOML values by key path that turn ``before`` into ``after``; None removes a key.

    As few and as deep as can be, so that a person's comments and what another hand wrote meanwhile stay.
    """
    del before, after
    raise NotImplementedError
