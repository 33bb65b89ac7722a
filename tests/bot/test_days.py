"""Days as people write them: what is understood, and what is rather asked again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.days import day_in, in_text, joined, stretches_in

MONDAY = date(2026, 3, 9)
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
        ("the 1st of April.", date(2026, 4, 1)),
        ("thurs", date(2026, 3, 12)),
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


@given(st.lists(st.tuples(days, st.integers(0, 20)), max_size=8))
def test_what_is_written_is_understood_as_it_was_meant(found: list[tuple[date, int]]) -> None:
    whole = joined([(first, first + timedelta(days=more)) for first, more in found])
    assert stretches_in(in_text(whole), today=MONDAY) == whole


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
