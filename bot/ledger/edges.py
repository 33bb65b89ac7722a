"""The edges of the graph as they are kept: whom a wait is on, and who may know of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.ids import kind_of
from bot.ledger.graph import Node
from bot.teams import reads
from bot.world import Work
from storage.blockers import Blocker
from storage.types import PersonId

MOST_PEOPLE = 1_000  # that one look follows; a chain as long as that says nothing any more


def person(id_: PersonId) -> Node:
    return Node("person", id_)


def waited_on(blocker: Blocker) -> Node:
    """Who has it in hand, which can be its waiter; else whoever it was put to or is named; else
    the function."""
    if blocker.state == "in_hand" and blocker.helper is not None:
        return person(blocker.helper)
    named = blocker.put_to or blocker.owner or blocker.user_group
    if named is None:
        return Node("function", blocker.function)
    return person(PersonId(named)) if kind_of(named) == "person" else Node("place", named)


def answerer_of(blocker: Blocker) -> PersonId | None:
    """The person who can be asked how it stands; nobody where it is on a function or a group."""
    on = waited_on(blocker)
    return None if on.kind != "person" or on == person(blocker.waiter) else PersonId(on.id)


@dataclass
class Waits:
    """Everything that is waited on from some people on."""

    edges: dict[Node, set[Node]] = field(default_factory=dict)
    blockers: dict[PersonId, list[Blocker]] = field(default_factory=dict)  # by waiter

    def add(self, work: Work, blocker: Blocker) -> PersonId | None:
        """The person whom it is on in the end, if it is on a person."""
        self.blockers.setdefault(blocker.waiter, []).append(blocker)
        on = waited_on(blocker)
        if on == person(blocker.waiter):
            return None
        self.edges.setdefault(person(blocker.waiter), set()).add(on)
        answers = in_the_end(work, blocker)
        if answers is not None and on.kind == "function":
            self.edges.setdefault(on, set()).add(person(answers))
        return answers

    def between(self, work: Work, waiter: PersonId, other: PersonId) -> list[Blocker]:
        """What one waits on the other for: what is known to others first, then the longest."""
        found = [one for one in self.blockers.get(waiter, ()) if in_the_end(work, one) == other]
        return sorted(found, key=lambda one: (one.told != "yes", one.since, one.id))


def in_the_end(work: Work, blocker: Blocker) -> PersonId | None:
    """The person waited on: the one who was asked or named, or who answers for the function."""
    on = waited_on(blocker)
    if on.kind != "function":
        return PersonId(on.id) if on.kind == "person" else None
    owner = work.records.owners.accepted().get(blocker.function)
    return PersonId(owner.whom) if owner is not None and owner.kind == "person" else None


def followed(work: Work, start: Iterable[PersonId], *, until: PersonId | None = None) -> Waits:
    """What these people wait on, and those on whom they wait, and so on; until one is met."""
    waits, seen = Waits(), set[PersonId]()
    next_ = set(start)
    while next_ and len(seen) < MOST_PEOPLE:
        seen |= next_
        found = work.records.ledger.waits_of(next_)
        reached = {waits.add(work, blocker) for blocker in found} - {None}
        if until in reached:
            break
        next_ = {one for one in reached if one is not None} - seen
    return waits


def may_know(work: Work, reader: PersonId, blocker: Blocker) -> bool:
    """Whether this person may hear of a wait from us unasked, and where nobody looked it up.

    Narrower than who may look at it: of what a private channel was told, only its team hears.
    """
    if reader == blocker.waiter:
        return True
    if blocker.told != "yes" or blocker.audience == "me":
        return False
    if reader in (blocker.put_to, blocker.helper):
        return True
    if blocker.audience != "channel":
        return reader == blocker.owner
    return reads(work, blocker.team, reader)
