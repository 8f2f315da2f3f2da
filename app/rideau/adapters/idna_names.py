# SPDX-License-Identifier: MIT
"""How is a name with letters beyond ASCII written in the DNS?"""


def to_ascii(name: str) -> str:
    """Return the ASCII form of a host name as browsers compute it: UTS 46, non-transitional, then Punycode.

    Characters that IDNA 2008 refuses but browsers take (emoji) are taken too.

    Raises:
        ValueError: a character has no place in a host name.

    """
    import idna  # noqa: PLC0415 - 8 ms of tables, wanted only by names beyond ASCII

    mapped = idna.uts46_remap(name, std3_rules=False, transitional=False)
    return ".".join(map(_label, mapped.split(".")))


def _label(label: str) -> str:
    return label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"
