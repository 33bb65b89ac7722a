"""The one waited on answers in a fair voice, and the waiter hears it where both meet."""

import pytest

from tests.team import Clock, Team, buttons, words

WAIT = "/blocked waiting on ETL changes for the churn table from @dana"
CHOICE = "If it waits on you: answer"


def says(team: Team, who: str, answer: str, *, field: str = CHOICE, at: str = "#ds-team") -> None:
    team.chooses(who, field, at=at, selected_option={"value": answer})


@pytest.fixture
def waiting(team: Team, clock: Clock) -> Team:
    """Ana waits on Dana, as #1, and the channel knows. It is Monday, 10:00 in Berlin."""
    team.says("ana", WAIT)
    clock.passes(minutes=1)
    return team


@pytest.fixture
def alone(team: Team, clock: Clock) -> Team:
    """The same, and only Dana knows, in her DM."""
    team.says("ana", WAIT)
    team.clicks("ana", "Only the one I wait on", on="tracked as")
    clock.passes(minutes=1)
    return team


def test_on_it_with_a_day_is_said_in_the_thread_and_on_the_message(waiting: Team) -> None:
    says(waiting, "dana", "on_it week")

    waiting.sees_alone("dana", "You're on *#1*, by Fri 13 Mar.")
    waiting.hears("ben", "In hand: @dana is on it, by Fri 13 Mar.")
    assert "@ana, @dana is on *#1*, by Fri 13 Mar." in waiting.thread("ana", "churn table")


def test_another_day_can_be_said_later(waiting: Team) -> None:
    says(waiting, "dana", "on_it tomorrow")
    says(waiting, "dana", "on_it next_week")

    waiting.hears("ben", "In hand: @dana is on it, by Fri 20 Mar.")


def test_in_queue_without_a_date_is_shown_as_not_promised(waiting: Team) -> None:
    says(waiting, "dana", "in_queue open")

    waiting.hears("ben", "In queue, not promised.")
    waiting.says("ana", "/blocked list")
    waiting.sees_alone("ana", "in queue, not promised")


def test_in_queue_with_a_date_says_about_when(waiting: Team) -> None:
    says(waiting, "dana", "in_queue next_week")

    waiting.hears("ben", "In queue, about Fri 20 Mar.")
    assert "is in @dana's queue, about Fri 20 Mar." in waiting.thread("ana", "churn table")


def test_nobody_answers_in_place_of_the_one_waited_on(waiting: Team) -> None:
    says(waiting, "ben", "in_queue week")
    waiting.sees_alone("ben", "That answer belongs to whoever it waits on.")
    says(waiting, "ana", "not_mine")
    waiting.sees_alone("ana", "That answer belongs to whoever it waits on.")


def test_what_somebody_else_has_in_hand_is_not_put_back_into_a_queue(waiting: Team) -> None:
    waiting.clicks("gita", "On it", on="churn table")
    says(waiting, "dana", "in_queue week")

    waiting.sees_alone("dana", "@gita took *#1* in hand")
    waiting.hears("ben", "In hand: @gita is on it.")


def test_what_is_missing_is_asked_in_the_thread(waiting: Team) -> None:
    says(waiting, "dana", "info")
    waiting.fills("dana", said="Which columns, *all* of them?")

    asked = waiting.thread("ana", "churn table")
    assert "@ana, @dana needs to know this about *#1*:" in asked
    assert "Which columns, *all* of them?" in asked
    waiting.hears("ben", "Open: @ana is asked for more information.")


def test_without_a_thread_the_question_and_its_answer_go_by_dm(alone: Team) -> None:
    alone.clicks("dana", "Need info", at="dm")
    alone.fills("dana", said="Which columns?")
    alone.dm_hears("ana", "@dana needs to know this about *#1*:")
    alone.clicks("ana", "Answer", at="dm")
    alone.fills("ana", said="plan & price")

    alone.dm_hears("dana", "@ana answers about *#1*:")
    alone.dm_hears("dana", "plan & price")
    assert alone.posts("columns") == []


def test_not_mine_passes_it_on_with_its_clock(waiting: Team, clock: Clock) -> None:
    clock.passes(hours=2)
    says(waiting, "dana", "not_mine")
    waiting.fills("dana", person={"selected_user": "U0GITA"})

    put = waiting.dm_hears("gita", "*Blocker #1* from @ana was put to you.")
    assert "Need info" in buttons(put)
    assert "went on to @gita: Data engineering. Your clock keeps running." in waiting.thread(
        "ana", "churn table"
    )
    waiting.says("ana", "/blocked show 1")
    waiting.sees_alone("ana", "The wait so far: 2 h of working time.")
    waiting.sees_alone("ana", "passed on by @dana")


def test_each_hop_is_counted(waiting: Team) -> None:
    says(waiting, "dana", "not_mine")
    waiting.fills("dana", person={"selected_user": "U0GITA"})
    waiting.clicks("gita", "Not mine", at="dm")
    waiting.fills("gita", person={"selected_user": "U0ELI"})

    waiting.dm_hears("gita", "*#1* went on to somebody else.")
    waiting.says("ana", "/blocked show 1")
    story = words(waiting.sees_alone("ana", "#1"))
    assert story.count("passed on by") == 2
    waiting.says("dana", "/blocked waiting")
    waiting.sees_alone("dana", "Nothing waits on you right now.")


def test_whose_it_is_may_be_said_as_a_function(waiting: Team) -> None:
    waiting.says("ana", "/pinwheel owner devops_platform @gita")
    waiting.clicks("gita", "Yes", at="dm")
    says(waiting, "dana", "not_mine")
    waiting.fills("dana", function={"selected_option": {"value": "devops_platform"}})

    waiting.dm_hears("gita", "*Blocker #1* from @ana was put to you.")
    waiting.hears("ben", "DevOps / platform, @gita")


