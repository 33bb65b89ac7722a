"""Taken in hand, helped with, ended, opened again: the first act counts, one message shows it."""

import pytest

from tests.team import Clock, Team, buttons

WAIT = "/blocked waiting on ETL changes for the churn table from @dana"
NEXT_MONDAY_TEN = "2026-03-16T09:00:00Z"


def test_on_it_is_seen_by_everybody_and_the_two_meet_in_the_thread(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("dana", "On it", on="ETL changes")

    team.sees_alone("dana", "You're on *#1*. Tap Resolved when it is over.")
    team.hears("ben", "In hand: @dana is on it.")
    team.clock.passes(minutes=1)
    assert team.thread("ben", "ETL changes").startswith("@ana, @dana is on #1.")


def test_the_second_one_is_told_who_was_first(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    team.clicks("dana", "On it", on="ETL changes")
    clock.passes(minutes=20)
    team.clicks("gita", "On it", on="ETL changes")

    team.sees_alone("gita", "@dana took *#1* in hand 20 minutes ago.")
    team.hears("ben", "@dana is on it")


def test_it_can_be_taken_over_on_purpose(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    team.clicks("dana", "On it", on="ETL changes")
    team.clicks("gita", "On it", on="ETL changes")
    team.clicks("gita", "Take over")

    team.sees_alone("gita", "You've taken over *#1*.")
    team.hears("ben", "@gita is on it")
    clock.passes(minutes=1)
    assert "@gita is on #1" in team.thread("ben", "ETL changes")


def test_i_can_help_changes_nobodys_hand_and_puts_two_in_touch(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    team.clicks("gita", "I can help", on="ETL changes")
    team.clicks("gita", "I can help", on="ETL changes")
    clock.passes(minutes=1)

    team.sees_alone("gita", "@ana now knows that you can help with *#1*.")
    team.hears("ben", "Open.")
    thread = team.thread("ben", "ETL changes")
    assert "@ana, @gita can help with *#1*. @gita, thank you: this is the place to meet." in thread
    assert "--" not in thread


def test_ones_own_wait_needs_no_offer(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("ana", "I can help", on="Blocker #1")

    team.sees_alone("ana", "*#1* is your own wait.")
    assert team.thread("ben", "ETL changes") == ""


def test_resolved_by_another_is_told_to_the_waiter(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.passes(hours=3)
    team.clicks("dana", "Resolved", on="ETL changes")

    told = team.dm_hears("ana", "@dana resolved your *#1*. The wait was 3 h of working time.")
    assert buttons(told) == ["Reopen"]
    assert team.thread("ben", "ETL changes") == ""


def test_the_second_resolve_is_told_what_happened_first(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    team.says("dana", "/blocked resolve 1 the column is back")
    clock.passes(minutes=5)
    team.says("gita", "/blocked resolve 1 me too")

    team.sees_alone("gita", "*#1* is over already: @dana resolved it 5 minutes ago.")
    team.sees_alone("gita", 'What helped: "the column is back".')


@pytest.mark.parametrize("button", ["On it", "Resolved"])
def test_a_click_on_what_is_over_is_told_so(team: Team, button: str) -> None:
    team.says("ana", WAIT)
    team.says("ben", "/blocked list")
    team.clicks("dana", "Resolved", on="ETL changes")
    team.clicks("ben", button, on="longest wait first")

    team.sees_alone("ben", "*#1* is over already: @dana resolved it just now.")
    team.hears("ana", "@dana closed it.")


def test_every_change_edits_the_one_message(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    first = team.posts("ETL changes")[0]["ts"]
    for who, button in (("dana", "On it"), ("dana", "Resolved"), ("ana", "Reopen")):
        team.clicks(who, button, on="ETL changes")
        clock.passes(minutes=1)

    assert [one["ts"] for one in team.posts("ETL changes")] == [first]
    team.hears("ben", "Open.")


def test_the_one_who_ends_it_is_asked_how_much_work_it_was(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.turns_to("2026-03-13T09:00:00Z")
    team.clicks("dana", "Resolved", on="ETL changes")

    question = team.sees_alone("dana", "How much work ended it?")
    assert buttons(question) == ["Minutes", "Hours", "A day", "Days", "Reopen"]
    team.clicks("dana", "Hours", on="How much work ended it?")
    team.sees_alone("dana", "Noted for *#1*: hours of work, after a wait of 4 days")


def test_the_question_is_not_asked_twice(team: Team) -> None:
    team.says("ana", WAIT)
    team.says("ana", "/blocked resolve 1")
    team.clicks("ana", "A day")

    team.sees_alone("ana", "a day of work")
    assert "How much work" not in team.answers("ana")[-1]


def test_reopened_within_seven_days_it_is_the_same_wait_and_the_gap_counts(
    team: Team, clock: Clock
) -> None:
    team.says("ana", WAIT)
    clock.passes(hours=1)
    team.says("ana", "/blocked resolve 1")
    clock.turns_to("2026-03-10T09:00:00Z")
    team.says("ana", "/blocked reopen 1")
    team.sees_alone("ana", "*#1* is open again, as the same wait.")

    team.says("ana", "/blocked mine")
    team.sees_alone("ana", "1 day")


def test_on_the_seventh_day_it_is_still_the_same(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    team.says("ana", "/blocked resolve 1")
    clock.turns_to(NEXT_MONDAY_TEN)
    team.says("ana", "/blocked reopen 1")

    team.sees_alone("ana", "as the same wait")


def test_reopened_later_it_is_a_new_wait(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    team.says("ana", "/blocked resolve 1")
    clock.turns_to(NEXT_MONDAY_TEN)
    clock.passes(minutes=1)
    team.says("ana", "/blocked reopen 1")

    team.sees_alone("ana", "#1 ended more than 7 days ago, so this is a new wait: *#2*.")
    team.hears("ben", "*Blocker #2*")
    team.hears("ben", "Resolved: blocker #1")


def test_reopened_by_another_the_waiter_hears_of_it(team: Team) -> None:
    team.says("ana", WAIT)
    team.says("ana", "/blocked resolve 1")
    team.says("dana", "/blocked reopen 1")

    team.sees_alone("dana", "*#1* is open again, as the same wait.")
    told = team.dm_hears("ana", "@dana opened your *#1* again, so the wait goes on.")
    assert buttons(told) == ["Resolved"]


def test_what_is_open_needs_no_reopening(team: Team) -> None:
    team.says("ana", WAIT)
    team.says("ana", "/blocked reopen 1")

    team.sees_alone("ana", "*#1* is open, so there is nothing to reopen.")


def test_a_double_click_is_one_act(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    for _ in range(2):
        team.clicks("dana", "On it", on="Blocker #1")
    clock.passes(minutes=1)

    assert team.answers("dana")[-1].startswith("You're on #1.")
    assert team.thread("ben", "ETL changes").count("is on #1") == 1
