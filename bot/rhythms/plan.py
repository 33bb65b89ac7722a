"""The plan of a rhythm: its dates, and the instants at which they come due."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice, takewhile

from bot.calendar import instant_of, zone_named
from bot.rhythms.rule import Rule, parse
from storage.rhythms import Occurrence, Rhythm

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Planned:
    date: date  # of the zone's calendar
    at: datetime  # UTC


def occurrences(rule: Rule, zone: str, first: date, last: date) -> Iterator[Planned]:
    """From the first to the last date, both of the zone's calendar, and both planned.

    A time that a clock change skips is planned for the first valid minute after it; one that
    comes twice, for the first time.
    """
    return takewhile(lambda one: one.date <= last, _from(rule, zone, first))


def next_dates(
    rule: Rule, zone: str, after: datetime, count: int = 3, *, starts_on: date | None = None
) -> list[Planned]:
    """The next ones that come due later than `after`, none of them before `starts_on`."""
    first = (after - _A_DAY).astimezone(zone_named(zone)).date()
    if starts_on is not None and starts_on > first:
        first = starts_on
    later = (one for one in _from(rule, zone, first, counted_from=starts_on) if one.at > after)
    return list(islice(later, count))


def due_between(rhythm: Rhythm, zone: str, after: datetime, until: datetime) -> list[Planned]:
    """What of a rhythm comes due in that zone later than `after`, and not later than `until`."""
    rule = parse(rhythm.rule)
    first = (after - _A_DAY).astimezone(zone_named(zone)).date()
    first = max(first, rhythm.starts_on or first)
    plan = _from(rule, zone, first, counted_from=rhythm.starts_on)
    return [one for one in takewhile(lambda one: one.at <= until, plan) if one.at > after]


def next_of(rhythm: Rhythm, zone: str, after: datetime, count: int = 3) -> list[Planned]:
    """The same as `next_dates`, of a team's rhythm in that zone."""
    return next_dates(parse(rhythm.rule), zone, after, count, starts_on=rhythm.starts_on)


def as_begun(rhythm: Rhythm, occurrence: Occurrence) -> Rhythm:
    """What is under way goes on by the rule and settings with which it began."""
    return replace(rhythm, rule=occurrence.rule, settings=occurrence.settings or {})


def _from(
    rule: Rule, zone: str, first: date, *, counted_from: date | None = None
) -> Iterator[Planned]:
    for day in rule.days_from(first, counted_from=counted_from):
        at = instant_of(datetime.combine(day, rule.time), zone=zone)
        yield Planned(day, at.astimezone(UTC))
