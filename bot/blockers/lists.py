"""Looking at blockers: lists, longest wait first, and one blocker whole."""

from typing import Any

from bot.blockers import causes
from bot.blockers.find import numbered, seen
from bot.blockers.offers import whom_to_ask
from bot.errors import NotAMember
from bot.ledger.chains import chain_of
from bot.owners import places_of
from bot.people import may_use
from bot.teams import is_small, teams_of
from bot.told import Told, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.teams import Team
from storage.types import BlockerId, ChannelId, PersonId

PAGE = 10


def listed(work: Work, which: str, *, person: PersonId, channel: ChannelId, page: int = 0) -> Told:
    """`which`: list (open here), mine, waiting (on me), all (here, ended ones too), queue (put to
    this person, to what they answer for, or to this channel).

    In a DM, list and all show the person's only team, or that person's own waits.
    """
    if not may_use(work.records.people.get(person), work.records.workspace):
        raise NotAMember
    whose: dict[str, Any] = {"person": person}
    where = ""
    if which in ("list", "all"):
        team = _team_meant(work, person, channel)
        if team is not None:
            whose["team"] = team.id
            where = _name(work, team) if team.channel != channel else ""
        elif is_small(work.records.channels.get(channel)):
            which = "mine"
        else:
            return _page(work, which, channel, [], page=0, total=0)
    if which == "queue":
        whose["places"] = places_of(work, person, channel)
    total = work.records.blockers.count(which, **whose)
    page = max(0, min(page, (total - 1) // PAGE))
    found = work.records.blockers.page(which, skip=page * PAGE, size=PAGE, **whose)
    return _page(work, which, channel, found, page=page, total=total, where=where)


def _page(
    work: Work, which: str, channel: ChannelId, found: list[Blocker], **more: int | str
) -> Told:
    facts = {"which": which, "size": PAGE, "channel": channel, **more}
    return Told("listed", None, facts, tuple(card_of(work, one) for one in found))


def _team_meant(work: Work, person: PersonId, channel: ChannelId) -> Team | None:
    """The channel's; in a DM the person's only one."""
    if not is_small(work.records.channels.get(channel)):
        return work.records.teams.of_channel(channel)
    mine = teams_of(work, person)
    return mine[0] if len(mine) == 1 else None


def _name(work: Work, team: Team) -> str:
    channel = work.records.channels.get(team.channel)
    return "" if channel is None else channel.name


def shown(work: Work, blocker_id: BlockerId, *, person: PersonId) -> Told:
    """One blocker with all that happened to it."""
    blocker = seen(work, blocker_id, person)
    history = [
        [one.at.isoformat(), one.person, one.what, one.note]
        for one in work.records.blockers.history(blocker.id)
    ]
    others = [one.number for one in causes.others_of(work, blocker, person)]
    facts = {"history": history, "shares": others, **whom_to_ask(work, blocker)}
    behind = chain_of(work, blocker, reader=person) if blocker.is_open else []
    cards = tuple(card_of(work, one) for one in behind)
    return Told("shown", card_of(work, blocker), facts, cards)


def is_there(work: Work, number: int, *, person: PersonId, channel: ChannelId) -> bool:
    """Whether this person may mean a blocker by this number here."""
    return bool(numbered(work, channel, number, person))


def those_numbered(
    work: Work, number: int, verb: str, *, person: PersonId, channel: ChannelId
) -> Told:
    """For a word with a number: the waits that could be meant, in a DM perhaps of several teams."""
    found = numbered(work, channel, number, person)
    cards = tuple(card_of(work, one) for one in found[:PAGE])
    return Told("choose", None, {"verb": verb, "total": len(found), "number": number}, cards)


def mine_for(work: Work, verb: str, *, person: PersonId) -> Told:
    """For a word without a number: the waits of this person that could be meant."""
    which = "ended" if verb == "reopen" else "mine"
    total = work.records.blockers.count(which, person=person)
    if total == 0:
        return Told("none_open", None, {"verb": verb})
    found = work.records.blockers.page(which, skip=0, size=PAGE, person=person)
    cards = tuple(card_of(work, one) for one in found)
    return Told("choose", None, {"verb": verb, "total": total}, cards)
