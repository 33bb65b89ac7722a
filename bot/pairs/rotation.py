"""A rotation: a group's rounds one after another, where everybody who is paired meets."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np

from bot.pairs.circle import slots_for
from bot.pairs.inputs import Inputs, Numbers, Two
from bot.pairs.matching import Matching, matched
from bot.pairs.order import shuffled
from bot.pairs.seats import Seat, sat_out, seated


class Rotation:
    """What is known between the rounds: seats, and who met whom when."""

    def __init__(self, *, seed: str, trio: bool = False) -> None:
        self._seed = seed
        self._trio = trio
        self._number = 0
        self._seats: Sequence[Seat[int]] = ()
        self._met: Numbers = np.zeros((0, 0), dtype=np.int32)  # by slot

    def round(
        self,
        members: Collection[int],
        present: Collection[int],
        needs: Mapping[tuple[int, int], int] | None = None,
    ) -> Matching:
        """The next one; `needs`: of two members, in quarters."""
        inputs = self.inputs(members, present, needs or {})
        found = matched(inputs)
        self._keep(inputs, found)
        return found

    def inputs(
        self,
        members: Collection[int],
        present: Collection[int],
        needs: Mapping[tuple[int, int], int],
    ) -> Inputs:
        self._number += 1
        before = {one.who: one.slot for one in self._seats}
        new = shuffled([one for one in members if one not in before], self._seed)
        self._seats = seated(self._seats, members, self._number, new)
        self._met = _moved(self._met, before, self._seats)
        here = [one for one in self._seats if one.who in present]
        slots = [one.slot for one in here]
        place = {one.who: at for at, one in enumerate(here)}
        return Inputs(
            number=self._number,
            size=len(self._seats),
            slots=slots_for(len(self._seats)),
            seats=tuple(here),
            met=self._met[np.ix_(slots, slots)],
            needs=_placed(needs, place),
            trio=self._trio,
            seed=self._seed,
        )

    def have_met(self, one: int, other: int) -> bool:
        slots = {seat.who: seat.slot for seat in self._seats}
        return bool(self._met[slots[one], slots[other]])

    def _keep(self, inputs: Inputs, found: Matching) -> None:
        slots = {one.who: one.slot for one in self._seats}
        for group in found.pairs:
            for one in group:
                for other in group:
                    if one != other:
                        self._met[slots[one], slots[other]] = inputs.number
        if len(inputs.seats) > 1:
            self._seats = sat_out(self._seats, found.byes, inputs.number)


def _moved(met: Numbers, before: Mapping[int, int], seats: Sequence[Seat[int]]) -> Numbers:
    """Who stays keeps what is known of them, wherever they sit now."""
    size = slots_for(len(seats))
    moved = np.zeros((size, size), dtype=np.int32)
    stayed = [(before[one.who], one.slot) for one in seats if one.who in before]
    if stayed:
        old, new = (np.array(side) for side in zip(*stayed, strict=True))
        moved[np.ix_(new, new)] = met[np.ix_(old, old)]
    return moved


def _placed(needs: Mapping[tuple[int, int], int], place: Mapping[Any, int]) -> dict[Two, int]:
    found: dict[Two, int] = {}
    for (one, other), quarters in needs.items():
        if one in place and other in place:
            two = min(place[one], place[other]), max(place[one], place[other])
            found[two] = max(quarters, found.get(two, 0))
    return found
