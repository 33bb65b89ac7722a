"""Who waits on whom as a graph: circles, who is in them, and the shortest way round."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple


class Node(NamedTuple):
    """A person or a function; `id` is theirs."""

    kind: str  # person, function, group, channel
    id: str


Edges = Mapping[Node, Iterable[Node]]  # from whoever waits to whoever is waited on


def circles_closed_by(before: Edges, waiter: Node, waited_on: Node) -> list[tuple[Node, ...]]:
    """The circles that a new edge closes, each from `waiter` on; the shortest one first.

    One edge can close several at once. Everybody who is in a circle since then, and was in none
    before, is in one of these; who only waits into a circle is in none.
    """
    first = closed_by(before, waiter, waited_on)
    if not first:
        return []
    found, told = [first], {*first}.union(*knots(before))
    after = {**before, waiter: {*before.get(waiter, ()), waited_on}}
    knot = next(one for one in knots(after) if waiter in one)
    for node in sorted(knot):
        if node not in told:
            circle = _through(after, node)
            found.append(_from(circle, waiter))
            told.update(circle)
    return found


def closed_by(edges: Edges, waiter: Node, waited_on: Node) -> tuple[Node, ...]:
    """The shortest circle through the edge from `waiter` to `waited_on`, waiter first.

    Empty when there is none. The edge itself may be among `edges` or not.
    """
    if waiter == waited_on:
        return ()
    way = _shortest(edges, waited_on, waiter)
    return (waiter, *way[:-1]) if way else ()


def knots(edges: Edges) -> list[frozenset[Node]]:
    """Everybody who waits, in the end, on themselves, gathered with those they share it with.

    The strongly connected components of two nodes or more, by Tarjan's algorithm ("Depth-first
    search and linear graph algorithms", SIAM Journal on Computing 1, 1972) without recursion.
    """
    search = _Search(edges)
    for node in edges:
        if node not in search.index:
            search.walk(node)
    return [knot for knot in search.found if len(knot) > 1]


def _through(edges: Edges, node: Node) -> tuple[Node, ...]:
    """The shortest circle that a node of a knot is in."""
    ways = (closed_by(edges, node, other) for other in edges.get(node, ()))
    return min((way for way in ways if way), key=lambda way: (len(way), way))


def _from(circle: tuple[Node, ...], node: Node) -> tuple[Node, ...]:
    at = circle.index(node)
    return circle[at:] + circle[:at]


def _shortest(edges: Edges, start: Node, goal: Node) -> tuple[Node, ...]:
    """Both ends included. Among equally short ways the one whose nodes sort first."""
    before: dict[Node, Node | None] = {start: None}
    left = deque([start])
    while left and goal not in before:
        node = left.popleft()
        for other in sorted(edges.get(node, ())):
            if other not in before:
                before[other] = node
                left.append(other)
    return tuple(_way_back(before, goal))[::-1] if goal in before else ()


def _way_back(before: Mapping[Node, Node | None], goal: Node) -> Iterator[Node]:
    node: Node | None = goal
    while node is not None:
        yield node
        node = before[node]


class _Search:
    """One depth-first walk over the whole graph."""

    def __init__(self, edges: Edges) -> None:
        self.edges = edges
        self.index: dict[Node, int] = {}
        self.lowest: dict[Node, int] = {}
        self.open: list[Node] = []  # visited, and not yet in a component
        self.is_open: set[Node] = set()
        self.found: list[frozenset[Node]] = []

    def walk(self, start: Node) -> None:
        path = [(start, self._enter(start))]
        while path:
            node, others = path[-1]
            new = next((one for one in others if self._is_new(node, one)), None)
            if new is not None:
                path.append((new, self._enter(new)))
                continue
            path.pop()
            self._leave(node)
            if path:
                self._reaches(path[-1][0], self.lowest[node])

    def _enter(self, node: Node) -> Iterator[Node]:
        self.index[node] = self.lowest[node] = len(self.index)
        self.open.append(node)
        self.is_open.add(node)
        return iter(self.edges.get(node, ()))

    def _is_new(self, node: Node, other: Node) -> bool:
        if other not in self.index:
            return True
        if other in self.is_open:
            self._reaches(node, self.index[other])
        return False

    def _reaches(self, node: Node, place: int) -> None:
        self.lowest[node] = min(self.lowest[node], place)

    def _leave(self, node: Node) -> None:
        """A node that reaches nothing older than itself is the root of a component."""
        if self.lowest[node] != self.index[node]:
            return
        component = {self.open.pop()}
        while node not in component:
            component.add(self.open.pop())
        self.is_open -= component
        self.found.append(frozenset(component))
