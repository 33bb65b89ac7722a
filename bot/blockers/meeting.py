"""Times that suit two people who want to talk: within the working hours of both, spread out."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.calendar import DEFAULT, WorkingHours, is_working

LENGTH = timedelta(minutes=30)
NOTICE = timedelta(hours=1)
APART = timedelta(hours=3)
HORIZON = timedelta(days=10)
_MOMENT = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """When one person works."""

    zone: str
    hours: WorkingHours = DEFAULT

    def has(self, start: datetime, end: datetime) -> bool:
        return (
            is_working(start, zone=self.zone, hours=self.hours)
            and is_working(end - _MOMENT, zone=self.zone, hours=self.hours)
            and end - start <= self.hours.length
        )


def times_for_both(now: datetime, *people: Hours, most: int = 3) -> list[datetime]:
    """The first half hours (UTC) that all of them work, some hours apart; fewer when there are
    none."""
    found: list[datetime] = []
    at = _next_half_hour(now + NOTICE)
    while at < now + HORIZON and len(found) < most:
        if all(one.has(at, at + LENGTH) for one in people):
            found.append(at)
            at += APART
        else:
            at += LENGTH
    return found


def _next_half_hour(at: datetime) -> datetime:
    over = timedelta(minutes=at.minute % 30, seconds=at.second, microseconds=at.microsecond)
    return at if not over else at - over + LENGTH
