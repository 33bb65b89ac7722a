"""Trains the reader: logistic regressions on the tuning part, rounded and pruned into one file."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from bot.functions import FUNCTIONS
from bot.reading.linear import FINE_STEPS, STEPS
from corpus.examples import Binary, Examples, examples_of
from corpus.reading import part, strangers, taught

KEPT_AT = Path(__file__).parent.parent / "bot" / "reading" / "weights.json"
# Chosen on scores of models that did not learn from the text ("cross").
LEVELS = {
    "wait": 1.8,
    "also": -0.4,
    "next": 1.0,
    "text": 1.6,
    "whom": -0.5,
    "slope": 0.2,
    "offset": 0.45,
}

_STRICTNESS = {"wait": 0.5, "text": 0.8, "joins": 0.3, "whom": 1.0, "function": 0.02}
_LEAST = 2  # times that something must be seen
_SMALLEST = 3  # steps that a weight must have
_SMALLEST_OF_SEVERAL = 8


class Table:
    """Sights as columns."""

    def __init__(self, rows: Iterable[Iterable[str]]) -> None:
        seen = Counter(one for row in rows for one in row)
        self.names = sorted(one for one, times in seen.items() if times >= _LEAST)
        self._columns = {name: at for at, name in enumerate(self.names)}

    def matrix(self, rows: Sequence[Mapping[str, float]]) -> csr_matrix:
        data: list[float] = []
        columns: list[int] = []
        ends = [0]
        for row in rows:
            for one, much in sorted(row.items()):
                if one in self._columns:
                    columns.append(self._columns[one])
                    data.append(much)
            ends.append(len(columns))
        shape = (len(rows), len(self.names))
        return csr_matrix(
            (np.array(data), np.array(columns, dtype=np.int32), np.array(ends, dtype=np.int32)),
            shape=shape,
        )


def trained_on(texts: Sequence[Examples]) -> dict[str, Any]:
    """What the file keeps."""
    functions = list(FUNCTIONS)
    return {
        "wait": _yes_or_no(
            [one for text in texts for one in text.pieces],
            "wait",
            counts=[text.counts for text in texts for _ in text.pieces],
        ),
        "text": _yes_or_no(
            [text.whole for text in texts], "text", counts=[text.counts for text in texts]
        ),
        "joins": _yes_or_no([one for text in texts for one in text.joints], "joins"),
        "whom": _yes_or_no([one for text in texts for one in text.people], "whom"),
        "functions": functions,
        "function": _one_of([one for text in texts for one in text.functions], functions),
        "levels": LEVELS,
    }


def _yes_or_no(
    examples: Sequence[Binary], name: str, *, counts: Sequence[float] | None = None
) -> dict[str, int]:
    table = Table(seen for seen, _ in examples)
    model = LogisticRegression(
        C=_STRICTNESS[name], solver="liblinear", max_iter=500, random_state=0
    )
    model.fit(
        table.matrix([dict.fromkeys(seen, 1.0) for seen, _ in examples]),
        [answer for _, answer in examples],
        sample_weight=counts,
    )
    weights = dict(zip(table.names, _rounded(model.coef_[0], STEPS), strict=True))
    weights["+"] = weights.get("+", 0) + round(float(model.intercept_[0]) * STEPS)
    return {one: weight for one, weight in weights.items() if abs(weight) >= _SMALLEST}


def _one_of(
    examples: Sequence[tuple[Mapping[str, float], str]], functions: Sequence[str]
) -> dict[str, list[int]]:
    table = Table(seen for seen, _ in examples)
    model = LinearSVC(C=_STRICTNESS["function"], class_weight="balanced", random_state=0)
    model.fit(
        table.matrix([seen for seen, _ in examples]),
        [functions.index(function) for _, function in examples],
    )
    kept: dict[str, list[int]] = {}
    for at, name in enumerate(table.names):
        column = _rounded(model.coef_[:, at], FINE_STEPS)
        pairs = [
            n
            for which, weight in enumerate(column)
            if abs(weight) >= _SMALLEST_OF_SEVERAL
            for n in (which, weight)
        ]
        if pairs:
            kept[name] = pairs
    return kept


def _rounded(weights: Iterable[float], steps: int) -> list[int]:
    return [round(float(weight) * steps) for weight in weights]


def keep(model: Mapping[str, Any], path: Path = KEPT_AT) -> None:
    """One sight a line would be long; one model a line can be compared."""
    rows = ",\n".join(f"{json.dumps(name)}: {_compact(part)}" for name, part in model.items())
    path.write_text("{\n" + rows + "\n}\n", encoding="utf-8")


def _compact(part: object) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def shipped() -> dict[str, Any]:
    """What the package carries: trained on all of the tuning part."""
    return trained_on([examples_of(text) for text in [*part("tune"), *taught(), *strangers()]])
