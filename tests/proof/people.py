"""The people of the simulation: where and when each works, and every change of it, dated."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

import holidays
from whenever import Instant, PlainDateTime

from storage.types import PersonId

Span = tuple[date, date]
HOMES = (
    ("Europe/Berlin", "DE"),
    ("America/New_York", "US"),
    ("Asia/Kolkata", "IN"),
    ("Europe/London", "GB"),
    ("Australia/Sydney", "AU"),
)
_NAMES = (
    *("Aiko", "Bela", "Chidi", "Dunja", "Emre", "Freya", "Gwen", "Hana", "Ines", "Jonas"),
    *("Kavya", "Lior", "Mirela", "Nadia", "Osman", "Petra", "Quirin", "Rosa", "Sven", "Tarek"),
    *("Ulla", "Vikram", "Wanda", "Ximena", "Yusuf", "Zora", "Anouk", "Bruno", "Carla", "Deniz"),
    *("Elif", "Farid", "Greta", "Henrik", "Ilse", "Jana", "Kofi", "Leona", "Malik", "Noor"),
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is true of a person at a moment, as the bot can know it."""

    zone: str
    country: str
    days: str = "12345"
    starts: str = "09:00"
    ends: str = "17:00"
    off: tuple[Span, ...] = ()
    paused: tuple[Span, ...] = ()
    away_until: date | None = None  # by Slack's status
    not_asked: tuple[tuple[str, date], ...] = ()  # by which team until when, as they said
    teams: frozenset[str] = frozenset()  # whose standup they take part in
    gone: bool = False

    def absence(self, day: date) -> str | None:
        """Why they do not hear of us that day."""
        if self.away_until is not None and day <= self.away_until:
            return "away"
        if within(self.off, day) or str(day.isoweekday()) not in self.days:
            return "day_off"
        if is_holiday(self.country, day):
            return "holiday"
        return "paused" if within(self.paused, day) else None

    def is_asked(self, team: str, day: date) -> bool:
        """By the standup of a team that they take part in."""
        off = any(one == team and day < until for one, until in self.not_asked)
        return not off and self.absence(day) is None

    def there(self, at: datetime) -> tuple[date, str]:
        """What their calendar and clock show, by another library than the bot's."""
        shown = str(Instant(at).to_tz(self.zone).to_plain())
        return date.fromisoformat(shown[:10]), shown[11:16]

    def is_free(self, at: datetime) -> bool:
        """They work at that moment, and may be spoken to."""
        day, clock = self.there(at)
        return self.absence(day) is None and self.starts <= clock < self.ends


@dataclass
class Member:
    id: PersonId
    name: str
    history: list[tuple[datetime, Facts]]
    away: set[date] = field(default_factory=set)  # days really spent away, by Slack's status

    @property
    def facts(self) -> Facts:
        return self.history[-1][1]

    def at(self, moment: datetime) -> Facts:
        """As it was known then; what changed in that very moment is known."""
        return next(facts for since, facts in reversed(self.history) if since <= moment)

    def change(self, now: datetime, **new: Any) -> None:
        self.history.append((now, replace(self.facts, **new)))


def cast(dice: Random, size: int, begin: datetime) -> list[Member]:
    """In five zones, most of them with usual hours; the same dice, the same people."""
    found = []
    for number, name in enumerate(_NAMES[:size]):
        zone, country = HOMES[number % len(HOMES)]
        facts = Facts(zone, country, **_hours(dice))
        found.append(Member(PersonId(f"U0{name.upper()}"), name, [(begin, facts)]))
    return found


def _hours(dice: Random) -> dict[str, Any]:
    usual: list[dict[str, Any]] = [{}] * 7
    return dice.choice(
        [
            *usual,
            {"starts": "08:00", "ends": "16:00"},
            {"days": "1234"},
            {"starts": "11:00", "ends": "19:30"},
        ]
    )


def instant(day: date, clock: str, zone: str) -> datetime:
    """When a wall clock shows that; it is asked for hours at which no clock is changed."""
    local = PlainDateTime(f"{day}T{clock}:00")
    return local.assume_tz(zone).to_instant().to_stdlib()


def days_of(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


def within(spans: tuple[Span, ...], day: date) -> bool:
    return any(first <= day <= last for first, last in spans)


@cache
def is_holiday(country: str, day: date) -> bool:
    return day in holidays.country_holidays(country, years=day.year)
