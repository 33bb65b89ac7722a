"""Ask quietly: one person who ended such a wait before, and no name before a yes."""

import pytest

from tests.team import Clock, Team, buttons, words

EARLIER = "/blocked waiting on ETL changes for the renewals table"
NOW = "/blocked waiting on ETL changes for the churn table, needs @hugo to confirm"
MONDAY_EVENING = "2026-03-09T18:30:00Z"
TUESDAY_NINE = "2026-03-10T08:00:00Z"


@pytest.fixture
def knower(team: Team, clock: Clock) -> str:
    """Gita ended such a wait before. She works in Kolkata, where it is 14:33 then."""
    team.says("ana", EARLIER)
    team.clicks("gita", "Resolved", on="renewals table")
    clock.passes(minutes=2)
    team.says("ana", NOW)
    clock.passes(minutes=1)
    return "gita"


def test_the_one_who_knows_is_asked_and_nobody_is_named(team: Team, knower: str) -> None:
    team.clicks("ana", "Ask quietly", on="churn table")

    team.sees_alone("ana", "I'm asking one person who knows Data engineering")
    question = team.dm_hears(knower, "20 minutes to help with this?")
    assert buttons(question) == ["Yes", "Not now"]
    assert "churn table" in words(question)
    for name in ("ana", "hugo", "U0ANA", "U0HUGO"):
        assert name not in words(question)


def test_the_channel_learns_nothing_of_it(team: Team, knower: str) -> None:
    before = len(team.posts(""))
    team.clicks("ana", "Ask quietly", on="churn table")

    assert len(team.posts("")) == before
    assert team.thread("ana", "churn table") == ""


def test_a_yes_puts_the_two_in_touch(team: Team, clock: Clock, knower: str) -> None:
    team.clicks("ana", "Ask quietly", on="churn table")
    team.clicks(knower, "Yes", at="dm")
    clock.passes(minutes=1)

    team.dm_hears(knower, "@ana waits on this, and now knows that you can help.")
    assert "@ana, @gita can help with *#2*." in team.thread("ana", "churn table")


def test_a_no_is_passed_on_without_a_name(team: Team, knower: str) -> None:
    team.clicks("ana", "Ask quietly", on="churn table")
    team.clicks(knower, "Not now", at="dm")

    team.dm_hears(knower, "Nobody learns who was asked.")
    declined = team.dm_hears("ana", "has no time for it now. Shall I ask somebody else?")
    assert "gita" not in words(declined)


def test_the_answer_given_first_counts(team: Team, knower: str) -> None:
    team.clicks("ana", "Ask quietly", on="churn table")
    asked = team.dm_hears(knower, "20 minutes to help with this?")
    team.clicks(knower, "Not now", at="dm", seen=asked)
    team.clicks(knower, "Yes", at="dm", seen=asked)

    team.dm_hears(knower, "Nobody learns who was asked.")
    assert team.thread("ana", "churn table") == ""


def test_after_a_no_somebody_else_is_asked_or_nobody_is_known(team: Team, knower: str) -> None:
    team.clicks("ana", "Ask quietly", on="churn table")
    team.clicks(knower, "Not now", at="dm")
    team.clicks("ana", "Ask quietly", on="Shall I ask somebody else?", at="dm")

    team.sees_alone("ana", "I don't know anybody else to ask about Data engineering yet.", at="dm")


def test_one_is_asked_at_a_time(team: Team, clock: Clock, knower: str) -> None:
    team.says("ben", EARLIER)
    team.clicks("dana", "Resolved", on="Blocker #3")
    clock.passes(minutes=2)
    team.clicks("ana", "Ask quietly", on="Blocker #2")
    clock.passes(minutes=5)
    team.clicks("ben", "Ask quietly", on="Blocker #2")
    team.sees_alone("ben", "Somebody was asked about *#2* 5 minutes ago and may still answer.")
    team.does_not_hear(knower, "20 minutes", at="dm")

    clock.passes(hours=5)
    team.clicks("ben", "Ask quietly", on="Blocker #2")
    team.sees_alone("ben", "I'm asking one person")


def test_outside_their_hours_it_waits_until_their_morning(team: Team, clock: Clock) -> None:
    team.says("ana", EARLIER)
    team.clicks("dana", "Resolved", on="renewals table")
    clock.turns_to(MONDAY_EVENING)
    team.says("ben", NOW)
    clock.passes(minutes=1)
    team.clicks("ben", "Ask quietly", on="churn table")

    team.sees_alone("ben", "It reaches them when their working day begins")
    team.does_not_hear("dana", "20 minutes", at="dm")
    clock.turns_to(TUESDAY_NINE)
    team.dm_hears("dana", "20 minutes to help with this?")


def test_what_ended_overnight_asks_nobody_in_the_morning(team: Team, clock: Clock) -> None:
    team.says("ana", EARLIER)
    team.clicks("dana", "Resolved", on="renewals table")
    clock.turns_to(MONDAY_EVENING)
    team.says("ben", NOW)
    clock.passes(minutes=1)
    team.clicks("ben", "Ask quietly", on="churn table")
    team.says("ben", "/blocked resolve 2 found it myself")

    clock.turns_to(TUESDAY_NINE)
    team.does_not_hear("dana", "20 minutes", at="dm")


def test_where_nobody_is_known_it_says_how_it_learns(team: Team) -> None:
    team.says("ana", NOW)
    team.clicks("ana", "Ask quietly", on="churn table")

    team.sees_alone("ana", "I don't know anybody else to ask about Data engineering yet.")
    team.sees_alone("ana", "I learn it from who ends such waits.")


def test_who_is_waited_on_or_waits_is_not_asked(team: Team, clock: Clock) -> None:
    team.says("ana", EARLIER)
    team.clicks("dana", "Resolved", on="renewals table")
    clock.passes(minutes=2)
    team.says("ana", "/blocked waiting on ETL changes for the churn table from @dana")
    team.clicks("ben", "Ask quietly", on="churn table")

    team.sees_alone("ben", "I don't know anybody else to ask")


def test_a_wait_of_a_private_channel_is_asked_only_among_its_team(team: Team, clock: Clock) -> None:
    team.says("ana", EARLIER)
    team.clicks("gita", "Resolved", on="renewals table")
    team.invites("ana", "app", to="#churn-model")
    clock.passes(minutes=2)
    team.says("ana", NOW, to="#churn-model")
    team.clicks("ana", "Ask quietly", on="churn table", at="#churn-model")

    team.sees_alone("ana", "I don't know anybody else to ask", at="#churn-model")


def test_a_wait_that_only_its_author_sees_can_be_asked_about(
    team: Team, clock: Clock, knower: str
) -> None:
    team.clicks("ana", "Only me", on="churn table")
    team.says("ana", "/blocked show 2")
    team.clicks("ana", "Ask quietly", on="reported by you")
    team.clicks(knower, "Yes", at="dm")

    team.dm_hears("ana", "@gita can help with *#2*. Send them a message.")
    team.clicks(knower, "Resolved", on="now knows that you can help", at="dm")
    team.dm_hears("ana", "@gita resolved your *#2*.")
