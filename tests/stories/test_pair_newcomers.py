"""Who joins long before the next round has a partner on their second working day."""

import pytest

from tests.stories.pairing import group_dms, latest, pairs, turn_on
from tests.team import PEOPLE, Clock, Team, words

FOUR_WEEKS = "every 4 weeks mon 06:00"
TEAM = ("ana", "chiara", "dana", "farah")


@pytest.fixture
def monthly(team: Team, clock: Clock) -> Team:
    """Four of them, on the evening of a Monday; the next round is on 6 April."""
    turn_on(team, *TEAM)
    clock.turns_to("2026-03-16T18:00:00Z")
    assert len(pairs(team)) == 2
    team.says("ana", "/pinwheel settings")
    team.fills("ana", **{"pairs.when": FOUR_WEEKS})
    return team


def test_on_the_second_working_day_somebody_shows_them_around(monthly: Team, clock: Clock) -> None:
    clock.turns_to("2026-03-18T09:00:00Z")  # Wednesday
    monthly.says("hugo", "/pair on")
    clock.turns_to("2026-03-19T07:59:00Z")  # Thursday, a minute before nine in Berlin
    assert not any("hugo" in two for two in pairs(monthly))
    clock.passes(hours=8)

    two = latest(monthly, "hugo")
    said = words(monthly.hears("hugo", "you pair up", at=group_dms(monthly)[two]))
    assert "@hugo is new here" in said
    clock.passes(days=7)
    assert len([one for one in pairs(monthly) if "hugo" in one]) == 1


def test_who_joins_on_a_friday_is_paired_on_monday(monthly: Team, clock: Clock) -> None:
    clock.turns_to("2026-03-20T15:00:00Z")
    monthly.says("hugo", "/pair on")
    clock.turns_to("2026-03-23T07:59:00Z")
    assert not any("hugo" in two for two in pairs(monthly))
    clock.passes(hours=8)
    assert any("hugo" in two for two in pairs(monthly))


def test_who_had_a_partner_of_their_own_accord_needs_no_other(monthly: Team, clock: Clock) -> None:
    clock.turns_to("2026-03-18T09:00:00Z")
    monthly.says("hugo", "/pair on")
    monthly.says("hugo", "/pair now")
    monthly.says("dana", "/pair now")
    clock.passes(days=5)
    assert [one for one in pairs(monthly) if "hugo" in one] == [frozenset({"hugo", "dana"})]


def test_where_all_others_are_away_it_is_tried_on_the_next_day(monthly: Team, clock: Clock) -> None:
    for who in TEAM:
        monthly.says(who, "/pinwheel me off 19 Mar 2026")
    clock.turns_to("2026-03-18T09:00:00Z")
    monthly.says("hugo", "/pair on")
    clock.turns_to("2026-03-19T22:00:00Z")
    assert not any("hugo" in two for two in pairs(monthly))
    clock.turns_to("2026-03-20T16:00:00Z")
    assert any("hugo" in two for two in pairs(monthly))


def test_whom_one_must_not_meet_is_not_chosen(monthly: Team, clock: Clock) -> None:
    for who in ("ana", "chiara", "farah"):
        monthly.says(who, f"/pair never <@{PEOPLE['hugo']}>")
    clock.turns_to("2026-03-18T09:00:00Z")
    monthly.says("hugo", "/pair on")
    clock.turns_to("2026-03-19T16:00:00Z")
    assert [one for one in pairs(monthly) if "hugo" in one] == [frozenset({"hugo", "dana"})]


def test_where_a_round_is_near_they_wait_for_it(team: Team, clock: Clock) -> None:
    turn_on(team, *TEAM)
    clock.turns_to("2026-03-18T09:00:00Z")
    team.says("hugo", "/pair on")
    clock.turns_to("2026-03-20T18:00:00Z")
    assert not any("hugo" in two for two in pairs(team))


def test_those_with_whom_it_began_are_no_newcomers(team: Team, clock: Clock) -> None:
    turn_on(team, *TEAM)
    team.says("ana", "/pinwheel settings")
    team.fills("ana", **{"pairs.when": FOUR_WEEKS})
    clock.turns_to("2026-03-13T18:00:00Z")
    assert pairs(team) == set()
