"""Calendar files, as other calendars export them: the whole days off that stand in them."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from bot.days import LONGEST, Stretch, joined

_DAY = timedelta(days=1)
_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})  # nobody's days off, and long to count out
_RECURS = ("RRULE", "RDATE", "RECURRENCE-ID")
_BEGIN = "BEGIN:VCALENDAR"
_WRAPPED = f"{_BEGIN}\r\n{{}}\r\nEND:VCALENDAR\r\n"
_SENSELESS = (ValueError, ArithmeticError, LookupError, TypeError, AttributeError)  # of the library
_NO_ABSENCE = (("TRANSP", "TRANSPARENT"), ("STATUS", "CANCELLED"))


class TooMuchInIt(Exception):
    """It would take too long to work out what its repeating events mean."""


def is_calendar(text: str) -> bool:
    """Whether somebody wrote, or pasted, a calendar rather than words."""
    return "BEGIN:VEVENT" in text.upper()


def days_off(
    text: str, *, today: date, zone: tzinfo, is_too_late: Callable[[], bool]
) -> tuple[Stretch, ...] | None:
    """From today on, two years far, as the days are in that zone; None for what is no calendar.

    Events that leave a person free, and those that were cancelled, are no absence; one of some
    hours neither: only the days that it covers from midnight to midnight are. Raises TooMuchInIt
    once `is_too_late`, which is asked between one repeating event and the next.
    """
    calendar = _parsed(text)
    if calendar is None:
        return None
    found: list[Stretch] = []
    for events in _series_of(calendar):
        if is_too_late():
            raise TooMuchInIt
        found += _absences(calendar, events, (today, today + LONGEST), zone)
    return joined(found)


def _parsed(text: str) -> Any | None:
    """What was pasted may lack its first and last lines."""
    import icalendar  # noqa: PLC0415 - only who sends a calendar waits for it to load

    whole = _WRAPPED.format(text) if is_calendar(text) and _BEGIN not in text.upper() else text
    try:
        found = icalendar.Calendar.from_ical(whole, multiple=True)
    except _SENSELESS:
        return None
    calendars = [one for one in found if one.name == "VCALENDAR"]
    return calendars[0] if calendars else None


def _series_of(calendar: Any) -> list[list[Any]]:
    """Each event with what was changed of single dates of it."""
    by_uid: dict[str, list[Any]] = {}
    for number, event in enumerate(calendar.walk("VEVENT")):
        by_uid.setdefault(str(event.get("UID") or number), []).append(event)
    return list(by_uid.values())


def _absences(calendar: Any, events: list[Any], span: Stretch, zone: tzinfo) -> list[Stretch]:
    """None of an event that nobody can make sense of: the others are still good."""
    try:
        times = _times(calendar, events, span)
        days = [_whole_days(one, zone) for one in times if _is_absence(one)]
    except _SENSELESS:
        return []
    within = [(max(first, span[0]), min(last, span[1])) for first, last in days]
    return [(first, last) for first, last in within if first <= last]


def _times(calendar: Any, events: list[Any], span: Stretch) -> list[Any]:
    """Each time that it happens; what happens once needs no reckoning."""
    if len(events) == 1 and not any(name in events[0] for name in _RECURS):
        return events
    if any(_is_often(one) for one in events):
        return []
    import recurring_ical_events  # noqa: PLC0415

    series = type(calendar)()
    series.update(calendar)
    series.subcomponents.extend(events)
    found: list[Any] = recurring_ical_events.of(series).between(span[0], span[1] + _DAY)
    return found


def _is_often(event: Any) -> bool:
    rules = event.get("RRULE") or []
    return any(
        str(how).upper() in _OFTEN
        for rule in (rules if isinstance(rules, list) else [rules])
        for how in rule.get("FREQ", [])
    )


def _is_absence(event: Any) -> bool:
    return not any(str(event.get(name, "")).upper() == value for name, value in _NO_ABSENCE)


def _whole_days(event: Any, zone: tzinfo) -> Stretch:
    """The first and the last of them; in the wrong order when it covers none."""
    start, end = event.start, event.end
    if not isinstance(start, datetime):
        return start, max(start, end - _DAY)
    first, last = _local(start, zone), _local(end, zone)
    begins_late = first.time() > time(0)
    return first.date() + begins_late * _DAY, last.date() - _DAY


def _local(at: datetime, zone: tzinfo) -> datetime:
    """A time without a zone means wherever the person is."""
    return at if at.tzinfo is None else at.astimezone(zone)
