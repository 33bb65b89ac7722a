"""What people answer when they are asked how a wait stands: each answer is a sign of life."""

from bot.attention import nudge
from bot.blockers.find import BROUGHT, owned, seen
from bot.blockers.heard import sign_of_life
from bot.blockers.past import already, happened
from bot.blockers.silence.questions import BROUGHT_TO_YOU
from bot.errors import NotForThem
from bot.people import may_use
from bot.told import Told, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.types import BlockerId, PersonId

_USEFULNESS = 80


def still_waiting(work: Work, blocker_id: BlockerId, *, by: PersonId) -> Told:
    """It goes on, says whoever waits or is waited on; a silent one is open again."""
    blocker = seen(work, blocker_id, by)
    if not blocker.is_open:
        return already(work, blocker)
    blocker = sign_of_life(work, blocker, by, work.now)
    return Told("silence.goes_on", card_of(work, blocker))


def bring(work: Work, blocker_id: BlockerId, to: PersonId, *, by: PersonId) -> Told:
    """Its author brings it to one more person, who reads it within their working hours, once."""
    blocker = owned(work, blocker_id, by)
    if not blocker.is_open:
        return already(work, blocker)
    if not may_use(work.records.people.get(to), work.records.workspace):
        raise NotForThem
    history = work.records.blockers.history(blocker.id)
    before = any(one.what == f"{BROUGHT}:{to}" for one in history)
    if to != by and not before:
        blocker = happened(work, blocker, by, f"{BROUGHT}:{to}")
        _tell(work, blocker, to)
    return Told("silence.brought", card_of(work, blocker), {"to": to})


def _tell(work: Work, blocker: Blocker, person: PersonId) -> None:
    nudge(
        work,
        person,
        BROUGHT_TO_YOU,
        subject=blocker.id,
        facts={"blocker": blocker.id, "to": person},
        usefulness=_USEFULNESS,
        by_name=True,
    )
