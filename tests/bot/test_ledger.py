"""What waiting adds up to: minute by minute the same, whatever is cut, renamed or moved."""

import os
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whenever import Instant

from bot.blockers.states import SILENCE
from bot.blockers.totals import confirmed_and_unconfirmed, silent_since
from bot.calendar import DEFAULT, WorkingHours
from bot.ledger.books import hops_of
from bot.ledger.legs import Clock, Hop, Leg, legs, within
from bot.ledger.sums import ENOUGH_PEOPLE, FEW, WORK, Book, Span, folded
from storage import ledger as kept_as
from storage.blockers import Blocker, Happening
from storage.ledger import Clocked
from storage.types import BlockerId, PersonId, TeamId

PROOF = bool(os.environ.get("PINWHEEL_PROOF"))
INTERVALS = 100_000 if PROOF else 2_000
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
BEGIN = datetime(2026, 3, 1, tzinfo=UTC)
# Two months around each clock change, in both halves of the world.
SEASONS = (datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC))
SEASON = 61 * 24 * 60
LEAVE = ((date(2026, 3, 16), date(2026, 3, 20)), (date(2026, 10, 12), date(2026, 10, 12)))
CLOCKS = (
    Clock("Europe/Berlin"),
    Clock("America/New_York", WorkingHours(frozenset({1, 2, 3, 4}), time(8), time(18))),
    Clock("Asia/Kolkata", WorkingHours(off=LEAVE)),
    Clock("Australia/Lord_Howe", WorkingHours(frozenset({7, 1, 2}), time(0, 30), time(4))),
    Clock("America/Los_Angeles"),
)
PEOPLE = {PersonId(f"U{number}"): clock for number, clock in enumerate(CLOCKS)}


@cache
def worked(clock: Clock, season: datetime) -> bytes:
    """The oracle: for each minute of the season 1 when it is worked, by another library's clock."""
    return bytes(_minutes(clock, season))


def _minutes(clock: Clock, season: datetime) -> Iterator[bool]:
    at, latest = season - timedelta(days=2), ""
    end = season + SEASON * MINUTE
    while at < end:
        latest = max(latest, str(Instant(at).to_tz(clock.zone).to_plain()))
        if at >= season:
            yield _works(clock.hours, date.fromisoformat(latest[:10]), latest[11:16])
        at += MINUTE


def _works(hours: WorkingHours, day: date, clock: str) -> bool:
    off = any(first <= day <= last for first, last in hours.off)
    usual = day.isoweekday() in hours.days and not off
    return usual and f"{hours.start:%H:%M}" <= clock < f"{hours.end:%H:%M}"


def leg(
    wait: str = "b1",
    *,
    waiter: str = "U0",
    since: datetime = BEGIN,
    until: datetime = BEGIN + timedelta(days=2),
    **more: Any,
) -> Leg:
    usual: dict[str, Any] = {"function": "data_engineering", "project": None}
    named = {"wait": BlockerId(wait), "waiter": PersonId(waiter), "since": since, "until": until}
    return Leg(**{**named, **usual, **more})


def a_book(legs: list[Leg], *, begin: datetime = BEGIN, days: float = 61, **more: Any) -> Book:
    usual: dict[str, Any] = {"efforts": {}, "hops": {}, "clocks": PEOPLE.__getitem__}
    return Book(span=Span(begin, begin + timedelta(days=days)), legs=legs, **{**usual, **more})


def at(minute: int, season: datetime = BEGIN) -> datetime:
    return season + minute * MINUTE


def total(legs: list[Leg]) -> tuple[timedelta, timedelta]:
    found = a_book(legs).total()
    return found.waited, found.person_hours


