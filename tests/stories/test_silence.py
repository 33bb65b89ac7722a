"""Old and silent waits: whom it is asked of, in private, and that silence closes nothing."""

from tests.team import Clock, Team, buttons, words

WAIT = "/blocked waiting on ETL changes for the churn table from @dana"
ALONE = "/blocked waiting on the GPU quota"
NEXT_DAY, DAY_THREE = "2026-03-10T12:00:00Z", "2026-03-12T12:00:00Z"
DAY_FIVE = "2026-03-16T12:00:00Z"
DAY_SEVEN, DAY_NINE = "2026-03-18T14:00:00Z", "2026-03-20T15:00:00Z"


def asked(team: Team, who: str, about: str) -> int:
    """How often this was asked of this person, in their DM."""
    return sum(about in words(one) for one in team.messages(who, "dm"))


def test_after_a_working_day_the_one_waited_on_is_asked_and_nobody_else(
    team: Team, clock: Clock
) -> None:
    team.says("ana", WAIT)
    clock.turns_to(NEXT_DAY)

    question = team.dm_hears("dana", "Can you say when it will be done?")
    assert buttons(question) == ["Need info", "Not mine", "Still to come", "It's done"]
    assert "has lasted" not in team.transcript("ana", "dm")
    team.does_not_hear("ben", "has lasted")


def test_after_three_working_days_its_waiter_chooses_whom_to_bring_it_to(
    team: Team, clock: Clock
) -> None:
    team.says("ana", WAIT)
    clock.turns_to(DAY_THREE)

    question = team.dm_hears("ana", "Bring this to somebody?")
    assert buttons(question)[-3:] == ["Still waiting", "It's done", "Withdraw"]
    assert "It goes no further without your tap." in words(question)
    assert len(team.posts("")) == 1


def test_where_a_function_has_an_owner_the_question_offers_to_ask_them(
    team: Team, clock: Clock
) -> None:
    team.says("ben", "/pinwheel owner compute_gpu @gita")
    team.clicks("gita", "Yes", at="dm")
    team.says("ana", ALONE)
    clock.turns_to(DAY_THREE)
    team.clicks("ana", "Ask gita", at="dm", on="Bring this to somebody?")
    assert "gita" in words(team.hears("ben", "GPU quota"))

    clock.turns_to(DAY_FIVE)
    team.dm_hears("gita", "Can you say when it will be done?")


def test_brought_to_somebody_it_reaches_that_person_and_stays_its_waiters(
    team: Team, clock: Clock
) -> None:
    team.says("ana", WAIT)
    clock.turns_to(DAY_THREE)
    team.chooses("ana", "Bring it to …", at="dm", selected_user="U0CHIARA")

    team.sees_alone("ana", "@chiara reads *#1* within their working hours.", at="dm")
    team.dm_hears("chiara", "@ana brings *#1* to you. It has lasted 3 days")
    team.clicks("chiara", "I can help", at="dm")
    clock.passes(minutes=1)
    assert "@chiara can help with #1" in team.thread("ben", "ETL changes").replace("*", "")


def test_what_only_its_author_sees_can_be_brought_to_one_more_person(
    team: Team, clock: Clock
) -> None:
    team.says("ana", ALONE, to="dm")
    clock.turns_to(DAY_THREE)
    team.chooses("ana", "Bring it to …", at="dm", selected_user="U0CHIARA")
    team.clicks("chiara", "On it", at="dm")

    team.sees_alone("chiara", "You're on *#1*.", at="dm")
    team.does_not_hear("ben", "GPU quota")


