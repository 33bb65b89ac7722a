"""Whoever is named reads it within their hours, as long as it is true, and not what they muted."""

import pytest

from tests.team import Clock, Team

WAIT = "/blocked waiting on ETL changes for the churn table"
MONDAY_EVENING = "2026-03-09T18:30:00Z"
TUESDAY_SEVEN, TUESDAY_NINE = "2026-03-10T06:00:00Z", "2026-03-10T08:00:00Z"


@pytest.fixture
def owned(team: Team, clock: Clock) -> Team:
    """Dana, in Berlin, answers for data engineering."""
    team.says("ana", "/pinwheel owner data_engineering @dana she builds the tables")
    team.clicks("dana", "Yes", at="dm")
    clock.passes(minutes=1)
    return team


def test_what_is_put_to_somebody_in_the_evening_is_read_in_the_morning(
    owned: Team, clock: Clock
) -> None:
    clock.turns_to(MONDAY_EVENING)
    owned.says("ana", WAIT)
    owned.clicks("ana", "Ask dana", on="tracked as")
    clock.turns_to(TUESDAY_SEVEN)
    owned.does_not_hear("dana", "was put to you", at="dm")

    clock.turns_to(TUESDAY_NINE)
    owned.dm_hears("dana", "*Blocker #1* from @ana was put to you.")


def test_what_one_person_alone_is_shown_waits_for_their_morning_too(
    team: Team, clock: Clock
) -> None:
    clock.turns_to(MONDAY_EVENING)
    team.says("ana", f"{WAIT} from <@U0DANA>")
    team.clicks("ana", "Only the one I wait on", on="tracked as")
    clock.turns_to(TUESDAY_SEVEN)
    team.does_not_hear("dana", "churn table", at="dm")

    clock.turns_to(TUESDAY_NINE)
    team.dm_hears("dana", "churn table")


def test_a_wait_that_is_over_by_the_morning_disturbs_nobody(team: Team, clock: Clock) -> None:
    clock.turns_to(MONDAY_EVENING)
    team.says("ana", f"{WAIT} from <@U0DANA>")
    team.clicks("ana", "Only the one I wait on", on="tracked as")
    team.says("ana", "/blocked resolve 1")

    clock.turns_to(TUESDAY_NINE)
    team.does_not_hear("dana", "churn table", at="dm")


def test_shown_and_hidden_and_shown_again_overnight_it_is_read_once(
    team: Team, clock: Clock
) -> None:
    clock.turns_to(MONDAY_EVENING)
    team.says("ana", f"{WAIT} from <@U0DANA>")
    for button in ("Only the one I wait on", "Only me", "Only the one I wait on"):
        team.clicks("ana", button)

    clock.turns_to(TUESDAY_NINE)
    said = team.transcript("dana", "dm").split("\n--\n")
    assert sum("churn table" in one for one in said) == 1
    posted = [one["args"]["channel"] for one in team.records("call", "chat.postMessage")]
    assert posted.count(team.place("dm", "dana")) + posted.count("U0DANA") == 1


def test_who_mutes_such_waits_reads_them_in_their_queue_alone(owned: Team) -> None:
    owned.says("dana", "/pinwheel me mute waits_on_me")
    owned.says("ana", WAIT)
    owned.clicks("ana", "Ask dana", on="tracked as")

    owned.does_not_hear("dana", "churn table", at="dm")
    owned.says("dana", "/pinwheel queue")
    owned.sees_alone("dana", "churn table")
