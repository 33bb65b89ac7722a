"""Moments as people type them: +1h, tomorrow 9:00, next monday 9:00, now, an epoch, ISO."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sandbox.wire import SlackError

DEFAULT_ZONE = "Europe/Berlin"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SECONDS = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}
_STEP = re.compile(r"(\d+(?:\.\d+)?)\s*([wdhms])")
_AHEAD = re.compile(r"\+\s*(?:\d+(?:\.\d+)?\s*[wdhms]\s*)+")
_DAY_AND_TIME = re.compile(r"(today|tomorrow|next \w+) (\d{1,2}):(\d{2})")
_BACK = re.compile(r"-(\d+)d (\d{1,2}):(\d{2})")


def moment(text: str, *, now: float, real: float, zone: str | None = None) -> float:
    """Epoch seconds of `text`; wall-clock times are read in `zone` (Berlin unless told).

    "now" is the machine's time, `real`. Raises SlackError("invalid_moment").
    """
    words = " ".join(text.lower().split())
    if words == "now":
        return real
    if _AHEAD.fullmatch(words):
        return now + sum(float(n) * _SECONDS[unit] for n, unit in _STEP.findall(words))
    if named := _DAY_AND_TIME.fullmatch(words):
        day, hour, minute = named.groups()
        return _on_day(day, int(hour), int(minute), now=now, zone=zone)
    return _written_out(text.strip(), zone=zone)


def working_days_back(text: str, *, now: float) -> float:
    """Epoch seconds of "-12d 09:40": twelve working days before today, Berlin's wall clock."""
    found = _BACK.fullmatch(text.strip())
    if found is None:
        raise SlackError("invalid_moment", moment=text)
    days, hour, minute = (int(part) for part in found.groups())
    day = datetime.fromtimestamp(now, ZoneInfo(DEFAULT_ZONE))
    while days:
        day -= timedelta(days=1)
        days -= day.isoweekday() <= 5
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0).timestamp()


def _on_day(day: str, hour: int, minute: int, *, now: float, zone: str | None) -> float:
    if hour > 23 or minute > 59:
        raise SlackError("invalid_moment", moment=f"{hour}:{minute}")
    today = datetime.fromtimestamp(now, ZoneInfo(zone or DEFAULT_ZONE))
    there = today + timedelta(days=_days_ahead(day, today.weekday()))
    return there.replace(hour=hour, minute=minute, second=0, microsecond=0).timestamp()


def _days_ahead(day: str, weekday: int) -> int:
    if day in {"today", "tomorrow"}:
        return int(day == "tomorrow")
    name = day.removeprefix("next ")
    if name not in _WEEKDAYS:
        raise SlackError("invalid_moment", moment=day)
    return (_WEEKDAYS.index(name) - weekday - 1) % 7 + 1


def _written_out(text: str, *, zone: str | None) -> float:
    try:
        return float(text)
    except ValueError:
        pass
    try:
        read = datetime.fromisoformat(text)
    except ValueError as error:
        raise SlackError("invalid_moment", moment=text) from error
    aware = read if read.tzinfo else read.replace(tzinfo=ZoneInfo(zone or DEFAULT_ZONE))
    return aware.timestamp()
