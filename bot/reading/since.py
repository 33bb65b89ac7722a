"""Since when: "since Tuesday", "since 14:30", "for 3 days", as an instant in the speaker's zone."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.calendar import DEFAULT, instant_of, zone_named
from bot.reading.needed import cannot_say

_OLDEST = timedelta(days=730)  # what seems older was more likely misread
_MORNING = DEFAULT.start
_A_DAY = timedelta(days=1)

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PARTS = {
    "morning": _MORNING,
    "noon": time(12),
    "midday": time(12),
    "lunch": time(12),
    "lunchtime": time(12),
    "afternoon": time(13),
    "evening": time(17),
    "night": time(18),
}
_UNITS = (
    ("mi", timedelta(minutes=1)),
    ("h", timedelta(hours=1)),
    ("d", _A_DAY),
    ("w", timedelta(weeks=1)),
    ("mo", timedelta(days=30)),
)
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: number for number, word in enumerate(_COUNTED, 1)}
_NUMBERS |= {"a": 1, "an": 1, "couple": 2, "few": 3, "several": 3}

_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_FULL_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_MONTH = rf"(?:{_FULL_MONTH}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
_AMOUNT = (
    rf"(?P<count>\d{{1,3}}|an?(?:\s+(?:couple\s+of|few))?|couple\s+of|few|several"
    rf"|{'|'.join(_COUNTED)})\s*(?P<kind>working|business)?\s*"
    r"(?P<unit>min(?:ute)?s?|h(?:ou)?rs?|h|days?|d|weeks?|w|months?)\b"
)
_ABOUT = (
    r"(?:(?:about|around|approximately|almost|over|more\s+than|at\s+least|nearly|early|late|the"
    r"|the\s+last|the\s+past|~)\s*)*"
)

_SINCE = re.compile(rf"\bsince\s+{_ABOUT}", re.IGNORECASE)
_FOR = re.compile(rf"\bfor\s+{_ABOUT}{_AMOUNT}", re.IGNORECASE)
_AGO = re.compile(rf"\b{_AMOUNT}\s+(?:ago|now|already)\b", re.IGNORECASE)
_ALL = re.compile(r"\ball\s+(?P<all>day|morning|afternoon|week)\b", re.IGNORECASE)
_SO_LONG = re.compile(_AMOUNT, re.IGNORECASE)
_WAITED_SO_LONG = re.compile(
    r"\b(?:wait(?:s|ed|ing)?|blocked|stuck|been|down|open|pending|silent|silence|quiet|no\s+answer"
    r"|asked|requested|sent|filed|submitted|raised|broken|stale|unanswered)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\s*(?:,|at|@)?\s*(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_PART = re.compile(rf"\s*(?:in\s+the\s+)?(?P<part>{'|'.join(_PARTS)})\b", re.IGNORECASE)
_DAY = re.compile(
    rf"(?P<today>today|this(?=\s+(?:morning|afternoon|evening)\b))"
    rf"|(?P<yesterday>yesterday|last(?=\s+(?:evening|night)\b))"
    rf"|(?P<before_that>day\s+before\s+yesterday)"
    rf"|(?P<which>this|last)\s+(?P<span>week|month)\b"
    rf"|(?:last\s+)?(?P<weekday>{_WEEKDAY})\b"
    rf"|(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}})\b"
    rf"|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?P<then_month>{_MONTH})\b"
    rf"|(?P<month_first>{_MONTH})\.?\s+(?P<then_day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"
    rf"|(?P<month_alone>{_FULL_MONTH})\b",  # not the short ones: Jan is also a person
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Here:
    """Now, where the speaker is."""

    now: datetime
    zone: str

    @property
    def local(self) -> datetime:
        return self.now.astimezone(zone_named(self.zone)).replace(tzinfo=None)

    @property
    def today(self) -> date:
        return self.local.date()

    def at(self, day: date, clock: time) -> datetime:
        return instant_of(datetime.combine(day, clock), zone=self.zone)


def since_in(plain: str, *, now: datetime, zone: str) -> datetime | None:
    """The instant (UTC) that the words give, not after `now`; None when they give none.

    A day without a time means the morning, 9:00; a weekday is the last one before today. "For 3
    days" counts only beside a word for waiting: a need for three days is no wait of three.
    """
    here = _Here(now.astimezone(UTC), zone)
    for understand in (_since, _so_long, _all_along):
        moment = understand(plain, here)
        if moment is not None:
            return moment if timedelta(0) <= now - moment <= _OLDEST else None
    return None


def _since(plain: str, here: _Here) -> datetime | None:
    if cannot_say(plain, "since"):
        return None
    moments = (_named_moment(plain, found.end(), here) for found in _SINCE.finditer(plain))
    return next((moment for moment in moments if moment is not None), None)


def _so_long(plain: str, here: _Here) -> datetime | None:
    found = None if cannot_say(plain, "for") else _FOR.search(plain)
    if found is None and not cannot_say(plain, "ago", "now", "already"):
        found = _AGO.search(plain)
    return _ago(found, here) if found and _WAITED_SO_LONG.search(plain) else None


def _all_along(plain: str, here: _Here) -> datetime | None:
    found = None if cannot_say(plain, "all") else _ALL.search(plain)
    if found is None:
        return None
    span = found["all"].lower()
    day = _start_of("week", here.today, last=False) if span == "week" else here.today
    return here.at(day, _PARTS.get(span, _MORNING))


def _named_moment(plain: str, at: int, here: _Here) -> datetime | None:
    amount = _SO_LONG.match(plain, at)
    if amount is not None:
        return _ago(amount, here)
    named = _DAY.match(plain, at)
    if named is None:
        return _last_time(_clock(plain, at), here)
    day = _date(named, here.today)
    return None if day is None else here.at(day, _clock(plain, named.end()) or _MORNING)


def _last_time(clock: time | None, here: _Here) -> datetime | None:
    """When the clock last showed it."""
    if clock is None:
        return None
    today = here.at(here.today, clock)
    return today if today <= here.now else here.at(here.today - _A_DAY, clock)


def _clock(plain: str, at: int) -> time | None:
    part = _PART.match(plain, at)
    if part is not None:
        return _PARTS[part["part"].lower()]
    found = _CLOCK.match(plain, at)
    if found is None or not (found["minute"] or found["half"]):
        return None
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if half:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _date(named: re.Match[str], today: date) -> date | None:
    if named["weekday"]:
        weekday = _WEEKDAYS.index(named["weekday"][:3].lower())
        return today - _A_DAY * ((today.weekday() - weekday - 1) % 7 + 1)
    if named["span"]:
        return _start_of(named["span"].lower(), today, last=named["which"].lower() == "last")
    for name, days in (("today", 0), ("yesterday", 1), ("before_that", 2)):
        if named[name]:
            return today - _A_DAY * days
    return _calendar_date(named, today)


def _start_of(span: str, today: date, *, last: bool) -> date:
    if span == "week":
        return today - _A_DAY * (today.weekday() + (7 if last else 0))
    first = today.replace(day=1)
    return (first - _A_DAY).replace(day=1) if last else first


def _calendar_date(named: re.Match[str], today: date) -> date | None:
    """Without a year: the last time that there was that date."""
    if named["year"]:
        return _valid(int(named["year"]), int(named["month"]), int(named["day"]))
    month_name = named["then_month"] or named["month_first"] or named["month_alone"]
    month = _MONTHS.index(month_name[:3].lower()) + 1
    number = int(named["day_first"] or named["then_day"] or 1)
    day = _valid(today.year, month, number)
    return day if day is None or day <= today else _valid(today.year - 1, month, number)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ago(amount: re.Match[str], here: _Here) -> datetime:
    """Minutes and hours by the clock; days, weeks and months (30 days) to the same local time."""
    words = amount["count"].lower().split()
    count = int(words[0]) if words[0].isdecimal() else max(_NUMBERS.get(one, 0) for one in words)
    unit = next(unit for start, unit in _UNITS if amount["unit"].lower().startswith(start))
    if unit < _A_DAY:
        return here.now - unit * count
    if amount["kind"] and unit == _A_DAY:
        return here.at(_working_days_before(here.today, count), here.local.time())
    return here.at(here.today - unit * count, here.local.time())


def _working_days_before(day: date, count: int) -> date:
    while count > 0:
        day -= _A_DAY
        count -= day.isoweekday() in DEFAULT.days
    return day
