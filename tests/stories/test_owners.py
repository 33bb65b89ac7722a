"""Who answers for a function: asked once, free to say no, and nothing is put to them before."""

import pytest

from tests.team import Clock, Team, buttons, words

ASK_DANA = "/pinwheel owner data_engineering @dana she builds the tables"
WAIT = "/blocked waiting on ETL changes for the churn table"


@pytest.fixture
def owned(team: Team, clock: Clock) -> Team:
    """Dana answers for data engineering."""
    team.says("ana", ASK_DANA)
    team.clicks("dana", "Yes", at="dm")
    clock.passes(minutes=1)
    return team


def test_whoever_is_asked_learns_who_asks_why_and_how_to_mute(team: Team) -> None:
    team.says("ana", ASK_DANA)

    team.sees_alone("ana", "@dana is asked whether they answer for *Data engineering*")
    question = words(team.dm_hears("dana", "do you answer for *Data engineering*?"))
    assert "@ana asks" in question
    assert 'Why: "she builds the tables".' in question
    assert "Nothing is put to you before your yes." in question
    assert "`/pinwheel owner data_engineering mute`" in question


def test_a_yes_is_told_to_whoever_asked_and_shows_in_the_list(owned: Team) -> None:
    owned.dm_hears("ana", "@dana answers for *Data engineering* from now on, in every team.")
    owned.dm_hears("dana", "@dana said yes.")
    owned.says("ben", "/pinwheel owners")
    owned.sees_alone("ben", "*Data engineering*: @dana")
    owned.sees_alone("ben", "*ML engineering*: nobody yet")


def test_a_no_is_fine_and_leaves_nobody(team: Team) -> None:
    team.says("ana", ASK_DANA)
    team.clicks("dana", "No, thanks", at="dm")

    team.dm_hears("ana", "That is fine; is there somebody else?")
    team.says("ben", "/pinwheel owners")
    team.sees_alone("ben", "*Data engineering*: nobody yet")


def test_before_a_yes_nobody_is_offered_to_be_asked(team: Team) -> None:
    team.says("ana", ASK_DANA)
    team.says("ana", WAIT)

    assert "Ask dana" not in buttons(team.sees_alone("ana", "tracked as *#1*"))


def test_a_wait_that_names_nobody_is_put_to_the_owner_by_its_authors_tap(owned: Team) -> None:
    owned.says("ana", WAIT)
    owned.does_not_hear("dana", "churn table", at="dm")
    owned.clicks("ana", "Ask dana", on="tracked as")

    owned.sees_alone("ana", "*#1* is put to @dana, who answers for Data engineering.")
    put = owned.dm_hears("dana", "*Blocker #1* from @ana was put to you.")
    assert buttons(put) == ["Need info", "Not mine", "Find a time to talk", "Resolved"]


def test_what_was_put_to_somebody_is_not_offered_again(owned: Team) -> None:
    owned.says("ana", WAIT)
    owned.clicks("ana", "Ask dana", on="tracked as")
    owned.says("ana", "/blocked show 1")

    assert "Ask dana" not in buttons(owned.sees_alone("ana", "reported by you"))


def test_a_wait_that_names_somebody_is_not_offered_to_the_owner(owned: Team) -> None:
    owned.says("ana", "/blocked waiting on ETL changes for the churn table from @gita")

    assert "Ask dana" not in buttons(owned.sees_alone("ana", "tracked as *#1*"))


def test_a_wait_of_which_only_its_author_knows_is_shown_to_the_owner_alone(owned: Team) -> None:
    owned.says("ana", f"{WAIT}")
    owned.clicks("ana", "Only me", on="tracked as")
    owned.clicks("ana", "Ask dana", on="Only you see this")

    owned.sees_alone("ana", "Only @dana will see this.")
    owned.dm_hears("dana", "churn table")
    assert owned.posts("churn table") == []


def test_one_queue_over_all_teams_longest_first(owned: Team, clock: Clock) -> None:
    owned.invites("ana", "app", to="#ml-platform")
    owned.says("ana", WAIT, to="#ml-platform")
    owned.clicks("ana", "Ask dana", on="tracked as", at="#ml-platform")
    clock.passes(hours=2)
    owned.says("ben", "/blocked waiting on ETL changes for the renewals, needs a new load")
    owned.clicks("ben", "Ask dana", on="tracked as")
    owned.says("dana", "/pinwheel queue")

    queue = words(owned.sees_alone("dana", "Your queue"))
    assert queue.index("churn table") < queue.index("renewals")
    owned.says("ben", "/pinwheel queue")
    owned.sees_alone("ben", "Your queue is empty")


def test_muted_a_wait_stands_in_the_queue_and_sends_no_message(owned: Team) -> None:
    owned.says("dana", "/pinwheel owner data_engineering mute")
    owned.sees_alone("dana", "Muted: waits on *Data engineering* stand in the queue")
    owned.says("ana", WAIT)
    owned.clicks("ana", "Ask dana", on="tracked as")

    owned.sees_alone("ana", "They read their queue; no message is sent.")
    owned.does_not_hear("dana", "was put to you", at="dm")
    owned.says("dana", "/pinwheel queue")
    owned.sees_alone("dana", "churn table")


def test_only_whoever_answers_mutes(owned: Team) -> None:
    owned.says("ben", "/pinwheel owner data_engineering mute")

    owned.sees_alone("ben", "Only whoever answers for Data engineering can say that.")


