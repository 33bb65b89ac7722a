"""One cause, many waiters: waits that one act would end, tied together and told of it together."""

from datetime import timedelta
from functools import lru_cache

from bot.blockers.find import owned, seen
from bot.blockers.past import already, happened
from bot.blockers.post import tell_in_hours
from bot.blockers.rules import may_see
from bot.reading.same import sameness
from bot.reading.same_items import prepare
from bot.teams import teams_of
from bot.told import Told, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.causes import Cause
from storage.types import BlockerId, ChannelId, PersonId

LOOK_BACK = timedelta(days=14)
MOST_COMPARED = 30
# Taking a wait apart costs ten times as much as comparing it; open waits are compared often.
_taken_apart = lru_cache(maxsize=4096)(prepare)


def alike(
    work: Work, words: str, *, person: PersonId, channel: ChannelId, in_dm: bool
) -> BlockerId | None:
    """The open wait that these words seem to tell again, of those here that the person may see.

    A look, for before the wait is kept: comparing takes longer than the writer should hold.
    """
    teams = teams_of(work, person) if in_dm else []
    team = teams[0] if len(teams) == 1 else work.records.teams.of_channel(channel)
    if team is None or not words.strip():
        return None
    since = work.now - LOOK_BACK
    recent = work.records.blockers.recent(team.id, person, since=since, most=MOST_COMPARED)
    said = prepare(words)
    found = [(sameness(said, _taken_apart(one.words)), one) for one in recent]
    same = [(how.score, one) for how, one in found if how.same]
    return max(same, key=lambda one: one[0])[1].id if same else None


def merge(work: Work, blocker_id: BlockerId, other_id: BlockerId, *, by: PersonId) -> Told:
    """The author says that their wait has the same cause as the other one."""
    blocker, other = owned(work, blocker_id, by), seen(work, other_id, by)
    if not blocker.is_open:
        return already(work, blocker)
    if not other.is_open or other.team != blocker.team or other.id == blocker.id:
        return Told("not_merged", card_of(work, blocker))
    cause = work.records.causes.of(other.id) or _begin(work, other)
    mine = work.records.causes.of(blocker.id)
    if mine is None or mine.id != cause.id:
        work.records.causes.join(cause.id, blocker.id, at=work.now)
        work.records.causes.unclear(cause.id)
        blocker = happened(work, blocker, by, f"merged:{other.number}")
    return Told("merged", card_of(work, blocker), {"with": other.number})


def unmerge(work: Work, blocker_id: BlockerId, *, by: PersonId) -> Told:
    """Not the same after all; a cause of one wait alone is none."""
    blocker = owned(work, blocker_id, by)
    cause = work.records.causes.of(blocker.id)
    if cause is not None:
        work.records.causes.leave(blocker.id)
        left = work.records.causes.blockers(cause.id)
        if len(left) == 1:
            work.records.causes.leave(left[0])
        blocker = happened(work, blocker, by, "unmerged")
    return Told("unmerged", card_of(work, blocker))


def clear(work: Work, blocker_id: BlockerId, *, by: PersonId) -> Told:
    """The cause looks clear: everybody who waits on it is told once; nothing is closed."""
    blocker = seen(work, blocker_id, by)
    if not blocker.is_open:
        return already(work, blocker)
    told = _tell(work, blocker, by=by, but=None)
    return Told("cause_cleared", card_of(work, blocker), {"told": told})


def ended(work: Work, blocker: Blocker, *, by: PersonId) -> None:
    """One of them is over; so the others look clear."""
    _tell(work, blocker, by=by, but=blocker.id)


def opened_again(work: Work, blocker: Blocker) -> None:
    """Its cause was not clear after all, and may be told clear once more."""
    cause = work.records.causes.of(blocker.id)
    if cause is not None:
        work.records.causes.unclear(cause.id)


def others_of(work: Work, blocker: Blocker, person: PersonId) -> list[Blocker]:
    """The open waits of the same cause that this person may see."""
    cause = work.records.causes.of(blocker.id)
    if cause is None:
        return []
    return [one for one in _open(work, cause, but=blocker.id) if may_see(one, person)]


def _begin(work: Work, other: Blocker) -> Cause:
    cause = Cause(id=work.new_id(), team=other.team, made_at=work.now)
    work.records.causes.add(cause)
    work.records.causes.join(cause.id, other.id, at=work.now)
    return cause


def _tell(work: Work, blocker: Blocker, *, by: PersonId, but: BlockerId | None) -> int:
    """How many waiters were told: each once, of the wait that they have waited on longest."""
    cause = work.records.causes.of(blocker.id)
    if cause is None or not work.records.causes.clear(cause.id, at=work.now):
        return 0
    waits: dict[PersonId, Blocker] = {}
    for one in sorted(_open(work, cause, but=but), key=lambda one: one.since):
        waits.setdefault(one.waiter, one)
    waits.pop(by, None)
    for waiter, one in waits.items():
        tell_in_hours(work, waiter, "blocker.looks_clear", blocker=one.id)
    return len(waits)


def _open(work: Work, cause: Cause, *, but: BlockerId | None) -> list[Blocker]:
    ids = [one for one in work.records.causes.blockers(cause.id) if one != but]
    found = [work.records.blockers.get(one) for one in ids]
    return [one for one in found if one is not None and one.is_open]
