# SPDX-License-Identifier: MIT
"""Are names beyond ASCII written as browsers write them?"""

import pytest

from rideau.adapters.idna_names import to_ascii
from rideau.domain.host import check_site_pattern, parse_target

HOMOGLYPH = "l\N{CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I}nkedin.com"
FULL_WIDTH = "".join(chr(ord(letter) + 0xFEE0) for letter in "linkedin.com")
IDEOGRAPHIC_DOT = "www.linkedin\N{IDEOGRAPHIC FULL STOP}com"
SOFT_HYPHEN = "linked\N{SOFT HYPHEN}in.com"


@pytest.mark.parametrize(
    ("name", "ascii_name"),
    [
        ("münchen.de", "xn--mnchen-3ya.de"),
        ("MÜNCHEN.de", "xn--mnchen-3ya.de"),
        ("mu\N{COMBINING DIAERESIS}nchen.de", "xn--mnchen-3ya.de"),
        ("faß.de", "xn--fa-hia.de"),
        ("☕.example", "xn--53h.example"),
        (FULL_WIDTH, "linkedin.com"),
        (IDEOGRAPHIC_DOT, "www.linkedin.com"),
        (SOFT_HYPHEN, "linkedin.com"),
    ],
)
def test_a_name_is_mapped_as_browsers_do(name: str, ascii_name: str) -> None:
    assert to_ascii(name) == ascii_name
    assert parse_target(f"https://{name}/", to_ascii).host == ascii_name
    assert check_site_pattern(name, to_ascii) == ascii_name


def test_both_forms_of_a_name_are_one() -> None:
    assert parse_target("münchen.de", to_ascii) == parse_target("xn--mnchen-3ya.de", to_ascii)


def test_a_homoglyph_is_another_name() -> None:
    assert parse_target(HOMOGLYPH, to_ascii).host == "xn--lnkedin-rog.com"


def test_a_character_without_a_place_in_names_is_refused() -> None:
    with pytest.raises(ValueError, match="not allowed"):
        to_ascii("a\N{REPLACEMENT CHARACTER}b.example")
