"""The promise, played: rounds of people who are sometimes away and sometimes replaced."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random  # noqa: TID251 - the type; the dice themselves are handed down

from bot.pairs.rotation import Rotation

A_NEED = 1  # quarters of the group's size


@dataclass(frozen=True, slots=True)
class Played:
    number: int
    present: tuple[int, ...]
    pairs: tuple[tuple[int, ...], ...]
    byes: tuple[int, ...]


def played(
    members: int,
    rounds: int,
    *,
    dice: Random,
    seed: str,
    absent: float = 0.0,
    churn: float = 0.0,
    needs: Iterable[tuple[int, int]] = (),
    trio: bool = False,
) -> Iterator[Played]:
    """People are numbered from 1; who comes for somebody else gets the next number.

    A need ends when its two have met.
    """
    rotation = Rotation(seed=seed, trio=trio)
    people, come = list(range(1, members + 1)), members
    open_needs: Mapping[tuple[int, int], int] = dict.fromkeys(needs, A_NEED)
    for number in range(1, rounds + 1):
        if number > 1:
            come = _replace(people, come, churn, dice)
        present = tuple(one for one in people if dice.random() >= absent)
        found = rotation.round(people, present, open_needs)
        pairs = tuple(sorted(tuple(sorted(group)) for group in found.pairs))
        yield Played(number, present, pairs, tuple(sorted(found.byes)))
        if open_needs:
            open_needs = _still_open(open_needs, pairs)


def _replace(people: list[int], come: int, churn: float, dice: Random) -> int:
    for at in range(len(people)):
        if dice.random() < churn:
            come += 1
            people[at] = come
    return come


def _still_open(
    needs: Mapping[tuple[int, int], int], pairs: Iterable[tuple[int, ...]]
) -> dict[tuple[int, int], int]:
    together = [frozenset(group) for group in pairs]
    return {two: how for two, how in needs.items() if not any(set(two) <= one for one in together)}
