"""The reviewer of a new request: fairly, then who learns most by it; a function of values."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import inf

from storage.types import PersonId

LIMIT = 2  # reviews that one person has open at a time
LEARN, KNOW, FAIR_ONLY = "learn", "know", "fair"  # what decides among equals, as the team chooses


@dataclass(frozen=True, slots=True)
class Candidate:
    """Free of conflict and present."""

    person: PersonId
    total: int  # reviews so far
    open: int
    for_author: int
    knows: bool  # the project
    others_know: bool = True  # somebody besides the author knows it


@dataclass(frozen=True, slots=True)
class Choice:
    person: PersonId
    why: str  # fewest, fewest_for_author, learn, learn_alone, knows, next, only


def choose(
    candidates: Iterable[Candidate], *, limit: int = LIMIT, prefer: str = LEARN
) -> Choice | None:
    """None when everybody has as many open as they may."""
    free = [one for one in candidates if one.open < limit]
    if not free:
        return None
    if len(free) == 1:
        return Choice(free[0].person, "only")
    why = "next"
    for reason, cost in _steps(prefer):
        best = min(map(cost, free))
        fits = [one for one in free if cost(one) == best]
        if len(fits) < len(free):
            why = reason
        free = fits
        if len(free) == 1:
            break
    chosen = min(free, key=lambda one: one.person)
    return Choice(chosen.person, _exactly(why, chosen))


def gini(numbers: Sequence[float]) -> float:
    """0: everybody has the same; near 1: one person has it all."""
    whole = sum(numbers)
    if not whole:
        return 0.0
    ordered, many = sorted(numbers), len(numbers)
    weighed = sum(place * number for place, number in enumerate(ordered, start=1))
    return 2 * weighed / (many * whole) - (many + 1) / many


def spread(numbers: Sequence[float]) -> float:
    """The most less the fewest."""
    return max(numbers, default=0) - min(numbers, default=0)


def head_start(totals: Iterable[int]) -> int:
    """Where a newcomer begins: level with whoever did fewest, so that not all falls to them."""
    lowest = min(totals, default=inf)
    return 0 if lowest == inf else int(lowest)


Cost = Callable[[Candidate], float]


def _steps(prefer: str) -> Sequence[tuple[str, Cost]]:
    fair: list[tuple[str, Cost]] = [
        ("fewest", lambda one: one.total),
        ("fewest_for_author", lambda one: one.for_author),
    ]
    if prefer == LEARN:
        fair.append(("learn", lambda one: one.knows))
    elif prefer == KNOW:
        fair.append(("knows", lambda one: not one.knows))
    return [*fair, ("next", lambda one: one.open)]


def _exactly(why: str, chosen: Candidate) -> str:
    return "learn_alone" if why == "learn" and not chosen.others_know else why
