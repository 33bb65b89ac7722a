"""The bars of a rotation: everybody meets everybody in the fewest rounds, come and go who may."""

import os
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from random import Random
from statistics import fmean

import pytest

from bot.pairs.rotation import Rotation
from bot.pairs.simulation import Played, played

PROOF = bool(os.environ.get("PINWHEEL_PROOF"))
Two = tuple[int, int]


def ideal(people: int) -> int:
    return people - 1 + people % 2


@dataclass
class Tally:
    """Of each two: the rounds, counted where both were there, in which they met."""

    people: int
    both_there: Counter[Two] = field(default_factory=Counter)
    met: defaultdict[Two, list[int]] = field(default_factory=lambda: defaultdict(list))
    byes: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    early: int = 0
    repeats: int = 0

    def count(self, rounds: Iterable[Played]) -> "Tally":
        for one in rounds:
            self.both_there.update(combinations(sorted(one.present), 2))
            for two in one.pairs:
                self._met((two[0], two[1]), one.number)
            for person in one.byes:
                self.byes[person].append(one.number)
        return self

    def _met(self, two: Two, number: int) -> None:
        if number <= ideal(self.people):
            self.early += 1
            self.repeats += two in self.met
        self.met[two].append(self.both_there[two])

    def within(self, factor: float) -> float:
        """The share of those who had so many rounds to meet in, and met."""
        most = factor * ideal(self.people)
        could = [two for two, rounds in self.both_there.items() if rounds >= most]
        return fmean(bool(self.met[two]) and self.met[two][0] <= most for two in could)

    @property
    def longest_wait(self) -> float:
        """In ideals, of all pairs, the time until now included."""
        waits = [
            after - before
            for two, rounds in self.both_there.items()
            for before, after in pairwise([0, *self.met[two], rounds])
        ]
        return max(waits) / ideal(self.people)

    @property
    def most_byes(self) -> int:
        """To one person in the ideal's rounds."""
        early = (sum(at <= ideal(self.people) for at in found) for found in self.byes.values())
        return max(early, default=0)


def tally(people: int, *, cycles: int, seed: int = 1, **more: float) -> Tally:
    rounds = ideal(people) * cycles
    lines = played(people, rounds, dice=Random(seed), seed=str(seed), **more)  # type: ignore[arg-type]
    return Tally(people).count(lines)


@pytest.mark.parametrize("people", [2, 3, 4, 8, 9, 20, 51, pytest.param(100, id="100")])
def test_everybody_meets_everybody_in_the_fewest_rounds(people: int) -> None:
    found = tally(people, cycles=2)

    assert len(found.met) == people * (people - 1) // 2
    for meetings in found.met.values():
        assert [at <= ideal(people) for at in meetings] == [True, False]
        assert meetings[1] - meetings[0] == ideal(people)
    assert found.repeats == 0
    assert found.most_byes == people % 2


@pytest.mark.skipif(not PROOF, reason="500 people take their time: make proof")
@pytest.mark.timeout(3600)
def test_five_hundred_people_meet_in_499_rounds() -> None:
    found = tally(500, cycles=1)

    assert len(found.met) == 500 * 499 // 2
    assert found.repeats == 0


# People, seeds, the most repeats, the longest wait. With eight, two who are away in the last
# rounds of a cycle leave partners who all met already: some repeats are nobody's choice.
CHURN = [
    (8, 20, 0.010, 1.6),
    (20, 4, 0.005, 1.5),
    *([(20, 20, 0.005, 1.5), (51, 5, 0.005, 1.5), (100, 3, 0.005, 1.5)] if PROOF else []),
]


@pytest.mark.parametrize(("people", "seeds", "repeats", "wait"), CHURN)
@pytest.mark.timeout(1800)
def test_come_and_go_who_may_the_promise_nearly_holds(
    people: int, seeds: int, repeats: float, wait: float
) -> None:
    found = [tally(people, cycles=4, seed=n, absent=0.05, churn=0.02) for n in range(seeds)]

    assert sum(one.repeats for one in found) / sum(one.early for one in found) <= repeats
    assert fmean(one.within(1) for one in found) >= 0.99
    if people >= 20:
        assert all(one.within(1.25) == 1 for one in found)
    assert max(one.longest_wait for one in found) <= wait
    assert max(one.most_byes for one in found) <= 2


@pytest.mark.parametrize("after", [0, 7, 19])
@pytest.mark.parametrize("seed", range(3))
def test_ten_join_twenty_and_all_have_met_after_29_rounds(after: int, seed: int) -> None:
    rotation = Rotation(seed=str(seed))
    for _ in range(after):
        rotation.round(range(20), range(20))
    newcomers = set(range(20, 30))
    met: set[frozenset[int]] = set()
    for _ in range(29):
        for two in map(frozenset, rotation.round(range(30), range(30)).pairs):
            assert not (two & newcomers and two in met)
            met.add(two)

    every = {frozenset(two) for two in combinations(range(30), 2)}
    assert {two for two in every if two & newcomers} <= met
    assert all(rotation.have_met(*two) for two in every)


@pytest.mark.parametrize("people", [20, *([51] if PROOF else [])])
def test_who_is_needed_meets_in_the_first_quarter(people: int) -> None:
    every = list(combinations(range(1, people + 1), 2))
    quarter, shares, covers = -(-ideal(people) // 4), [], []
    for seed in range(10):
        needed = set(Random(seed).sample(every, len(every) * 15 // 100))
        found = Tally(people).count(
            played(
                people,
                2 * ideal(people),
                dice=Random(seed),
                seed=str(seed),
                needs=needed,
            )
        )
        first = {two: meetings[0] for two, meetings in found.met.items()}
        shares.append(fmean(first[two] <= quarter for two in needed))
        covers.append(max(first.values()))

    assert fmean(shares) >= 0.95
    assert max(covers) <= ideal(people) + 1


def test_the_same_seed_plays_the_same_rounds() -> None:
    def rounds() -> list[Played]:
        return list(played(9, 12, dice=Random(3), seed="3", absent=0.2, churn=0.1))

    assert rounds() == rounds()
