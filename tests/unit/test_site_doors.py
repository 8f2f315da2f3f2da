# SPDX-License-Identifier: MIT
"""Does every network get the door it should, and is it said where a host cannot be parted?"""

from rideau.adapters.site_doors import doors_of, open_parts, parted_hosts
from rideau.domain.door import Door, Doors, Profile
from rideau.domain.network import Network

CHAT = Network("chat", "Chat", sites=("chat.test", "mail.test/chat"))
MAIL = Network("mail", "Mail", sites=("mail.test", "letters.test"))
FORUM = Network("forum", "Forum", sites=("Example.test/team",))


def ascii_only(host: str) -> str:
    raise ValueError(host)


def doors(*closed: str) -> Doors:
    found = doors_of((CHAT, FORUM), (CHAT, MAIL, FORUM), ascii_only)
    return Doors(found, {profile: frozenset(closed) for profile in Profile})


def test_a_neighbour_has_a_door_only_where_a_part_of_its_host_leads_through_the_gate() -> None:
    assert doors().doors == (
        Door("chat", "Chat", ("chat.test", "mail.test/chat")),
        Door("forum", "Forum", ("example.test/team",)),
        Door("mail", "Mail", ("mail.test",)),
    )
    assert doors().hosts == ("chat.test", "example.test", "mail.test")


def test_a_host_that_is_nobodys_is_closed_whole_for_a_part_and_that_is_said() -> None:
    assert parted_hosts(doors("forum", "chat")) == ("example.test",)
    assert parted_hosts(doors()) == ()


def test_a_part_of_another_networks_host_stays_open_and_that_is_said() -> None:
    assert open_parts(doors("forum", "chat")) == (("mail.test/chat", "Mail"),)
    assert open_parts(doors()) == ()


def test_what_is_no_site_is_left_out() -> None:
    assert doors_of((Network("odd", "Odd", sites=("https://x.test", "y.test")),), (), ascii_only) == (
        Door("odd", "Odd", ("y.test",)),
    )
    assert doors_of((Network("odd", "Odd", sites=("https://x.test",)),), (), ascii_only) == ()
