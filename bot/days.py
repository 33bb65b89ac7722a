"""Days as people write them: next Monday, 9 March, 9.3., for two weeks; stretches, one a line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

Stretch = tuple[date, date]  # both days belong to it

LONGEST = timedelta(days=730)
_BETWEEN = re.compile(r"\s+(?:to|until|till|through|-|–|—)\s+|\s*(?:\.\.|–|—)\s*")
_ITEMS = re.compile(r"\s*(?:[\n;]|,(?!\s*\d{4}\b))\s*")
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DAY = timedelta(days=1)
_JUST_NOW = timedelta(days=30)  # a date of the last weeks is this year's, not the next one's
_YEARS = 5  # so far 29 February may be
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_MONTH = r"(?P<name>[a-z]{3,9})\.?"
_YEAR = r"(?:,? (?P<year>\d{4}))?"
_WRITTEN = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})?",
        rf"(?:the )?{_NUMBER} (?:of )?{_MONTH}{_YEAR}",
        rf"{_MONTH} {_NUMBER}{_YEAR}",
    )
)
_WEEKDAY = re.compile(r"(?:next |last |this )?(?P<weekday>[a-z]+)")
_LENGTH = re.compile(r"(?:for |in )?(?P<count>a|one|two|three|\d{1,2}) (?P<unit>day|week)s?")
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3}


@dataclass(frozen=True, slots=True)
class _Written:
    year: int | None
    month: int
    day: int

    def among(self, years: Iterable[int]) -> list[date]:
        """The days that it can be, when it names no year itself."""
        found = (_valid(year, self.month, self.day) for year in self._years(years))
        return [one for one in found if one is not None]

    def _years(self, years: Iterable[int]) -> Iterable[int]:
        return years if self.year is None else [self.year]


def weekday_named(name: str) -> int | None:
    """Monday is 1. By its name or the beginning of it, of one such day or of all: tues, fridays."""
    stem = name.casefold().removesuffix("s")
    fits = [number for number, day in enumerate(DAY_NAMES, 1) if day.startswith(stem)]
    return fits[0] if len(stem) >= 3 and fits else None


def day_in(text: str, *, today: date) -> date | None:
    """One of the near ones: a weekday to come, a date of this year, or of the next one."""
    said = _plain(text)
    if said in ("today", "tomorrow"):
        return today + _DAY * (said == "tomorrow")
    weekday, written = weekday_named(said), _written(said)
    if weekday is not None or written is None:
        return _next(weekday, today)
    found = written.among([today.year, today.year + 1])
    return next((one for one in found if written.year or one >= today - _JUST_NOW), None)


def coming(text: str, *, today: date) -> date | None:
    """The day meant, after today; None when no day is named."""
    said = _plain(text)
    if said in ("tomorrow", "next week"):
        return today + _DAY * (1 if said == "tomorrow" else 7 - today.weekday())
    written = _written(said)
    if written is None:
        return _next(_weekday(said), today) or _after(said, today)
    found = written.among(range(today.year, today.year + _YEARS))
    return next((one for one in found if one > today), None)


def past(text: str, *, today: date) -> date | None:
    """The day meant, today or before; None when no day is named."""
    said = _plain(text)
    if said in ("today", "yesterday"):
        return today - _DAY * (said == "yesterday")
    weekday, written = _weekday(said), _written(said)
    if weekday is not None:
        back = (today.isoweekday() - weekday) % 7
        return today - _DAY * (back or (7 if said.startswith("last") else 0))
    found = [] if written is None else written.among(range(today.year, today.year - _YEARS, -1))
    return next((one for one in found if one <= today), None)


def stretches_in(text: str, *, today: date) -> tuple[Stretch, ...] | None:
    """In order, those that touch joined; None when some of it is no day that we understand."""
    found = [_stretch(item, today) for item in _ITEMS.split(text.strip()) if item.strip()]
    if any(one is None for one in found):
        return None
    return joined(one for one in found if one is not None)


def in_text(stretches: Iterable[Stretch]) -> str:
    """As stretches_in understands them."""
    return "; ".join(
        f"{first}" if first == last else f"{first} to {last}" for first, last in stretches
    )


def joined(found: Iterator[Stretch] | list[Stretch]) -> tuple[Stretch, ...]:
    """In order; those that overlap or follow each other are one."""
    whole: list[Stretch] = []
    for first, last in sorted(found):
        if whole and first <= whole[-1][1] + _DAY:
            whole[-1] = (whole[-1][0], max(whole[-1][1], last))
        else:
            whole.append((first, last))
    return tuple(whole)


def _stretch(text: str, today: date) -> Stretch | None:
    ends = [day_in(part, today=today) for part in _BETWEEN.split(text, maxsplit=1)]
    first, last = ends[0], ends[-1]
    if first is None or last is None or not timedelta(0) <= last - first <= LONGEST:
        return None
    return first, last


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(" !").split())


def _weekday(said: str) -> int | None:
    found = _WEEKDAY.fullmatch(said.removesuffix("."))
    return None if found is None else weekday_named(found["weekday"])


def _next(weekday: int | None, today: date) -> date | None:
    return None if weekday is None else today + _DAY * ((weekday - today.isoweekday() - 1) % 7 + 1)


def _after(said: str, today: date) -> date | None:
    """The first day after a length: "for 2 weeks" ends where the third begins."""
    found = _LENGTH.fullmatch(said.removesuffix("."))
    if found is None:
        return None
    count = _COUNTS.get(found["count"]) or int(found["count"])
    return today + _DAY * count * (7 if found["unit"] == "week" else 1)


def _written(said: str) -> _Written | None:
    matches = (one.fullmatch(said) or one.fullmatch(said.removesuffix(".")) for one in _WRITTEN)
    found = next((match for match in matches if match is not None), None)
    if found is None:
        return None
    parts = found.groupdict()
    month = _month(parts["name"]) if "name" in parts else int(parts["month"])
    return _Written(int(parts["year"]) if parts["year"] else None, month, int(parts["day"]))


def _month(name: str) -> int:
    """0 for what is none."""
    fits = [number for number, month in enumerate(_MONTH_NAMES, 1) if month.startswith(name)]
    return fits[0] if len(fits) == 1 else 0


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
