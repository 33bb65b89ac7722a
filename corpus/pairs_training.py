"""Learns what each sign of sameness weighs: `python -m corpus.pairs_training`, about a minute."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.reading import same
from bot.reading.same_items import prepare
from bot.reading.same_match import match
from bot.reading.same_signs import signs

TUNE = Path(__file__).parent / "tune"
KEPT = Path(same.__file__).with_name("same_weights.json")

FILES = ("pairs", "more_pairs", "taught_pairs")
WRONG_MERGES = 0.0125  # of different pairs; the promise is 0.02
_ROUNDS, _STEP, _FOLDS, _PULL = 1500, 0.1, 10, 0.03

# Pairs found by comparing each wait with all others: the worst mistakes among some 360,000. They
# say what to mind, but stand for few; they count little in learning and not at all in figures.
_NEAR, _NEAR_COUNTS = "near", 0.15


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Which way a sign may speak. What names two things stays a strong sign however few pairs show it.
_FOR = _names(
    "alike held shared what what_held what_alike system need party person id number"
    " all_matched contained terse_held"
)
_AGAINST = _names(
    "need_apart party_apart person_apart number_apart code_apart brand_apart system_apart swap"
    " frame_swap frame_left only_person left_both what_left_both system_needs_apart"
)
_AT_LEAST = {"id": 2.0}
_AT_MOST = {"number_apart": -1.5, "person_apart": -1.5, "code_apart": -1.0, "brand_apart": -2.0}


@dataclass(frozen=True)
class Pair:
    id: str
    kind: str
    same: bool
    signs: dict[str, float]

    @property
    def counts(self) -> float:
        return _NEAR_COUNTS if self.kind == _NEAR else 1.0


@dataclass(frozen=True)
class Learnt:
    bias: float
    weights: dict[str, float]

    def score(self, said: dict[str, float]) -> float:
        weighed = self.bias + sum(self.weights[name] * said[name] for name in self.weights)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, weighed))))


def pairs_in(*files: Path) -> list[Pair]:
    texts = [file.read_text(encoding="utf-8") for file in files]
    return [_pair(json.loads(line)) for text in texts for line in text.strip().split("\n")]


def _pair(line: dict[str, object]) -> Pair:
    a, b = prepare(str(line["a"])), prepare(str(line["b"]))
    said = signs(a, b, match(a, b))
    return Pair(str(line["id"]), str(line["kind"]), bool(line["same"]), said)


def learn(pairs: Sequence[Pair]) -> Learnt:
    """Logistic regression pulled towards nothing, each weight kept on its side of nothing."""
    names = list(pairs[0].signs)
    rows = np.array([[pair.signs[name] for name in names] for pair in pairs])
    scales = np.where(rows.std(axis=0) > 0, rows.std(axis=0), 1.0)
    rows = rows / scales
    truths, counts = np.array([(float(pair.same), pair.counts) for pair in pairs]).T
    low, high = np.array([_bounds(*one) for one in zip(names, scales, strict=True)]).T
    weights, bias = np.clip(np.zeros(len(names)), low, high), 0.0
    ahead, bias_ahead = weights, bias
    for step in range(_ROUNDS):
        wrong = counts * (_probability(rows @ ahead + bias_ahead) - truths) / len(pairs)
        before, bias_before = weights, bias
        weights = np.clip(ahead - _STEP * (wrong @ rows + _PULL * ahead), low, high)
        bias = bias_ahead - _STEP * float(wrong.sum())
        momentum = step / (step + 3)
        ahead = weights + momentum * (weights - before)
        bias_ahead = bias + momentum * (bias - bias_before)
    unscaled = zip(names, (weights / scales).tolist(), strict=True)
    return Learnt(bias, {name: weight for name, weight in unscaled if weight})


def _probability(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-np.clip(odds, -30, 30)))


def _bounds(name: str, scale: float) -> tuple[float, float]:
    low = 0.0 if name in _FOR else -math.inf
    high = 0.0 if name in _AGAINST else math.inf
    return max(low, _AT_LEAST.get(name, low) * scale), min(high, _AT_MOST.get(name, high) * scale)


def held_out(pairs: Sequence[Pair], folds: Sequence[Sequence[int]]) -> list[float]:
    """The score of each pair by weights that have not seen it."""
    scores = [0.0] * len(pairs)
    for fold in folds:
        out = set(fold)
        learnt = learn([pair for at, pair in enumerate(pairs) if at not in out])
        for at in fold:
            scores[at] = learnt.score(pairs[at].signs)
    return scores


def by_chance(pairs: Sequence[Pair]) -> list[list[int]]:
    """The same folds each time, and of no order that a writer had in mind."""
    by_id = [sha256(pair.id.encode()).digest() for pair in pairs]
    places = sorted(range(len(pairs)), key=by_id.__getitem__)
    return [places[at::_FOLDS] for at in range(_FOLDS)]


def by_kind(pairs: Sequence[Pair]) -> list[list[int]]:
    kinds = sorted({pair.kind for pair in pairs})
    return [[at for at, pair in enumerate(pairs) if pair.kind == kind] for kind in kinds]


def same_from(pairs: Sequence[Pair], scores: Sequence[float]) -> float:
    """The lowest score at which wrong merges are few enough."""
    told = [(pair, score) for pair, score in zip(pairs, scores, strict=True) if pair.kind != _NEAR]
    wrong = sorted((score for pair, score in told if not pair.same), reverse=True)
    return wrong[int(WRONG_MERGES * len(wrong))] + 1e-4


def figures(pairs: Sequence[Pair], scores: Sequence[float], start: float) -> dict[str, float]:
    told = [(pair, score) for pair, score in zip(pairs, scores, strict=True) if pair.kind != _NEAR]
    merged = [pair.same for pair, score in told if score >= start]
    right, wrong = sum(merged), len(merged) - sum(merged)
    there = sum(pair.same for pair, _ in told)
    return {
        "pairs": len(told),
        "F1": 2 * right / (len(merged) + there),
        "found": right / there,
        "wrong merges": wrong / max(1, len(told) - there),
    }


def _said(title: str, told: dict[str, float]) -> str:
    return f"{title}: " + ", ".join(f"{name} {value:.3g}" for name, value in told.items())


def by_writer(pairs: Sequence[Pair]) -> list[list[int]]:
    writers = sorted({pair.id[0] for pair in pairs})
    return [[at for at, pair in enumerate(pairs) if pair.id[0] == writer] for writer in writers]


def main() -> None:
    pairs = pairs_in(*(TUNE / f"{name}.jsonl" for name in FILES))
    scores = held_out(pairs, by_chance(pairs))
    start = same_from(pairs, scores)
    print(_said("held out by chance", figures(pairs, scores, start)))
    for name, fold in (("kind", by_kind), ("writer", by_writer)):
        others = held_out(pairs, fold(pairs))
        print(_said(f"held out by {name}", figures(pairs, others, start)))
    learnt = learn(pairs)
    weights = {name: round(weight, 4) for name, weight in learnt.weights.items()}
    kept = {"bias": round(learnt.bias, 4), "same_from": round(start, 4), "signs": weights}
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
