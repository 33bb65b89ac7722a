"""Days as people write them: single ones, stretches, one a line, or a calendar file."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

Stretch = tuple[date, date]  # both days belong to it

LONGEST = timedelta(days=730)
_DAY = timedelta(days=1)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?(?P<name>[a-z]{3,9})\.?"
    r"|(?P<name2>[a-z]{3,9})\.? (?P<day2>\d{1,2})(?:st|nd|rd|th)?)(?:,? (?P<year>\d{4}))?"
)
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})?")
_BETWEEN = re.compile(r"\s+(?:to|until|till|through|-|–|—)\s+|\s*(?:\.\.|–|—)\s*")
_ITEMS = re.compile(r"\s*(?:[\n;]|,(?!\s*\d{4}\b))\s*")
_EVENT = re.compile(r"^BEGIN:VEVENT\r?$(.*?)^END:VEVENT\r?$", re.MULTILINE | re.DOTALL)
_WHOLE_DAY = re.compile(
    r"^(DTSTART|DTEND);(?:[^:\n]*;)?VALUE=DATE(?:;[^:\n]*)?:(\d{8})", re.MULTILINE
)


def stretches_in(text: str, *, today: date) -> tuple[Stretch, ...] | None:
    """In order, those that touch joined; None when some of it is no day that we understand."""
    if "BEGIN:VEVENT" in text:
        return joined(_of_calendar(text))
    found = [_stretch(item, today) for item in _ITEMS.split(text.strip()) if item.strip()]
    if any(one is None for one in found):
        return None
    return joined(one for one in found if one is not None)


def day_in(text: str, *, today: date) -> date | None:
    """A date, with or without its year; a weekday, which is the next one; today, tomorrow."""
    said = " ".join(text.strip().casefold().split())
    if said in ("today", "tomorrow"):
        return today + _DAY * (said == "tomorrow")
    weekday = next((n for n, name in enumerate(_WEEKDAYS) if said in (name, name[:3])), None)
    if weekday is not None:
        return today + _DAY * ((weekday - today.weekday() - 1) % 7 + 1)
    for pattern in (_ISO, _DOTTED, _NAMED):
        if found := pattern.fullmatch(said):
            return _dated(found.groupdict(), today)
    return None


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


def _dated(said: dict[str, str | None], today: date) -> date | None:
    """Without a year: the next such day, or one of the last weeks."""
    name = said.get("name") or said.get("name2")
    month = _month(name) if name else int(said.get("month") or 0)
    day = int(said.get("day") or said.get("day2") or 0)
    said_year = said.get("year")
    years = [int(said_year)] if said_year else [today.year, today.year + 1]
    for year in years:
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if said_year or found >= today - timedelta(days=30):
            return found
    return None


def _month(name: str) -> int:
    """0 for what is none."""
    fits = [n for n, month in enumerate(_MONTHS, 1) if month.startswith(name)]
    return fits[0] if len(fits) == 1 else 0


def _of_calendar(text: str) -> Iterator[Stretch]:
    """Its whole-day events; those of an hour are no day off. Such a file names the day after."""
    for event in _EVENT.findall(text):
        found = dict(_WHOLE_DAY.findall(event))
        first = _compact(found.get("DTSTART", ""))
        if first is None or re.search(r"^TRANSP:TRANSPARENT", event, re.MULTILINE):
            continue
        end = _compact(found.get("DTEND", ""))
        last = first if end is None else max(first, end - _DAY)
        yield first, min(last, first + LONGEST)


def _compact(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