def test_the_ledger_equals_the_minutes_that_one_walks() -> None:
    """Each wait alone, all of them together, and each person's minutes once."""
    dice = Random(7)
    for season in SEASONS:
        book = _random_waits(dice, season, INTERVALS // 2)
        each, of_person = _counted(book, season)
        found = book.total()
        assert found.waited == sum(each) * MINUTE
        assert found.person_hours == sum(of_person.values()) * MINUTE
        by_function = book.by_function()
        assert sum((one.waited for one in by_function), timedelta(0)) == found.waited
        for one, minutes in zip(book.legs, each, strict=True):
            clock = PEOPLE[one.waiter]
            seen = within(one, book.span.begin, book.span.until)
            assert clock.between(seen.since, seen.until) == minutes * MINUTE, one


def _random_waits(dice: Random, season: datetime, count: int) -> Book:
    people, functions = list(PEOPLE), ["data_engineering", "compute_gpu", "labeling"]
    found = []
    for number in range(count):
        first, second = sorted((dice.randrange(SEASON), dice.randrange(SEASON)))
        length = min(second - first, dice.choice((30, 600, 6_000, SEASON)))
        waiter, function = dice.choice(people), dice.choice(functions)
        stretch = {"since": at(first, season), "until": at(first + length, season)}
        found.append(leg(f"b{number}", waiter=waiter, function=function, **stretch))
    return a_book(found, begin=season + timedelta(days=3), days=50)


def _counted(book: Book, season: datetime) -> tuple[list[int], dict[PersonId, int]]:
    """Minutes of each leg, and of each person without counting one twice."""
    first, last = (
        (book.span.begin - season) // MINUTE,
        (book.span.until - season) // MINUTE,
    )
    covered = {person: bytearray(SEASON) for person in PEOPLE}
    each = []
    for one in book.legs:
        start = max(first, (one.since - season) // MINUTE)
        end = max(start, min(last, (one.until - season) // MINUTE))
        each.append(worked(PEOPLE[one.waiter], season).count(1, start, end))
        covered[one.waiter][start:end] = b"\1" * (end - start)
    of_person = {}
    for person, minutes in covered.items():
        works = worked(PEOPLE[person], season)
        of_person[person] = sum(map(int.__and__, works, minutes))
    return each, of_person


_PEOPLE = st.sampled_from(sorted(PEOPLE))
_WAITS = st.lists(
    st.tuples(_PEOPLE, st.integers(0, SEASON), st.integers(0, 30_000)), min_size=1, max_size=6
)


@given(_WAITS, st.data())
def test_cutting_renaming_or_moving_a_wait_never_lowers_the_total(
    waits: list[tuple[PersonId, int, int]], data: st.DataObject
) -> None:
    """Cut anywhere, pieces overlapping or not, each with any function, project and name."""
    whole = [
        leg(f"b{n}", waiter=waiter, since=at(start), until=at(start + length))
        for n, (waiter, start, length) in enumerate(waits)
    ]
    pieces = [piece for one in whole for piece in _cut(one, data)]
    waited, person_hours = total(whole)
    after_waited, after_person_hours = total(pieces)
    assert after_waited >= waited
    assert after_person_hours == person_hours


def _cut(whole: Leg, data: st.DataObject) -> list[Leg]:
    between = st.datetimes(
        whole.since.replace(tzinfo=None), whole.until.replace(tzinfo=None), timezones=st.just(UTC)
    )
    cuts = sorted([whole.since, *data.draw(st.lists(between, max_size=4)), whole.until])
    overlap = timedelta(minutes=data.draw(st.integers(0, 600)))
    names = st.sampled_from(["data_engineering", "labeling", "other", "a new one"])
    return [
        replace(
            whole,
            wait=BlockerId(f"{whole.wait}-{n}"),
            function=data.draw(names),
            project=data.draw(st.none() | names),
            since=max(whole.since, since - overlap),
            until=until,
        )
        for n, (since, until) in enumerate(pairwise(cuts))
    ]


def clocked(**what: Any) -> Clocked:
    usual: dict[str, Any] = {
        "id": BlockerId("b1"),
        "team": TeamId("t1"),
        "waiter": PersonId("U0"),
        "function": "data_engineering",
        "project": "churn",
        "audience": "channel",
        "told": "yes",
        "state": "open",
        "since": BEGIN,
        "ended_at": None,
        "effort": None,
    }
    return Clocked(**{**usual, **what})


_MOMENTS = st.integers(0, 40_000).map(at)
_EVENTS = st.sampled_from(["taken", SILENCE, "reworded", "forwarded:U1:labeling", "waiter asked"])
_PAST = st.lists(st.tuples(_MOMENTS, _EVENTS), max_size=8)


@given(_PAST, st.none() | st.integers(40_000, 60_000).map(at))
def test_hops_and_silence_cut_a_wait_but_lose_no_minute_of_it(
    events: list[tuple[datetime, str]], ended: datetime | None
) -> None:
    """The same parts, confirmed and not, as the life of a blocker tells; all hops add up to it."""
    past = [Happening(BEGIN, PersonId("U0"), "reported", None)]
    past += [Happening(when, PersonId("U0"), what, None) for when, what in sorted(events)]
    if ended is not None:
        past.append(Happening(ended, PersonId("U0"), "resolved", None))
    wait = clocked(ended_at=ended, state="open" if ended is None else "resolved")
    found = legs(wait, now=at(60_000), hops=hops_of(past), silent=silent_since(past))

    clock = CLOCKS[0]
    times = {True: timedelta(0), False: timedelta(0)}
    for one in found:
        times[one.confirmed] += clock.between(one.since, one.until)
    told = confirmed_and_unconfirmed(
        _as_blocker(wait), past, at(60_000), zone=clock.zone, hours=clock.hours
    )
    assert (times[True], times[False]) == told
    assert found[0].since == BEGIN
    assert found[-1].until == (ended or at(60_000))
    assert all(a.until == b.since for a, b in pairwise(found))
    assert sum(one.ended for one in found) == (ended is not None)
    assert sum(one.is_first for one in found) == 1


def _as_blocker(wait: Clocked) -> Blocker:
    values: dict[str, Any] = dict.fromkeys(Blocker.__dataclass_fields__)
    return Blocker(**{**values, "since": wait.since, "ended_at": wait.ended_at})


def test_the_ground_and_the_rooms_mean_the_same_silence() -> None:
    assert kept_as.SILENCE == SILENCE


def test_a_forwarded_wait_counts_for_each_function_while_it_was_there() -> None:
    monday = datetime(2026, 3, 2, 8, tzinfo=UTC)  # 9:00 in Berlin
    wait = clocked(function="labeling", since=monday, ended_at=monday + 6 * HOUR, state="resolved")
    handed_on = legs(wait, now=at(50_000), hops=[Hop(monday + 2 * HOUR, "data_engineering")])
    book = a_book(handed_on, hops={wait.id: 1})
    assert {one.name: one.waited for one in book.by_function()} == {
        "data_engineering": 2 * HOUR,
        "labeling": 4 * HOUR,
    }
    whole = book.total()
    assert (whole.waits, whole.ended, whole.hops, whole.waited) == (1, 1, 1, 6 * HOUR)


def test_unconfirmed_hours_stand_apart_and_in_no_other_figure() -> None:
    monday = datetime(2026, 3, 2, 8, tzinfo=UTC)
    found = legs(clocked(since=monday, state="unconfirmed"), now=at(50_000), silent=monday + HOUR)
    whole = a_book(found).total()
    assert whole.waited == whole.person_hours == HOUR
    assert whole.unconfirmed > 100 * HOUR
    assert (whole.ended, whole.half) == (0, None)


def test_half_and_85_of_100_are_told_from_whole_waits_with_open_ones_as_at_least_so_long() -> None:
    monday = datetime(2026, 3, 2, 8, tzinfo=UTC)
    ended = [
        leg(f"b{n}", since=monday, until=monday + n * timedelta(minutes=30), ended=True)
        for n in range(1, 11)
    ]
    whole = a_book(ended, begin=monday + HOUR).total()
    assert whole.half == timedelta(hours=3)  # 8 of them reach into the span: the 5th to the 8th
    still_open = leg("b99", since=monday, until=monday + 5 * timedelta(minutes=30))
    longer = a_book([*ended, still_open]).total()
    assert (longer.half, longer.most) == (timedelta(hours=3), timedelta(hours=4, minutes=30))


def test_work_is_what_one_tap_stands_for_beside_the_waits_whose_work_is_known() -> None:
    monday = datetime(2026, 3, 2, 8, tzinfo=UTC)
    waits = [leg(f"b{n}", since=monday, until=monday + 6 * HOUR, ended=True) for n in range(3)]
    efforts = {BlockerId("b0"): "minutes", BlockerId("b1"): "hours"}
    whole = a_book(waits, efforts=efforts).total()
    assert whole.work == timedelta(hours=3, minutes=30)
    assert whole.ratio == pytest.approx(12 / 3.5)
    assert a_book(waits[2:], efforts=efforts).by_function()[0].ratio is None


def test_a_tap_stands_for_half_an_hour_three_hours_a_day_or_three_days() -> None:
    assert {name: time / HOUR for name, time in WORK.items()} == {
        "minutes": 0.5,
        "hours": 3,
        "day": DEFAULT.length / HOUR,
        "days": 3 * DEFAULT.length / HOUR,
    }


def test_a_project_is_told_only_where_the_channel_was_told() -> None:
    for hidden in ({"audience": "me", "told": "no"}, {"audience": "asked"}, {"told": "asking"}):
        assert legs(clocked(**hidden), now=at(500))[0].project is None
    assert legs(clocked(), now=at(500))[0].project == "churn"


_GROUPS = st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=9), max_size=6)


@given(_GROUPS)
def test_outsiders_see_groups_of_five_people_and_more_also_by_subtraction(
    groups: list[list[int]],
) -> None:
    found: dict[str | None, list[Leg]] = {
        str(name): [leg(waiter=f"U{person}") for person in people]
        for name, people in enumerate(groups)
    }
    shown = folded(found)
    sizes = {name: len({one.waiter for one in legs}) for name, legs in shown.items()}
    assert all(size >= ENOUGH_PEOPLE for size in sizes.values())
    left = [one for name, legs in found.items() if name not in shown for one in legs]
    assert FEW in shown or not left or not shown
    everybody = sum(len(legs) for legs in found.values())
    assert sum(len(legs) for legs in shown.values()) in (0, everybody)


def test_a_sum_has_no_room_for_a_name() -> None:
    whole = a_book([leg()]).total()
    assert not set(PEOPLE) & {str(getattr(whole, field.name)) for field in fields(whole)}
    assert not a_book([leg()]).is_of_enough_people
