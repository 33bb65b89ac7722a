"""The clock of a wait, cut where it was handed on and where its last sign of life was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.calendar import DEFAULT, WorkingHours, working_time
from storage.ledger import Clocked
from storage.types import BlockerId, PersonId


@dataclass(frozen=True, slots=True)
class Clock:
    """The working hours of a person, by which their waits are counted."""

    zone: str
    hours: WorkingHours = DEFAULT

    def between(self, since: datetime, until: datetime) -> timedelta:
        return working_time(since, until, zone=self.zone, hours=self.hours)


@dataclass(frozen=True, slots=True)
class Hop:
    """A wait was handed on from one function to another; its clock went on."""

    at: datetime
    left: str | None  # the function that it was taken from; None: it stayed with the same one


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch of one wait on one function. The legs of a wait follow each other without a gap."""

    wait: BlockerId
    waiter: PersonId
    function: str
    project: str | None
    since: datetime
    until: datetime
    is_first: bool = False  # the wait began with it
    confirmed: bool = True  # False: after the last sign of life
    ended: bool = False  # True: a person said at its end that the wait is over


def legs(
    wait: Clocked, *, now: datetime, hops: Sequence[Hop] = (), silent: datetime | None = None
) -> list[Leg]:
    """All of a wait's time until its end, or until `now`, each moment in exactly one leg.

    `silent` is the last sign of life before a silence that nobody broke.
    """
    over = wait.ended_at is not None and wait.ended_at <= now
    whole = Leg(
        wait=wait.id,
        waiter=wait.waiter,
        function=wait.function,
        project=wait.project if is_told(wait) else None,
        since=wait.since,
        until=wait.ended_at if wait.ended_at is not None and over else max(now, wait.since),
        is_first=True,
        ended=over,
    )
    handed_on = list(_handed_on(whole, hops))
    if silent is None:
        return handed_on
    return [part for leg in handed_on for part in _until_silence(leg, silent)]


def is_told(wait: Clocked) -> bool:
    """Whether its team's channel saw it; else its project is its author's to tell."""
    return wait.audience == "channel" and wait.told == "yes"


def within(leg: Leg, begin: datetime, until: datetime) -> Leg:
    """The part of a leg that lies in this time; an empty one when there is none."""
    since = max(leg.since, begin)
    return replace(leg, since=since, until=max(since, min(leg.until, until)))


def by_person(legs: Iterable[Leg]) -> dict[PersonId, list[tuple[datetime, datetime]]]:
    """When each person waited at all: stretches in order, apart from each other."""
    found: dict[PersonId, list[tuple[datetime, datetime]]] = {}
    for leg in sorted(legs, key=lambda leg: leg.since):
        stretches = found.setdefault(leg.waiter, [])
        if stretches and leg.since <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], leg.until))
        else:
            stretches.append((leg.since, leg.until))
    return found


def _handed_on(whole: Leg, hops: Sequence[Hop]) -> Iterator[Leg]:
    rest = whole
    for hop in hops:
        if hop.left is not None:
            at = min(max(hop.at, rest.since), whole.until)
            yield replace(rest, function=hop.left, until=at, ended=False)
            rest = replace(rest, since=at, is_first=False)
    yield rest


def _until_silence(leg: Leg, silent: datetime) -> Iterator[Leg]:
    if silent >= leg.until:
        yield leg
    elif silent <= leg.since:
        yield replace(leg, confirmed=False)
    else:
        yield replace(leg, until=silent, ended=False)
        yield replace(leg, since=silent, is_first=False, confirmed=False)
