"""Days as people write them: what is understood, and what is rather asked again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.days import day_in, joined, stretches_in

MONDAY = date(2026, 3, 9)
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260401
DTEND;VALUE=DATE:20260404
SUMMARY:Vacation
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Berlin:20260409T090000
DTEND;TZID=Europe/Berlin:20260409T100000
SUMMARY:Dentist
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260410
DTEND;VALUE=DATE:20260411
TRANSP:TRANSPARENT
SUMMARY:Somebody's birthday
END:VEVENT
BEGIN:VEVENT
DTSTART;X-KIND=leave;VALUE=DATE:20260501
END:VEVENT
END:VCALENDAR
"""
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-04-01", date(2026, 4, 1)),
        ("1 Apr", date(2026, 4, 1)),
        ("April 1st, 2027", date(2027, 4, 1)),
        ("1st of april", date(2026, 4, 1)),
        ("1.4.2026", date(2026, 4, 1)),
        ("1 jan", date(2027, 1, 1)),
        ("1 march", date(2026, 3, 1)),  # last week: still this year's
        ("29 feb", None),  # neither this year nor the next one has it
        ("Monday", date(2026, 3, 16)),
        ("tue", date(2026, 3, 10)),
        ("tomorrow", date(2026, 3, 10)),
        ("ma 4", None),
        ("13.13.2026", None),
        ("soon", None),
    ],
)
def test_a_day_is_understood_or_not(text: str, day: date | None) -> None:
    assert day_in(text, today=MONDAY) == day


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("2026-04-01 to 2026-04-03", ((date(2026, 4, 1), date(2026, 4, 3)),)),
        ("1 Apr – 3 Apr\n5 Apr; 4 Apr", ((date(2026, 4, 1), date(2026, 4, 5)),)),
        ("April 1, 2026, 24 Dec", ((date(2026, 4, 1),) * 2, (date(2026, 12, 24),) * 2)),
        ("2026-04-03 to 2026-04-01", None),
        ("2026-04-01 to 2029-04-01", None),
        ("1 Apr, whenever", None),
    ],
)
def test_stretches_are_understood_all_or_none(text: str, found: object) -> None:
    assert stretches_in(text, today=MONDAY) == found


def test_a_calendar_file_gives_the_whole_days_on_which_its_owner_is_busy() -> None:
    found = ((date(2026, 4, 1), date(2026, 4, 3)), (date(2026, 5, 1), date(2026, 5, 1)))
    assert stretches_in(CALENDAR, today=MONDAY) == found
    assert stretches_in(CALENDAR.replace("\n", "\r\n"), today=MONDAY) == found


@given(st.lists(st.tuples(days, st.integers(0, 20)), max_size=8))
def test_joining_neither_loses_nor_adds_a_day(found: list[tuple[date, int]]) -> None:
    stretches = [(first, first + timedelta(days=more)) for first, more in found]
    whole = joined(stretches)
    assert _days_of(whole) == _days_of(stretches)
    assert len(whole) == len({(first, last) for first, last in whole})


def _days_of(stretches: object) -> set[date]:
    assert isinstance(stretches, list | tuple)
    return {
        first + timedelta(days=step)
        for first, last in stretches
        for step in range((last - first).days + 1)
    }


@given(st.text(max_size=60))
def test_any_text_is_understood_or_not_but_does_no_harm(text: str) -> None:
    found = stretches_in(text, today=MONDAY)
    assert found is None or all(first <= last for first, last in found)
