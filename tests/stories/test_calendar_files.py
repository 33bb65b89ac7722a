"""Days off out of a calendar file: sent to the bot, shown, kept after a tap, or refused."""

from collections.abc import Iterator

import pytest

from tests.team import Clock, Team, buttons

HOLIDAYS = """DTSTART;VALUE=DATE:20260803
DTEND;VALUE=DATE:20260815
SUMMARY:Two weeks at the sea"""
EVERY_OTHER_FRIDAY = """DTSTART;VALUE=DATE:20260306
RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20260425
EXDATE;VALUE=DATE:20260403"""
MEETING = """DTSTART;TZID=Europe/Berlin:20260316T090000
DTEND;TZID=Europe/Berlin:20260316T100000"""
NEVER = "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"


def calendar(*events: str) -> str:
    inside = "".join(
        f"BEGIN:VEVENT\nUID:{number}\nDTSTAMP:20260101T000000Z\n{event}\nEND:VEVENT\n"
        for number, event in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//A calendar//EN\n{inside}END:VCALENDAR\n"


@pytest.fixture
def nothing_kept(team: Team) -> Iterator[None]:
    yield
    team.says("dana", "/pinwheel me show")
    team.sees_alone("dana", "*Days off:* none to come")


def test_a_calendar_file_is_shown_first_and_kept_after_a_tap(team: Team) -> None:
    team.shares("dana", "absences.ics", calendar(HOLIDAYS, MEETING))

    said = team.dm_hears("dana", "12 days off found: 3 Aug 2026 to 14 Aug 2026. Take them?")
    assert buttons(said) == ["Take them", "Leave it"]
    team.does_not_hear("dana", "at the sea", at="dm")
    team.says("dana", "/pinwheel me show")
    team.sees_alone("dana", "*Days off:* none to come")

    team.clicks("dana", "Take them", at="dm")
    team.says("dana", "/pinwheel me show")
    team.sees_alone("dana", "*Days off:* 3 Aug 2026 to 14 Aug 2026")


def test_what_was_taken_joins_what_was_known_and_twice_is_once(team: Team) -> None:
    team.says("dana", "/pinwheel me off 15 Aug to 16 Aug")
    for _ in range(2):
        team.shares("dana", "absences.ics", calendar(HOLIDAYS))
        team.clicks("dana", "Take them", at="dm")

    team.says("dana", "/pinwheel me show")
    team.sees_alone("dana", "*Days off:* 3 Aug 2026 to 16 Aug 2026\n")


def test_each_time_of_what_repeats_counts_but_those_taken_out(team: Team) -> None:
    team.shares("dana", "fridays.ics", calendar(EVERY_OTHER_FRIDAY))
    team.dm_hears("dana", "2 days off found: 20 Mar 2026, 17 Apr 2026.")


def test_midnight_is_that_of_the_person(team: Team) -> None:
    in_new_york = """DTSTART:20260401T040000Z
DTEND:20260403T040000Z"""
    team.controls("people/U0DANA", tz="America/New_York")
    team.shares("dana", "a.ics", calendar(in_new_york))
    team.dm_hears("dana", "2 days off found: 1 Apr 2026 to 2 Apr 2026.")
    team.shares("ana", "a.ics", calendar(in_new_york))
    team.dm_hears("ana", "1 day off found: 2 Apr 2026.")


@pytest.mark.usefixtures("nothing_kept")
def test_who_leaves_it_keeps_nothing(team: Team) -> None:
    team.shares("dana", "absences.ics", calendar(HOLIDAYS))
    team.clicks("dana", "Leave it", at="dm")
    team.dm_hears("dana", "Nothing was kept of that calendar.")


@pytest.mark.usefixtures("nothing_kept")
@pytest.mark.parametrize(
    ("name", "content", "answer"),
    [
        ("photo.png", b"\x89PNG\r\n", "I can't read that as a calendar."),
        ("absences.ics", "my holidays are in August", "I can't read that as a calendar."),
        ("absences.ics", b"\xff\xfe\x00\x01", "I can't read that as a calendar."),
        ("absences.ics", "", "I can't read that as a calendar."),
        ("absences.ics", calendar(MEETING), "I found no whole days off to come"),
        ("absences.ics", calendar("DTSTART;VALUE=DATE:20250803"), "I found no whole days off"),
        ("absences.ics", calendar("DTSTART;VALUE=DATE:what"), "I found no whole days off"),
        ("absences.ics", calendar(HOLIDAYS) + " " * 1_000_000, "larger than the 1 MB"),
    ],
)
def test_what_is_of_no_use_is_said_in_a_sentence(
    team: Team, name: str, content: bytes | str, answer: str
) -> None:
    team.shares("dana", name, content)
    team.dm_hears("dana", answer)


@pytest.mark.usefixtures("nothing_kept")
def test_a_calendar_that_repeats_without_an_end_is_given_up(team: Team) -> None:
    team.shares("dana", "absences.ics", calendar(NEVER, HOLIDAYS))
    team.dm_hears("dana", "repeats more than I can work out")


@pytest.mark.usefixtures("nothing_kept")
def test_without_the_scope_slack_refuses_and_the_person_is_told(team: Team) -> None:
    team.controls("scopes", remove=["files:read"])
    team.shares("dana", "absences.ics", calendar(HOLIDAYS))
    team.dm_hears("dana", "Slack did not let me read that file.")


def test_a_line_can_name_a_file_by_its_link_but_only_ones_own(team: Team) -> None:
    link = team.shares("dana", "absences.ics", calendar(HOLIDAYS))["permalink"]
    team.says("dana", f"/pinwheel me off {link}")
    team.sees_alone("dana", "12 days off found")
    team.says("ana", f"/pinwheel me off {link}")
    team.sees_alone("ana", "Slack did not let me read that file.")


def test_a_pasted_calendar_works_in_the_form_and_in_a_line(team: Team, clock: Clock) -> None:
    team.says("dana", f"/pinwheel me off {calendar(HOLIDAYS)}")
    team.sees_alone("dana", "*Days off:* 3 Aug 2026 to 14 Aug 2026")
    team.says("dana", "/pinwheel me")
    team.fills("dana", off=calendar(EVERY_OTHER_FRIDAY))
    team.says("dana", "/pinwheel me show")
    team.sees_alone("dana", "*Days off:* 20 Mar 2026, 17 Apr 2026")


def test_words_beside_a_picture_are_still_words(team: Team) -> None:
    team.shares("dana", "screen.png", b"\x89PNG", text="waiting on access to the billing bucket")
    team.dm_hears("dana", "billing bucket")
    assert "calendar" not in team.transcript("dana", "dm")
