"""The trained weights of the reader, and the sums over them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp
from operator import mul
from typing import Any

STEPS = 50  # of which a whole weight is made in the file
FINE_STEPS = 250  # of a weight among several, which are smaller
WHOLE = 64  # what a sight counts that is seen wholly; others count a part of it
_NOTHING = repeat(0)
_BITS = 32  # for each of several in one number
_MIDDLE = 1 << _BITS - 1


@dataclass(frozen=True, slots=True)
class Linear:
    """One yes or no, from what is seen."""

    weights: dict[str, int]

    def odds(self, seen: Iterable[str]) -> float:
        return sum(map(self.weights.get, seen, _NOTHING)) / STEPS


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several, from what is seen.

    What a sight weighs for each of them lies side by side in one number, so that a single sum is
    the sum for all.
    """

    of: Sequence[str]
    weights: Mapping[str, int]

    def odds(self, seen: Mapping[str, int]) -> list[float]:
        total = sum(map(mul, map(self.weights.get, seen, _NOTHING), seen.values()))
        total += sum(_MIDDLE << _BITS * which for which in range(len(self.of)))
        parts = (total >> _BITS * which & (1 << _BITS) - 1 for which in range(len(self.of)))
        return [(part - _MIDDLE) / WHOLE / FINE_STEPS for part in parts]


@dataclass(frozen=True, slots=True)
class Trained:
    wait: Linear
    text: Linear
    joins: Linear
    whom: Linear
    function: Choice
    levels: Mapping[str, float]  # from which probability on something counts; and calibration


def probability(odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


@cache
def trained() -> Trained:
    kept = files(__package__).joinpath("weights.json").read_text(encoding="utf-8")
    return from_kept(json.loads(kept))


def from_kept(kept: Mapping[str, Any]) -> Trained:
    return Trained(
        wait=Linear(kept["wait"]),
        text=Linear(kept["text"]),
        joins=Linear(kept["joins"]),
        whom=Linear(kept["whom"]),
        function=Choice(
            kept["functions"], {one: _side_by_side(row) for one, row in kept["function"].items()}
        ),
        levels=kept["levels"],
    )


def _side_by_side(row: Sequence[int]) -> int:
    """`row` names one of several, then its weight, and so on."""
    return sum(map(int.__lshift__, row[1::2], [_BITS * which for which in row[::2]]))
