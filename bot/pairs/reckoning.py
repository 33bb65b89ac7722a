"""Reckoning a round: its inputs are read, its pairs found beside the writer, then kept at once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.pairs import people as who
from bot.pairs.circle import slots_for
from bot.pairs.feature import NAME, Ways, ways_of
from bot.pairs.hours import too_short
from bot.pairs.inputs import Inputs, Numbers, Two, nobody_met, rests
from bot.pairs.needs import Need, by_couple, needs_of
from bot.pairs.order import shuffled
from bot.pairs.people import Couple, Present
from bot.pairs.seats import Seat, seated
from bot.world import Work
from storage.pairs import Circle, SeatOf
from storage.pairs_rounds import Round
from storage.types import PersonId


@dataclass(frozen=True, eq=False)
class Ready:
    """Everything that a round is made of, as it was when it was read."""

    round: Round
    circle: Circle
    ways: Ways
    seats: tuple[Seat[PersonId], ...]  # of all members
    present: tuple[Present, ...]  # in the order of the inputs
    inputs: Inputs
    needs: Mapping[Couple, Sequence[Need]]


def ways_in(work: Work, circle: Circle, round_: Round) -> Ways:
    """As the round began with them."""
    if circle.team is None:
        return ways_of(None)
    rhythm = work.records.rhythms.get(circle.team, NAME)
    begun = work.records.occurrences.get(circle.team, NAME, round_.date)
    if rhythm is not None and begun is not None:
        rhythm = replace(rhythm, settings=begun.settings or {})
    return ways_of(rhythm)


def next_ready(work: Work) -> Ready | None:
    """Of the round that is to be reckoned next; None when none is."""
    round_ = work.records.pair_rounds.first_open(work.now)
    return None if round_ is None else ready(work, round_)


def ready(work: Work, round_: Round) -> Ready | None:
    circle = work.records.pairs.circle(round_.circle)
    if circle is None:
        return None
    ways = ways_in(work, circle, round_)
    people = who.members(work, circle)
    seats = _seats(work, circle, people, round_)
    here = {one.person: one for one in who.present(work, circle, round_, people)}
    places = tuple(one for one in seats if one.who in here)
    apart = who.apart(work, circle, ways, list(here))
    needs = by_couple(needs_of(work, circle, list(here), apart))
    present = tuple(here[one.who] for one in places)
    at = {one.who: number for number, one in enumerate(places)}
    number = circle.rounds + 1
    met, resting = _past(work.records.pairs.past(circle.id), at, number, len(seats))
    inputs = Inputs(
        number=number,
        size=len(seats),
        slots=slots_for(len(seats)),
        seats=places,
        met=met,
        resting=resting,
        needs={
            _two(couple, at): max(one.quarters for one in found) for couple, found in needs.items()
        },
        apart=frozenset(_two(couple, at) for couple in apart),
        short=too_short([one.works for one in present], ways.least),
        trio=ways.trio,
        seed=round_.id,
    )
    return Ready(round_, circle, ways, seats, present, inputs, needs)


def still_true(work: Work, ready: Ready) -> bool:
    """Whether those who were read as present are present now; the rest has its version."""
    people = who.members(work, ready.circle)
    here = {one.person for one in who.present(work, ready.circle, ready.round, people)}
    return here == {one.person for one in ready.present}


def _seats(
    work: Work, circle: Circle, people: Collection[PersonId], round_: Round
) -> tuple[Seat[PersonId], ...]:
    before = [
        Seat(one.person, one.slot, one.joined, one.byes, one.last_bye)
        for one in work.records.pairs.seats(circle.id)
    ]
    known = {one.who for one in before}
    new = shuffled([one for one in people if one not in known], round_.id)
    return seated(before, set(people), circle.rounds + 1, new)


def _past(
    known: Iterable[tuple[str, str, int, int, int]],
    at: Mapping[PersonId, int],
    number: int,
    size: int,
) -> tuple[Numbers, dict[Two, int]]:
    """Of those who are there: when each two last met, and who were paired in vain lately."""
    place: Mapping[str, int] = {str(who): where for who, where in at.items()}
    resting, found = dict[Two, int](), list[tuple[int, int, int]]()
    for one, other, last, made, tries in known:
        if one in place and other in place:
            two = place[one], place[other]
            found.append((*two, last))
            if rests(made, tries, number, size):
                resting[min(two), max(two)] = made
    met = nobody_met(len(at))
    if found:
        first, second, last_met = np.array(found).T
        met[first, second] = met[second, first] = last_met
    return met, resting


def _two(couple: Couple, at: Mapping[PersonId, int]) -> Two:
    one, other = sorted(at[person] for person in couple)
    return one, other


def seats_of(seats: Collection[Seat[PersonId]]) -> list[SeatOf]:
    return [SeatOf(one.who, one.slot, one.joined, one.byes, one.last_bye) for one in seats]