def test_brought_twice_it_is_said_once(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.turns_to(DAY_THREE)
    for _ in range(2):
        team.chooses("ana", "Bring it to …", at="dm", selected_user="U0CHIARA")

    assert asked(team, "chiara", "brings *#1* to you") == 1


def test_it_is_brought_to_members_only(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.turns_to(DAY_THREE)
    team.chooses("ana", "Bring it to …", at="dm", selected_user="U0INES")

    team.sees_alone("ana", "only to a full member of this workspace", at="dm")
    assert asked(team, "ines", "brings") == 0


def test_silence_makes_it_unconfirmed_and_never_resolved(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.turns_to(DAY_SEVEN)
    team.dm_hears("ana", "Is it still a wait?")
    team.dm_hears("dana", "How does it stand?")
    clock.turns_to(DAY_NINE)

    team.hears("ben", "Unconfirmed: nobody has said a word for a while.")
    assert len(team.posts("ETL changes")) == 1
    clock.passes(days=60)
    team.hears("ben", "Unconfirmed: nobody has said a word for a while.")
    assert asked(team, "ana", "*#1*") == 2
    assert asked(team, "dana", "*#1*") == 2


def test_a_sign_of_life_brings_it_back_and_all_of_it_counts(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.turns_to(DAY_NINE)
    team.clicks("ana", "Still waiting", at="dm", on="Is it still a wait?")

    team.dm_hears("ana", "Noted: *#1* goes on.")
    team.hears("ben", "Open.")
    team.says("ana", "/blocked mine")
    team.sees_alone("ana", "9 days 6 h · open")


def test_in_hand_late_is_in_hand(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.turns_to(DAY_NINE)
    team.chooses("dana", "On it, by …", at="dm", selected_option={"value": "on_it tomorrow"})

    team.hears("ben", "In hand: @dana is on it, by Mon 23 Mar.")


def test_a_silent_wait_ends_when_somebody_says_so(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.turns_to(DAY_NINE)
    team.clicks("dana", "It's done", at="dm", on="How does it stand?")

    team.hears("ben", "Resolved: blocker #1")
    team.dm_hears("ana", "@dana resolved your *#1*.")


def test_withdrawn_from_the_question_its_message_goes(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.turns_to(DAY_SEVEN)
    team.clicks("ana", "Withdraw", at="dm", on="Is it still a wait?")

    team.does_not_hear("ben", "ETL changes")
    clock.passes(days=20)
    assert asked(team, "dana", "*#1*") == 2


def test_two_taps_are_one_answer(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.turns_to(DAY_SEVEN)
    asked = team.dm_hears("ana", "Is it still a wait?")
    for _ in range(2):
        team.clicks("ana", "Still waiting", at="dm", seen=asked)

    settled = team.dm_hears("ana", "Is it still a wait?")
    assert words(settled).count("Noted: *#1* goes on.") == 1
    team.hears("ben", "Open.")


def test_a_question_that_was_answered_keeps_no_buttons(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.turns_to(DAY_SEVEN)
    team.clicks("ana", "It's done", at="dm", on="Is it still a wait?")

    settled = team.dm_hears("ana", "Is it still a wait?")
    assert "*#1* is resolved" in words(settled)
    assert "Still waiting" not in words(settled)
    assert "Reopen" in words(settled)


def test_a_tap_on_what_is_over_is_told_so(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.turns_to(DAY_SEVEN)
    team.clicks("dana", "It's done", at="dm", on="How does it stand?")
    team.clicks("ana", "Still waiting", at="dm", on="Is it still a wait?")

    team.dm_hears("ana", "*#1* is over already: @dana resolved it")


def test_while_the_one_waited_on_waits_too_nobody_is_asked_about_the_first(
    team: Team, clock: Clock
) -> None:
    team.says("ana", WAIT)
    team.says("dana", "/blocked waiting on the warehouse snapshot from @gita")
    clock.turns_to(NEXT_DAY)

    assert asked(team, "dana", "*#1*") == 0
    team.dm_hears("gita", "*#2* from @dana has lasted")
    team.clicks("gita", "It's done", at="dm")
    clock.passes(days=2)
    team.dm_hears("dana", "*#1* from @ana has lasted")


def test_in_a_circle_waiting_is_nobodys_excuse(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    team.says("dana", "/blocked waiting on the column names from @ana")
    clock.turns_to(NEXT_DAY)

    team.dm_hears("dana", "*#1* from @ana has lasted")
    team.dm_hears("ana", "*#2* from @dana has lasted")


def test_who_is_outside_a_private_channel_is_not_asked_about_it(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT, to="#churn-model")
    clock.turns_to(DAY_SEVEN)

    assert asked(team, "dana", "has lasted") == 0
    assert asked(team, "ana", "Is it still a wait?") == 1


def test_who_said_so_yesterday_is_not_asked_today(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.turns_to("2026-03-12T08:30:00Z")
    team.says("ana", "/blocked edit 1")
    team.fills("ana", words="waiting on ETL changes for the churn table and its tests from @dana")
    clock.turns_to("2026-03-12T09:30:00Z")
    assert asked(team, "ana", "Bring this to somebody?") == 0

    clock.turns_to("2026-03-12T14:00:00Z")
    assert asked(team, "ana", "Bring this to somebody?") == 1


def test_of_several_questions_one_comes_at_once_and_the_others_with_the_morning(
    team: Team, clock: Clock
) -> None:
    for table in ("churn", "renewals", "orders"):
        team.says("ana", f"/blocked waiting on ETL changes for the {table} table from @dana")
    clock.turns_to(NEXT_DAY)
    assert asked(team, "dana", "Can you say when it will be done?") == 1

    clock.turns_to("2026-03-11T08:00:00Z")
    morning = words(team.dm_hears("dana", "2 things waited for your morning:"))
    assert [f"#{number}* from @ana" in morning for number in (1, 2, 3)].count(True) == 2
    team.clicks("dana", "It's done", at="dm", on="2 things waited for your morning:")
    team.hears("ben", "Resolved: blocker")
