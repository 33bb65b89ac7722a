"""The plan of a rhythm: every zone's clock changes, against an oracle that steps from minute to
minute by another library's clock."""

import itertools
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whenever import Instant, TimeDelta

from bot.rhythms import Rule, next_dates, occurrences, parse
from bot.rhythms.rule import EVERY_DAY

PROOF = bool(os.environ.get("PINWHEEL_PROOF"))
FIRST, END = Instant.from_utc(2026, 1, 1), Instant.from_utc(2029, 1, 1)
HOUR, MINUTE = TimeDelta(hours=1), TimeDelta(minutes=1)
ZONES = sorted(zone for zone in available_timezones() if zone not in ("localtime", "Factory"))
_EVERY = 1 if PROOF else 5


@cache
def changes(zone: str) -> tuple[Instant, ...]:
    """The hours after which the zone's offset is another one."""
    found, at = [], FIRST
    before = at.to_tz(zone).offset
    while at < END:
        at = at + 24 * HOUR
        if (offset := at.to_tz(zone).offset) != before:
            found.append(_within(zone, at - 24 * HOUR))
            before = offset
    return tuple(found)


def _within(zone: str, at: Instant) -> Instant:
    before = at.to_tz(zone).offset
    while (at + HOUR).to_tz(zone).offset == before:
        at = at + HOUR
    return at


def changing_zones() -> list[str]:
    """Every zone with a change; unless there is time, one of each kind."""
    kinds: dict[object, str] = {}
    for zone in ZONES:
        if seen := changes(zone):
            kind = (*seen, *(at.to_tz(zone).offset for at in seen))
            kinds.setdefault(zone if PROOF else kind, zone)
    return sorted(kinds.values())


def first_shown(zone: str, around: Instant) -> dict[datetime, datetime]:
    """For each local minute around a change: the first instant at which the wall clock shows it,
    or, where it never does, a later one."""
    shown: dict[datetime, datetime] = {}
    at, latest = around - 36 * HOUR, None
    for _ in range(60 * 72):
        local = _wall(at, zone)
        wanted = local if latest is None else latest + timedelta(minutes=1)
        while wanted <= local:
            shown[wanted] = at.to_stdlib()
            wanted += timedelta(minutes=1)
        latest = local if latest is None else max(latest, local)
        at = at + MINUTE
    return shown


def _wall(at: Instant, zone: str) -> datetime:
    return at.to_tz(zone).to_plain().to_stdlib()


@pytest.mark.timeout(3_600 if PROOF else 120)
@pytest.mark.parametrize("zone", changing_zones())
def test_around_each_change_it_is_the_first_valid_minute(zone: str) -> None:
    for change in changes(zone):
        oracle = first_shown(zone, change)
        for wanted, at in list(oracle.items())[60 * 12 : -60 * 12 : _EVERY]:
            rule = Rule(EVERY_DAY, wanted.time())
            planned = list(occurrences(rule, zone, wanted.date(), wanted.date()))
            assert [one.at for one in planned] == [at], (zone, wanted)


def test_zones_that_change_were_found() -> None:
    assert len(changing_zones()) > 20
    assert changes("Europe/Berlin")[0].to_tz("UTC").date().format_iso() == "2026-03-29"


def days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


_DATES = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@given(
    st.sampled_from(ZONES),
    st.frozensets(st.integers(1, 7), min_size=1),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    _DATES,
    st.integers(0, 60),
)
def test_every_day_of_the_rule_comes_once_and_in_order(
    zone: str, weekdays: frozenset[int], at: time, first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    planned = list(occurrences(Rule(weekdays, at), zone, first, last))

    wanted = [day for day in days(first, last) if day.isoweekday() in weekdays]
    assert [one.date for one in planned] == wanted
    assert all(one.at.tzinfo is UTC for one in planned)
    assert sorted(one.at for one in planned) == [one.at for one in planned]


@given(st.integers(1, 52), st.integers(1, 7), _DATES)
def test_every_so_many_weeks_counts_from_the_first_such_day(
    weeks: int, weekday: int, first: date
) -> None:
    rule = Rule(frozenset({weekday}), time(10), weeks)
    last = first + timedelta(weeks=3 * weeks)
    found = [one.date for one in occurrences(rule, "UTC", first, last)]

    assert found[0] == next(day for day in days(first, last) if day.isoweekday() == weekday)
    assert {after - before for before, after in itertools.pairwise(found)} == {
        timedelta(weeks=weeks)
    }


def test_two_days_of_every_second_week_are_of_the_same_week() -> None:
    rule = parse("every 2 weeks mon,thu 10:00")
    found = occurrences(rule, "UTC", date(2026, 3, 3), date(2026, 4, 3))
    assert [one.date.day for one in found] == [5, 16, 19, 30, 2]


@given(st.sampled_from(ZONES), _DATES, st.times())
def test_the_next_dates_are_those_of_the_plan_that_are_still_to_come(
    zone: str, day: date, at: time
) -> None:
    now, rule = datetime.combine(day, at, UTC), parse("weekdays 9:30")
    plan = occurrences(rule, zone, now.date() - timedelta(days=3), now.date() + timedelta(days=9))
    assert next_dates(rule, zone, now) == [one for one in plan if one.at > now][:3]


def test_nothing_is_planned_before_the_rhythm_starts() -> None:
    now = datetime(2026, 3, 2, 8, tzinfo=UTC)
    found = next_dates(parse("every 2 weeks mon 9:30"), "UTC", now, starts_on=date(2026, 3, 10))
    assert [str(one.date) for one in found] == ["2026-03-16", "2026-03-30", "2026-04-13"]


def test_every_second_week_is_counted_from_its_start_however_long_ago() -> None:
    now = datetime(2026, 6, 1, 8, tzinfo=UTC)
    found = next_dates(parse("every 2 weeks mon 9:30"), "UTC", now, 2, starts_on=date(2026, 3, 2))
    assert [str(one.date) for one in found] == ["2026-06-08", "2026-06-22"]
