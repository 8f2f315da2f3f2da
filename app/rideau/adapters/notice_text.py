# SPDX-License-Identifier: MIT
"""What of a text can be handed to another program? All but the characters that would end the conversation."""


def sendable(text: str) -> str:
    """Return ``text`` without zeros, which D-Bus and argument lists cannot carry, half characters as ``?``."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
