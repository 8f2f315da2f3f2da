# SPDX-License-Identifier: MIT
"""Is a sentence that is only named a value like any other?"""

from rideau.domain.text import Text


def test_the_same_said_twice_is_one_sentence() -> None:
    assert {Text("Until {when}.", when=9), Text("Until {when}.", when=9), Text("Until {when}.", when=10)} == {
        Text("Until {when}.", when=9),
        Text("Until {when}.", when=10),
    }
    assert Text("Until {when}.", when=9) != "Until 9."
    assert str(Text("Until {when}.", when=9)) == "Until 9."
    assert repr(Text("Until {when}.", when=9)) == "Text('Until {when}.', **{'when': 9})"
