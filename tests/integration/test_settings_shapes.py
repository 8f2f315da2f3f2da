# SPDX-License-Identifier: MIT
"""Is a settings file changed in place however it was written: dotted, out of order, by an editor on Windows?"""

import tomllib

import pytest

from rideau.adapters.settings_writer import edited

OUT_OF_ORDER = """\
# mine
version = 1 # one
lock.level = "firm" # so

# the policy
[policy.work] # p
work = "allow"

[[hours.exceptions]] # tree
date = 2026-12-24

[hours.week] # w
monday = [] # m

[policy]
quiet = { work = "block" } # q

[hours]
timezone = "UTC" # z
"""


@pytest.mark.parametrize(
    ("edits", "lost"),
    [
        ({"lock.level": None, "policy.network.x.work": "mute"}, ['lock.level = "firm" # so']),
        ({"language": "fr", "policy.quiet.work": "allow"}, []),
        ({"hours.week": None, "language": "fr"}, ["[hours.week] # w", "monday = [] # m"]),
        ({"wind_down.minutes": 5, "lock.level": "gentle", "hours.timezone": "Europe/Paris"}, []),
    ],
)
def test_tables_in_any_order_keep_every_comment(edits: dict[str, object], lost: list[str]) -> None:
    result = edited(OUT_OF_ORDER, edits)
    comments = [line.partition("#")[2] for line in OUT_OF_ORDER.splitlines() if "#" in line and line not in lost]
    assert [line.partition("#")[2] for line in result.splitlines() if "#" in line] == comments


def test_what_comes_new_above_all_tables_leaves_the_words_on_the_first_one_with_it() -> None:
    text = 'version = 1\n\n# the lock\n[lock]\nlevel = "firm"\n'
    assert edited(text, {"language": "fr"}) == 'version = 1\nlanguage = "fr"\n\n# the lock\n[lock]\nlevel = "firm"\n'


@pytest.mark.parametrize(
    "edits",
    [
        {"hours.week.friday": ["09:00-10:00"]},
        {"lock.level": "gentle", "wind_down.minutes": 5},
        {'networks."a.b"': {"name": "A", "sites": ["a.example"], "accounts": [{"name": "Me", "use": "work"}]}},
        {"hours.exceptions": [], "language": "fr"},
    ],
)
def test_lines_that_end_as_on_windows_all_do_afterwards(edits: dict[str, object]) -> None:
    text = (
        '# mine\r\nversion = 1\r\n\r\n[[hours.exceptions]]\r\ndate = 2026-12-24\r\n\r\n[lock] # l\r\nlevel = "firm"\r\n'
    )
    result = edited(text, edits)
    assert result != text
    assert result.count("\n") == result.count("\r\n")
    assert tomllib.loads(result) == tomllib.loads(edited(text.replace("\r\n", "\n"), edits))


@pytest.mark.parametrize("mark", ['"""', "'''"])
def test_a_longer_text_that_looks_like_a_table_is_none(mark: str) -> None:
    text = f'[networks.x]\nname = {mark}\n[lock]\nlevel = "x"\n{mark}\n[lock]\nlevel = "firm" # k\n'
    edits = {"lock.level": "gentle", "hours.week.monday": ["09:00-10:00"], "networks.x.side": "work"}
    result = edited(text, edits)
    assert "# k" in result
    assert tomllib.loads(result)["networks"]["x"] == {"name": '[lock]\nlevel = "x"\n', "side": "work"}
    assert tomllib.loads(result)["lock"] == {"level": "gentle"}
