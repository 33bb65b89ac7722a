"""Whether two waits are one: whether one act would end both."""

import json
import math
from dataclasses import dataclass
from pathlib import Path

from bot.reading.same_items import Item, Prepared, prepare
from bot.reading.same_match import Match, match
from bot.reading.same_signs import signs


@dataclass(frozen=True, slots=True)
class Sameness:
    """`because`: the words in both, or where they are two, those that keep them apart."""

    same: bool
    score: float  # 0 to 1
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    bias: float
    signs: dict[str, float]
    same_from: float


def _learnt() -> Weights:
    kept = json.loads(Path(__file__).with_name("same_weights.json").read_text(encoding="utf-8"))
    return Weights(**kept)


_WEIGHTS = _learnt()
SAME_FROM = _WEIGHTS.same_from


def sameness(a: str | Prepared, b: str | Prepared) -> Sameness:
    """Total, offline, deterministic, and the same whichever comes first.

    To compare one wait with many, `prepare` each once.
    """
    mine = prepare(a) if isinstance(a, str) else a
    other = prepare(b) if isinstance(b, str) else b
    found = match(mine, other)
    score = round(score_of(signs(mine, other, found)), 4)
    same = bool(found.pairs) and score >= SAME_FROM
    return Sameness(same, score, _in_both(found) if same else _apart(found))


def score_of(said: dict[str, float]) -> float:
    """What the signs come to, from 0 to 1."""
    weighed = (weight * said[name] for name, weight in _WEIGHTS.signs.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, _WEIGHTS.bias + sum(weighed)))))


def _in_both(found: Match) -> tuple[str, ...]:
    pairs = sorted(found.pairs, key=lambda one: -one[0].weight * one[2])
    return tuple(
        mine.raw if mine.raw.casefold() == other.raw.casefold() else f"{mine.raw} / {other.raw}"
        for mine, other, _ in pairs
    )


def _apart(found: Match) -> tuple[str, ...]:
    left: list[Item] = sorted([*found.left, *found.right], key=lambda one: -one.weight)
    return tuple(dict.fromkeys(item.raw for item in left))


__all__ = ["SAME_FROM", "Prepared", "Sameness", "prepare", "sameness", "score_of"]
