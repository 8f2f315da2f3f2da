# SPDX-License-Identifier: MIT
"""Wherever a network is put, and whatever was said of it before: does the policy count it where the board shows it?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.settings_store import FakeSettingsStore
from rideau.domain.checking import Directory, check
from rideau.domain.network import Account, Network, Side, Use
from rideau.domain.network_edit import COLUMNS, column_of, moved
from rideau.domain.partition import merge_networks
from rideau.domain.phase import Phase
from rideau.domain.policy import PolicyRule
from rideau.domain.settings import NetworkSettings, Settings

SHIPPED = tuple(Network(side.value, side.value, sites=(f"{side.value}.example",), default_side=side) for side in Side)
accounts = st.builds(Account, st.sampled_from(("City", "Me", "Press")), st.sampled_from(Use))
saids = st.tuples(
    st.none() | st.sampled_from(COLUMNS),
    st.lists(accounts, max_size=4).map(tuple),
    st.none() | st.sampled_from((Side.WORK, Side.PERSONAL)),
).map(lambda said: NetworkSettings(side=said[0], accounts=said[1], treat_as=said[2]))
ids = st.sampled_from([each.id for each in SHIPPED])
few = settings(max_examples=60, deadline=None)


@few
@given(networks=st.dictionaries(ids, saids), id_=ids, to=st.sampled_from(COLUMNS))
def test_the_column_is_the_side_that_policy_counts(networks: dict[str, NetworkSettings], id_: str, to: Side) -> None:
    before = {each.id: each for each in merge_networks(SHIPPED, networks)}
    after = moved(Settings(networks=networks), before[id_], Side(id_), to, "Me")
    kept = FakeSettingsStore(after).load()
    there = {each.id: each for each in merge_networks(SHIPPED, kept.networks)}
    assert column_of(there[id_]) is to
    assert there == before | {id_: there[id_]}
    result = check(f"{id_}.example", Directory(there.values(), str), kept, Phase.QUIET)
    assert result.counts_as is to
    assert (result.rule is PolicyRule.UNDECIDED_MIXED) == (to is Side.MIXED)
