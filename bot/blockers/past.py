"""The past of a blocker: each act is noted, and the second one is told what happened first."""

from bot.blockers.heard import heard
from bot.ledger import circles
from bot.told import Told, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.types import PersonId

# After these it may be on somebody else, or known to more people: a circle may be closed by it.
_EDGES = frozenset({"reported", "reopened", "reworded", "moved", "audience", "put", "forwarded"})
_TURNS = ("resolved", "withdrawn", "taken", "reported", "reopened")


def happened(
    work: Work, blocker: Blocker, person: PersonId, what: str, note: str | None = None
) -> Blocker:
    """Returns the blocker as it is now: a sign of life ends its silence. Note it last."""
    work.records.blockers.note(blocker.id, at=work.now, person=person, what=what, note=note)
    now = heard(work, blocker, what)
    # With the act itself, for it costs a tenth of a millisecond unless there is a circle.
    if what.partition(":")[0] in _EDGES:
        circles.tell(work, now)
    return now


def already(work: Work, blocker: Blocker, what: str = "already") -> Told:
    """Somebody was first: facts say what they did, who, how many seconds ago, with which note."""
    turns = [one for one in work.records.blockers.history(blocker.id) if one.what in _TURNS]
    if not turns:
        return Told(what, card_of(work, blocker))
    last = turns[-1]
    ago = int((work.now - last.at).total_seconds())
    facts = {"what": last.what, "by": last.person, "ago": ago, "note": last.note}
    return Told(what, card_of(work, blocker), facts)
