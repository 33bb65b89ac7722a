"""A time of a pair as a calendar file: into the DM of the two, once, or a link instead."""

from typing import Any

import icalendar
import pytest

from tests.stories.pairing import dm, pairs, partner, turn_on
from tests.team import PEOPLE, Clock, Json, Team, buttons, words

FIRST_MORNING = "2026-03-16T08:05:00Z"  # 9:05 in Berlin


@pytest.fixture
def paired(team: Team, clock: Clock) -> Team:
    """Ana and Chiara, early on their first Monday."""
    turn_on(team, "ana", "chiara")
    clock.turns_to(FIRST_MORNING)
    return team


def files(team: Team, who: str, at: str) -> list[Json]:
    return [file for one in team.messages(who, at) for file in one.get("files") or ()]


def opened(team: Team, who: str, file: Json) -> Any:
    """As this person takes it from the page."""
    asked = {"as": PEOPLE[who], "id": file["id"]}
    answer = team.http.get("/ui/file", params=asked)
    assert answer.headers["content-type"].startswith("text/calendar")
    return icalendar.Calendar.from_ical(answer.content)


def test_a_tap_puts_the_time_into_the_dm_as_a_file_for_both(paired: Team) -> None:
    place = dm(paired, "ana")
    assert {"Add 1 to calendar", "Calendar file 1", "Calendar file 3"} <= set(
        buttons(paired.hears("ana", "you pair up", at=place))
    )
    paired.clicks("ana", "Calendar file 1", at=place)

    (file,) = files(paired, "chiara", place)
    assert file["name"].endswith(".ics")
    (event,) = opened(paired, "chiara", file).walk("VEVENT")
    leads, joins = str(event["SUMMARY"]).removeprefix("Pair programming: ").split(" and ")
    assert {leads, joins} == {"ana", "chiara"}
    assert event["DESCRIPTION"] == "- Whatever is on your desk: the one who leads brings it."
    assert event["DTSTART"].to_ical().endswith(b"Z")
    assert (event["DTEND"].dt - event["DTSTART"].dt).total_seconds() == 1800
    assert "ATTENDEE" not in event
    assert event["CLASS"] == "PRIVATE"


def test_the_agenda_stands_in_it_as_plain_text(paired: Team) -> None:
    paired.says("ana", "/blocked waiting on the schema & review from <@U0CHIARA>")
    paired.clicks("ana", "Calendar file 2", at=dm(paired, "ana"))

    (file,) = files(paired, "ana", dm(paired, "ana"))
    (event,) = opened(paired, "ana", file).walk("VEVENT")
    assert "#1 of @ana, which @chiara may be able to end" in event["DESCRIPTION"]
    assert not {"<", "&amp;", "*"} & set(event["DESCRIPTION"])


def test_each_time_comes_once_however_often_it_is_tapped(paired: Team) -> None:
    place = dm(paired, "ana")
    letter = paired.hears("ana", "you pair up", at=place)
    paired.clicks("ana", "Calendar file 1", at=place)
    paired.clicks("chiara", "Calendar file 1", at=place, seen=letter)
    paired.sees_alone("chiara", "That file is in the conversation of your pair.", at=place)
    assert len(files(paired, "ana", place)) == 1
    paired.clicks("chiara", "Calendar file 2", at=place, seen=letter)
    assert len(files(paired, "ana", place)) == 2


def test_a_tap_that_slack_tells_twice_is_one_file(paired: Team) -> None:
    place = dm(paired, "ana")
    paired.clicks("ana", "Calendar file 1", at=place)
    told = [one for one in paired.records("delivery") if one["method"] == "block_actions"][-1]
    paired.controls("deliver", record=told["n"])
    paired.quiet()

    assert len(files(paired, "ana", place)) == 1


def test_asked_for_elsewhere_it_still_comes_where_the_two_are(paired: Team) -> None:
    paired.says("ana", "/pair")
    paired.clicks("ana", "Calendar file 1", on="you pair up")

    paired.sees_alone("ana", "The file is in the conversation of your pair.")
    assert files(paired, "ana", "#ds-team") == []
    assert len(files(paired, "ana", dm(paired, "ana"))) == 1


def test_without_the_scope_the_link_is_the_answer(paired: Team) -> None:
    paired.controls("scopes", remove=["files:write"])
    place = dm(paired, "ana")
    paired.clicks("ana", "Calendar file 1", at=place)

    refused = paired.sees_alone("ana", "I could not put a file here.", at=place)
    assert buttons(refused) == ["Add to calendar"]
    assert files(paired, "ana", place) == []


@pytest.mark.parametrize(
    "step", ["files.getUploadURLExternal", "files.upload", "files.completeUploadExternal"]
)
def test_where_slack_refuses_a_step_the_link_is_the_answer_and_a_tap_tries_again(
    paired: Team, step: str
) -> None:
    paired.fault(step, "error", error="restricted_action", times=1)
    place = dm(paired, "ana")
    paired.clicks("ana", "Calendar file 1", at=place)
    paired.sees_alone("ana", "I could not put a file here.", at=place)

    paired.clicks("ana", "Calendar file 1", at=place)
    assert len(files(paired, "chiara", place)) == 1


def test_the_token_does_not_go_where_the_bytes_go(paired: Team) -> None:
    paired.clicks("ana", "Calendar file 1", at=dm(paired, "ana"))
    (brought,) = paired.records("call", "files.upload")
    assert brought["args"]["with_token"] is False


def test_where_there_is_no_group_dm_it_comes_to_whoever_tapped(team: Team, clock: Clock) -> None:
    team.fault("conversations.open", "error", error="restricted_action", times=1)
    turn_on(team, "ana", "chiara")
    clock.turns_to(FIRST_MORNING)
    assert pairs(team) == set()
    before = team.transcript("ana", "dm")
    team.clicks("ana", "Calendar file 1", at="dm")

    assert len(files(team, "ana", "dm")) == 1
    assert files(team, "chiara", "dm") == []
    assert team.transcript("ana", "dm").count("--") == before.count("--") + 1, "no second answer"


def test_a_time_that_has_passed_is_not_put_anywhere(paired: Team, clock: Clock) -> None:
    clock.passes(days=3)
    place = dm(paired, "ana")
    paired.clicks("ana", "Calendar file 1", at=place)

    paired.sees_alone("ana", "That time has passed.", at=place)
    assert files(paired, "ana", place) == []


def test_who_is_not_of_the_pair_takes_no_file_from_it(paired: Team) -> None:
    paired.clicks("ana", "Calendar file 1", at=dm(paired, "ana"))
    (file,) = files(paired, "ana", dm(paired, "ana"))

    asked = {"as": PEOPLE["dana"], "id": file["id"]}
    assert paired.http.get("/ui/file", params=asked).status_code == 404
    assert partner(paired, "ana") == "chiara"
    assert "For your calendars" in words(paired.messages("ana", dm(paired, "ana"))[-1])
