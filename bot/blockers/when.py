"""Days to promise: a few choices in words, and the working day that each of them means."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from bot.calendar import WorkingHours, zone_named

ON_IT: Mapping[str, str] = {
    "today": "today",
    "tomorrow": "tomorrow",
    "week": "the end of this week",
    "next_week": "the end of next week",
    "open": "no date yet",
}
QUEUED: Mapping[str, str] = {
    "week": "this week",
    "next_week": "next week",
    "two_weeks": "two weeks from now",
    "month": "a month from now",
    "open": "no date yet",
}
_FURTHER = {"two_weeks": 14, "month": 28}


def day_meant(choice: str, now: datetime, *, zone: str, hours: WorkingHours) -> date | None:
    """None for no date, and for a choice that nobody offers."""
    today = now.astimezone(zone_named(zone)).date()
    if choice == "today":
        return today
    if choice == "tomorrow":
        return _works_from(today + timedelta(days=1), hours)
    if choice in ("week", "next_week"):
        return _end_of_week(today, hours, later=choice == "next_week")
    if choice in _FURTHER:
        return _works_from(today + timedelta(days=_FURTHER[choice]), hours)
    return None


def _end_of_week(today: date, hours: WorkingHours, *, later: bool) -> date:
    """The last working day of the ISO week; said after it, that of the week after."""
    monday = today - timedelta(days=today.isoweekday() - 1)
    end = monday + timedelta(days=max(hours.days) - 1)
    if end < today:
        end += timedelta(days=7)
    return end + timedelta(days=7) if later else end


def _works_from(day: date, hours: WorkingHours) -> date:
    while day.isoweekday() not in hours.days:
        day += timedelta(days=1)
    return day
