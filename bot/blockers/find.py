"""Finding the blocker that a person means, among those that this person may see."""

from bot.blockers.rules import may_see
from bot.errors import NotAMember, NotFound, NotYours
from bot.people import may_use
from bot.teams import is_small
from bot.world import Work
from storage.blockers import Blocker
from storage.teams import Team
from storage.types import BlockerId, ChannelId, PersonId

BROUGHT = "brought"  # by its author, to one more person


def seen(work: Work, blocker_id: BlockerId, person: PersonId) -> Blocker:
    """Raises NotFound for what this person may not see, as if it did not exist."""
    if not may_use(work.records.people.get(person), work.records.workspace):
        raise NotAMember
    blocker = work.records.blockers.get(blocker_id)
    if blocker is None or not (may_see(blocker, person) or _let_in(work, blocker, person)):
        raise NotFound
    return blocker


def owned(work: Work, blocker_id: BlockerId, person: PersonId) -> Blocker:
    """Raises NotYours when somebody else reported it."""
    blocker = seen(work, blocker_id, person)
    if blocker.waiter != person:
        raise NotYours
    return blocker


def numbered(work: Work, channel: ChannelId, number: int, person: PersonId) -> list[Blocker]:
    """The blocker of this number, in the channel's team; in a DM, in each of the person's teams.

    There a wait of one's own is meant before those of others.
    """
    found = [
        blocker
        for team in _teams_here(work, channel, person)
        if (blocker := work.records.blockers.numbered(team.id, number)) is not None
        and may_see(blocker, person)
    ]
    return [one for one in found if one.waiter == person] or found


def _let_in(work: Work, blocker: Blocker, person: PersonId) -> bool:
    return _said_yes(work, blocker, person) or _was_told(work, blocker, person)


def _said_yes(work: Work, blocker: Blocker, person: PersonId) -> bool:
    """Who was asked quietly and said yes knows the wait, whoever else may see it."""
    asks = work.records.asks.about(blocker.id)
    return any(ask.asked == person and ask.answer == "yes" for ask in asks)


def _was_told(work: Work, blocker: Blocker, person: PersonId) -> bool:
    """Its author brought it to this person."""
    history = work.records.blockers.history(blocker.id)
    return any(one.what == f"{BROUGHT}:{person}" for one in history)


def _teams_here(work: Work, channel: ChannelId, person: PersonId) -> list[Team]:
    here = work.records.teams.of_channel(channel)
    place = work.records.channels.get(channel)
    if not is_small(place):
        return [here] if here else []
    teams = ([here] if here else []) + work.records.teams.of_person(person)
    return list({team.id: team for team in teams}.values())
