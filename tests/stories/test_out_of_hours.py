"""What others do about my wait while I do not work: I read it in the morning, if it still holds."""

import pytest

from tests.team import Clock, Team

WAIT = "/blocked waiting on ETL changes for the churn table from <@U0DANA>"
MONDAY_EVENING, TUESDAY_NINE = "2026-03-09T18:30:00Z", "2026-03-10T08:00:00Z"


@pytest.fixture
def evening(team: Team, clock: Clock) -> Team:
    """Ana waits on Dana, as #1, and the channel knows; both are in Berlin, where it is 19:30."""
    team.says("ana", WAIT)
    clock.turns_to(MONDAY_EVENING)
    return team


def test_that_it_was_ended_is_read_in_the_morning(evening: Team, clock: Clock) -> None:
    evening.clicks("dana", "Resolved", on="ETL changes")
    evening.hears("ben", "Resolved: blocker #1")
    evening.does_not_hear("ana", "resolved your", at="dm")

    clock.turns_to(TUESDAY_NINE)
    evening.dm_hears("ana", "@dana resolved your *#1*.")


def test_ended_and_opened_again_by_then_it_is_not_said(evening: Team, clock: Clock) -> None:
    evening.clicks("dana", "Resolved", on="ETL changes")
    evening.clicks("ana", "Reopen", on="Resolved: blocker #1")
    clock.turns_to(TUESDAY_NINE)

    evening.does_not_hear("ana", "resolved your", at="dm")


def test_a_question_about_a_quiet_wait_waits_too(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    team.clicks("ana", "Only the one I wait on", on="tracked as")
    clock.turns_to(MONDAY_EVENING)
    team.clicks("dana", "Need info", at="dm")
    team.fills("dana", said="Which columns do you need?")
    team.does_not_hear("ana", "Which columns", at="dm")

    clock.turns_to(TUESDAY_NINE)
    team.dm_hears("ana", "Which columns do you need?")


def test_whoever_taps_is_answered_at_once_at_any_hour(evening: Team) -> None:
    before = len(evening.answers("ana"))
    evening.clicks("ana", "Ask quietly", on="ETL changes")
    assert len(evening.answers("ana")) == before + 1
