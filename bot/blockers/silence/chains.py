"""Whether a wait waits on another wait: then the other one is asked about, not this one."""

from bot.ledger.edges import Waits, answerer_of, followed, person, waited_on
from bot.ledger.graph import closed_by
from bot.world import Work
from storage.blockers import Blocker
from storage.types import PersonId


def waits_on_another(work: Work, blocker: Blocker) -> bool:
    """The one waited on is held up too. In a circle everybody is: there it is nobody's excuse."""
    behind = answerer_of(blocker)
    if behind is None:
        return False
    waits = followed(work, [behind])
    holds = [one for one in waits.blockers.get(behind, ()) if _may_hold(one, blocker)]
    return any(not _comes_back(waits, one, blocker.waiter) for one in holds)


def _may_hold(other: Blocker, blocker: Blocker) -> bool:
    """What only slows holds nothing; nor do waits of another project."""
    if other.severity == "slowed":
        return False
    return not (other.project and blocker.project) or other.project == blocker.project


def _comes_back(waits: Waits, blocker: Blocker, to: PersonId) -> bool:
    """Whether this wait leads, from one person to the next, back to that one."""
    on, goal = waited_on(blocker), person(to)
    return on == goal or bool(closed_by(waits.edges, goal, on))
