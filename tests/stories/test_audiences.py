"""Who sees a wait: the channel, the one waited on, or only its author; one tap changes it."""

import pytest

from tests.team import Team, buttons, words

WAIT = "/blocked waiting on ETL changes for the churn table from @dana"


def test_in_a_channel_the_channel_sees_it_and_the_answer_says_so(team: Team) -> None:
    team.says("ana", WAIT)

    team.sees_alone("ana", "#ds-team will see this.")
    team.hears("hugo", "ETL changes")


def test_in_a_dm_only_its_author_sees_it(team: Team) -> None:
    team.says("ana", WAIT, to="dm")

    team.sees_alone("ana", "Only you see this.", at="dm")
    assert team.posts("ETL changes") == []


def test_one_tap_narrows_it_to_the_one_waited_on(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("ana", "Only the one I wait on")

    team.sees_alone("ana", "Only @dana will see this.")
    assert team.posts("ETL changes") == []
    team.dm_hears("dana", "ETL changes for the churn table")
    team.dm_hears("dana", "Only you see this, and whoever reported it.")


def test_one_tap_narrows_it_to_only_me(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("ana", "Only me")

    team.sees_alone("ana", "Only you see this.")
    assert team.posts("ETL changes") == []


def test_one_tap_widens_it_to_the_channel(team: Team) -> None:
    team.says("ben", "/blocked no GPU left")
    team.clock.passes(minutes=1)
    team.says("ana", WAIT, to="dm")
    team.clicks("ana", "Show to #ds-team", at="dm")

    team.sees_alone("ana", "#ds-team will see this.", at="dm")
    team.hears("ben", "ETL changes")


def test_what_only_its_author_sees_is_in_nobody_elses_list(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("ana", "Only me")

    for which in ("list", "all", "waiting"):
        team.says("dana", f"/blocked {which}")
        assert "ETL changes" not in team.answers("dana")[-1]
    team.says("ana", "/blocked list")
    team.sees_alone("ana", "not in the channel")


def test_the_number_of_a_private_wait_looks_as_if_it_did_not_exist(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("ana", "Only me")

    for asked in ("show 1", "resolve 1", "done 1", "reopen 1", "edit 1"):
        team.says("dana", f"/blocked {asked}")
        team.sees_alone("dana", "I can't find that blocker.")
    team.says("dana", "/blocked resolve 1 failing test")
    team.sees_alone("dana", "tracked as *#2*")


def test_the_one_asked_sees_it_in_the_list_and_others_do_not(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("ana", "Only the one I wait on")

    team.says("dana", "/blocked list")
    team.sees_alone("dana", "ETL changes")
    team.says("ben", "/blocked list")
    team.sees_alone("ben", "No open waits here.")


def test_the_one_asked_can_answer_from_the_dm(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("ana", "Only the one I wait on")
    team.clicks("dana", "On it", at="dm")

    team.dm_hears("dana", "In hand: @dana is on it.")
    team.dm_hears("ana", "@ana, @dana is on *#1*.")
    assert team.posts("ETL") == []


def test_help_offered_in_a_dm_is_passed_on_in_a_dm(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("ana", "Only the one I wait on")
    team.clicks("dana", "I can help", at="dm")

    team.dm_hears("ana", "@dana can help with *#1*. Send them a message.")


def test_narrowing_while_it_is_looked_at_leaves_nothing_to_click(team: Team) -> None:
    team.says("ana", WAIT)
    team.says("ben", "/blocked list")
    team.clicks("ana", "Only me")
    team.clicks("ben", "Show", on="longest wait first")

    team.sees_alone("ben", "I can't find that blocker.")


def test_without_a_name_the_one_waited_on_cannot_be_told(team: Team) -> None:
    team.says("ana", "/blocked waiting on the new schema from @dana")
    team.clicks("ana", "Only the one I wait on")
    team.clicks("ana", "Edit")
    team.fills("ana", owner={"selected_user": None})

    errors = team.fills("ana", owner={"selected_user": None})["errors"]
    assert "who should see it" in errors["owner"]


def test_a_form_may_name_another_person_to_see_it(team: Team) -> None:
    team.says("ana", WAIT)
    team.clicks("ana", "Only the one I wait on")
    team.clicks("ana", "Edit")
    team.fills("ana", owner={"selected_user": "U0GITA"})

    team.dm_hears("gita", "ETL changes")
    assert "ETL changes" not in team.transcript("dana", "dm")


def test_what_a_private_channel_waits_on_reaches_nobody_outside(team: Team) -> None:
    team.invites("ana", "app", to="#churn-model")
    team.clock.passes(minutes=1)
    team.says("ana", "/blocked waiting on the churn numbers from @dana", to="#churn-model")
    team.hears("ben", "churn numbers", at="#churn-model")

    team.says("dana", "/blocked waiting")
    team.sees_alone("dana", "Nothing waits on you right now.")


def test_who_left_a_private_channel_has_left_its_waits(team: Team) -> None:
    team.invites("ana", "app", to="#churn-model")
    team.says("ben", "/blocked waiting on the churn numbers", to="#churn-model")
    team.clock.passes(minutes=1)
    team.says("farah", "/blocked show 1", to="dm")
    team.sees_alone("farah", "churn numbers", at="dm")

    team.leaves("farah", "#churn-model")
    team.says("farah", "/blocked show 1", to="dm")
    team.sees_alone("farah", "I can't find that blocker.", at="dm")


def test_every_answer_offers_the_other_audiences(team: Team) -> None:
    team.says("ana", WAIT)
    assert buttons(team.sees_alone("ana", "#1"))[3:] == ["Only the one I wait on", "Only me"]

    team.clicks("ana", "Only me")
    answer = team.sees_alone("ana", "Only you see this.")
    assert buttons(answer)[3:] == ["Show to #ds-team", "Only the one I wait on"]
    assert "ETL changes" in words(answer)


@pytest.mark.parametrize("others", [["dana"], ["ben", "farah"]])
def test_in_a_dm_with_others_it_is_its_authors_alone_too(team: Team, others: list[str]) -> None:
    dm = team.direct("ana", *others)
    team.says("ana", WAIT, to=dm)

    team.sees_alone("ana", "Only you see this.", at=dm)
    assert team.posts("ETL changes", at=dm) == []
    for one in others:
        assert team.answers(one, at=dm) == []
