"""Guests, people of other workspaces, and people whom Slack could not describe in time."""

import time
from collections.abc import Iterator

import pytest

from storage.patience import USUAL
from tests.running import a_bot, a_slack
from tests.team import Clock, Team, buttons

WAIT = "/blocked waiting on the new schema"


@pytest.fixture
def hurried(database_url: str) -> Iterator[Team]:
    """A team whose bot waits for Slack no longer than it may."""
    with a_slack() as server, a_bot(server, database_url, patience=USUAL):
        talking = Team(server)
        yield talking
        talking.close()


def test_a_guest_is_refused_kindly_and_keeps_the_words(team: Team) -> None:
    team.says("ines", WAIT)

    team.sees_alone("ines", "Pinwheel works for full members of this workspace.")
    team.sees_alone("ines", "waiting on the new schema")
    assert team.posts("new schema") == []


@pytest.mark.parametrize("asked", ["list", "mine", "show 1", "resolve 1", ""])
def test_a_guest_is_refused_everything_else_too(team: Team, asked: str) -> None:
    team.says("ana", WAIT)
    team.says("ines", f"/blocked {asked}")

    team.sees_alone("ines", "Pinwheel works for full members")


@pytest.mark.parametrize("button", ["Ask quietly", "I can help", "On it", "Resolved"])
def test_a_guests_click_changes_nothing(team: Team, button: str) -> None:
    team.says("ana", WAIT)
    team.clicks("ines", button, on="new schema")

    team.sees_alone("ines", "Pinwheel works for full members")
    team.hears("ana", "Open.")


@pytest.mark.parametrize("button", ["Ask quietly", "I can help", "On it", "Resolved"])
def test_a_click_from_another_workspace_changes_nothing(team: Team, button: str) -> None:
    team.invites("ana", "app", to="#ml-platform")
    team.clock.passes(minutes=1)
    team.says("ana", WAIT, to="#ml-platform")
    team.clicks("oren", button, on="new schema", at="#ml-platform")

    team.sees_alone("oren", "Pinwheel works for full members", at="#ml-platform")
    team.hears("ana", "Open.", at="#ml-platform")


def test_a_mention_from_another_workspace_is_refused_there(team: Team) -> None:
    team.invites("ana", "app", to="#ml-platform")
    team.clock.passes(minutes=1)
    team.says("oren", "<@U0APP> blocked waiting on your API", to="#ml-platform")

    team.sees_alone("oren", "Pinwheel works for full members", at="#ml-platform")
    assert team.posts("your API", at="#ml-platform") == []


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "slow", "seconds": 2},
        {"kind": "error", "error": "internal_error"},
        {"kind": "status"},
    ],
)
def test_whom_slack_does_not_describe_is_kept_and_told_later(
    hurried: Team, fault: dict[str, str]
) -> None:
    hurried.controls("faults", method="users.info", **fault)
    hurried.says("ana", WAIT)

    answers = hurried.answers("ana")
    assert "Only you see this so far; #ds-team will see it once Slack tells me" in answers[0]
    hurried.clock.passes(minutes=1)
    hurried.hears("ben", "new schema")
    assert len(hurried.posts("new schema")) == 1


def test_a_guest_found_out_later_is_told_and_nothing_is_posted(team: Team, clock: Clock) -> None:
    team.fault("users.info", "error", error="internal_error")
    team.says("ines", WAIT)
    clock.passes(minutes=1)

    team.dm_hears("ines", "Pinwheel works for full members of this workspace, so I did not post")
    team.dm_hears("ines", "new schema")
    assert team.posts("new schema") == []


def test_an_unknown_channel_is_told_later_as_well(hurried: Team) -> None:
    hurried.fault("conversations.info", "slow", seconds=2)
    hurried.says("ana", WAIT)
    hurried.clock.passes(minutes=1)

    hurried.hears("ben", "new schema")


def test_what_slack_tells_too_late_for_one_answer_is_known_to_the_next(hurried: Team) -> None:
    hurried.fault("conversations.info", "slow", seconds=2)
    hurried.says("ana", "/standup on")
    until = time.monotonic() + 20
    named: list[str] = []
    while "#ds-team" not in named and time.monotonic() < until:
        hurried.says("ana", "standup", to="dm")
        named = buttons(hurried.dm_hears("ana", "For which team?"))

    assert named == ["#ds-team"]


def test_who_becomes_a_guest_is_a_guest_at_once(team: Team) -> None:
    team.says("ben", WAIT)
    team.controls("people/U0BEN", is_guest=True)
    team.quiet()
    team.says("ben", "/blocked list")

    team.sees_alone("ben", "Pinwheel works for full members")


def test_a_guest_who_asks_about_themselves_is_not_told_to_report_anything(team: Team) -> None:
    team.says("ines", "/pinwheel me")
    answer = team.sees_alone("ines", "Pinwheel works for full members of this workspace.")
    assert "report it" not in str(answer)
