"""The past of a blocker: each act is noted, and the second one is told what happened first."""

from bot.told import Told, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.types import PersonId

_TURNS = ("resolved", "withdrawn", "taken", "reported", "reopened")


def happened(
    work: Work, blocker: Blocker, person: PersonId, what: str, note: str | None = None
) -> None:
    work.records.blockers.note(blocker.id, at=work.now, person=person, what=what, note=note)


def already(work: Work, blocker: Blocker, what: str = "already") -> Told:
    """Somebody was first: facts say what they did, who, how many seconds ago, with which note."""
    turns = [one for one in work.records.blockers.history(blocker.id) if one.what in _TURNS]
    if not turns:
        return Told(what, card_of(work, blocker))
    last = turns[-1]
    ago = int((work.now - last.at).total_seconds())
    facts = {"what": last.what, "by": last.person, "ago": ago, "note": last.note}
    return Told(what, card_of(work, blocker), facts)
