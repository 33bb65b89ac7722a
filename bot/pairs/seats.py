"""Seats: the slot of each member in the circle, and how often they had to sit a round out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from bot.pairs.circle import slots_for

Who = TypeVar("Who")


@dataclass(frozen=True, slots=True)
class Seat(Generic[Who]):
    who: Who
    slot: int
    joined: int  # the number of their first round
    byes: int = 0
    last_bye: int | None = None  # the number of that round


def seated(
    seats: Sequence[Seat[Who]], members: Collection[Who], number: int, newcomers: Iterable[Who]
) -> tuple[Seat[Who], ...]:
    """Who left gives up the seat; newcomers, in this order, take free slots first.

    A newcomer starts as if they had sat out as often as anybody, and just now: else newness alone
    would earn the bye.
    """
    stay = [one for one in seats if one.who in members]
    most = max((one.byes for one in stay), default=0)
    taken = {one.slot for one in stay}
    come = []
    for who in newcomers:
        slot = next(slot for slot in range(len(taken) + 1) if slot not in taken)
        taken.add(slot)
        last = number - 1 if stay else None
        come.append(Seat(who, slot, joined=number, byes=most, last_bye=last))
    return _closed_up([*stay, *come])


def sat_out(seats: Iterable[Seat[Who]], byes: Collection[Who], number: int) -> Sequence[Seat[Who]]:
    """After a round."""
    return tuple(
        replace(one, byes=one.byes + 1, last_bye=number) if one.who in byes else one
        for one in seats
    )


def _closed_up(seats: Sequence[Seat[Who]]) -> tuple[Seat[Who], ...]:
    """Slots that nobody took are filled from the end; the others keep theirs."""
    size = slots_for(len(seats))
    free = iter(sorted(set(range(size)) - {one.slot for one in seats}))
    moved = [one if one.slot < size else replace(one, slot=next(free)) for one in seats]
    return tuple(sorted(moved, key=_slot))


def _slot(seat: Seat[Who]) -> int:
    return seat.slot


def by_who(seats: Iterable[Seat[Who]]) -> Mapping[Who, Seat[Who]]:
    return {one.who: one for one in seats}
