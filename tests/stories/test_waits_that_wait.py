"""Waits that wait on each other: what stands behind one, and the circle that nobody could see."""

from tests.team import Clock, Team


def test_a_wait_shows_what_stands_behind_it_up_to_the_head(team: Team) -> None:
    team.says("ana", "/blocked waiting on the renewals table from @dana")
    team.says("dana", "/blocked waiting on the snapshot from @gita")
    team.says("gita", "/blocked waiting on the budget approval from @hugo")
    team.says("ana", "/blocked show 1")

    seen = team.sees_alone("ana", "Behind it")["text"]
    assert seen.index("the snapshot") < seen.index("which waits on #3") < seen.index("the budget")
    assert "head of the chain" in seen


def test_the_wait_that_closes_a_circle_is_told_to_those_in_it_and_to_nobody_else(
    team: Team, clock: Clock
) -> None:
    team.says("ana", "/blocked waiting on the churn labels from @chiara")
    team.says("ben", "/blocked waiting on the numbers from @ana")
    team.says("chiara", "/blocked waiting on the definition of churn from @ana")
    for member in ("ana", "chiara"):
        team.dm_hears(member, "2 waits go round in a circle, so none of them can end by itself")
        team.dm_hears(member, "looks the easiest to end first")
    team.does_not_hear("ben", "circle", at="dm")
    team.does_not_hear("ben", "circle")

    team.says("chiara", "/blocked waiting on his notes from @ana")
    clock.passes(days=1)
    told = [one for one in team.messages("ana", "dm") if "circle" in one["text"]]
    assert len(told) == 1


def test_a_circle_with_a_wait_that_only_its_author_sees_is_told_to_that_author_alone(
    team: Team,
) -> None:
    team.says("ana", "/blocked waiting on the churn labels from @chiara")
    team.says("chiara", "/blocked waiting on the definition of churn from @ana", to="dm")
    team.dm_hears("chiara", "2 waits go round in a circle")
    team.does_not_hear("ana", "circle", at="dm")


def test_for_twenty_working_days_waiting_too_is_an_excuse_and_then_it_is_asked_about(
    team: Team, clock: Clock
) -> None:
    team.says("ana", "/blocked waiting on the renewals table from @dana")
    team.says("dana", "/blocked waiting on the snapshot from @gita")
    queued = {"value": "in_queue month"}
    team.chooses("gita", "If it waits on you: answer", at="#ds-team", selected_option=queued)
    clock.turns_to("2026-04-03T12:00:00Z")
    team.does_not_hear("dana", "*#1* from @ana has lasted", at="dm")

    clock.turns_to("2026-04-07T12:00:00Z")
    team.dm_hears("dana", "*#1* from @ana has lasted")
