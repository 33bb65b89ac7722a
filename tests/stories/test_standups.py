"""A standup from its first morning: asked, answered, shown in one thread, settled."""

import pytest

from tests.team import Clock, Json, Team, buttons, words

TUESDAY = {"hours": 23, "minutes": 31}  # after Monday 10:00: 9:31 on Tuesday in Berlin


@pytest.fixture
def standup(team: Team, clock: Clock) -> Team:
    """A team whose standup began, on its first Tuesday, one minute after the question."""
    team.says("ana", "/standup on")
    team.clicks("ana", "Start")
    clock.passes(**TUESDAY)
    return team


def answers(team: Team, who: str, **fields: Json | str) -> None:
    team.clicks(who, "Answer", at="dm")
    team.fills(who, **fields)


def summary(team: Team, day: str = "Tuesday 10 March") -> str:
    return words(team.posts(f"Standup of {day}")[-1])


def replies(team: Team, day: str = "Tuesday 10 March") -> str:
    return team.thread("ana", f"Standup of {day}")


def test_everybody_is_asked_in_their_own_morning(standup: Team) -> None:
    asked = standup.dm_hears("ana", "Standup of #ds-team")

    assert buttons(asked) == ["Answer", "Not today"]
    assert "What is next?" in words(asked)
    assert "#ds-team sees your answer once you post it." in words(asked)
    standup.does_not_hear("ben", "Standup of #ds-team", at="dm")
    standup.clock.passes(hours=5)  # 9:31 in New York; the clocks there are an hour on
    standup.dm_hears("ben", "Standup of #ds-team")


def test_an_answer_stands_in_the_one_thread(standup: Team) -> None:
    answers(standup, "ana", plan="Finish the churn features\nWrite the docs")
    answers(standup, "chiara", plan="Review the drift report")

    assert "Answers in the thread: ana, chiara" in summary(standup)
    assert "Finish the churn features" in replies(standup)
    assert "Review the drift report" in replies(standup)
    assert len(standup.posts("Standup of Tuesday 10 March")) == 1
    standup.dm_hears("ana", "You answered the standup of #ds-team.")


def test_the_form_says_for_which_day_and_who_sees_it(standup: Team) -> None:
    standup.clicks("ana", "Answer", at="dm")
    assert "#ds-team will see your answer." in words(standup.form("ana"))

    standup.fills("ana", plan="Finish the churn features")
    told = words(standup.form("ana"))
    assert "Your answer counts for *Tuesday 10 March*." in told
    assert "#ds-team sees it in the standup's thread." in told


def test_an_edit_changes_the_one_reply(standup: Team) -> None:
    answers(standup, "ana", plan="Finish the churn features")
    standup.clicks("ana", "Edit", at="dm")
    standup.fills("ana", plan="Finish the drift report")

    assert "Finish the drift report" in replies(standup)
    assert "churn features" not in replies(standup)
    assert len(standup.posts("Standup of Tuesday")) == 1


def test_two_forms_open_at_once_are_one_answer_and_the_last_one_wins(standup: Team) -> None:
    standup.clicks("ana", "Answer", at="dm")
    standup.clicks("ana", "Answer", at="dm")
    standup.fills("ana", plan="The second form")
    standup.says("ana", "/standup")
    standup.fills("ana", plan="The third form")

    assert "The third form" in replies(standup)
    assert "The second form" not in replies(standup)


def test_a_form_that_slack_sends_twice_is_one_answer(standup: Team) -> None:
    answers(standup, "ana", plan="Finish the churn features")
    sent = [one for one in standup.records("delivery") if one["method"] == "view_submission"][-1]
    standup.controls("deliver", record=sent["n"])
    standup.clock.passes(minutes=1)

    assert len(replies(standup).split("\n--\n")) == 1


def test_an_empty_form_says_so_and_stays(standup: Team) -> None:
    answers(standup, "ana")

    assert standup.form("ana")["callback_id"] == "standups.answer"
    assert standup.posts("Standup of Tuesday") == []


def test_next_day_the_plan_comes_back_with_ticks(standup: Team, clock: Clock) -> None:
    answers(standup, "ana", plan="- Finish the churn features\n- Write the docs")
    clock.passes(days=1)

    asked = standup.dm_hears("ana", "On Tuesday 10 March you planned:")
    assert "Finish the churn features" in words(asked)
    standup.clicks("ana", "Answer", on="Wednesday 11 March", at="dm")
    ticks = [
        one for one in standup.form("ana")["blocks"] if one.get("block_id", "").startswith("tick")
    ]
    assert [one["label"]["text"] for one in ticks] == [
        "Finish the churn features",
        "Write the docs",
    ]


def test_what_is_not_done_yet_is_shown_and_goes_on(standup: Team, clock: Clock) -> None:
    answers(standup, "ana", plan="Finish the churn features\nWrite the docs")
    clock.passes(days=1)
    standup.clicks("ana", "Answer", on="Wednesday 11 March", at="dm")
    ticks(standup, "ana", "not_yet", "done", plan="Plan the launch")
    assert "✓ Write the docs" in replies(standup, "Wednesday 11 March")

    clock.passes(days=1)
    asked = words(standup.dm_hears("ana", "On Wednesday 11 March you planned:"))
    assert "Finish the churn features" in asked
    assert "Plan the launch" in asked
    assert "Write the docs" not in asked


def ticks(team: Team, who: str, *hows: str, **fields: Json | str) -> None:
    blocks = [one for one in team.form(who)["blocks"] if one.get("block_id", "").startswith("tick")]
    chosen = {}
    for block, how in zip(blocks, hows, strict=True):
        options = block["element"]["options"]
        option = next(one for one in options if one["value"] == how)
        chosen[block["block_id"]] = {"selected_option": option}
    team.fills(who, **chosen, **fields)


