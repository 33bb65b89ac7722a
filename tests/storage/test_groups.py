"""User groups are kept by workspace: who is in them, unknown told apart from nobody."""

from storage.groups import Group
from storage.records import Records
from storage.store import Store
from tests.storage.rows import BEN, DANA, NOON, NORTH, SOUTH


def test_who_is_in_a_group_and_that_nobody_knows_are_two_things(settled: Store) -> None:
    known = Group("S1", "data-eng", frozenset({BEN, DANA}), NOON)
    empty, unknown = Group("S2", "new", frozenset(), NOON), Group("S3")

    def keep(records: Records) -> None:
        for group in (known, empty, unknown):
            records.groups.put(group)

    settled.write_now(lambda tx: keep(Records(tx, NORTH)))
    found = settled.write_now(lambda tx: Records(tx, NORTH).groups.all())
    assert found == {"S1": known, "S2": empty, "S3": unknown}
    assert settled.write_now(lambda tx: Records(tx, SOUTH).groups.all()) == {}


def test_in_doubt_its_members_stay_until_slack_is_asked(settled: Store) -> None:
    known = Group("S1", "data-eng", frozenset({DANA}), NOON)
    settled.write_now(lambda tx: Records(tx, NORTH).groups.put(known))
    settled.write_now(lambda tx: Records(tx, NORTH).groups.doubt("S1"))

    found = settled.write_now(lambda tx: Records(tx, NORTH).groups.all())["S1"]
    assert (found.members, found.learnt_at) == (frozenset({DANA}), None)
