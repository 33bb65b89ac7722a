"""When somebody works, by their zone, hours, days off and holidays, and whether they are away."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.calendar import DEFAULT, WorkingHours, instant_of, next_working_moment, zone_named
from bot.holidays import is_holiday
from bot.world import Work
from storage.profiles import NOTHING_SAID, Profile, Span
from storage.types import PersonId

_LONGEST_LOOK = 400  # days; nobody plans further, and a pause without an end shall not hang us
_DAY = timedelta(days=1)


def zone_of(work: Work, person: PersonId) -> str:
    """IANA; UTC while Slack has not told us."""
    known = work.records.people.get(person)
    return "UTC" if known is None else known.zone


def hours_of(work: Work, person: PersonId) -> WorkingHours:
    """With the holidays and days off, on which nobody's clock runs."""
    profile = work.records.profiles.get(person)
    if profile is NOTHING_SAID:
        return DEFAULT
    off = (*profile.off, *_away(work, person, profile))
    days, country = profile.days or "", profile.country or ""
    return _hours(profile.starts or "", profile.ends or "", days, country, off)


def today(work: Work, person: PersonId) -> date:
    """By their own clock."""
    return work.now.astimezone(zone_named(zone_of(work, person))).date()


def absence(work: Work, person: PersonId, day: date) -> str | None:
    """None when they work that day; else why not: away, day_off, holiday or paused.

    A weekday on which they never work is a day off; paused is who works, but not with us.
    """
    profile = work.records.profiles.get(person)
    if profile is NOTHING_SAID:
        return None if day.isoweekday() in DEFAULT.days else "day_off"
    if _within(_away(work, person, profile), day):
        return "away"
    if _within(profile.off, day) or day.isoweekday() not in hours_of(work, person).days:
        return "day_off"
    if is_holiday(profile.country or "", day):
        return "holiday"
    return "paused" if _within(profile.paused, day) else None


def last_worked(work: Work, person: PersonId, before: date) -> date:
    """The last day before that one on which they really worked, as far as we know."""
    days = (before - step * _DAY for step in range(1, _LONGEST_LOOK))
    return next((day for day in days if absence(work, person, day) is None), before - _DAY)


def next_worked(work: Work, person: PersonId, after: date) -> date:
    """The next day on which they work, as far as we know."""
    days = (after + step * _DAY for step in range(1, _LONGEST_LOOK))
    found = next((day for day in days if absence(work, person, day) is None), None)
    return found or after + _LONGEST_LOOK * _DAY


def start_of(work: Work, person: PersonId, day: date) -> datetime:
    """When their working day begins (UTC)."""
    start = hours_of(work, person).start
    return instant_of(datetime.combine(day, start), zone=zone_of(work, person))


def end_of(work: Work, person: PersonId, day: date) -> datetime:
    end = hours_of(work, person).end
    return instant_of(datetime.combine(day, end), zone=zone_of(work, person))


def free_at(work: Work, person: PersonId) -> datetime:
    """The first moment from now on at which they work and may be spoken to."""
    zone = zone_of(work, person)
    at = next_working_moment(work.now, zone=zone, hours=hours_of(work, person))
    day = at.astimezone(zone_named(zone)).date()
    if absence(work, person, day) is None:
        return at
    return start_of(work, person, next_worked(work, person, day))


def heard_away(work: Work, person: PersonId, until: date | None) -> None:
    """What Slack's status says now: away up to that day (date.max: nobody knows), or not away.

    Days that were spent away stay so when the status goes: no wait becomes longer afterwards.
    """
    profile, now = work.records.profiles.get(person), today(work, person)
    past = tuple((first, min(last, now - _DAY)) for first, last in profile.away if first < now)
    told = past if until is None or until < now else _with(past, (now, until), profile.away)
    if told != profile.away:
        work.records.profiles.put(person, away=told)


def _with(past: tuple[Span, ...], new: Span, before: tuple[Span, ...]) -> tuple[Span, ...]:
    """A stretch that goes on is one, not two."""
    if past and before[len(past) - 1][1] >= new[0]:
        return (*past[:-1], (past[-1][0], new[1]))
    return (*past, new)


def _away(work: Work, person: PersonId, profile: Profile) -> tuple[Span, ...]:
    """Of who left without a date we know only that they are away today."""
    if not profile.away or profile.away[-1][1] != date.max:
        return profile.away
    return (*profile.away[:-1], (profile.away[-1][0], today(work, person)))


def _within(spans: tuple[Span, ...], day: date) -> bool:
    return any(first <= day <= last for first, last in spans)


@lru_cache(maxsize=4096)
def _hours(starts: str, ends: str, days: str, country: str, off: tuple[Span, ...]) -> WorkingHours:
    return WorkingHours(
        days=frozenset(map(int, days)) or DEFAULT.days,
        start=time.fromisoformat(starts) if starts else DEFAULT.start,
        end=time.fromisoformat(ends) if ends else DEFAULT.end,
        country=country,
        off=off,
    )
