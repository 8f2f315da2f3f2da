# SPDX-License-Identifier: MIT
"""Can the words of a command be typed in any order?"""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from rideau.adapters.resources import resources_folder
from rideau.cli.parser import Parser, new_parser
from rideau.wording.words import load_words

PAGE = "https://example.org/"


@pytest.fixture(name="parser", scope="module")
def fixture_parser() -> Parser:
    return new_parser(load_words("en", resources_folder() / "translations"))


@pytest.mark.parametrize(
    ("command", "parts", "meant"),
    [
        ("browse", ["work", "--browser firefox", "--json"], {"side": "work", "browser": "firefox", "url": None}),
        ("browsers", ["install firefox chromium", "--managed"], {"what": "install", "names": ["firefox", "chromium"]}),
        ("browsers", ["remove", "--managed", "--config x.toml"], {"what": "remove", "config": Path("x.toml")}),
        ("validate", ["x.toml", "--json", "--config=y.toml"], {"file": Path("x.toml"), "config": Path("y.toml")}),
        ("focus", ["50m", "--json"], {"what": ["50m"], "json": True}),
        ("open", ["--for 10m", "--reason why", "--json"], {"duration": "10m", "reason": "why"}),
    ],
)
def test_options_and_words_are_taken_in_any_order(
    parser: Parser, command: str, parts: list[str], meant: dict[str, Any]
) -> None:
    for order in permutations(parts):
        parsed = parser.parse_args([command, *" ".join(order).split()])
        assert {key: getattr(parsed, key) for key in meant} == meant, order


@pytest.mark.parametrize("option", ["--browser firefox", "--browser=firefox"])
def test_a_page_is_taken_before_between_and_after(parser: Parser, option: str) -> None:
    for place in range(3):
        words = ["work", PAGE]
        words.insert(place, option)
        parsed = parser.parse_args(["--json", "browse", *" ".join(words).split()])
        assert (parsed.side, parsed.url, parsed.browser, parsed.json) == ("work", PAGE, "firefox", True)


def test_what_stands_behind_a_double_dash_is_no_option(parser: Parser) -> None:
    parsed = parser.parse_args(["browse", "work", "--json", "--", "--browser"])
    assert (parsed.url, parsed.browser, parsed.json) == ("--browser", None, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("browse work --browser", "argument --browser: expected one argument"),
        ("browse work --brows firefox", "unrecognized arguments: --brows"),
        ("browse --browser firefox", "the following arguments are required: work|personal"),
        ("browse work --json=yes", "argument --json: ignored explicit argument"),
        ("browse work one two", "unrecognized arguments: two"),
    ],
)
def test_what_is_wrong_is_still_said(parser: Parser, capsys: pytest.CaptureFixture[str], words: str, said: str) -> None:
    with pytest.raises(SystemExit) as raised:
        parser.parse_args(words.split())
    assert raised.value.code == 2
    assert said in capsys.readouterr().err
