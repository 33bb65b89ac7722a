"""Weights: how good it is that two meet now, as whole numbers that add up without rounding."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.pairs.circle import classes, partner_of, slots_for
from bot.pairs.inputs import QUARTERS, Inputs, Two

Whole = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Weights:
    together: Whole  # for each two
    alone: Whole  # for each one who would be left over

    @property
    def whole(self) -> Whole:
        """Of each two who are matched: neither is left over then."""
        found: Whole = self.together - self.alone[:, None] - self.alone[None, :]
        return found


def weights(inputs: Inputs) -> Weights:
    """The larger, the rather two meet, or one sits this round out.

    What comes first decides, and what follows only among equals: that whoever sat out most often
    is matched, that hours are shared, and then age, need and the circle's turn. That everybody
    is matched comes before all of these, which is the matching's own rule; and who is left over
    pays for it with the age of their last bye, as if the bye were a partner.
    """
    together, alone = _goodness(inputs), _alone(inputs)
    most = int(np.abs(together).max(initial=0)) + 2 * int(np.abs(alone).max(initial=0)) + 1
    pairs = len(inputs.seats) // 2 + 1
    hours = most * pairs
    _add(together, inputs.short, -hours)
    byes = np.array([one.byes for one in inputs.seats], dtype=np.int64)
    byes -= byes.min(initial=byes.max(initial=0))
    return Weights(together, alone - hours * pairs * byes)


def offsets(inputs: Inputs) -> NDArray[np.int32]:
    """How many rounds on the circle would let each two meet; 0: in this one."""
    slots = np.array([one.slot for one in inputs.seats], dtype=np.int64)
    return _offsets(slots, inputs.slots, inputs.number)


def _offsets(slots: Whole, size: int, number: int) -> NDArray[np.int32]:
    rounds, last = classes(size), size - 1
    sums = slots[:, None] + slots[None, :]
    ends = (slots[:, None] == last) | (slots[None, :] == last)
    meets = np.where(ends, 2 * (sums - last), sums) % rounds
    return ((meets - number) % rounds).astype(np.int32)


def _turns(inputs: Inputs) -> Whole:
    """Whose turn it is: on the circle, and before that on the circle of those who came together.

    Many who join at once have met the others before each other; then only a circle of their own
    brings them round without a repeat.
    """
    found: Whole = (offsets(inputs) == 0).astype(np.int64)
    slots = np.array([one.slot for one in inputs.seats], dtype=np.int64)
    joined = np.array([one.joined for one in inputs.seats], dtype=np.int64)
    for number in np.unique(joined):
        at = np.nonzero(joined == number)[0]
        own = slots[at] - slots[at].min()
        size = slots_for(int(own.max()) + 1)
        found[np.ix_(at, at)] += 2 * (_offsets(own, size, inputs.number) == 0)
    return found


def _goodness(inputs: Inputs) -> Whole:
    joined = np.array([one.joined for one in inputs.seats], dtype=np.int64)
    both = np.maximum(joined[:, None], joined[None, :])
    never = inputs.met == 0
    value = inputs.number - np.where(never, both, inputs.met) + inputs.size * never
    for (one, other), made in inputs.resting.items():
        value[one, other] = value[other, one] = inputs.number - made
    for (one, other), quarters in inputs.needs.items():
        bonus = _bonus(inputs.size, quarters)
        value[one, other] += bonus
        value[other, one] += bonus
    found: Whole = value * _scale(inputs.size) + _turns(inputs)
    return found


def _alone(inputs: Inputs) -> Whole:
    """How good it is that each of them sits this one out: the bye's own age."""
    present = {one.slot for one in inputs.seats}
    found = []
    for one in inputs.seats:
        last = one.last_bye
        age = inputs.number - one.joined + inputs.size if last is None else inputs.number - last
        lonely = partner_of(one.slot, inputs.number, inputs.slots) not in present
        found.append(_scale(inputs.size) * age + lonely)
    return np.array(found, dtype=np.int64)


def _bonus(size: int, quarters: int) -> int:
    return -(-size * quarters // QUARTERS)


def _scale(size: int) -> int:
    """So that all turns of a round together weigh less than one round of age."""
    return 3 * (size // 2) + 1


def _add(matrix: Whole, twos: Collection[Two] | Mapping[Two, int], value: int) -> None:
    if twos:
        first, second = np.array(list(twos), dtype=np.int64).T
        matrix[first, second] += value
        matrix[second, first] += value
