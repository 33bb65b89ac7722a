"""Hours that people share: in which days they overlap, and the first minute that all work."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from typing import TypeAlias

from bot.blockers.meeting import Hours
from bot.calendar import instant_of
from bot.pairs.inputs import Two

Stretch: TypeAlias = tuple[datetime, datetime]
_DAY = timedelta(days=1)
_ZERO = timedelta(0)


def stretches(hours: Hours, first: date, until: date) -> tuple[Stretch, ...]:
    """When somebody works, in UTC, on their own days from the first until before the last."""
    days = (first + number * _DAY for number in range((until - first).days))
    return tuple(_of_day(hours, day) for day in days if hours.hours.includes(day))


def overlap(one: Sequence[Stretch], other: Sequence[Stretch]) -> tuple[Stretch, ...]:
    found = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return tuple(sorted((start, end) for start, end in found if start < end))


def shared(one: Sequence[Stretch], other: Sequence[Stretch]) -> timedelta:
    """The longest time that two work together without a break."""
    return max((end - start for start, end in overlap(one, other)), default=_ZERO)


def first_minute(now: datetime, of_each: Iterable[Sequence[Stretch]]) -> datetime | None:
    """From now on, when all of them work; None within these days."""
    whole: tuple[Stretch, ...] | None = None
    for one in of_each:
        whole = tuple(one) if whole is None else overlap(whole, one)
    left = [max(now, start) for start, end in whole or () if end > now]
    return min(left, default=None)


def too_short(places: Sequence[tuple[Stretch, ...]], least: timedelta) -> frozenset[Two]:
    """Which two share less than that; people with the same hours are reckoned once."""
    if least <= _ZERO:
        least = timedelta(microseconds=1)  # no minute at all is too little always
    alike: dict[tuple[Stretch, ...], list[int]] = {}
    for at, one in enumerate(places):
        alike.setdefault(one, []).append(at)
    found: set[Two] = set()
    for kinds in ([(one, one) for one in alike], combinations(alike, 2)):
        for one, other in kinds:
            if shared(one, other) < least:
                found.update(_twos(alike[one], alike[other]))
    return frozenset(found)


def _of_day(hours: Hours, day: date) -> Stretch:
    start = instant_of(datetime.combine(day, hours.hours.start), zone=hours.zone)
    end = instant_of(datetime.combine(day, hours.hours.end), zone=hours.zone)
    return start.astimezone(UTC), end.astimezone(UTC)


def _twos(some: Iterable[int], others: Iterable[int]) -> set[Two]:
    return {(min(a, b), max(a, b)) for a in some for b in others if a != b}
