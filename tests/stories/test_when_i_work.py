"""`/pinwheel me`: people say when they work and what may reach them, and it is kept to."""

import pytest

from tests.team import Clock, Team, words

EARLIER = "/blocked waiting on ETL changes for the renewals table"
NOW = "/blocked waiting on ETL changes for the churn table"
MONDAY_EVENING = "2026-03-09T18:30:00Z"
TUESDAY_NINE = "2026-03-10T08:00:00Z"
WEDNESDAY_SEVEN = "2026-03-11T06:00:00Z"


@pytest.fixture
def knower(team: Team, clock: Clock) -> str:
    """Dana, in Berlin, ended such a wait before."""
    team.says("ana", EARLIER)
    team.clicks("dana", "Resolved", on="renewals table")
    clock.passes(minutes=2)
    return "dana"


def ask(team: Team, clock: Clock) -> None:
    team.says("ana", NOW)
    clock.passes(minutes=1)
    team.clicks("ana", "Ask quietly", on="churn table")


def test_the_form_opens_with_what_is_usual_and_shows_what_was_saved(team: Team) -> None:
    team.says("dana", "/pinwheel me")
    team.fills(
        "dana",
        starts={"selected_time": "08:00"},
        ends={"selected_time": "14:00"},
        days={"selected_options": [{"value": "1"}, {"value": "2"}, {"value": "3"}]},
        country="DE-BY",
        off="1 Apr to 10 Apr\n24 December",
        pause={"selected_date": None},
        skills={"selected_options": [{"value": "data_engineering"}]},
        reach={"selected_options": [{"value": "help"}]},
    )

    shown = words(team.form("dana"))
    for said in (
        "Mon, Tue, Wed, 08:00 to 14:00 (Europe/Berlin, as Slack says)",
        "Germany (BY)",
        "1 Apr 2026 to 10 Apr 2026, 24 Dec 2026",
        "Data engineering",
        "Only you see this.",
    ):
        assert said in shown
    assert "Quiet questions" not in shown


def test_what_is_no_day_is_said_beside_its_field_and_nothing_is_saved(team: Team) -> None:
    team.says("dana", "/pinwheel me")
    answer = team.fills(
        "dana",
        starts={"selected_time": "08:00"},
        ends={"selected_time": "07:00"},
        days={"selected_options": [{"value": "1"}]},
        country="Mordor",
        off="when I feel like it",
        pause={"selected_date": None},
        skills={"selected_options": []},
        reach={"selected_options": []},
    )

    assert set(answer["errors"]) == {"ends", "country", "off"}
    team.says("dana", "/pinwheel me show")
    team.sees_alone("dana", "09:00 to 17:30")


def test_each_thing_can_be_said_in_a_line_too(team: Team) -> None:
    for line, answer in {
        "hours 10 to 16.30": "10:00 to 16:30",
        "days mon-thu": "Mon, Tue, Wed, Thu, 10:00",
        "country germany": "*Public holidays:* Germany",
        "off 2026-04-01 to 2026-04-03": "*Days off:* 1 Apr 2026 to 3 Apr 2026",
        "off 24 dec": "1 Apr 2026 to 3 Apr 2026, 24 Dec 2026",
        "off none": "*Days off:* none to come",
        "pause until friday": "you hear from me again on 13 Mar 2026",
        "pause none": "*Muted:* nothing",
        "skills code review, data_engineering": "Code review, Data engineering",
        "mute help": "*Muted:* Quiet questions",
    }.items():
        team.says("dana", f"/pinwheel me {line}")
        team.sees_alone("dana", answer)
    team.says("dana", "/pinwheel me country Mordor")
    team.sees_alone("dana", "I don't know that country.")
    team.says("dana", "/pinwheel me whatever")
    team.sees_alone("dana", "`me hours 9:00 to 17:30`")


def test_in_a_dm_it_is_answered_by_a_letter_and_the_form_needs_a_tap(team: Team) -> None:
    team.says("dana", "me days fri", to="dm")
    team.dm_hears("dana", "Fri, 09:00 to 17:30")
    team.says("dana", "me", to="dm")
    team.clicks("dana", "Open the form", at="dm")
    assert team.form("dana")["title"]["text"] == "When I work"


def test_a_question_waits_for_the_hours_that_somebody_keeps(
    team: Team, clock: Clock, knower: str
) -> None:
    team.says(knower, "/pinwheel me hours 8:00 to 9:45")
    ask(team, clock)  # at 10:04 in Berlin

    team.sees_alone("ana", "It reaches them when their working day begins")
    clock.turns_to("2026-03-10T06:59:00Z")
    team.does_not_hear(knower, "20 minutes", at="dm")
    clock.turns_to("2026-03-10T07:00:00Z")
    team.dm_hears(knower, "20 minutes to help with this?")


def test_a_day_off_said_meanwhile_moves_it_once_more(team: Team, clock: Clock, knower: str) -> None:
    clock.turns_to(MONDAY_EVENING)
    ask(team, clock)
    team.says(knower, "/pinwheel me off 2026-03-10")

    clock.turns_to(WEDNESDAY_SEVEN)
    team.does_not_hear(knower, "20 minutes", at="dm")
    clock.turns_to("2026-03-11T08:00:00Z")
    team.dm_hears(knower, "20 minutes to help with this?")


def test_who_muted_such_questions_is_not_asked(team: Team, clock: Clock, knower: str) -> None:
    team.says(knower, "/pinwheel me mute help")
    ask(team, clock)

    team.sees_alone("ana", "I don't know anybody else to ask")
    team.does_not_hear(knower, "20 minutes", at="dm")


def test_who_is_on_vacation_by_slacks_status_is_not_asked(
    team: Team, clock: Clock, knower: str
) -> None:
    team.controls("people/U0DANA", status_emoji=":palm_tree:", status_text="back on 2026-04-20")
    team.quiet()
    ask(team, clock)

    team.sees_alone("ana", "I don't know anybody else to ask")


def test_the_clock_of_a_wait_stands_still_on_a_day_off(team: Team, clock: Clock) -> None:
    team.says("ana", NOW)
    team.says("ana", "/pinwheel me off tomorrow")
    clock.turns_to("2026-03-11T09:00:00Z")  # 48 hours later, one of them worked through

    team.says("ana", "/blocked show 1")
    team.sees_alone("ana", "1 day")
    team.does_not_hear("ana", "2 days")
