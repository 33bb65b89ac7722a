"""The rule of a rhythm: on which days and at what time, as a person writes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from bot.days import DAY_NAMES, weekday_named
from bot.errors import NotARule

WEEKDAYS = frozenset({1, 2, 3, 4, 5})
EVERY_DAY = frozenset(range(1, 8))
_MOST_WEEKS = 52
_MOST_SHOWN = 60

_RULE = re.compile(
    r"(?:every\s+(?:(?P<weeks>[0-9]{1,3}|other)\s+weeks?\s+|weeks?\s+)?)?"
    r"(?:on\s+)?(?P<days>[a-z]+(?:\s*(?:,|-|–|\band\b)\s*[a-z]+)*)"
    r"\s+(?:at\s+)?(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})"
)
_SETS = {
    "daily": EVERY_DAY,
    "day": EVERY_DAY,
    "everyday": EVERY_DAY,
    "weekday": WEEKDAYS,
    "weekdays": WEEKDAYS,
}


@dataclass(frozen=True, slots=True)
class Rule:
    days: frozenset[int]  # ISO: Monday is 1
    time: time  # of the wall clock
    every: int = 1  # so many weeks

    def days_from(self, first: date, *, counted_from: date | None = None) -> Iterator[date]:
        """Its dates from `first` on, in order.

        Every so many weeks begins with the week of the first such day on or after
        `counted_from`, which is `first` when it is left out.
        """
        origin = _week(next(self._any_week_from(counted_from or first), first))
        for day in self._any_week_from(first):
            if (_week(day) - origin) % self.every == 0:
                yield day

    def _any_week_from(self, first: date) -> Iterator[date]:
        for number in range(first.toordinal(), date.max.toordinal() + 1):
            day = date.fromordinal(number)
            if day.isoweekday() in self.days:
                yield day

    def __str__(self) -> str:
        """As `parse` reads it."""
        often = f"every {self.every} weeks " if self.every > 1 else ""
        return f"{often}{_days_of(self.days)} {self.time:%H:%M}"


def parse(text: str) -> Rule:
    """Raises NotARule."""
    found = _RULE.fullmatch(" ".join(text.lower().split()))
    hour, minute = (int(found["hour"]), int(found["minute"])) if found else (24, 0)
    if found is None or hour > 23 or minute > 59:
        raise NotARule(rule=text[:_MOST_SHOWN])
    every = 2 if found["weeks"] == "other" else int(found["weeks"] or 1)
    days = _days_named(found["days"])
    if not days or not 1 <= every <= _MOST_WEEKS:
        raise NotARule(rule=text[:_MOST_SHOWN])
    return Rule(days, time(hour, minute), every)


def in_words(rule: Rule) -> str:
    """As a person says it: "Mondays and Thursdays at 14:00"."""
    at = f"{rule.time.hour}:{rule.time.minute:02}"
    if rule.every > 1:
        return f"every {rule.every} weeks, {_said(rule.days)} at {at}"
    return f"{_said(rule.days)} at {at}"


def _said(days: frozenset[int]) -> str:
    if days == EVERY_DAY:
        return "every day"
    if days == WEEKDAYS:
        return "weekdays"
    *others, last = [f"{DAY_NAMES[day - 1].capitalize()}s" for day in sorted(days)]
    return f"{', '.join(others)} and {last}" if others else last


def _days_named(text: str) -> frozenset[int]:
    """Empty for what names no days."""
    if text in _SETS:
        return _SETS[text]
    days: set[int] = set()
    for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", text):
        ends = [weekday_named(name) for name in re.split(r"\s*[-–]\s*", part)]
        if None in ends or len(ends) > 2:
            return frozenset()
        days |= _from_to(ends[0] or 0, ends[-1] or 0)
    return frozenset(days)


def _from_to(first: int, last: int) -> set[int]:
    """Around the week's end where that is meant: fri-mon."""
    return {(first - 1 + step) % 7 + 1 for step in range((last - first) % 7 + 1)}


def _days_of(days: frozenset[int]) -> str:
    if days == EVERY_DAY:
        return "daily"
    if days == WEEKDAYS:
        return "weekdays"
    return ",".join(DAY_NAMES[day - 1][:3] for day in sorted(days))


def _week(day: date) -> int:
    return (day.toordinal() - 1) // 7