def test_done_but_not_live_is_a_wait_on_the_release(standup: Team, clock: Clock) -> None:
    answers(standup, "ana", plan="Retrain the churn model")
    clock.passes(days=1)
    standup.clicks("ana", "Answer", on="Wednesday 11 March", at="dm")
    ticks(standup, "ana", "not_live", plan="Next model")

    told = words(standup.form("ana"))
    assert "clocked as *#1*. Only you see it" in told
    assert "DevOps / platform" in told
    standup.does_not_hear("ben", "Retrain the churn model (done, not live yet)")


def test_same_as_last_time_is_one_tap(standup: Team, clock: Clock) -> None:
    answers(standup, "ana", plan="Finish the churn features")
    clock.passes(days=1)
    standup.clicks("ana", "Same as Tuesday", at="dm")

    assert "same plan as Tuesday 10 March" in replies(standup, "Wednesday 11 March")
    standup.sees_alone("ana", "Your answer counts for *Wednesday 11 March*", at="dm")
    assert "Finish the churn features" in replies(standup, "Wednesday 11 March")


def test_after_the_window_an_answer_is_for_the_next_day_with_a_switch(
    standup: Team, clock: Clock
) -> None:
    clock.passes(hours=5)
    standup.says("ana", "/standup")
    standup.fills("ana", plan="Early for tomorrow")
    told = words(standup.form("ana"))
    assert "Your answer counts for *Wednesday 11 March*." in told
    assert "until then only you do" in told
    assert standup.posts("Early for tomorrow") == []

    clock.passes(hours=19)
    assert "Early for tomorrow" in replies(standup, "Wednesday 11 March")
    standup.does_not_hear("ana", "*Standup of #ds-team*, Wednesday 11 March", at="dm")


def test_an_answer_for_tomorrow_can_be_for_today_after_all(standup: Team, clock: Clock) -> None:
    clock.passes(hours=5)
    standup.says("ana", "/standup")
    standup.fills("ana", plan="Late for today")
    standup.clicks_in_form("ana", "Count it for Tuesday 10 March")

    assert "counts for *Tuesday 10 March*" in words(standup.form("ana"))
    assert "Late for today" in replies(standup)


def test_one_reminder_an_hour_before_the_window_ends(standup: Team, clock: Clock) -> None:
    answers(standup, "ana", plan="Finish the churn features")
    clock.passes(hours=3)

    standup.dm_hears("chiara", "The standup of #ds-team is open until")
    standup.does_not_hear("ana", "is open until", at="dm")


def test_the_summary_settles_with_the_last_window(standup: Team, clock: Clock) -> None:
    answers(standup, "ana", plan="Finish the churn features")
    assert "Not heard from" not in summary(standup)
    clock.passes(hours=12)

    assert "Not heard from: " in summary(standup)
    assert "ben" in summary(standup)


def test_a_day_on_which_nobody_answers_leaves_no_message(standup: Team, clock: Clock) -> None:
    clock.passes(hours=14)

    assert standup.posts("Standup of Tuesday") == []


def test_who_skips_is_not_reminded_and_counts_as_away(standup: Team, clock: Clock) -> None:
    answers(standup, "ana", plan="Finish the churn features")
    standup.clicks("chiara", "Not today", at="dm")
    standup.sees_alone("chiara", "no standup from you today", at="dm")
    clock.passes(hours=12)

    standup.does_not_hear("chiara", "is open until", at="dm")
    assert "Away: chiara" in summary(standup)


def test_who_is_off_until_monday_is_not_asked_before(standup: Team, clock: Clock) -> None:
    standup.says("chiara", "/standup off until Monday")
    standup.sees_alone("chiara", "You are not asked until *Monday 16 March*")
    clock.passes(days=1)
    standup.does_not_hear("chiara", "Wednesday 11 March", at="dm")

    clock.passes(days=5)
    standup.dm_hears("chiara", "Monday 16 March")


def test_nobody_is_asked_at_the_weekend(standup: Team, clock: Clock) -> None:
    clock.passes(days=5)

    standup.does_not_hear("ana", "Saturday", at="dm")
    standup.does_not_hear("ana", "Sunday", at="dm")


def test_who_and_show_tell_how_it_stands(standup: Team) -> None:
    answers(standup, "ana", plan="Finish the churn features")
    standup.says("ben", "/standup who")
    standup.sees_alone("ben", "Answered for Tuesday 10 March: @ana")
    standup.says("ben", "/standup show <@U0ANA> today")
    standup.sees_alone("ben", "Finish the churn features")


def test_whoever_is_away_is_told_when_they_are_asked_again(standup: Team) -> None:
    standup.says("ana", "/standup off until Friday")
    standup.says("ana", "/standup who")
    friday = 1_773_390_600  # 13 March 2026, 9:30 in Berlin
    standup.sees_alone("ana", f"Your next question: <!date^{friday}^")


def test_help_and_what_no_day_can_be_read_from_get_usage(team: Team) -> None:
    team.says("ana", "/standup help")
    team.sees_alone("ana", "`/standup` opens the form")
    team.says("ana", "/standup off until the cows come home")
    team.sees_alone("ana", "`/standup off until Monday`")


def test_after_days_off_the_question_names_the_last_day_they_worked(
    standup: Team, clock: Clock
) -> None:
    clock.passes(days=6)

    standup.dm_hears("ana", "Monday 16 March, since Friday 13 March")
