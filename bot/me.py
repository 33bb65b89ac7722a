"""What a person says about themselves: when they work, what they can do, what may reach them."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time, timedelta, tzinfo
from typing import Any

from bot.attention import REACHES
from bot.calendar import zone_named
from bot.days import day_in, in_text, joined, stretches_in, weekday_named
from bot.errors import (
    NoDaysOff,
    NotACountry,
    NotAMember,
    NotDays,
    NotFunctions,
    NotHours,
    NotReaches,
    NotWeekdays,
    Refusal,
)
from bot.functions import FUNCTIONS
from bot.holidays import country_meant, country_name
from bot.people import may_use
from bot.profiles import hours_of, today, zone_of
from bot.told import Told
from bot.world import Work
from storage.profiles import Profile, Span
from storage.types import PersonId

_DAY = timedelta(days=1)
_MOST_CARRIED = 1_800  # characters of days that a button can carry
_NONE = ("", "none", "no", "nothing", "never")
_HOURS = re.compile(
    r"(?:from )?(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|to|until)\s*(\d{1,2})(?:[:.](\d{2}))?"
)
Changes = dict[str, Any]  # of a profile's fields


def standing(work: Work, person: PersonId) -> dict[str, Any]:
    """All that we know, small enough to keep: what the form is filled with."""
    if not may_use(work.records.people.get(person), work.records.workspace):
        raise NotAMember
    profile, hours, now = (
        work.records.profiles.get(person),
        hours_of(work, person),
        today(work, person),
    )
    return {
        "zone": zone_of(work, person),
        "starts": f"{hours.start:%H:%M}",
        "ends": f"{hours.end:%H:%M}",
        "days": "".join(map(str, sorted(hours.days))),
        "country": profile.country or "",
        "country_name": country_name(profile.country) if profile.country else "",
        "off": [[first.isoformat(), last.isoformat()] for first, last in _coming(profile.off, now)],
        "paused_until": _back_on(profile, now),
        "skills": list(profile.skills),
        "muted": list(profile.muted),
    }


def shown(work: Work, *, person: PersonId) -> Told:
    return Told("profile.shown", None, standing(work, person))


def say(work: Work, said: Mapping[str, str], *, by: PersonId) -> Told:
    """Keep what each field says, as people type it. Raises Refusal for what is not understood."""
    if not may_use(work.records.people.get(by), work.records.workspace):
        raise NotAMember
    new: Changes = {}
    for name, text in said.items():
        new |= _READ[name](work, by, " ".join(text.split()) if name != "off" else text.strip())
    work.records.profiles.put(by, **new)
    return Told("profile.saved", None, standing(work, by))


def wrong(work: Work, said: Mapping[str, str], *, by: PersonId) -> dict[str, str]:
    """The fields that cannot be understood, each with a sentence that helps."""
    found = {}
    for name, text in said.items():
        try:
            _READ[name](work, by, text.strip())
        except Refusal as refusal:
            found[name] = refusal.sentence
    return found


def clock_of(work: Work, person: PersonId) -> tuple[date, tzinfo]:
    """Their own date, and the zone in which days are whole for them."""
    return today(work, person), zone_named(zone_of(work, person))


def found_off(work: Work, found: Sequence[Span], *, by: PersonId) -> Told:
    """Days off that stood in their calendar file, for one tap; nothing is kept before it.

    What does not fit into one button waits for the next file. Raises NoDaysOff.
    """
    if not may_use(work.records.people.get(by), work.records.workspace):
        raise NotAMember
    if not found:
        raise NoDaysOff
    fits = next(n for n in range(len(found), 0, -1) if len(in_text(found[:n])) <= _MOST_CARRIED)
    taken = found[:fits]
    facts = {
        "off": [[first.isoformat(), last.isoformat()] for first, last in taken],
        "days": sum((last - first).days + 1 for first, last in taken),
        "text": in_text(taken),
        "cut_at": taken[-1][1].isoformat() if fits < len(found) else None,
    }
    return Told("calendar.found", None, facts)


def fields() -> frozenset[str]:
    return frozenset(_READ)


def _hours(work: Work, by: PersonId, text: str) -> Changes:
    found = _HOURS.fullmatch(text.casefold())
    if found is None:
        raise NotHours
    try:
        starts, ends = (time(int(found[n]), int(found[n + 1] or 0)) for n in (1, 3))
    except ValueError:
        raise NotHours from None
    if starts >= ends:
        raise NotHours
    return {"starts": f"{starts:%H:%M}", "ends": f"{ends:%H:%M}"}


def _days(work: Work, by: PersonId, text: str) -> Changes:
    days: set[int] = set()
    for item in re.split(r"[,;\s]+(?:and\s+)?", text.casefold()):
        ends = [_weekday(end) for end in re.split("[-–]", item)]
        if not all(ends) or len(ends) > 2 or ends[0] > ends[-1]:
            raise NotWeekdays
        days.update(range(ends[0], ends[-1] + 1))
    return {"days": "".join(map(str, sorted(days)))}


def _weekday(name: str) -> int:
    """0 for what is none."""
    if re.fullmatch("[1-7]", name):
        return int(name)
    return weekday_named(name) or 0


def _country(work: Work, by: PersonId, text: str) -> Changes:
    if text.casefold() in _NONE:
        return {"country": None}
    code = country_meant(text)
    if code is None:
        raise NotACountry
    return {"country": code}


def _off(work: Work, by: PersonId, text: str) -> Changes:
    """All days off that are still to come; those that passed stay."""
    now, before = today(work, by), work.records.profiles.get(by).off
    found = () if text.casefold() in _NONE else stretches_in(text, today=now)
    if found is None:
        raise NotDays
    past = [(first, min(last, now - _DAY)) for first, last in before if first < now]
    return {"off": joined([*past, *found])}


def _more_off(work: Work, by: PersonId, text: str) -> Changes:
    found = stretches_in(text, today=today(work, by))
    if not found:
        raise NotDays
    return {"off": joined([*work.records.profiles.get(by).off, *found])}


def _pause(work: Work, by: PersonId, text: str) -> Changes:
    """Until that day, on which we speak again."""
    if text.casefold() in _NONE:
        return {"paused": ()}
    now = today(work, by)
    back = day_in(re.sub(r"^until\s+", "", text, flags=re.IGNORECASE), today=now)
    if back is None or back - now > timedelta(days=730):
        raise NotDays
    return {"paused": ((now, back - _DAY),) if back > now else ()}


def _skills(work: Work, by: PersonId, text: str) -> Changes:
    named = {name.casefold(): key for key, name in FUNCTIONS.items()}
    found = _chosen(text, {**named, **{key: key for key in FUNCTIONS}})
    if found is None:
        raise NotFunctions(functions=", ".join(FUNCTIONS))
    return {"skills": found}


def _mute(work: Work, by: PersonId, text: str) -> Changes:
    found = _chosen(text, {key: key for key in REACHES})
    if found is None:
        raise NotReaches(kinds=", ".join(REACHES))
    return {"muted": found}


def _chosen(text: str, known: Mapping[str, str]) -> list[str] | None:
    """The ids of what was named, by commas; None when some of it is not known."""
    if text.casefold() in _NONE:
        return []
    found = [known.get(" ".join(one.casefold().split())) for one in text.split(",")]
    return None if None in found else sorted({one for one in found if one is not None})


_READ: Mapping[str, Callable[[Work, PersonId, str], Changes]] = {
    "hours": _hours,
    "days": _days,
    "country": _country,
    "off": _off,
    "more_off": _more_off,
    "pause": _pause,
    "skills": _skills,
    "mute": _mute,
}


def _coming(off: tuple[Span, ...], now: date) -> list[Span]:
    return [(max(first, now), last) for first, last in off if last >= now]


def _back_on(profile: Profile, now: date) -> str | None:
    if not profile.paused or profile.paused[-1][1] < now:
        return None
    return (profile.paused[-1][1] + _DAY).isoformat()
