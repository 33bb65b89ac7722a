"""Makes a wait of plain words, with the names of the team and the waiter's own clock."""

from dataclasses import replace
from html import escape

from bot import blockers
from bot.blockers import Wait
from bot.ids import BlockerId, PersonId
from bot.reading import Reading, read
from bot.told import Told
from bot.world import Work
from handlers import groups
from handlers.door import Door
from handlers.knock import Knock

_MOST_LOOKED_UP = 5


async def wait_in(door: Door, knock: Knock, words: str) -> Wait:
    """A wait as the words tell it; what they leave open stays open."""
    words = await groups.named_in(door, words)
    return _wait(words, await _understood(door, knock, words))


async def told_before(door: Door, knock: Knock, words: str) -> BlockerId | None:
    """The open wait here that says the same in other words, where there is leisure to look."""
    if not door.leisure.there_is():
        return None
    with door.leisure.spent():
        found: BlockerId | None = await door.look(
            knock,
            lambda work: blockers.alike(
                work, words, person=knock.person, channel=knock.channel, in_dm=knock.in_dm
            ),
        )
    return found


def reported(work: Work, wait: Wait, knock: Knock, same: BlockerId | None) -> Told:
    """Tracked, offering to tie it to the one that says the same."""
    told = blockers.report(
        work, wait, waiter=knock.person, channel=knock.channel, in_dm=knock.in_dm
    )
    return blockers.with_same(work, told, same)


async def only_named(door: Door, knock: Knock, words: str) -> Wait:
    """For the form, where nothing but names was said; one name alone needs no words beside it."""
    understood = await _understood(door, knock, words)
    named = [*understood.waiting_on, *understood.groups, *understood.channels]
    await door.directory.acquaint(understood.waiting_on[:_MOST_LOOKED_UP])
    alone = len(named) == 1 and not understood.channels
    return replace(_wait("" if alone else words, understood), function="")


async def only_worded(door: Door, knock: Knock, words: str) -> Wait:
    """For the form, filled with words that somebody calls a wait; it is theirs to say on whom."""
    return replace(_wait(words, await _understood(door, knock, words)), function="")


async def completed(door: Door, knock: Knock, wait: Wait) -> Wait:
    """The wait of a form, and what its words tell beside what was entered; not since when."""
    understood = _wait("", await _understood(door, knock, escape(wait.words, quote=False)))
    return replace(
        wait,
        function=understood.function,
        owner=wait.owner or understood.owner,
        outside=wait.outside or understood.outside,
        project=wait.project or understood.project,
        link=wait.link or understood.link,
    )


async def _understood(door: Door, knock: Knock, words: str) -> Reading:
    names, learnt = await door.directory.known_here(knock.channel, knock.person)
    now, zone = door.house.world.now(), door.directory.zone(knock.person)
    return read(words, people=names, now=now, zone=zone, learnt=learnt)


def _first_person(understood: Reading) -> PersonId | None:
    return next((PersonId(one) for one in understood.waiting_on), None)


def _wait(words: str, understood: Reading) -> Wait:
    return Wait(
        words=words,
        function=understood.function,
        owner=_first_person(understood),
        user_group=next(iter(understood.groups), None),
        outside=understood.outside,
        project=understood.project,
        link=understood.link,
        severity=understood.severity,
        since=understood.since,
    )
