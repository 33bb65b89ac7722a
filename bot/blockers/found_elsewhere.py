"""Waits found outside standups: in a mention of the bot, a DM, or a message pointed at."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.blockers.find import owned
from bot.blockers.found import Hearing, found_in, once_each
from bot.blockers.found_kept import clock_or_go_on, open_of, tell, tell_and_ask
from bot.blockers.offers import whom_to_ask
from bot.blockers.report import Wait, move, undo
from bot.reading import read
from bot.teams import is_small, teams_of
from bot.told import Told, card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.types import BlockerId, ChannelId, PersonId, TeamId

SHOWN = "found.shown"
_SURE = 0.8
MOST_FOUND = 5  # in one message of ours, each with its buttons


def find(
    work: Work, waits: Iterable[Wait], *, person: PersonId, channel: ChannelId, in_dm: bool
) -> Told:
    """Clocked at once and shown to their author, who says of each who else hears of it."""
    mine = open_of(work, person)
    kept = clock_or_go_on(work, waits, mine, waiter=person, channel=channel, in_dm=in_dm)
    found = [(blocker, goes_on) for _, blocker, goes_on in kept]
    again = [blocker.id for blocker, goes_on in found if goes_on]
    return _shown(work, [blocker.id for blocker, _ in found], again=again, clocked=())


def judge(work: Work, said: Mapping[str, Any], how: str, *, by: PersonId) -> Told:
    """`said`: blocker, all, again, clocked; and team, function or person where one was chosen.

    `how`: track, ask, clock, none. Tells how all that were found together stand after it.
    """
    blocker = BlockerId(str(said["blocker"]))
    clocked = [str(one) for one in said.get("clocked", ())]
    if how == "clock":
        clocked.append(owned(work, blocker, by).id)
    elif how == "none":
        undo(work, blocker, by=by)
    else:
        _let_know(work, blocker, said, how, by)
    return _shown(work, said["all"], again=said.get("again", ()), clocked=clocked)


def waits_of(words: str, hearing: Hearing) -> tuple[Wait, ...]:
    """Pure: the waits of a message, each once.

    What people say to a bot is seldom one: in doubt it is a question how we are used.
    """
    return once_each(found_in(words, hearing, sure=_SURE), most=MOST_FOUND)


def taken_as_one(words: str, hearing: Hearing) -> Wait:
    """Words that somebody calls a wait, in which none was found: all of them are it."""
    said = read(
        words,
        people=hearing.people,
        now=hearing.now,
        zone=hearing.zone,
        learnt=hearing.learnt,
    )
    return Wait(
        words=words,
        function=said.function,
        owner=next((PersonId(one) for one in said.waiting_on), None),
        user_group=next(iter(said.groups), None),
        outside=said.outside,
        project=said.project,
        link=said.link,
        severity=said.severity,
        since=said.since,
    )


def _let_know(
    work: Work, blocker: BlockerId, said: Mapping[str, Any], how: str, by: PersonId
) -> None:
    """In the team's channel; of a wait that was said in a DM, the one that is named now."""
    if said.get("team"):
        move(work, blocker, TeamId(str(said["team"])), by=by)
    if how == "ask":
        person = PersonId(str(said["person"])) if said.get("person") else None
        tell_and_ask(work, blocker, by=by, function=said.get("function"), person=person)
    else:
        tell(work, blocker, by=by)


def _shown(work: Work, ids: Iterable[str], *, again: Iterable[str], clocked: Iterable[str]) -> Told:
    known = [work.records.blockers.get(BlockerId(one)) for one in dict.fromkeys(ids)]
    there = [one for one in known if one is not None][:MOST_FOUND]
    facts = {
        "again": list(again),
        "clocked": list(clocked),
        "offers": {one.id: _offers(work, one) for one in there},
    }
    return Told(SHOWN, None, facts, tuple(card_of(work, one) for one in there))


def _offers(work: Work, blocker: Blocker) -> dict[str, Any]:
    """Whom to ask; and the teams that it could be told to, where it belongs to none yet."""
    team = work.records.teams.get(blocker.team)
    place = None if team is None else work.records.channels.get(team.channel)
    if not is_small(place):
        return whom_to_ask(work, blocker)
    channels = work.records.channels
    mine = [(one, channels.get(one.channel)) for one in teams_of(work, blocker.waiter)]
    return {"teams": [[one.id, there.name if there else ""] for one, there in mine]}
