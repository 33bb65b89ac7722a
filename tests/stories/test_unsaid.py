"""What nobody says aloud: asked of one person, inside the next form that they open, once."""

from datetime import UTC, datetime

import pytest

from tests.team import Clock, Json, Team, words

TUESDAY = {"hours": 23, "minutes": 31}  # after Monday 10:00: 9:31 on Tuesday in Berlin
PLAN = "Finish the feature table for the churn model"
FIVE_DAYS = "Five days running"
JUST_LONG = {"selected_option": {"value": "fine"}}


@pytest.fixture
def standup(team: Team, clock: Clock) -> Team:
    """A standup on its first Tuesday, one minute after the question in Berlin."""
    team.says("ana", "/standup on")
    team.clicks("ana", "Start")
    clock.passes(**TUESDAY)
    return team


def opened(team: Team, who: str) -> str:
    team.clicks(who, "Answer", at="dm")
    return words(team.form(who))


def a_week(team: Team, clock: Clock, *, days: int = 5) -> None:
    """Ana plans the same on so many working days; then it is the morning of the next one."""
    for _ in range(days):
        opened(team, "ana")
        team.fills("ana", plan=PLAN)
        next_morning(clock)


def answers_and_opens_the_next(team: Team, clock: Clock, **fields: Json | str) -> str:
    team.fills("ana", plan=PLAN, **fields)
    next_morning(clock)
    return opened(team, "ana")


def next_morning(clock: Clock) -> None:
    """Of the working week."""
    is_friday = datetime.fromtimestamp(clock.now(), UTC).isoweekday() == 5
    clock.passes(days=3 if is_friday else 1)


def test_the_same_plan_on_five_days_is_asked_about_in_the_next_form(
    standup: Team, clock: Clock
) -> None:
    a_week(standup, clock)

    form = opened(standup, "ana")
    assert f"{FIVE_DAYS}: {PLAN}" in form
    assert "Only you are asked this, once." in form
    assert FIVE_DAYS not in standup.transcript("ana", "#ds-team")
    assert FIVE_DAYS not in standup.transcript("ana", "dm")


def test_after_four_days_nobody_asks(standup: Team, clock: Clock) -> None:
    a_week(standup, clock, days=4)
    assert FIVE_DAYS not in opened(standup, "ana")


def test_it_is_asked_once_whether_it_was_answered_or_not(standup: Team, clock: Clock) -> None:
    a_week(standup, clock)
    opened(standup, "ana")
    assert FIVE_DAYS not in answers_and_opens_the_next(standup, clock)


def test_what_is_just_long_is_not_asked_about_again(standup: Team, clock: Clock) -> None:
    a_week(standup, clock)
    opened(standup, "ana")
    form = answers_and_opens_the_next(standup, clock, **{"unsaid-plan": JUST_LONG})
    for _ in range(6):
        assert FIVE_DAYS not in form
        form = answers_and_opens_the_next(standup, clock)


def test_a_date_that_passed_is_asked_about_in_the_form_and_not_again(
    standup: Team, clock: Clock
) -> None:
    standup.says("ana", "/blocked waiting on ETL changes for the churn table from <@U0CHIARA>")
    standup.chooses(
        "chiara", "If it waits on you: answer", selected_option={"value": "on_it today"}
    )
    clock.passes(days=1)

    form = opened(standup, "chiara")
    assert "#1 was to be done by Tuesday 10 March" in form
    choice = next(
        one["block_id"]
        for one in standup.form("chiara")["blocks"]
        if one.get("block_id", "").startswith("unsaid-")
    )
    standup.fills("chiara", plan="Review", **{choice: {"selected_option": {"value": "next_week"}}})
    standup.hears("ana", "by Fri")

    clock.passes(days=1)
    assert "was to be done" not in opened(standup, "chiara")
    standup.does_not_hear("chiara", "The date given for", at="dm")


def test_an_owner_learns_what_three_wait_for_and_nobody_mentions(
    standup: Team, clock: Clock
) -> None:
    standup.says("ana", "/pinwheel owner data_engineering @chiara she builds the tables")
    standup.clicks("chiara", "Yes", at="dm")
    for who in ("ana", "ben", "farah"):
        standup.says(who, "/blocked waiting on the schema change of the orders table in dbt")

    form = opened(standup, "chiara")
    assert "3 people wait on *Data engineering* for the same thing" in form
    standup.fills("chiara", plan="Review the drift report")
    assert "for the same thing" not in standup.transcript("ana", "#ds-team")

    clock.passes(days=1)
    assert "for the same thing" not in opened(standup, "chiara")


def test_two_who_wait_are_too_few_to_ask_about(standup: Team) -> None:
    standup.says("ana", "/pinwheel owner data_engineering @chiara she builds the tables")
    standup.clicks("chiara", "Yes", at="dm")
    for who in ("ana", "ben"):
        standup.says(who, "/blocked waiting on the schema change of the orders table in dbt")
    assert "for the same thing" not in opened(standup, "chiara")
