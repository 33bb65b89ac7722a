"""Channels that close, tokens that are revoked, and letters of which nobody knows the fate."""

import pytest

from tests.team import Clock, Team, buttons, ids_of

WAIT = "/blocked waiting on the new schema from @dana"


def trouble(team: Team, who: str = "ana") -> list[str]:
    """What this person was told of a channel that is closed to us."""
    return [text for text in team.transcript(who, "dm").split("--") if "I stopped posting" in text]


def test_in_an_archived_channel_it_stops_and_the_keeper_hears_of_it_once(
    team: Team, clock: Clock
) -> None:
    team.says("ana", WAIT)
    clock.passes(minutes=1)
    team.controls("channels/C0DSTEAM", archived=True)
    team.says("ana", "blocked resolve 1", to="dm")
    clock.passes(minutes=1)
    team.says("ana", "blocked reopen 1", to="dm")
    clock.passes(hours=1)

    assert len(trouble(team)) == 1
    assert "it is archived" in trouble(team)[0]
    assert "`/blocked list` shows them." in trouble(team)[0]


def test_opened_again_it_shows_what_it_missed(team: Team, clock: Clock) -> None:
    team.says("ana", "/blocked no GPU left")
    clock.passes(minutes=1)
    team.says("ana", WAIT, to="dm")
    team.controls("channels/C0DSTEAM", archived=True)
    team.clicks("ana", "Show to #ds-team", at="dm")
    clock.passes(minutes=1)
    team.controls("channels/C0DSTEAM", archived=False)
    clock.passes(minutes=2)

    assert len(team.posts("new schema")) == 1


def test_taken_out_of_a_channel_it_stops_and_the_keeper_hears_of_it_once(
    team: Team, clock: Clock
) -> None:
    team.says("ana", WAIT)
    clock.passes(minutes=1)
    team.leaves("hugo", "#ds-team", taking="app")
    for _ in range(3):
        team.says("ben", "/blocked no GPU left")
        clock.passes(minutes=1)

    assert len(trouble(team)) == 1
    assert "I'm not in it any more" in trouble(team)[0]
    assert trouble(team, "ben") == []
    team.sees_alone("ben", "I'm not in #ds-team yet. Type `/invite @Pinwheel` there")
    assert team.posts("no GPU left") == []


def test_a_post_that_found_the_door_closed_is_made_when_it_opens(team: Team, clock: Clock) -> None:
    team.says("ana", "/blocked no GPU left")
    clock.passes(minutes=1)
    team.leaves("hugo", "#ds-team", taking="app")
    team.says("ana", WAIT)
    clock.passes(minutes=1)
    team.invites("hugo", "app", to="#ds-team")
    clock.passes(minutes=2)

    assert len(team.posts("new schema")) == 1
    assert len(team.posts("no GPU left")) == 1


def test_revoked_it_falls_silent_and_calls_no_more(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.passes(minutes=1)
    team.controls("revoke")
    team.says("ana", "/blocked no GPU left")
    clock.passes(hours=2)
    calls = len(team.records("call"))
    clock.passes(days=2)

    assert len(team.records("call")) == calls
    team.sees_alone("ana", "tracked as *#2*")


def test_a_persons_own_token_revoked_changes_nothing(team: Team, clock: Clock) -> None:
    team.controls(
        "deliver", event={"type": "tokens_revoked", "tokens": {"oauth": ["U0ANA"], "bot": []}}
    )
    team.says("ana", WAIT)
    clock.passes(minutes=1)

    team.hears("ben", "new schema")


def test_of_a_post_in_doubt_its_author_is_asked(team: Team, clock: Clock) -> None:
    team.fault("chat.postMessage", "close_after", channel="C0DSTEAM")
    team.says("ana", WAIT)
    clock.passes(minutes=5)

    asked = team.dm_hears("ana", "I can't tell whether #ds-team saw *#1*")
    assert buttons(asked) == ["Send it again", "It is there"]
    assert len(team.posts("new schema")) == 1


def test_it_is_there_leaves_it_as_it_is(team: Team, clock: Clock) -> None:
    team.fault("chat.postMessage", "close_after", channel="C0DSTEAM")
    team.says("ana", WAIT)
    clock.passes(minutes=5)
    team.clicks("ana", "It is there", at="dm")

    team.dm_hears("ana", "Good, so *#1* was seen. I leave it as it is.")
    assert len(team.posts("new schema")) == 1


def test_send_it_again_sends_it_once_however_often_it_is_tapped(team: Team, clock: Clock) -> None:
    team.fault("chat.postMessage", "close_before", channel="C0DSTEAM")
    team.says("ana", WAIT)
    clock.passes(minutes=5)
    assert team.posts("new schema") == []
    asked = team.dm_hears("ana", "I can't tell whether")
    team.clicks("ana", "Send it again", at="dm")
    team.dm_hears("ana", "*#1* is on its way again.")
    for _ in range(3):
        team.clicks("ana", "Send it again", at="dm", seen=asked)
        clock.passes(minutes=1)

    assert len(team.posts("new schema")) == 1


def test_a_click_on_the_message_in_doubt_tells_where_it_stands(team: Team, clock: Clock) -> None:
    team.fault("chat.postMessage", "close_after", channel="C0DSTEAM")
    team.says("ana", WAIT)
    clock.passes(minutes=5)
    team.clicks("dana", "On it", on="new schema")
    team.hears("ben", "In hand: @dana is on it.")

    team.clicks("ana", "Resolved", on="new schema")
    team.hears("ben", "Resolved: blocker #1")


@pytest.mark.parametrize("kind", ["close_after", "close_before"])
def test_a_dm_in_doubt_is_looked_for_and_arrives_once(team: Team, clock: Clock, kind: str) -> None:
    team.says("ana", WAIT)
    clock.passes(minutes=1)
    team.fault("chat.postMessage", kind, channel=ids_of("ana"))
    team.clicks("dana", "Resolved", on="new schema")
    clock.passes(minutes=5)

    dm = [one for one in team.messages("ana", "dm") if "resolved your" in one["text"]]
    assert len(dm) == 1


def test_too_many_requests_are_waited_out(team: Team, clock: Clock) -> None:
    team.fault("chat.postMessage", "ratelimited", retry_after=20)
    team.says("ana", WAIT)
    assert team.posts("new schema") == []
    clock.passes(seconds=30)

    assert len(team.posts("new schema")) == 1


def test_where_a_person_cannot_be_written_to_the_channel_still_is(team: Team, clock: Clock) -> None:
    team.says("ana", WAIT)
    clock.passes(minutes=1)
    team.fault("chat.postMessage", "error", error="user_disabled", channel=ids_of("ana"))
    team.clicks("dana", "Resolved", on="new schema")
    clock.passes(minutes=1)

    team.hears("ben", "Resolved: blocker #1")
    assert trouble(team) == []
