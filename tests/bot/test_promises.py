"""Days that are promised, and times that suit two people: exact in every zone."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.blockers.meeting import APART, LENGTH, NOTICE, Hours, times_for_both
from bot.blockers.when import ON_IT, QUEUED, day_meant
from bot.calendar import DEFAULT, WorkingHours, is_working

MONDAY = datetime(2026, 3, 9, 9, tzinfo=UTC)
ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "America/Los_Angeles", "Asia/Tokyo"]
)
MOMENTS = st.integers(0, 3 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@pytest.mark.parametrize(
    ("choice", "day"),
    [
        ("today", date(2026, 3, 9)),
        ("tomorrow", date(2026, 3, 10)),
        ("week", date(2026, 3, 13)),
        ("next_week", date(2026, 3, 20)),
        ("two_weeks", date(2026, 3, 23)),
        ("month", date(2026, 4, 6)),
        ("open", None),
        ("whenever", None),
    ],
)
def test_a_choice_means_a_day(choice: str, day: date | None) -> None:
    assert day_meant(choice, MONDAY, zone="Europe/Berlin", hours=DEFAULT) == day


def test_it_is_the_day_where_the_one_who_says_it_lives() -> None:
    late = datetime(2026, 3, 9, 20, tzinfo=UTC)
    assert day_meant("today", late, zone="Asia/Tokyo", hours=DEFAULT) == date(2026, 3, 10)
    assert day_meant("today", late, zone="America/New_York", hours=DEFAULT) == date(2026, 3, 9)


def test_on_a_saturday_this_week_is_the_next_one() -> None:
    saturday = datetime(2026, 3, 14, 9, tzinfo=UTC)
    assert day_meant("week", saturday, zone="UTC", hours=DEFAULT) == date(2026, 3, 20)
    assert day_meant("tomorrow", saturday, zone="UTC", hours=DEFAULT) == date(2026, 3, 16)


@given(st.sampled_from([*ON_IT, *QUEUED]), MOMENTS, ZONES)
def test_no_day_is_promised_that_is_over_or_not_worked_on(
    choice: str, now: datetime, zone: str
) -> None:
    day = day_meant(choice, now, zone=zone, hours=DEFAULT)
    if day is None:
        assert choice == "open"
    else:
        assert day >= (now - timedelta(days=1)).date()
        assert choice == "today" or day.isoweekday() in DEFAULT.days


def test_three_times_within_the_hours_of_both() -> None:
    found = times_for_both(MONDAY, Hours("Europe/Berlin"), Hours("Asia/Kolkata"))
    assert found == [
        datetime(2026, 3, 9, 10, tzinfo=UTC),
        datetime(2026, 3, 10, 8, tzinfo=UTC),
        datetime(2026, 3, 10, 11, tzinfo=UTC),
    ]


def test_hours_that_never_meet_give_no_time() -> None:
    early = WorkingHours(start=time(6), end=time(10))
    late = WorkingHours(start=time(14), end=time(18))
    assert times_for_both(MONDAY, Hours("UTC", early), Hours("UTC", late)) == []


@given(MOMENTS, ZONES, ZONES)
def test_every_time_lies_within_both_working_days_and_apart(
    now: datetime, one: str, other: str
) -> None:
    found = times_for_both(now, Hours(one), Hours(other))
    assert len(found) <= 3
    for at in found:
        assert at >= now + NOTICE
        for minute in range(int(LENGTH / timedelta(minutes=1))):
            moment = at + timedelta(minutes=minute)
            assert is_working(moment, zone=one)
            assert is_working(moment, zone=other)
    assert all(later - sooner >= APART for sooner, later in pairwise(found))
