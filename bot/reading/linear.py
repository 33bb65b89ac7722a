"""The trained weights of the reader, and the sums over them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp
from typing import Any

STEPS = 50  # of which a whole weight is made in the file
FINE_STEPS = 250  # of a weight among several, which are smaller
_NOTHING = repeat(0)


@dataclass(frozen=True, slots=True)
class Linear:
    """One yes or no, from what is seen."""

    weights: dict[str, int]

    def odds(self, seen: Iterable[str]) -> float:
        return sum(map(self.weights.get, seen, _NOTHING)) / STEPS


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several, from what is seen; each sight weighs for some of them."""

    of: Sequence[str]
    weights: Mapping[str, Sequence[tuple[int, int]]]

    def odds(self, seen: Mapping[str, float]) -> list[float]:
        sums = [0.0] * len(self.of)
        for one, much in seen.items():
            for which, weight in self.weights.get(one, ()):
                sums[which] += weight * much
        return [one / FINE_STEPS for one in sums]


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
    rows = {
        one: tuple((pairs[n], pairs[n + 1]) for n in range(0, len(pairs), 2))
        for one, pairs in kept["function"].items()
    }
    return Trained(
        wait=Linear(kept["wait"]),
        text=Linear(kept["text"]),
        joins=Linear(kept["joins"]),
        whom=Linear(kept["whom"]),
        function=Choice(kept["functions"], rows),
        levels=kept["levels"],
    )
