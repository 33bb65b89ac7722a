"""The matching: one exact maximum-weight matching a round, over those who are present."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import rustworkx
from numpy.typing import NDArray

from bot.pairs.inputs import Inputs, Two
from bot.pairs.weights import Weights, Whole, offsets, weights

EXACT_UP_TO = 1_000  # people; above, each keeps only their best edges
BEST = 16
Edges = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Matching:
    pairs: tuple[tuple[Any, ...], ...]  # two each, or three
    byes: tuple[Any, ...]
    relaxed: tuple[tuple[Any, ...], ...] = ()  # of the pairs, those who share few hours


def matched(inputs: Inputs) -> Matching:
    """The same for the same inputs, always."""
    good = weights(inputs)
    groups = [tuple(two) for two in _best(inputs, good)]
    left = sorted(set(range(len(inputs.seats))) - {at for group in groups for at in group})
    if inputs.trio:
        groups, left = _joined(inputs, good.together, groups, left)
    relaxed = [group for group in groups if _is_short(inputs, group)]
    return Matching(
        pairs=tuple(_names(inputs, group) for group in groups),
        byes=_names(inputs, tuple(left)),
        relaxed=tuple(_names(inputs, group) for group in relaxed),
    )


def _best(inputs: Inputs, good: Weights) -> list[Two]:
    """Pruned where there are very many, if everybody is still matched."""
    present, whole = len(inputs.seats), good.whole
    if present < 2:
        return []
    every = _allowed(inputs)
    if present > EXACT_UP_TO:
        for most in (BEST, BEST * 4):
            found = _matching(whole, every & _kept(inputs, good.together, most))
            if len(found) == present // 2:
                return found
    return _matching(whole, every)


def _matching(good: Whole, keep: Edges) -> list[Two]:
    first, second = np.nonzero(keep)
    weight = good[first, second]
    graph: rustworkx.PyGraph[int, int] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(good)))
    graph.add_edges_from(list(zip(first.tolist(), second.tolist(), weight.tolist(), strict=True)))
    found = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    return sorted((min(two), max(two)) for two in found)


def _allowed(inputs: Inputs) -> Edges:
    present = len(inputs.seats)
    found = np.triu(np.ones((present, present), dtype=np.bool_), 1)
    for one, other in inputs.apart:
        found[one, other] = False
    return found


def _kept(inputs: Inputs, together: Whole, most: int) -> Edges:
    """Each one's best edges, among equals those that the circle has next; and this round's."""
    present = len(inputs.seats)
    rounds = offsets(inputs)
    rank = together * inputs.slots - rounds
    np.fill_diagonal(rank, rank.min() - 1)
    best = np.argpartition(rank, present - most, axis=1)[:, present - most :]
    keep = rounds == 0
    keep[np.arange(present)[:, None], best] = True
    found: Edges = keep | keep.T
    return found


def _joined(
    inputs: Inputs, good: Whole, groups: list[tuple[int, ...]], left: list[int]
) -> tuple[list[tuple[int, ...]], list[int]]:
    """Whoever is left over joins two whom they have not met for long."""
    groups, alone = list(groups), []
    for third in left:
        fits = [at for at, group in enumerate(groups) if _may_join(inputs, group, third)]
        if not fits:
            alone.append(third)
            continue
        at = max(fits, key=lambda at: (sum(good[third, one] for one in groups[at]), -at))
        groups[at] = tuple(sorted((*groups[at], third)))
    return groups, alone


def _may_join(inputs: Inputs, group: tuple[int, ...], third: int) -> bool:
    ways = [(min(one, third), max(one, third)) for one in group]
    return len(group) == 2 and not any(way in inputs.apart for way in ways)


def _is_short(inputs: Inputs, group: tuple[int, ...]) -> bool:
    return any((one, other) in inputs.short for one in group for other in group if one < other)


def _names(inputs: Inputs, places: tuple[int, ...]) -> tuple[Any, ...]:
    return tuple(inputs.seats[at].who for at in places)
