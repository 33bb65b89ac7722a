"""Looking at what is open: age in working hours, longest wait first, ten at a time."""

from tests.team import Clock, Team, buttons


def test_a_list_has_the_longest_wait_first_with_its_age(team: Team, clock: Clock) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    clock.passes(hours=2)
    team.says("ana", "/blocked no GPU left for the sweep")
    clock.passes(hours=1)
    team.says("dana", "/blocked list")

    seen = team.sees_alone("dana", "*Open here*, longest wait first")["text"]
    assert seen.index("new schema") < seen.index("no GPU left")
    assert "(Data engineering, 3 h, open)" in seen or ", 3 h, open)" in seen
    assert ", 1 h, open)" in seen


def test_nights_and_weekends_do_not_count(team: Team, clock: Clock) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    clock.passes(days=7)
    team.says("ana", "/blocked mine")

    team.sees_alone("ana", "5 days")


def test_each_entry_has_its_buttons(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.says("dana", "/blocked list")
    assert buttons(team.sees_alone("dana", "new schema")) == ["Resolved", "On it", "Show"]

    team.clicks("dana", "On it", on="longest wait first")
    team.hears("ana", "@dana is on it")


def test_mine_are_my_own_from_every_team(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.says("ben", "/blocked no GPU left")
    team.says("ana", "/blocked no numbers for March", to="#churn-model")
    team.says("ana", "/blocked mine")

    answer = team.sees_alone("ana", "What you wait on")["text"]
    assert "new schema" in answer
    assert "no numbers for March" in answer
    assert "no GPU left" not in answer


def test_waiting_is_what_waits_on_me(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema from @dana")
    team.says("ben", "/blocked waiting on GPU quota from @gita")
    team.says("dana", "/blocked waiting", to="dm")

    answer = team.sees_alone("dana", "Waiting on you", at="dm")["text"]
    assert "new schema" in answer
    assert "GPU quota" not in answer


def test_all_shows_the_ended_ones_too(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.says("ana", "/blocked resolve 1")
    team.says("ana", "/blocked list")
    team.sees_alone("ana", "No open waits here.")

    team.says("ana", "/blocked all")
    team.sees_alone("ana", "resolved after less than 5 min of working time")


def test_what_was_withdrawn_is_nowhere(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.clicks("ana", "Undo")
    for which in ("list", "mine", "all"):
        team.says("ana", f"/blocked {which}")
        team.sees_alone("ana", "When something holds you up")


def test_a_long_list_is_paged(team: Team) -> None:
    for n in range(1, 13):
        team.says("ana", f"/blocked waiting on table number {n}", to="dm")
    team.says("ana", "/blocked mine", to="dm")
    team.sees_alone("ana", "Page 1 of 2", at="dm")

    team.clicks("ana", "Next page", at="dm")
    second = team.sees_alone("ana", "Page 2 of 2", at="dm")["text"]
    assert "table number 11" in second
    assert "table number 12" in second
    assert "table number 10" not in second

    team.clicks("ana", "Earlier page", at="dm")
    team.sees_alone("ana", "table number 1 ", at="dm")


def test_in_a_dm_the_list_is_that_of_the_only_team(team: Team) -> None:
    team.says("ben", "/blocked no GPU left")
    team.says("ana", "/blocked waiting on the new schema")
    team.says("ana", "/blocked list", to="dm")

    team.sees_alone("ana", "*Open in #ds-team*", at="dm")
    team.sees_alone("ana", "no GPU left", at="dm")


def test_another_channel_has_its_own_list(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema")
    team.says("ana", "/blocked list", to="#ml-platform")

    team.sees_alone("ana", "No open waits here.", at="#ml-platform")


def test_empty_lists_say_the_next_step(team: Team) -> None:
    team.says("ana", "/blocked list")
    team.sees_alone("ana", "`/blocked waiting on … from @someone` tracks one.")
    team.says("ana", "/blocked waiting")
    team.sees_alone("ana", "Nothing waits on you right now.")
