"""Judges the waits of a quarter: none is lost, none ends by itself, each minute is counted."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from random import Random

from bot.blockers.totals import silent_since
from bot.ledger.books import book
from bot.ledger.sums import Span
from bot.world import Work
from storage.blockers import Blocker, Happening
from storage.types import BlockerId, PersonId
from tests.proof.company import DAY, MINUTE, Company, Kept
from tests.proof.people import Member, is_holiday, within

_STATES = {"open", "in_hand", "unconfirmed", "resolved", "withdrawn"}
_LONG = timedelta(days=45)  # of silence, after which nobody can take a wait for confirmed
_TURNS = {"reported", "reopened", "resolved", "withdrawn"}


def no_wait_was_lost(company: Company) -> Counter[str]:
    """Each that people know of is kept as they left it, with its history."""
    found: Counter[str] = Counter()
    for kept in company.waits.values():
        blocker, history = company.bureau.look(partial(_look, blocker=kept.blocker))
        assert blocker is not None, kept
        found[blocker.state] += 1
        _is_as_people_left_it(company, kept, blocker, history)
    return found


def _look(work: Work, blocker: BlockerId) -> tuple[Blocker | None, list[Happening]]:
    return work.records.blockers.get(blocker), list(work.records.blockers.history(blocker))


def _is_as_people_left_it(
    company: Company, kept: Kept, blocker: Blocker, history: list[Happening]
) -> None:
    assert blocker.state in _STATES, blocker
    assert blocker.since <= kept.since, (kept, blocker)
    assert history[0].what == "reported", history
    assert [one.at for one in history] == sorted(one.at for one in history)
    turns = [one for one in history if one.what in _TURNS]
    if kept.ended is None:
        assert blocker.is_open, ("ended by nobody", blocker, history)
        assert turns[-1].what in ("reported", "reopened"), history
        silent = company.end - max(one.at for one in history)
        still = silent < _LONG or blocker.state == "unconfirmed" or _waits_too(company, blocker)
        assert still, ("forgotten", blocker, history)
    else:
        how, by, at = kept.ended
        assert (blocker.state, blocker.ended_by, blocker.ended_at) == (how, by, at), kept
        assert (turns[-1].what, turns[-1].person, turns[-1].at) == (how, by, at), history


def _waits_too(company: Company, blocker: Blocker) -> bool:
    """Whoever it is on waits as well: then the bot asks about that other wait alone."""
    on = {blocker.owner, blocker.helper, blocker.put_to}
    return any(one.ended is None and one.waiter in on for one in company.waits.values())


def the_ledger_counts_each_minute(company: Company, dice: Random, *, sample: int) -> timedelta:
    """Of some waits, walked minute by minute over the calendar of whoever waited."""
    at_home = {one.id for one in company.members.values() if _stayed(one)}
    booked = {one: of for one, of in _booked(company).items() if of.waiter in at_home}
    counted = _ZERO
    for wait in dice.sample(sorted(booked), min(sample, len(booked))):
        found, known = booked[wait], company.waits[wait]
        until = company.end if known.ended is None else known.ended[2]
        assert found.until == until, (found, known)
        walked = _walked(company.members[found.waiter], found.since, until)
        assert found.waited == walked, (wait, found, walked)
        counted += walked
    return counted


@dataclass(frozen=True)
class Booked:
    waiter: PersonId
    since: datetime
    until: datetime
    waited: timedelta


def _booked(company: Company) -> dict[BlockerId, Booked]:
    """What the ledger says of each wait, its legs added up."""
    begin = min(one.since for one in company.waits.values()) - DAY

    def look(work: Work) -> dict[BlockerId, Booked]:
        kept = book(work, Span(begin, company.end), silent_since)
        return {
            wait: Booked(
                waiter=legs[0].waiter,
                since=min(leg.since for leg in legs),
                until=max(leg.until for leg in legs),
                waited=sum(
                    (kept.clocks(leg.waiter).between(leg.since, leg.until) for leg in legs), _ZERO
                ),
            )
            for wait in {leg.wait for leg in kept.legs}
            if (legs := [leg for leg in kept.legs if leg.wait == wait])
        }

    return company.bureau.look(look)


_ZERO = timedelta(0)


def _stayed(member: Member) -> bool:
    """In one zone, so that one calendar tells all of their minutes."""
    return len({facts.zone for _, facts in member.history}) == 1


def _walked(member: Member, since: datetime, until: datetime) -> timedelta:
    """From one whole minute to another."""
    minutes, at = 0, since
    works: dict[date, bool] = {}
    while at < until:
        day, clock = member.facts.there(at)
        if day not in works:
            works[day] = _works(member, day)
        minutes += works[day] and member.facts.starts <= clock < member.facts.ends
        at += MINUTE
    return minutes * MINUTE


def _works(member: Member, day: date) -> bool:
    """Of an hour that has passed: who was only paused worked nevertheless."""
    facts = member.facts
    free = str(day.isoweekday()) not in facts.days or within(facts.off, day)
    return not (free or day in member.away or is_holiday(facts.country, day))
