"""Who joins a channel in which something is on is told once, in private, and chooses."""

import pytest

from tests.team import Clock, Team, buttons


@pytest.fixture
def place(team: Team, clock: Clock) -> str:
    """A channel of Ana and Chiara with a standup; Dana is not in it yet."""
    place = team.channel("labels", "ana", "chiara", "app")
    team.says("ana", "/standup on", to=place)
    team.clicks("ana", "Start", at=place)
    clock.passes(minutes=1)
    return place


def test_a_newcomer_is_told_once_and_takes_part_by_a_tap(team: Team, place: str) -> None:
    team.invites("ana", "dana", to=place)
    told = team.dm_hears("dana", "*Standup* is on in #labels: weekdays at 9:30 where you are.")
    assert buttons(told) == ["Take part", "Not me"]
    team.does_not_hear("ana", "@dana", at=place)

    team.clicks("dana", "Take part", at="dm")
    team.hears("ana", "3 people take part: @ana, @chiara, @dana.", at=place)


def test_who_comes_a_second_time_is_not_told_again(team: Team, place: str) -> None:
    team.invites("ana", "dana", to=place)
    team.leaves("dana", place)
    team.invites("ana", "dana", to=place)
    assert team.transcript("dana", "dm").count("*Standup* is on in #labels") == 1


def test_without_a_tap_nobody_asks_a_newcomer(team: Team, place: str, clock: Clock) -> None:
    team.invites("ana", "dana", to=place)
    clock.passes(days=1)
    team.does_not_hear("dana", "What is next?", at="dm")


def test_in_the_evening_it_waits_for_a_morning(team: Team, place: str, clock: Clock) -> None:
    clock.turns_to("2026-03-09T20:00:00Z")
    team.invites("ana", "dana", to=place)
    team.does_not_hear("dana", "*Standup* is on", at="dm")
    clock.turns_to("2026-03-10T09:00:00Z")
    team.dm_hears("dana", "*Standup* is on in #labels")


def test_where_nothing_is_on_nobody_is_told_anything(team: Team) -> None:
    place = team.channel("labels", "ana", "app")
    team.says("ana", "/pinwheel", to=place)
    team.invites("ana", "dana", to=place)
    team.does_not_hear("dana", "Standup", at="dm")


@pytest.fixture
def hidden(team: Team, clock: Clock) -> str:
    """The same in a private channel, of which nobody else should read; it is evening."""
    hidden = team.channel("merger", "ana", "chiara", "app", private=True)
    team.says("ana", "/standup on", to=hidden)
    team.clicks("ana", "Start", at=hidden)
    clock.turns_to("2026-03-09T20:00:00Z")
    team.invites("ana", "dana", to=hidden)
    return hidden


def test_in_a_private_channel_a_newcomer_is_told_in_the_morning(
    team: Team, hidden: str, clock: Clock
) -> None:
    clock.turns_to("2026-03-10T09:00:00Z")
    team.dm_hears("dana", "*Standup* is on in #merger")


def test_who_is_out_of_a_private_channel_by_then_reads_nothing_of_it(
    team: Team, hidden: str, clock: Clock
) -> None:
    team.leaves("dana", hidden)
    clock.turns_to("2026-03-10T09:00:00Z")
    team.does_not_hear("dana", "merger", at="dm")
