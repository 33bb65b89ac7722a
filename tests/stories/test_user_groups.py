"""User groups: their members answer for them, where Slack tells who those are; else anybody."""

import pytest

from tests.team import Clock, Team, words

ASK_THE_GROUP = "/pinwheel owner data_engineering @data-eng"
WAIT = "/blocked waiting on ETL changes for the churn table"
ON_IT = {"value": "on_it today"}


def is_on_it(team: Team, who: str) -> None:
    team.chooses(who, "If it waits on you: answer", selected_option=ON_IT)


@pytest.fixture
def owned(team: Team, clock: Clock) -> Team:
    """Data engineering is answered for by @data-eng: Dana and Gita."""
    team.says("ana", ASK_THE_GROUP)
    team.clicks("gita", "Yes")
    clock.passes(minutes=1)
    return team


@pytest.fixture
def put(owned: Team) -> Team:
    """Ana's wait is put to the group."""
    owned.says("ana", WAIT)
    owned.clicks("ana", "Ask @data-eng", on="tracked as")
    return owned


def test_a_group_is_called_by_its_name_and_nobody_by_it(team: Team) -> None:
    team.says("ana", ASK_THE_GROUP)

    said = words(team.sees_alone("ana", "is asked whether they answer for *Data engineering*"))
    assert "@\u2060data-eng" in said
    assert "S0DATAENG" not in said


def test_only_a_member_says_yes_for_it(team: Team) -> None:
    team.says("ana", ASK_THE_GROUP)
    team.clicks("ben", "Yes")
    team.sees_alone("ben", "That is for the members of @data-eng to say.")
    team.clicks("dana", "Yes")

    team.says("ben", "/pinwheel owners")
    team.sees_alone("ben", "*Data engineering*: @\u2060data-eng")


def test_only_a_member_answers_in_its_voice(put: Team) -> None:
    is_on_it(put, "ben")
    put.sees_alone("ben", "That answer belongs to whoever it waits on.")
    assert "@ben is on" not in put.thread("ana", "churn table")

    is_on_it(put, "dana")  # who is in it, but did not say yes for it
    assert "@ana, @dana is on *#1*, by Mon 9 Mar." in put.thread("ana", "churn table")


def test_a_wait_that_names_a_group_is_answered_by_its_members(team: Team) -> None:
    team.says("ana", "/blocked waiting on @data-eng for the backfill of the churn table")
    team.hears("ana", "@\u2060data-eng")
    is_on_it(team, "ben")
    team.sees_alone("ben", "That answer belongs to whoever it waits on.")
    is_on_it(team, "gita")

    assert "@ana, @gita is on *#1*, by Mon 9 Mar." in team.thread("ana", "backfill")


def test_each_member_has_it_in_their_queue(put: Team) -> None:
    for member in ("dana", "gita"):
        put.says(member, "/pinwheel queue")
        put.sees_alone(member, "churn table")
    put.says("ben", "/pinwheel queue")
    put.sees_alone("ben", "Your queue is empty")


def test_who_joins_or_leaves_it_is_known_at_once(put: Team) -> None:
    put.controls("groups/S0DATAENG", users=["ben", "gita"])
    put.quiet()
    is_on_it(put, "dana")
    put.sees_alone("dana", "That answer belongs to whoever it waits on.")
    put.says("ben", "/pinwheel queue")
    put.sees_alone("ben", "churn table")
    is_on_it(put, "ben")

    assert "@ana, @ben is on *#1*, by Mon 9 Mar." in put.thread("ana", "churn table")


def test_another_name_is_said_from_then_on(put: Team) -> None:
    put.controls("groups/S0DATAENG", handle="tables")
    put.quiet()
    put.says("ana", "/blocked show 1")

    put.sees_alone("ana", "@\u2060tables")


def test_slack_is_asked_again_after_an_hour_and_not_before(put: Team, clock: Clock) -> None:
    def times() -> int:
        return len(put.records("call", "usergroups.users.list"))

    before = times()
    clock.passes(minutes=50)
    is_on_it(put, "ben")
    assert times() == before
    clock.passes(minutes=15)
    assert times() == before + 1


def test_while_slack_is_silent_its_last_word_counts(put: Team, clock: Clock) -> None:
    put.fault("usergroups.users.list", "status", times=-1)
    clock.passes(hours=2)
    is_on_it(put, "ben")

    put.sees_alone("ben", "That answer belongs to whoever it waits on.")


@pytest.mark.parametrize("plan", ["without the scope", "free"])
def test_where_slack_does_not_tell_anybody_may_answer_for_it(
    team: Team, clock: Clock, plan: str
) -> None:
    if plan == "free":
        team.fault("usergroups.users.list", "error", error="plan_upgrade_required", times=-1)
    else:
        team.controls("scopes", remove=["usergroups:read"])
    team.says("ana", ASK_THE_GROUP)
    team.clicks("ben", "Yes")
    team.says("ana", WAIT)
    team.clicks("ana", "Ask the group", on="tracked as")
    is_on_it(team, "ben")

    assert "@ana, @ben is on *#1*, by Mon 9 Mar." in team.thread("ana", "churn table")
