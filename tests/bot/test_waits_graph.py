"""Who waits on whom: the same circles as one finds by asking for each pair who reaches whom."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from random import Random

import pytest

from bot.ledger.graph import Node, circles_closed_by, knots

GRAPHS = 10_000
SEEDS = range(10)


def person(name: str) -> Node:
    return Node("person", name)


def function(name: str) -> Node:
    return Node("function", name)


ANA, BEN, DANA, ELI, HUGO = map(person, ("ana", "ben", "dana", "eli", "hugo"))
DATA, PLATFORM = function("data_engineering"), function("devops_platform")
Graph = dict[Node, set[Node]]


def a_graph(dice: Random) -> Graph:
    """Up to nine people and functions: sparse ones and dense ones, with waits on oneself too."""
    people = [person(str(n)) for n in range(dice.randint(1, 6))]
    functions = [function(str(n)) for n in range(dice.randint(0, 3))]
    everybody = [*people, *functions]
    graph: Graph = {}
    for _ in range(dice.randint(0, 2 * len(everybody))):
        graph.setdefault(dice.choice(everybody), set()).add(dice.choice(everybody))
    return graph


def growing(seed: int) -> Iterator[tuple[Graph, Node, Node]]:
    """Graph after graph, each from nothing, and the edge that comes next."""
    dice = Random(seed)
    for _ in range(GRAPHS // len(SEEDS)):
        graph: Graph = {}
        edges = [(one, other) for one, others in a_graph(dice).items() for other in others]
        dice.shuffle(edges)
        for waiter, other in edges:
            yield graph, waiter, other


def closure(graph: Mapping[Node, set[Node]]) -> dict[Node, set[Node]]:
    """The oracle: who reaches whom, by Warshall's three loops."""
    everybody = {*graph, *(one for others in graph.values() for one in others)}
    reach = {one: set(graph.get(one, ())) for one in everybody}
    for middle in everybody:
        for one in everybody:
            if middle in reach[one]:
                reach[one] |= reach[middle]
    return reach


def by_oracle(graph: Mapping[Node, set[Node]]) -> set[frozenset[Node]]:
    reach = closure(graph)
    mutual = {
        frozenset({one, *(other for other in reach[one] if one in reach[other])}) for one in reach
    }
    return {knot for knot in mutual if len(knot) > 1}


def steps_between(graph: Mapping[Node, set[Node]], start: Node, goal: Node) -> int | None:
    """The oracle: how many steps it takes, by growing a set of nodes step by step."""
    here, steps, seen = {start}, 0, {start}
    while here and goal not in here:
        here = {other for one in here for other in graph.get(one, ())} - seen
        seen |= here
        steps += 1
    return steps if here else None


@pytest.mark.parametrize("seed", SEEDS)
def test_knots_are_those_of_the_oracle_and_have_members_only(seed: int) -> None:
    dice = Random(seed)
    found = 0
    for _ in range(GRAPHS // len(SEEDS)):
        graph = a_graph(dice)
        assert len(knots(graph)) == len(set(knots(graph)))
        assert set(knots(graph)) == by_oracle(graph)
        found += bool(knots(graph))
    assert found > GRAPHS // len(SEEDS) // 10


@pytest.mark.parametrize("seed", SEEDS)
def test_an_edge_closes_a_circle_when_both_ends_reach_each_other_then(seed: int) -> None:
    """Edge by edge, as waits are reported: the shortest circle, each step of it an edge."""
    for graph, waiter, other in growing(100 + seed):
        way = steps_between(graph, other, waiter)
        circles = circles_closed_by(graph, waiter, other)
        graph.setdefault(waiter, set()).add(other)
        knot = next((one for one in by_oracle(graph) if {waiter, other} <= one), None)
        assert bool(circles) == (waiter != other and knot is not None)
        for circle in circles:
            assert knot is not None
            assert knot >= set(circle)
            assert circle[:2] == (waiter, other)
            assert len(circle) == len(set(circle))
            assert all(b in graph[a] for a, b in pairwise([*circle, waiter]))
        assert not circles or len(circles[0]) - 1 == way


@pytest.mark.parametrize("seed", SEEDS)
def test_everybody_in_a_circle_is_told_of_one_and_nobody_else(seed: int) -> None:
    told: set[Node] = set()
    for graph, waiter, other in growing(200 + seed):
        told = told if graph else set()
        for circle in circles_closed_by(graph, waiter, other):
            told.update(circle)
        graph.setdefault(waiter, set()).add(other)
        assert told == {one for knot in by_oracle(graph) for one in knot}


def test_who_waits_into_a_circle_is_not_in_it() -> None:
    graph = {HUGO: {ANA}, ANA: {BEN}, DANA: {HUGO}}
    assert circles_closed_by(graph, BEN, ANA) == [(BEN, ANA)]
    assert circles_closed_by({**graph, BEN: {ANA}}, ELI, ANA) == []


def test_a_circle_through_a_function_names_the_function() -> None:
    graph = {ANA: {DATA}, DATA: {DANA}}
    assert circles_closed_by(graph, DANA, ANA) == [(DANA, ANA, DATA)]


def test_waiting_on_oneself_is_no_circle() -> None:
    assert knots({ANA: {ANA}}) == []
    assert circles_closed_by({}, ANA, ANA) == []


def test_one_wait_can_close_two_circles_and_the_shorter_is_told_first() -> None:
    graph = {BEN: {DANA, ELI}, DANA: {HUGO}, HUGO: {ANA}, ELI: {ANA}}
    assert circles_closed_by(graph, ANA, BEN) == [(ANA, BEN, ELI), (ANA, BEN, DANA, HUGO)]


def test_a_chain_of_four_hops_closes_nothing_until_its_head_waits_too() -> None:
    graph = {ANA: {BEN}, BEN: {PLATFORM}, PLATFORM: {ELI}, ELI: {HUGO}}
    assert knots(graph) == []
    assert circles_closed_by(graph, HUGO, ANA) == [(HUGO, ANA, BEN, PLATFORM, ELI)]


def test_a_chain_far_longer_than_pythons_own_stack_is_followed() -> None:
    people = [person(str(n)) for n in range(20_000)]
    graph: Graph = {one: {other} for one, other in pairwise(people)}
    assert knots(graph) == []
    [circle] = circles_closed_by(graph, people[-1], people[0])
    assert set(circle) == set(people)
