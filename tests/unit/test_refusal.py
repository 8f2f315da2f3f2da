# SPDX-License-Identifier: MIT
"""Is a person told which shop is closed, in safe words, and a program nothing it need not know?"""

import base64
import hashlib
import html.parser
import re
from types import MappingProxyType

import pytest

from rideau.domain.door import Door, Doors
from rideau.keeper.http_head import parse_request
from rideau.keeper.message import Orders, Sign
from rideau.keeper.refusal import SCRIPT, SCRIPT_HASH, answer, closed, friendly_page

ORDERS = Orders(
    Doors((Door("linkedin", "Linked & In", ("linkedin.test",)),)),
    until=1_800_000_000.5,
    signs=MappingProxyType(
        {"linkedin": Sign("LinkedIn rouvre lundi à 9 h.", "Vos horaires <script>alert(1)</script>.")}
    ),
    board=MappingProxyType({"language": 'fr"><b>', "tip": "Un verre d'eau ?", "headline": "Fermé.", "phase": 3}),
)


def asked(*fields: str, method: str = "GET") -> bytes:
    request = parse_request("\r\n".join([f"{method} http://linkedin.test/ HTTP/1.1", *fields, "", ""]).encode())
    return closed(request, "linkedin", ORDERS)


class Words(html.parser.HTMLParser):
    """Collect what a person reads, and every tag and address."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[str] = []
        self.attributes: dict[str, str | None] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= dict(attrs)

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] not in (["style"], ["script"]) and data.strip():
            self.text.append(data.strip())


def test_the_page_says_what_is_closed_why_and_a_tip_in_the_persons_language() -> None:
    words = Words(friendly_page("linkedin", ORDERS))
    title, why, tip = "LinkedIn rouvre lundi à 9 h.", "Vos horaires <script>alert(1)</script>.", "Un verre d'eau ?"
    assert words.text == [title, title, why, tip]
    assert words.attributes["lang"] == 'fr"><b>'
    assert words.attributes["data-until"] == "1800000000"
    assert words.tags.count("script") == 1
    assert "b" not in words.tags


def test_the_page_needs_nothing_from_anywhere() -> None:
    page = friendly_page("linkedin", ORDERS)
    assert not re.search(r"https?:|url\(|src=|href=|@import", page)


def test_without_a_sign_the_page_still_names_the_shop() -> None:
    words = Words(friendly_page("linkedin", ORDERS._replace(signs={}, until=None)))
    assert words.text[1:3] == ["Linked & In", "Fermé."]
    assert words.attributes["data-until"] == ""
    assert Words(friendly_page("unknown", Orders(Doors()))).text == ["unknown", "unknown"]


def test_the_pages_own_script_is_the_only_one_that_runs() -> None:
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    assert f"sha256-{digest}" == SCRIPT_HASH
    assert f"script-src 'sha256-{digest}'".encode() in asked()
    assert b"default-src 'none'" in asked()


@pytest.mark.parametrize(
    "fields",
    [(), ("Accept: text/html,*/*;q=0.8",), ("Accept: */*",), ("Sec-Fetch-Dest: document", "Accept: image/png")],
)
def test_who_opens_a_page_sees_it(fields: tuple[str, ...]) -> None:
    head, _, body = asked(*fields).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 503 Service Unavailable\r\n")
    assert b"\r\nCache-Control: no-store" in head
    assert b"\r\nConnection: close" in head
    assert f"\r\nContent-Length: {len(body)}\r\n".encode() in head
    assert body.startswith(b"<!doctype html>")


@pytest.mark.parametrize("fields", [("Accept: image/avif,*/*",), ("Sec-Fetch-Dest: script", "Accept: text/html")])
def test_what_a_page_fetches_gets_nothing(fields: tuple[str, ...]) -> None:
    assert asked(*fields) == answer(503)
    assert asked(method="POST") == answer(503)


def test_an_answer_of_an_unknown_number_has_no_words() -> None:
    assert answer(499).startswith(b"HTTP/1.1 499 \r\nContent-Length: 0\r\n")