def test_a_function_that_nobody_answers_for_asks_the_waiter(waiting: Team) -> None:
    says(waiting, "dana", "not_mine")
    waiting.fills("dana", function={"selected_option": {"value": "devops_platform"}})

    assert "nobody answers for that yet. Do you know whom to ask?" in waiting.thread(
        "ana", "churn table"
    )
    waiting.hears("ben", "*Waiting on:* DevOps / platform")


def test_not_mine_and_nobody_knows_whose(waiting: Team) -> None:
    says(waiting, "dana", "not_mine")
    waiting.fills("dana")

    waiting.dm_hears("ana", "it is not theirs, and they don't know whose it is.")
    waiting.says("dana", "/blocked waiting")
    waiting.sees_alone("dana", "Nothing waits on you right now.")


def test_one_more_person_sees_a_quiet_wait_only_by_its_authors_tap(alone: Team) -> None:
    alone.clicks("dana", "Not mine", at="dm")
    alone.fills("dana", person={"selected_user": "U0GITA"})

    alone.does_not_hear("gita", "churn table", at="dm")
    alone.dm_hears("ana", "it is one for @gita, who can't see it yet.")
    alone.clicks("ana", "Ask them", at="dm")
    alone.dm_hears("gita", "churn table")
    alone.does_not_hear("dana", "churn table", at="dm")


def test_who_wants_to_talk_gets_three_times_that_suit_both(waiting: Team) -> None:
    says(waiting, "dana", "on_it week")
    root = waiting.hears("ana", "churn table")
    waiting.clicks("dana", "Find a time to talk", on="You're on")

    said = words(waiting.messages("ana", "#ds-team", root["ts"])[-1])
    assert "@ana, @dana: this is the place to talk about *#1*." in said
    assert "I book nothing" in said
    for time in ("9 Mar 2026, 10:30 UTC", "9 Mar 2026, 13:30 UTC", "10 Mar 2026, 08:00 UTC"):
        assert time in said


def test_without_a_thread_the_two_meet_in_a_dm_of_three(alone: Team) -> None:
    says(alone, "dana", "on_it week", field="On it, by …", at="dm")
    alone.clicks("dana", "Find a time to talk", at="dm")

    group = alone.direct("ana", "dana", "app")
    alone.hears("ana", "@ana, @dana: this is the place to talk about *#1*.", at=group)
    alone.hears("dana", "churn table", at=group)


def test_the_two_are_brought_together_once(waiting: Team) -> None:
    says(waiting, "dana", "on_it week")
    waiting.clicks("dana", "Find a time to talk", on="You're on")
    says(waiting, "dana", "on_it week")
    waiting.clicks("dana", "Find a time to talk", on="You're on")

    waiting.sees_alone("dana", "You were brought together about *#1* already.")
    thread = waiting.messages("ana", "#ds-team", waiting.hears("ana", "churn table")["ts"])
    assert len([one for one in thread if "this is the place to talk" in words(one)]) == 1


def test_what_is_over_cannot_be_answered_any_more(waiting: Team) -> None:
    waiting.clicks("ana", "Resolved", on="tracked as")
    waiting.does_not_hear("dana", CHOICE)


def test_narrowed_again_it_leaves_the_queue_and_the_dm_it_was_put_into(
    team: Team, clock: Clock
) -> None:
    team.says("ana", "/pinwheel owner data_engineering @dana")
    team.clicks("dana", "Yes", at="dm")
    team.says("ana", "/blocked waiting on ETL changes for the churn table")
    team.clicks("ana", "Ask dana", on="tracked as")
    team.dm_hears("dana", "churn table")
    team.says("ana", "/blocked show 1")
    team.clicks("ana", "Only me", on="reported by you")
    clock.passes(minutes=1)

    team.does_not_hear("dana", "churn table", at="dm")
    team.says("dana", "/pinwheel queue")
    team.sees_alone("dana", "Your queue is empty")


def test_a_wait_of_a_private_channel_goes_to_somebody_outside_by_its_authors_tap(
    team: Team, clock: Clock
) -> None:
    team.invites("ana", "app", to="#churn-model")
    clock.passes(minutes=2)
    team.says("ana", "/blocked waiting on the churn definition from @hugo", to="#churn-model")
    says(team, "hugo", "not_mine", at="#churn-model")
    team.fills("hugo", person={"selected_user": "U0DANA"})

    team.does_not_hear("dana", "churn definition", at="dm")
    team.dm_hears("ana", "it is one for @dana, who can't see it yet.")
    team.clicks("ana", "Ask them", at="dm")
    team.dm_hears("dana", "*Blocker #1* from @ana was put to you.")


def test_ended_by_the_owner_both_messages_say_so(team: Team) -> None:
    team.says("ana", "/pinwheel owner data_engineering @dana")
    team.clicks("dana", "Yes", at="dm")
    team.says("ana", "/blocked waiting on ETL changes for the churn table")
    team.clicks("ana", "Ask dana", on="tracked as")
    team.clicks("dana", "Resolved", on="was put to you", at="dm")

    team.hears("ben", "Resolved: blocker #1")
    assert "closed it" in words(team.messages("dana", "dm")[-2])
    team.dm_hears("ana", "@dana resolved your *#1*.")


def test_a_form_that_slack_opens_no_more_says_so(waiting: Team) -> None:
    waiting.fault("views.open", "error", error="expired_trigger_id")
    says(waiting, "dana", "info")

    waiting.sees_alone("dana", "That took too long for Slack to open the form.")
