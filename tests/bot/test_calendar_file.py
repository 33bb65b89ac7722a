"""Calendar files: which days they mean, in whose zone, and what is no calendar at all."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar_file import TooMuchInIt, days_off, is_calendar
from bot.days import Stretch

MONDAY = date(2026, 3, 9)
BERLIN = ZoneInfo("Europe/Berlin")
WINDOWS_ZONE = """BEGIN:VTIMEZONE
TZID:Somewhere of its own
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:-0500
TZOFFSETTO:-0500
END:STANDARD
END:VTIMEZONE
"""


def calendar(*events: str, before: str = "") -> str:
    inside = "".join(
        f"BEGIN:VEVENT\nUID:{number}\n{event}\nEND:VEVENT\n" for number, event in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{before}{inside}END:VCALENDAR\n"


def found_in(text: str, *, zone: ZoneInfo = BERLIN) -> tuple[Stretch, ...] | None:
    return days_off(text, today=MONDAY, zone=zone, is_too_late=lambda: False)


def stretch(first: str, last: str = "") -> Stretch:
    return date.fromisoformat(f"2026-{first}"), date.fromisoformat(f"2026-{last or first}")


@pytest.mark.parametrize(
    ("event", "days"),
    [
        ("DTSTART;VALUE=DATE:20260401\nDTEND;VALUE=DATE:20260404", [stretch("04-01", "04-03")]),
        ("DTSTART;X-KIND=leave;VALUE=DATE:20260501", [stretch("05-01")]),
        ("DTSTART;VALUE=DATE:20260401\nDURATION:P3D", [stretch("04-01", "04-03")]),
        ("DTSTART;VALUE=DATE:20260301\nDTEND;VALUE=DATE:20260311", [stretch("03-09", "03-10")]),
        ("DTSTART;VALUE=DATE:20250401", []),
        ("DTSTART;VALUE=DATE:20290401", []),
        ("DTSTART;VALUE=DATE:20260401\nTRANSP:TRANSPARENT", []),
        ("DTSTART;VALUE=DATE:20260401\nSTATUS:CANCELLED", []),
        ("DTSTART:20260401T090000\nDTEND:20260401T180000", []),
        ("DTSTART:20260401T090000\nDTEND:20260403T180000", [stretch("04-02")]),
        ("DTSTART:20260401T000000\nDTEND:20260403T000000", [stretch("04-01", "04-02")]),
        (
            "DTSTART;TZID=Europe/Berlin:20260328T000000\nDTEND;TZID=Europe/Berlin:20260330T000000",
            [stretch("03-28", "03-29")],  # the clock is put forward in between
        ),
        ("DTSTART:20260331T220000Z\nDTEND:20260401T220000Z", [stretch("04-01")]),
        ("SUMMARY:nobody knows when", []),
        ("DTSTART;VALUE=DATE:nonsense", []),
        ("DTSTART;VALUE=DATE:20260401\nRRULE:FREQ=NEVER", []),
        ("DTSTART;VALUE=DATE:20260401\nRRULE:FREQ=SECONDLY;COUNT=100000", []),
    ],
)
def test_an_event_means_these_days(event: str, days: list[Stretch]) -> None:
    assert found_in(calendar(event)) == tuple(days)
    assert found_in(calendar(event).replace("\n", "\r\n")) == tuple(days)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("RRULE:FREQ=WEEKLY;COUNT=3", ["04-01", "04-08", "04-15"]),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260430", ["04-01", "04-15", "04-29"]),
        ("RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20260408", ["04-01", "04-15"]),
        ("RDATE;VALUE=DATE:20260501", ["04-01", "05-01"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=1WE;COUNT=2", ["04-01", "05-06"]),
    ],
)
def test_what_repeats_means_each_of_its_days(rule: str, days: list[str]) -> None:
    found = found_in(calendar(f"DTSTART;VALUE=DATE:20260401\n{rule}"))
    assert found == tuple(map(stretch, days))


def test_one_date_of_many_can_be_moved_or_called_off() -> None:
    text = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:fridays
DTSTART;VALUE=DATE:20260403
RRULE:FREQ=WEEKLY;COUNT=3
END:VEVENT
BEGIN:VEVENT
UID:fridays
RECURRENCE-ID;VALUE=DATE:20260410
DTSTART;VALUE=DATE:20260408
END:VEVENT
BEGIN:VEVENT
UID:fridays
RECURRENCE-ID;VALUE=DATE:20260417
DTSTART;VALUE=DATE:20260417
STATUS:CANCELLED
END:VEVENT
END:VCALENDAR"""
    assert found_in(text) == (stretch("04-03"), stretch("04-08"))


def test_a_day_is_whole_where_the_person_is() -> None:
    text = calendar("DTSTART:20260401T040000Z\nDTEND:20260403T040000Z")
    assert found_in(text, zone=ZoneInfo("America/New_York")) == (stretch("04-01", "04-02"),)
    assert found_in(text) == (stretch("04-02"),)


def test_a_zone_that_the_file_brings_along_is_understood() -> None:
    there = "TZID=Somewhere of its own"
    event = f"DTSTART;{there}:20260401T000000\nDTEND;{there}:20260402T000000"
    found = found_in(calendar(event, before=WINDOWS_ZONE), zone=ZoneInfo("Etc/GMT+5"))
    assert found == (stretch("04-01"),)


def test_one_that_never_ends_ends_in_two_years() -> None:
    found = found_in(calendar("DTSTART;VALUE=DATE:20260401\nDTEND;VALUE=DATE:99991231"))
    assert found == ((date(2026, 4, 1), MONDAY + timedelta(days=730)),)


def test_what_was_pasted_without_its_ends_is_understood() -> None:
    text = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260401\nEND:VEVENT"
    assert is_calendar(text)
    assert found_in(text) == (stretch("04-01"),)


@pytest.mark.parametrize("text", ["", "hello", "BEGIN:VCALENDAR", "BEGIN:VCARD\nEND:VCARD"])
def test_what_is_no_calendar_is_none(text: str) -> None:
    assert not is_calendar(text)
    assert found_in(text) is None


def test_it_gives_up_when_it_takes_too_long() -> None:
    text = calendar("DTSTART;VALUE=DATE:20260401", "DTSTART;VALUE=DATE:20260402")
    asked = iter([False, True])
    with pytest.raises(TooMuchInIt):
        days_off(text, today=MONDAY, zone=BERLIN, is_too_late=lambda: next(asked))


@given(
    st.lists(
        st.tuples(st.integers(0, 500), st.sampled_from("0123456789:;=\r\n,ABZ-\0é")), max_size=9
    )
)
def test_a_file_that_was_damaged_does_no_harm(damages: list[tuple[int, str]]) -> None:
    text = list(
        calendar(
            "DTSTART;VALUE=DATE:20260803\nDTEND;VALUE=DATE:20260815\nRRULE:FREQ=WEEKLY;COUNT=3",
            "DTSTART;TZID=Europe/Berlin:20260803T000000\nDTEND;TZID=Europe/Berlin:20260805T000000",
        )
    )
    for at, letter in damages:
        text[at % len(text)] = letter
    found = found_in("".join(text))
    assert found is None or all(first <= last for first, last in found)
