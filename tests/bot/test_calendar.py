"""Working hours: exact across clock changes, and the same whichever way they are counted."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import available_timezones

import holidays
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from whenever import Instant

from bot.calendar import (
    DEFAULT,
    WorkingHours,
    add_working_time,
    in_words,
    instant_of,
    is_working,
    next_working_moment,
    working_time,
)

MINUTE = timedelta(minutes=1)
BERLIN = "Europe/Berlin"
TRICKY = (
    "Australia/Lord_Howe",  # half an hour of summer time
    "Pacific/Chatham",
    "Africa/Cairo",
    "Africa/Casablanca",  # winter time in Ramadan
    "America/Santiago",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "America/New_York",
    BERLIN,
    "America/Nuuk",  # changes in the evening
    "America/Havana",  # changes at midnight
    "Asia/Beirut",
    "Antarctica/Troll",  # by two hours
    "UTC",
)
ROUND_THE_CLOCK = WorkingHours(days=frozenset(range(1, 8)), start=time(0, 0), end=time(23, 59))
NIGHT = WorkingHours(days=frozenset({6, 7}), start=time(0, 30), end=time(3, 10))
LATE = WorkingHours(days=frozenset({5, 6, 7}), start=time(20, 15), end=time(23, 45))
ON_LEAVE = WorkingHours(  # over the turn of a year and both clock changes, and now and then a day
    country="DE-BY",
    off=(
        (date(2026, 3, 27), date(2026, 4, 1)),
        (date(2026, 10, 26), date(2026, 10, 26)),
        (date(2026, 12, 30), date(2027, 1, 4)),
        (date(2027, 3, 24), date(2027, 3, 30)),
        (date(2027, 3, 29), date(2027, 4, 2)),  # said twice
        (date(2028, 1, 1), date(2028, 12, 31)),
    ),
)
EVERY_KIND = (DEFAULT, ROUND_THE_CLOCK, NIGHT, LATE, ON_LEAVE)
BAVARIAN = frozenset(holidays.country_holidays("DE", subdiv="BY", years=range(2025, 2030)))

instants = st.datetimes(
    datetime.fromisoformat("2026-01-01"),
    datetime.fromisoformat("2028-12-31"),
    timezones=st.just(UTC),
)
minutes = instants.map(lambda at: at.replace(second=0, microsecond=0))
zones = st.sampled_from(TRICKY)
any_zone = st.sampled_from(sorted(available_timezones()))
kinds = st.sampled_from(EVERY_KIND)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def walked(since: datetime, until: datetime, zone: str, hours: WorkingHours) -> timedelta:
    """The oracle: walks the minutes of the wall clock, by another library than the code's.

    On each local date work begins with the first minute that shows the start or later, and ends
    with the first that shows the end or later.
    """
    return MINUTE * sum(
        working and at >= since for at, working in _minutes(since, until, zone, hours)
    )


def _minutes(
    since: datetime, until: datetime, zone: str, hours: WorkingHours
) -> Iterator[tuple[datetime, bool]]:
    at, latest = since - timedelta(days=2), ""
    while at < until:
        local = Instant(at).to_tz(zone).to_plain()
        latest = max(latest, str(local))  # what the clock showed at its furthest
        day, clock = latest[:10], latest[11:16]
        works = _works(date.fromisoformat(day), hours)
        yield at, works and f"{hours.start:%H:%M}" <= clock < f"{hours.end:%H:%M}"
        at += MINUTE


def _works(day: date, hours: WorkingHours) -> bool:
    if day.isoweekday() not in hours.days or (hours.country and day in BAVARIAN):
        return False
    return not any(first <= day <= last for first, last in hours.off)


def clock_changes(zone: str) -> list[datetime]:
    """The hours of 2026 to 2028 in which the zone's offset changes."""
    changes, at = [], utc("2026-01-01 00:00")
    before = Instant(at).to_tz(zone).offset
    while at.year < 2029:
        at += timedelta(hours=1)
        after = Instant(at).to_tz(zone).offset
        if after != before:
            changes.append(at)
        before = after
    return changes


def test_good_friday_is_no_working_day_where_it_is_a_holiday() -> None:
    thursday, tuesday = utc("2026-04-02 08:00"), utc("2026-04-07 07:00")
    german = WorkingHours(country="DE")
    assert working_time(thursday, tuesday, zone=BERLIN, hours=german) == timedelta(hours=7.5)
    assert next_working_moment(utc("2026-04-02 20:00"), zone=BERLIN, hours=german) == utc(
        "2026-04-07 07:00"
    )
    unknown = WorkingHours(country="ATLANTIS")
    assert working_time(thursday, tuesday, zone=BERLIN, hours=unknown) == timedelta(hours=24.5)


