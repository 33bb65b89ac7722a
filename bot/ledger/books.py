"""The ledger of a team or of all: what its waits added up to in a time, from what is kept."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.ledger.forecast import Forecast, forecast
from bot.ledger.legs import Clock, Hop, Leg, legs
from bot.ledger.sums import ENOUGH_PEOPLE, Book, Span, Sum
from bot.ledger.survival import Case
from bot.profiles import hours_of, zone_of
from bot.world import Work
from storage.blockers import Happening
from storage.ledger import FORWARDED, Clocked
from storage.types import BlockerId, PersonId, TeamId

LATEST = 200  # waits on a function that a forecast looks at: the last ones tell the most
_WEEK = timedelta(days=7)

# The last sign of life before a silence that nobody broke. What is a sign of life the feature that
# knows the life of a blocker says; it stands above this one.
SilentSince = Callable[[Sequence[Happening]], datetime | None]


@dataclass(frozen=True, slots=True)
class Digest:
    """A team's week, without a name in it."""

    begun: int
    ended: int
    open: int
    total: Sum
    functions: Sequence[Sum]  # the most waited for first, without those meant to be handed on
    deliberate: Sequence[Sum]  # the functions whose hand-offs are meant to be


@dataclass(frozen=True, slots=True)
class Known:
    """One wait on a function, and whose it was."""

    team: TeamId
    waiter: PersonId
    case: Case


def book(work: Work, span: Span, silent: SilentSince, *, team: TeamId | None = None) -> Book:
    """Everything that was waited for within the span, as known by its end."""
    span = replace(span, until=min(span.until, work.now))
    waits = work.records.ledger.touching(span.begin, span.until, team=team)
    pasts = _pasts(work, waits, span.until)
    return Book(
        span=span,
        legs=[
            leg for wait in waits for leg in _legs(wait, pasts.get(wait.id, ()), span.until, silent)
        ],
        efforts={one.id: one.effort for one in waits if one.effort is not None},
        hops={wait: len(hops_of(past)) for wait, past in pasts.items()},
        clocks=lambda person: clock_of(work, person),
    )


def digest(work: Work, team: TeamId, silent: SilentSince, *, until: datetime) -> Digest:
    """The week before that moment."""
    span = Span(until - _WEEK, until)
    kept = book(work, span, silent, team=team)
    total = kept.total()
    meant = work.records.owners.deliberate()
    sums = kept.by_function()
    begun = {leg.wait for leg in kept.legs if leg.since >= span.begin and leg.is_first}
    return Digest(
        begun=len(begun),
        ended=total.ended,
        open=total.waits - total.ended,
        total=total,
        functions=[one for one in sums if one.name not in meant],
        deliberate=[one for one in sums if one.name in meant],
    )


def forecast_of(work: Work, function: str, silent: SilentSince, *, team: TeamId) -> Forecast | None:
    """How long such waits usually last. Other teams' count when they are of enough people."""
    key = ("forecast", work.records.workspace, function, team)
    kept: tuple[Forecast | None] | None = work.records.tx.recall(*key)
    if kept is None:
        kept = (forecast(_cases_for(_recalled(work, function, silent), team)),)
        work.records.tx.keep(kept, *key)
    return kept[0]


def _cases_for(known: Sequence[Known], team: TeamId) -> list[Case]:
    others = {one.waiter for one in known if one.team != team}
    everybody = len(others) >= ENOUGH_PEOPLE
    return [one.case for one in known if everybody or one.team == team]


def known_cases(work: Work, function: str, silent: SilentSince) -> list[Known]:
    """The latest waits on a function, as it was for each of them.

    They are taken by when they began, ended or not: to take them by when they ended would leave
    out the long ones.
    """
    waits = work.records.ledger.last_begun(function, size=LATEST)
    pasts = _pasts(work, waits, work.now)
    return [
        Known(wait.team, wait.waiter, Case(_time(work, leg), leg.ended))
        for wait in waits
        for leg in _legs(wait, pasts.get(wait.id, ()), work.now, silent)
        if leg.function == function and leg.confirmed
    ]


def hops_of(past: Iterable[Happening]) -> list[Hop]:
    """Each is kept as "forwarded:<to whom>:<the function that it left>", the last where it did."""
    parts = ((one.at, one.what.split(":")) for one in past)
    return [
        Hop(at, told[2] if len(told) > 2 else None) for at, told in parts if told[0] == FORWARDED
    ]


def clock_of(work: Work, person: PersonId) -> Clock:
    return Clock(zone_of(work, person), hours_of(work, person))


def _pasts(
    work: Work, waits: Sequence[Clocked], until: datetime
) -> dict[BlockerId, list[Happening]]:
    found = work.records.ledger.pasts([wait.id for wait in waits])
    return {wait: [one for one in past if one.at <= until] for wait, past in found.items()}


def _legs(
    wait: Clocked, past: Sequence[Happening], now: datetime, silent: SilentSince
) -> list[Leg]:
    return legs(wait, now=now, hops=hops_of(past), silent=silent(past))


def _recalled(work: Work, function: str, silent: SilentSince) -> list[Known]:
    """Kept in memory, for every new wait asks for them."""
    key = ("known cases", work.records.workspace, function)
    known: list[Known] | None = work.records.tx.recall(*key)
    if known is None:
        known = known_cases(work, function, silent)
        work.records.tx.keep(known, *key)
    return known


def _time(work: Work, leg: Leg) -> timedelta:
    return clock_of(work, leg.waiter).between(leg.since, leg.until)
