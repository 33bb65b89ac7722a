"""What a wait waits on in turn: the chain from it to its head."""

from collections.abc import Iterable

from bot.ledger.edges import in_the_end, may_know
from bot.world import Work
from storage.blockers import Blocker
from storage.types import PersonId

MOST_LINKS = 10


def chain_of(work: Work, blocker: Blocker, *, reader: PersonId) -> list[Blocker]:
    """The waits behind this one, nearest first, as far as this person may know them.

    Whoever is waited on may wait themselves. Of several such waits the chain goes on with one of
    the same project, then with one that stops its waiter, then with the longest. It ends before
    somebody who stands in it already.
    """
    chain, at = list[Blocker](), blocker
    met = {blocker.waiter}
    while len(chain) < MOST_LINKS:
        behind = in_the_end(work, at)
        if behind is None or behind in met:
            break
        met.add(behind)
        next_ = _next(at, _known(work, behind, reader))
        if next_ is None:
            break
        chain.append(next_)
        at = next_
    return chain


def _known(work: Work, person: PersonId, reader: PersonId) -> Iterable[Blocker]:
    return (one for one in work.records.ledger.waits_of([person]) if may_know(work, reader, one))


def _next(before: Blocker, waits: Iterable[Blocker]) -> Blocker | None:
    def rank(wait: Blocker) -> tuple[bool, bool, float, str]:
        same = wait.project is not None and wait.project == before.project
        return not same, wait.severity != "stopped", wait.since.timestamp(), wait.id

    return min(waits, key=rank, default=None)