def test_a_wait_over_a_weekend_counts_only_friday_and_monday() -> None:
    friday, monday = utc("2026-11-20 14:30"), utc("2026-11-23 09:00")
    assert working_time(friday, monday, zone=BERLIN) == timedelta(hours=3)


def test_the_same_wait_is_shorter_for_somebody_further_east() -> None:
    friday, monday = utc("2026-11-20 09:00"), utc("2026-11-20 17:00")
    assert working_time(friday, monday, zone=BERLIN) == timedelta(hours=7, minutes=30)
    assert working_time(friday, monday, zone="Asia/Kathmandu") == timedelta(hours=2, minutes=45)


def test_an_interval_out_of_order_is_no_wait() -> None:
    assert working_time(utc("2026-11-20 15:00"), utc("2026-11-20 14:00"), zone=BERLIN) == timedelta(
        0
    )


def test_a_zone_that_nobody_knows_means_utc() -> None:
    for zone in (
        "",
        "Mars/Olympus",
        "../etc/passwd",
        "Europe",
        "Europe/Berl\x00in",
        "\ud800",
        "a" * 999,
    ):
        passed = working_time(utc("2026-11-20 08:00"), utc("2026-11-20 10:00"), zone=zone)
        assert passed == timedelta(hours=1)


def test_a_time_without_a_zone_is_refused() -> None:
    naive = utc("2026-11-20 08:00").replace(tzinfo=None)
    with pytest.raises(TypeError):
        working_time(naive, utc("2026-11-20 10:00"), zone=BERLIN)


def test_a_night_shift_is_an_hour_shorter_in_spring_and_longer_in_autumn() -> None:
    spring = working_time(
        utc("2026-03-28 12:00"), utc("2026-03-29 12:00"), zone=BERLIN, hours=NIGHT
    )
    autumn = working_time(
        utc("2026-10-24 12:00"), utc("2026-10-25 12:00"), zone=BERLIN, hours=NIGHT
    )
    assert (spring, autumn) == (timedelta(hours=1, minutes=40), timedelta(hours=3, minutes=40))


def test_a_day_that_samoa_left_out_is_no_working_day() -> None:
    thursday, saturday = utc("2011-12-29 12:00"), utc("2011-12-31 12:00")
    crossed = working_time(thursday, saturday, zone="Pacific/Apia", hours=ROUND_THE_CLOCK)
    assert crossed == timedelta(hours=48) - 2 * MINUTE


@pytest.mark.parametrize(
    ("zone", "local", "instant"),
    [
        (BERLIN, "2026-03-29 02:30", "2026-03-29 01:00"),
        (BERLIN, "2026-10-25 02:30", "2026-10-25 00:30"),
        ("Australia/Lord_Howe", "2026-10-04 02:10", "2026-10-03 15:30"),
        ("America/Havana", "2026-03-08 00:30", "2026-03-08 05:00"),
        ("Pacific/Apia", "2011-12-30 12:00", "2011-12-30 10:00"),
        ("Asia/Kathmandu", "2026-06-01 09:00", "2026-06-01 03:15"),
    ],
)
def test_a_skipped_time_goes_to_the_first_valid_minute_and_a_repeated_one_to_the_first(
    zone: str, local: str, instant: str
) -> None:
    assert instant_of(datetime.fromisoformat(local), zone=zone) == utc(instant)


@settings(max_examples=150, deadline=None)
@given(minutes, st.integers(0, 4 * 24 * 60), zones, kinds)
def test_working_time_equals_the_minutes_that_one_walks(
    since: datetime, length: int, zone: str, hours: WorkingHours
) -> None:
    until = since + length * MINUTE
    assert working_time(since, until, zone=zone, hours=hours) == walked(since, until, zone, hours)


@pytest.mark.parametrize("zone", TRICKY)
def test_it_equals_them_around_every_clock_change_of_three_years(zone: str) -> None:
    for change in clock_changes(zone):
        since, until = change - timedelta(hours=9, minutes=17), change + timedelta(hours=11)
        for hours in EVERY_KIND:
            counted = working_time(since, until, zone=zone, hours=hours)
            assert counted == walked(since, until, zone, hours), (change, hours)


@settings(max_examples=100, deadline=None)
@given(minutes, any_zone, kinds)
def test_it_equals_them_in_any_zone_at_all(since: datetime, zone: str, hours: WorkingHours) -> None:
    until = since + timedelta(hours=30)
    assert working_time(since, until, zone=zone, hours=hours) == walked(since, until, zone, hours)


@given(st.lists(instants, min_size=3, max_size=8), zones, kinds)
def test_cutting_an_interval_never_changes_the_sum(
    cuts: list[datetime], zone: str, hours: WorkingHours
) -> None:
    cuts = sorted(cuts)
    whole = working_time(cuts[0], cuts[-1], zone=zone, hours=hours)
    pieces = pairwise(cuts)
    parts = (working_time(a, b, zone=zone, hours=hours) for a, b in pieces)
    assert sum(parts, timedelta(0)) == whole


