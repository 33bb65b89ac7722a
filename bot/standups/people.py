"""On which days each person of a team is asked, for which day an answer counts, who is away."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from bot import profiles
from bot.calendar import zone_named
from bot.rhythms import due_between, next_of
from bot.standups.feature import NAME, Standup, assumed
from bot.standups.rules import Counts, Window, counts_for
from bot.world import Work
from storage.rhythms import Participant
from storage.standups import Prompt
from storage.types import PersonId

_LOOK_AHEAD = 30  # days of standup, among which one is surely worked
_BACK = timedelta(days=2)


def absence(work: Work, person: PersonId, day: date, said: Participant | None) -> str | None:
    """Why this person is not asked that day; None when they are."""
    if said is not None and said.away_until is not None and day < said.away_until:
        return "away"
    return profiles.absence(work, person, day)


def today_of(work: Work, person: PersonId) -> date:
    return work.now.astimezone(zone_named(profiles.zone_of(work, person))).date()


def counted_day(work: Work, standup: Standup, person: PersonId) -> Counts:
    """For which day an answer of this person counts now, and which they may have meant."""
    windows = sorted(_windows(work, standup, person), key=lambda one: one.date)
    return counts_for(work.now, windows, today=today_of(work, person))


def next_asked(work: Work, standup: Standup, person: PersonId) -> datetime | None:
    """Away and days off left out; None while nobody is asked."""
    if standup.rhythm is None or not standup.is_on:
        return None
    said = work.records.rhythms.participants(standup.team, NAME).get(person)
    coming = next_of(standup.rhythm, profiles.zone_of(work, person), work.now, _LOOK_AHEAD)
    worked = (one.at for one in coming if absence(work, person, one.date, said) is None)
    return next(worked, None)


def _windows(work: Work, standup: Standup, person: PersonId) -> Iterator[Window]:
    """Those of the last days and of the next two on which this person is asked."""
    rhythm, zone = assumed(standup), profiles.zone_of(work, person)
    said = work.records.rhythms.participants(standup.team, NAME).get(person)
    known = {one.date: one for one in _prompts(work, standup, person)}
    for prompt in known.values():
        if prompt.absence in (None, "skipped"):
            yield Window(prompt.date, prompt.at, prompt.ends_at)
    gone = due_between(rhythm, zone, work.now - _BACK, work.now)
    coming = next_of(rhythm, zone, work.now, _LOOK_AHEAD)
    for planned in gone:
        if planned.date not in known:
            yield Window(planned.date, planned.at, planned.at + standup.window)
    worked = (one for one in coming if absence(work, person, one.date, said) is None)
    for planned in islice(worked, 2):
        yield Window(planned.date, planned.at, planned.at + standup.window)


def _prompts(work: Work, standup: Standup, person: PersonId) -> Iterator[Prompt]:
    since = (work.now - _BACK).date()
    found = work.records.standups.prompts(standup.team, since=since)
    return (one for one in found if one.person == person)