def test_handed_over_the_queue_goes_along(owned: Team) -> None:
    owned.says("ana", WAIT)
    owned.clicks("ana", "Ask dana", on="tracked as")
    owned.says("dana", "/pinwheel owner data engineering @gita I move to another team")
    owned.says("gita", "/pinwheel queue")
    owned.sees_alone("gita", "Your queue is empty")
    owned.clicks("gita", "Yes", at="dm")

    owned.sees_alone("gita", "1 is in the queue already.", at="dm")
    owned.says("gita", "/pinwheel queue")
    owned.sees_alone("gita", "churn table")
    owned.dm_hears("dana", "@gita answers for *Data engineering* from now on")
    owned.dm_hears("dana", "*#1* went on to somebody else.")


def test_what_only_one_person_was_shown_does_not_go_along(owned: Team) -> None:
    owned.says("ana", WAIT)
    owned.clicks("ana", "Only me", on="tracked as")
    owned.clicks("ana", "Ask dana", on="Only you see this")
    owned.says("dana", "/pinwheel owner data engineering @gita")
    owned.clicks("gita", "Yes", at="dm")
    owned.says("gita", "/pinwheel queue")

    owned.sees_alone("gita", "Your queue is empty")


def test_a_channel_answers_in_its_channel(team: Team) -> None:
    team.invites("ana", "app", to="#ml-platform")
    team.says("ana", "/pinwheel owner devops_platform #ml-platform")
    team.clicks("gita", "Yes", at="#ml-platform")
    team.says("ben", "/blocked the platform team has to raise the cluster quota for churn")
    team.chooses("ben", "Whose work?", selected_option={"value": "devops_platform"})
    team.clicks("ben", "Ask #ml-platform", on="is changed")

    team.hears("gita", "*Blocker #1* from @ben was put to you.", at="#ml-platform")
    team.chooses(
        "gita", "On it, by …", at="#ml-platform", selected_option={"value": "on_it tomorrow"}
    )
    assert "@ben, @gita is on *#1*, by Tue 10 Mar." in team.thread("ben", "cluster quota")
    team.says("gita", "/pinwheel queue", to="#ml-platform")
    team.sees_alone("gita", "cluster quota", at="#ml-platform")


def test_a_channel_that_we_are_not_in_is_not_asked(team: Team) -> None:
    team.says("ana", "/pinwheel owner devops_platform #churn-model")

    team.sees_alone("ana", "I'm not in that channel.")


def test_a_user_group_is_called_where_the_wait_is(team: Team) -> None:
    team.says("ana", "/pinwheel owner data_engineering @data-eng")
    team.clicks("gita", "Yes")
    team.says("ana", WAIT)
    team.clicks("ana", "Ask @data-eng", on="tracked as")

    assert "<!subteam^S0DATAENG>" in team.thread("ana", "churn table")
    team.chooses("gita", "If it waits on you: answer", selected_option={"value": "on_it today"})
    assert "@ana, @gita is on *#1*, by Mon 9 Mar." in team.thread("ana", "churn table")


def test_who_asked_for_a_group_does_not_say_yes_for_it(team: Team) -> None:
    team.says("ana", "/pinwheel owner data_engineering @data-eng")
    team.clicks("ana", "Yes")

    team.sees_alone("ana", "You asked that, so somebody else there says yes or no to it.")


def test_guests_and_unknown_functions_are_refused_in_words(team: Team) -> None:
    team.says("ana", "/pinwheel owner data_engineering @ines")
    team.sees_alone("ana", "answered for by a full member")
    team.says("ana", "/pinwheel owner cooking @dana")
    team.sees_alone("ana", "I don't know that function.")


def test_the_form_does_the_same_as_the_line(team: Team) -> None:
    team.says("ana", "/pinwheel owner data engineering")
    team.fills("ana", person={"selected_user": "U0DANA"}, why="she builds the tables")

    team.dm_hears("dana", 'Why: "she builds the tables".')


def test_a_deliberate_hand_off_is_marked_by_a_team_keeper(owned: Team) -> None:
    owned.says("ana", WAIT)
    owned.says("ana", "/pinwheel owner legal_security_privacy deliberate")
    owned.sees_alone("ana", "marked as a deliberate hand-off: clocked and forecast as before")
    owned.says("ben", "/pinwheel owners")
    owned.sees_alone("ben", "*Legal, security, privacy*: nobody yet · a deliberate hand-off")
    owned.says("ben", "/pinwheel owner legal_security_privacy ordinary")
    owned.sees_alone("ben", "it takes a team keeper, an administrator, or whoever answers")


def test_outside_their_hours_the_question_waits_for_their_morning(team: Team, clock: Clock) -> None:
    clock.turns_to("2026-03-09T18:30:00Z")
    team.says("ana", ASK_DANA)
    team.does_not_hear("dana", "do you answer", at="dm")
    clock.turns_to("2026-03-10T08:00:00Z")
    team.dm_hears("dana", "do you answer for *Data engineering*?")


def test_in_a_dm_the_same_words_do_the_same(team: Team) -> None:
    team.says("ana", "owner data_engineering <@U0DANA>", to="dm")
    team.dm_hears("ana", "@dana is asked whether they answer for *Data engineering*")
    team.says("dana", "owners", to="dm")
    team.dm_hears("dana", "nobody yet; @dana is asked")
