"""The inputs of one round: all that decides who meets whom, as one value that can be kept."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, TypeAlias
from zlib import compress, decompress

import numpy as np
from numpy.typing import NDArray

from bot.pairs.seats import Seat

Two: TypeAlias = tuple[int, int]  # places of two who are present, the smaller first
Numbers: TypeAlias = NDArray[np.int32]
QUARTERS = 4  # a need counts so many quarters of the group's size


@dataclass(frozen=True, eq=False)
class Inputs:
    number: int  # of the round, from 1 on
    size: int  # members of the group, present or not
    slots: int
    seats: tuple[Seat[Any], ...]  # of those who are present
    met: Numbers  # the number of the last round in which two surely met; 0 where none is known
    resting: Mapping[Two, int] = field(default_factory=dict)  # made in that round, not confirmed
    needs: Mapping[Two, int] = field(default_factory=dict)  # in quarters
    apart: frozenset[Two] = frozenset()  # never together
    short: frozenset[Two] = frozenset()  # too few hours shared
    trio: bool = False  # rather three together than one alone
    seed: str = ""


def rests(made: int, tries: int, number: int, size: int) -> bool:
    """Whether two who were paired and did not confirm a meeting are left alone for now.

    After one round they may be paired again, then after two, four … : people who never answer
    shall not get each other every week.
    """
    if tries < 1:
        return False
    return number - made <= min(1 << min(tries - 1, 30), max(size - 2, 1))


def nobody_met(present: int) -> Numbers:
    return np.zeros((present, present), dtype=np.int32)


def written(inputs: Inputs) -> dict[str, Any]:
    """As it is stored; `read` gives the same inputs back."""
    return {
        "number": inputs.number,
        "size": inputs.size,
        "slots": inputs.slots,
        "seats": [asdict(one) for one in inputs.seats],
        "met": _packed(inputs.met),
        "resting": _triples(inputs.resting),
        "needs": _triples(inputs.needs),
        "apart": sorted(map(list, inputs.apart)),
        "short": sorted(map(list, inputs.short)),
        "trio": inputs.trio,
        "seed": inputs.seed,
    }


def read(kept: Mapping[str, Any]) -> Inputs:
    seats = tuple(Seat(**one) for one in kept["seats"])
    return Inputs(
        number=kept["number"],
        size=kept["size"],
        slots=kept["slots"],
        seats=seats,
        met=_unpacked(kept["met"], len(seats)),
        resting=_by_two(kept["resting"]),
        needs=_by_two(kept["needs"]),
        apart=_twos(kept["apart"]),
        short=_twos(kept["short"]),
        trio=kept["trio"],
        seed=kept["seed"],
    )


def _packed(met: Numbers) -> str:
    """Of many people these are very many numbers: each two once, row after row, compressed."""
    halves = met[np.triu_indices(len(met), 1)].astype("<i4")
    return b64encode(compress(halves.tobytes())).decode()


def _unpacked(text: str, present: int) -> Numbers:
    met = nobody_met(present)
    met[np.triu_indices(present, 1)] = np.frombuffer(decompress(b64decode(text)), dtype="<i4")
    return met + met.T


def _triples(values: Mapping[Two, int]) -> list[list[int]]:
    return sorted([one, other, value] for (one, other), value in values.items())


def _by_two(kept: Iterable[list[int]]) -> dict[Two, int]:
    return {(one, other): value for one, other, value in kept}


def _twos(kept: Iterable[list[int]]) -> frozenset[Two]:
    return frozenset((one, other) for one, other in kept)
