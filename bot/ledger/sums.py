"""What waiting added up to: by function, by project and in all; in hours, never by person."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from bot.calendar import DEFAULT
from bot.ledger.legs import Clock, Leg, by_person, within
from bot.ledger.survival import Case, lasts
from storage.types import BlockerId, PersonId

ENOUGH_PEOPLE = 5  # of outsiders' figures; a team sees its own at any size
FEW = ""  # the name of what fewer waited for, taken together
# What one tap on "Minutes", "Hours", "A day" or "Days" stands for.
WORK: Mapping[str, timedelta] = MappingProxyType(
    {
        "minutes": timedelta(minutes=30),
        "hours": timedelta(hours=3),
        "day": DEFAULT.length,
        "days": 3 * DEFAULT.length,
    }
)
_ZERO = timedelta(0)
Groups = Mapping[str | None, list[Leg]]
Clocks = Callable[[PersonId], Clock]


@dataclass(frozen=True, slots=True)
class Span:
    """From `begin` until just before `until`."""

    begin: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Sum:
    """Working time that waits took within a span."""

    name: str | None  # of a function or project; None: all of them, or no project
    waits: int
    people: int
    ended: int  # within the span, by a person's act
    waited: timedelta  # the waits added up, confirmed ones alone
    person_hours: timedelta  # the same, with no person's hour counted twice
    unconfirmed: timedelta  # after the last sign of life; in none of the others
    half: timedelta | None  # within this half of the waits end, told from all their time
    most: timedelta | None  # within this 85 of 100
    work: timedelta  # told by taps, of the waits that ended
    waited_for_work: timedelta  # the whole waits whose work is known
    hops: int

    @property
    def ratio(self) -> float | None:
        """Hours of waiting for an hour of work, where the work is known."""
        return self.waited_for_work / self.work if self.work else None


@dataclass(frozen=True, slots=True)
class Book:
    """All legs of the waits that touch a span, and what is known of their ends."""

    span: Span
    legs: Sequence[Leg]
    efforts: Mapping[BlockerId, str]
    hops: Mapping[BlockerId, int]
    clocks: Clocks

    def total(self) -> Sum:
        return self._sum(None, self.legs)

    @property
    def is_of_enough_people(self) -> bool:
        """Whether outsiders may see the total."""
        return _people(self.legs) >= ENOUGH_PEOPLE

    def by_function(self, *, for_outsiders: bool = False) -> list[Sum]:
        return self._by(lambda leg: leg.function, for_outsiders=for_outsiders)

    def by_project(self, *, for_outsiders: bool = False) -> list[Sum]:
        return self._by(lambda leg: leg.project, for_outsiders=for_outsiders)

    def _by(self, key: Callable[[Leg], str | None], *, for_outsiders: bool) -> list[Sum]:
        """The most waited for first."""
        groups: dict[str | None, list[Leg]] = {}
        for leg in self.legs:
            groups.setdefault(key(leg), []).append(leg)
        if for_outsiders:
            groups = folded(groups)
        sums = [self._sum(name, legs) for name, legs in groups.items()]
        touched = [one for one in sums if one.waits]
        return sorted(touched, key=lambda one: (-one.waited, one.name or ""))

    def _sum(self, name: str | None, legs: Sequence[Leg]) -> Sum:
        inside = [self._inside(leg) for leg in legs if self._touches(leg)]
        sure = [leg for leg in inside if leg.confirmed]
        waits = {leg.wait for leg in inside}
        ended = {leg.wait for leg in legs if leg.ended and self._touches(leg)}
        cases = [self._case(leg) for leg in legs if leg.confirmed and self._touches(leg)]
        known = ended & self.efforts.keys()
        return Sum(
            name=name,
            waits=len(waits),
            people=_people(inside),
            ended=len(ended),
            waited=self._time(sure),
            person_hours=self._hours_of_people(sure),
            unconfirmed=self._time(leg for leg in inside if not leg.confirmed),
            half=lasts(cases, 0.5),
            most=lasts(cases, 0.85),
            work=sum((WORK[self.efforts[wait]] for wait in known), _ZERO),
            waited_for_work=self._time(leg for leg in legs if leg.wait in known),
            hops=sum(self.hops.get(wait, 0) for wait in waits),
        )

    def _touches(self, leg: Leg) -> bool:
        return leg.until > self.span.begin and leg.since < self.span.until

    def _inside(self, leg: Leg) -> Leg:
        return within(leg, self.span.begin, self.span.until)

    def _case(self, leg: Leg) -> Case:
        """How long it took from its beginning, of which the span may see only the end."""
        return Case(self.clocks(leg.waiter).between(leg.since, leg.until), leg.ended)

    def _time(self, legs: Iterable[Leg]) -> timedelta:
        return sum((self.clocks(leg.waiter).between(leg.since, leg.until) for leg in legs), _ZERO)

    def _hours_of_people(self, legs: Iterable[Leg]) -> timedelta:
        return sum(
            (
                self.clocks(person).between(since, until)
                for person, stretches in by_person(legs).items()
                for since, until in stretches
            ),
            _ZERO,
        )


def folded(groups: Groups) -> dict[str | None, list[Leg]]:
    """Groups of too few people become one, named FEW, that has enough of them.

    The next larger group joins them while they are too few even together: else what is missing
    from the sum of the others would tell of them. Nothing is left when there are not enough.
    """
    shown, few = dict(groups), list[Leg]()
    for name in sorted(groups, key=lambda name: (_people(groups[name]), name or "")):
        too_few = 0 < _people(few) < ENOUGH_PEOPLE
        if _people(groups[name]) < ENOUGH_PEOPLE or too_few:
            few += shown.pop(name)
    if _people(few) >= ENOUGH_PEOPLE:
        shown[FEW] = few
    return shown


def _people(legs: Iterable[Leg]) -> int:
    return len({leg.waiter for leg in legs})
