"""Days as people name them in a line: until Monday, for two weeks, yesterday, 9 March."""

import re
from datetime import date, timedelta

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_NAME = re.compile(
    r"(?:next |last |this )?"
    r"(mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_MONTH = r"(?P<month>" + "|".join(f"{name}[a-z]*" for name in _MONTHS) + r")\.?"
_NUMBER = r"(?P<number>\d{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = r"(?:,? (?P<year>\d{4}))?"
_WRITTEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:the )?{_NUMBER} (?:of )?{_MONTH}{_YEAR}",
        rf"{_MONTH} {_NUMBER}{_YEAR}",
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<number>\d{1,2})",
    )
)
_LENGTH = re.compile(r"(?:for |in )?(?P<count>a|one|two|three|\d{1,2}) (?P<unit>day|week)s?")
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3}


def coming(text: str, *, today: date) -> date | None:
    """The day meant, after today; None when no day is named."""
    said = " ".join(text.casefold().strip(" .!").split())
    if said in ("tomorrow", "next week"):
        return today + timedelta(days=1 if said == "tomorrow" else 7 - today.weekday())
    named = _DAY_NAME.fullmatch(said)
    if named is not None:
        ahead = (_DAYS.index(named[1][:3]) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    return _after(said, today) or _written(said, today, ahead=True)


def past(text: str, *, today: date) -> date | None:
    """The day meant, today or before; None when no day is named."""
    said = " ".join(text.casefold().strip(" .!").split())
    if said in ("today", "yesterday"):
        return today - timedelta(days=said == "yesterday")
    named = _DAY_NAME.fullmatch(said)
    if named is not None:
        back = (today.weekday() - _DAYS.index(named[1][:3])) % 7
        return today - timedelta(days=back or (7 if said.startswith("last") else 0))
    return _written(said, today, ahead=False)


def _after(said: str, today: date) -> date | None:
    """The first day after a length: "for 2 weeks" ends where the third begins."""
    found = _LENGTH.fullmatch(said)
    if found is None:
        return None
    count = _COUNTS.get(found["count"]) or int(found["count"])
    return today + timedelta(days=count * (7 if found["unit"] == "week" else 1))


def _written(said: str, today: date, *, ahead: bool) -> date | None:
    found = next((match for one in _WRITTEN if (match := one.fullmatch(said))), None)
    if found is None:
        return None
    month = found["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    years = [int(found["year"])] if found["year"] else _years_near(today, ahead)
    days = [_date(year, number, int(found["number"])) for year in years]
    fitting = [day for day in days if day and (day > today if ahead else day <= today)]
    return fitting[0] if fitting else None


def _years_near(today: date, ahead: bool) -> list[int]:
    return [today.year + (step if ahead else -step) for step in range(5)]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