@given(instants, st.timedeltas(timedelta(0), timedelta(days=30)), zones, kinds)
def test_adding_working_time_is_the_way_back(
    start: datetime, amount: timedelta, zone: str, hours: WorkingHours
) -> None:
    end = add_working_time(start, amount, zone=zone, hours=hours)
    assert working_time(start, end, zone=zone, hours=hours) == amount
    assume(amount > timedelta(0))
    just_before = end - timedelta(microseconds=1)
    assert working_time(start, just_before, zone=zone, hours=hours) < amount


@given(instants, zones, kinds)
def test_the_next_working_moment_is_the_first_one(
    at: datetime, zone: str, hours: WorkingHours
) -> None:
    found = next_working_moment(at, zone=zone, hours=hours)
    assert found >= at
    assert is_working(found, zone=zone, hours=hours)
    assert working_time(at, found, zone=zone, hours=hours) == timedelta(0)


def test_within_working_hours_it_is_now() -> None:
    assert next_working_moment(now := utc("2026-11-20 10:00"), zone=BERLIN) is now


def test_on_a_friday_evening_it_is_monday_morning() -> None:
    evening = utc("2026-11-20 16:30")  # 17:30 in Berlin: no longer work
    assert not is_working(evening, zone=BERLIN)
    assert next_working_moment(evening, zone=BERLIN) == utc("2026-11-23 08:00")


def test_three_working_days_from_thursday_end_on_tuesday() -> None:
    thursday = utc("2026-11-19 08:00")
    assert add_working_time(thursday, 3 * DEFAULT.length, zone=BERLIN) == utc("2026-11-23 16:30")
    assert add_working_time(thursday, timedelta(0), zone=BERLIN) == thursday


def test_working_time_passes_only_forwards_and_not_for_ever() -> None:
    with pytest.raises(ValueError, match="forwards"):
        add_working_time(utc("2026-11-19 08:00"), timedelta(-1), zone=BERLIN)
    with pytest.raises(OverflowError):
        add_working_time(utc("2199-12-30 08:00"), timedelta(days=99), zone=BERLIN)


def test_times_beyond_the_years_that_we_count_do_no_harm() -> None:
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    assert working_time(last, first, zone=BERLIN) == timedelta(0)
    assert working_time(first, utc("1970-01-01 00:00"), zone=BERLIN) == timedelta(0)
    assert working_time(utc("2200-01-01 00:00"), last, zone=BERLIN) <= timedelta(microseconds=1)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: WorkingHours(days=frozenset()),
        lambda: WorkingHours(days=frozenset({0})),
        lambda: WorkingHours(start=time(17), end=time(9)),
        lambda: WorkingHours(start=time(9), end=time(9)),
    ],
)
def test_hours_that_cannot_be_worked_are_refused(wrong: Callable[[], WorkingHours]) -> None:
    with pytest.raises(ValueError, match="work"):
        wrong()


@pytest.mark.parametrize(
    ("waited", "words"),
    [
        ({"minutes": 0}, "just now"),
        ({"minutes": 4, "seconds": 59}, "just now"),
        ({"minutes": 25}, "25 min"),
        ({"minutes": 59, "seconds": 59}, "59 min"),
        ({"hours": 1}, "1 h"),
        ({"hours": 2, "minutes": 40}, "3 h"),
        ({"hours": 8, "minutes": 29}, "8 h"),
        ({"hours": 8, "minutes": 30}, "1 day"),
        ({"hours": 10, "minutes": 30}, "1 day 2 h"),
        ({"hours": 17}, "2 days"),
        ({"hours": 18, "minutes": 5}, "2 days 1 h"),
        ({"hours": 8.5 * 9 + 4}, "9 days 4 h"),
        ({"hours": 8.5 * 12 + 4}, "12 days"),
        ({"hours": 8.5 * 1500}, "1,500 days"),
    ],
)
def test_a_wait_is_said_in_one_short_phrase(waited: dict[str, float], words: str) -> None:
    assert in_words(timedelta(**waited)) == words


@given(st.timedeltas(timedelta(hours=1), timedelta(days=3)), kinds)
def test_what_is_said_is_at_most_half_an_hour_off(waited: timedelta, hours: WorkingHours) -> None:
    said = in_words(waited, hours).replace(",", "").split()
    amounts = dict(zip([unit.rstrip("s") for unit in said[1::2]], said[::2], strict=True))
    days, whole_hours = int(amounts.get("day", 0)), int(amounts.get("h", 0))
    assume(days < 10)
    counted = days * hours.length + timedelta(hours=whole_hours)
    assert abs(counted - waited) <= max(timedelta(minutes=30), hours.length % timedelta(hours=1))
