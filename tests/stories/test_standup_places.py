"""Standups of several teams, of closed channels, of people of other clocks; and the command's
other doors."""

import pytest

from tests.stories.test_standups import TUESDAY, answers, replies, summary
from tests.team import Clock, Team, buttons, words


@pytest.fixture
def standup(team: Team, clock: Clock) -> Team:
    team.says("ana", "/standup on")
    team.clicks("ana", "Start")
    clock.passes(**TUESDAY)
    return team


@pytest.fixture
def of_two_teams(team: Team, clock: Clock) -> Team:
    team.invites("ana", "app", to="#churn-model")
    for place in ("#ds-team", "#churn-model"):
        team.says("ana", "/standup on", to=place)
        team.clicks("ana", "Start", at=place)
    clock.passes(**TUESDAY)
    return team


def test_two_teams_are_one_letter_with_two_answers(of_two_teams: Team) -> None:
    letters = [one for one in of_two_teams.messages("ana", "dm") if "*Standup of #" in words(one)]
    assert len(letters) == 1
    assert buttons(letters[0]).count("Answer") == 2


def test_words_written_back_may_be_for_either_team(of_two_teams: Team) -> None:
    of_two_teams.says("ana", "Holdout of the third version", to="dm")
    shown = of_two_teams.dm_hears("ana", "Only you see this so far.")
    assert {"Post to #ds-team", "Post to #churn-model"} <= set(buttons(shown))

    of_two_teams.clicks("ana", "Post to #churn-model", at="dm")
    assert of_two_teams.posts("Holdout of the third version", at="#churn-model")
    assert of_two_teams.posts("Holdout of the third version", at="#ds-team") == []


def test_in_a_dm_the_command_asks_for_which_team(of_two_teams: Team) -> None:
    of_two_teams.says("ana", "/standup", to="dm")
    of_two_teams.sees_alone("ana", "For which team?", at="dm")
    of_two_teams.clicks("ana", "#churn-model", at="dm")

    assert "#churn-model will see your answer." in words(of_two_teams.form("ana"))


def test_everybody_is_asked_at_half_past_nine_where_they_are(standup: Team, clock: Clock) -> None:
    standup.dm_hears("gita", "Standup of #ds-team")  # 14:01 in Kolkata
    standup.does_not_hear("eli", "Standup of #ds-team", at="dm")
    clock.passes(hours=8)  # 9:31 in Los Angeles
    standup.dm_hears("eli", "Standup of #ds-team")


def test_guests_and_bots_are_never_asked(standup: Team, clock: Clock) -> None:
    clock.passes(days=1)

    standup.does_not_hear("ines", "Standup of", at="dm")


def test_the_summary_waits_for_the_last_zone(standup: Team, clock: Clock) -> None:
    answers(standup, "ana", plan="Finish the churn features")
    clock.passes(hours=5)
    assert "Not heard from" not in summary(standup)
    answers(standup, "ben", plan="Review the drift report")
    clock.passes(hours=8)

    settled = summary(standup)
    assert "Answers in the thread: ana, ben" in settled
    assert "Not heard from: chiara" in settled


def test_an_archived_channel_pauses_it_and_its_keeper_is_told_once(
    standup: Team, clock: Clock
) -> None:
    standup.controls("channels/C0DSTEAM", archived=True)
    standup.quiet()
    standup.dm_hears("ana", "I stopped posting in")
    clock.passes(days=2)

    told = [one for one in standup.messages("ana", "dm") if "I stopped posting" in words(one)]
    assert len(told) == 1
    standup.does_not_hear("ana", "Wednesday 11 March", at="dm")


def test_it_is_turned_off_as_easily(standup: Team, clock: Clock) -> None:
    standup.says("ana", "/standup off")
    clock.passes(days=1)

    standup.does_not_hear("ana", "Wednesday 11 March", at="dm")


def test_the_long_command_and_a_mention_do_the_same(standup: Team) -> None:
    standup.says("ana", "/pinwheel standup who")
    standup.sees_alone("ana", "*Standup of #ds-team*: on.")
    standup.clock.passes(minutes=1)
    standup.says("ana", "<@U0APP> standup show")
    standup.sees_alone("ana", "No answers were posted here")


def test_in_a_dm_a_form_needs_a_tap(standup: Team) -> None:
    standup.says("ana", "standup", to="dm")
    standup.clicks("ana", "#ds-team", at="dm")
    standup.fills("ana", plan="Finish the churn features")

    assert "Finish the churn features" in replies(standup)


def test_an_answer_needs_no_rhythm(team: Team) -> None:
    team.says("ana", "/standup")
    team.fills("ana", plan="Finish the churn features")

    assert "Finish the churn features" in replies(team, "Monday 9 March")


def test_a_form_that_opens_too_late_is_a_tap_away(standup: Team) -> None:
    standup.fault("views.open", "error", error="expired_trigger_id")
    standup.says("ana", "/standup")
    standup.clicks("ana", "#ds-team")

    assert standup.form("ana")["callback_id"] == "standups.answer"


def test_a_guest_cannot_answer(team: Team) -> None:
    team.says("ines", "/standup")

    team.sees_alone("ines", "Pinwheel works for full members of this workspace")


def test_where_we_are_not_yet_an_answer_waits_for_the_invitation(team: Team) -> None:
    team.says("ana", "/standup", to="#churn-model")
    team.fills("ana", plan="Holdout of the third version")
    assert "I'm not in" in words(team.form("ana"))

    team.invites("ana", "app", to="#churn-model")
    assert team.posts("Holdout of the third version", at="#churn-model")
