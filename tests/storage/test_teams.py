"""Teams: numbers are short and never given twice; people join once."""

from datetime import timedelta

from storage.people import Channel
from storage.records import Records
from storage.store import Store
from storage.teams import Team
from storage.transaction import Transaction
from storage.types import ChannelId, TeamId
from tests.storage.rows import ANA, BEN, CHANNEL, NOON, NORTH, SOUTH, TEAM, settle


def test_numbers_count_up_from_one_for_each_team(store: Store) -> None:
    settle(store, NORTH, SOUTH)

    def three(tx: Transaction) -> list[int]:
        return [Records(tx, NORTH).teams.next_number(TEAM) for _ in range(3)]

    assert store.write_now(three) == [1, 2, 3]
    assert store.write_now(lambda tx: Records(tx, SOUTH).teams.next_number(TEAM)) == 1


def test_a_number_that_was_rolled_back_was_not_given(settled: Store) -> None:
    def fail(tx: Transaction) -> None:
        Records(tx, NORTH).teams.next_number(TEAM)
        raise RuntimeError("something else went wrong")

    for _ in range(2):
        try:
            settled.write_now(fail)
        except RuntimeError:
            continue
    assert settled.write_now(lambda tx: Records(tx, NORTH).teams.next_number(TEAM)) == 1


def test_a_person_joins_once(settled: Store) -> None:
    def join(tx: Transaction) -> bool:
        return Records(tx, NORTH).teams.join(TEAM, BEN, at=NOON)

    assert settled.write_now(join)
    assert not settled.write_now(join)
    assert settled.read_now(lambda tx: Records(tx, NORTH).teams.members(TEAM)) == {BEN}


def test_a_persons_teams_come_in_the_order_of_joining(settled: Store) -> None:
    later = Team(TeamId("team-0"), ChannelId("C2"), ANA, None, NOON)

    def deed(tx: Transaction) -> list[str]:
        teams = Records(tx, NORTH).teams
        teams.add(later)
        teams.join(TEAM, ANA, at=NOON)
        teams.join(later.id, ANA, at=NOON + timedelta(hours=1))
        return [team.id for team in teams.of_person(ANA)]

    assert settled.write_now(deed) == [TEAM, later.id]


def test_a_team_is_found_by_its_channel_in_its_own_workspace_only(settled: Store) -> None:
    found = settled.read_now(lambda tx: Records(tx, NORTH).teams.of_channel(CHANNEL))
    elsewhere = settled.read_now(lambda tx: Records(tx, SOUTH).teams.of_channel(CHANNEL))
    assert found is not None
    assert found.id == TEAM
    assert elsewhere is None


def test_a_team_waits_to_be_filled_while_we_are_in_its_channel(settled: Store) -> None:
    channel = Channel(CHANNEL, "ds-team", "channel", True, 8, None, NOON)

    def waiting(tx: Transaction) -> list[Team]:
        return Records(tx, NORTH).teams.unfilled()

    assert settled.read_now(waiting) == []
    settled.write_now(lambda tx: Records(tx, NORTH).channels.put(channel))
    assert [team.id for team in settled.read_now(waiting)] == [TEAM]

    filled = settled.read_now(waiting)[0]
    settled.write_now(lambda tx: Records(tx, NORTH).teams.filled(filled, at=NOON))
    assert settled.read_now(waiting) == []


def test_a_channel_is_greeted_once_until_we_leave_it(settled: Store) -> None:
    channel = Channel(CHANNEL, "ds-team", "channel", True, 8, None, NOON)

    def greet(tx: Transaction) -> bool:
        channels = Records(tx, NORTH).channels
        channels.put(channel)
        return channels.greet(CHANNEL, at=NOON)

    assert settled.write_now(greet)
    assert not settled.write_now(greet)
    settled.write_now(lambda tx: Records(tx, NORTH).channels.left(CHANNEL))
    assert settled.write_now(greet)
