"""Hears what follows `/pair`, wherever it is said, and does the one verb that it means."""

from collections.abc import Callable
from datetime import date

from bot import pairs
from bot.calendar import zone_named
from bot.ids import PersonId
from bot.pairs import Action, Line, parse
from bot.teams import teams_of
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.knock import Knock
from handlers.rhythms import meet_channel
from handlers.said import answer_of
from handlers.views.kit import Answer

Verb = Callable[[Work], Told]
_FOR_ALL = (Action.ON, Action.OFF)


async def answer_line(door: Door, knock: Knock, text: str) -> Answer:
    """What only the person who typed it sees."""
    told = await door.answer(knock, await meant(door, knock, text))
    return await answer_of(door, knock, told)


async def meant(door: Door, knock: Knock, text: str) -> Verb:
    await door.directory.meet(knock.person, knock.channel, in_dm=knock.in_dm)
    line = parse(text, today=_today(door, knock), by=knock.person)
    if line.action in _FOR_ALL:
        await meet_channel(door, knock, knock.channel)
    if line.person is not None:
        await door.directory.acquaint([line.person])
    return lambda work: _VERBS[line.action](work, line, knock)


def _today(door: Door, knock: Knock) -> date:
    zone = door.directory.zone(knock.person)
    return door.house.world.now().astimezone(zone_named(zone)).date()


def _mine(work: Work, line: Line, knock: Knock) -> Told:
    return Told("pairs.mine")


def _history(work: Work, line: Line, knock: Knock) -> Told:
    return Told("pairs.history")


def _turn_on(work: Work, line: Line, knock: Knock) -> Told:
    return pairs.turn_on(work, knock.channel, knock.person)


def _turn_off(work: Work, line: Line, knock: Knock) -> Told:
    return pairs.turn_off(work, knock.channel, knock.person)


def _skip(work: Work, line: Line, knock: Knock) -> Told:
    return pairs.skip(work, teams_of(work, knock.person), by=knock.person)


def _pause(work: Work, line: Line, knock: Knock) -> Told:
    return pairs.pause(work, teams_of(work, knock.person), line.day, by=knock.person)


def _now(work: Work, line: Line, knock: Knock) -> Told:
    return pairs.spare_now(work, knock.channel, by=knock.person)


def _never(work: Work, line: Line, knock: Knock) -> Told:
    return pairs.never(work, _person(line, knock), by=knock.person)


def _teach(work: Work, line: Line, knock: Knock) -> Told:
    return pairs.teach(work, line.words, by=knock.person)


def _learn(work: Work, line: Line, knock: Knock) -> Told:
    return pairs.learn(work, line.words, by=knock.person)


def _across(work: Work, line: Line, knock: Knock) -> Told:
    return pairs.across(work, wants=line.yes, by=knock.person)


def _leaving(work: Work, line: Line, knock: Knock) -> Told:
    return pairs.leaving(work, _person(line, knock), line.day, by=knock.person)


def _help(work: Work, line: Line, knock: Knock) -> Told:
    return Told("pairs.help")


def _person(line: Line, knock: Knock) -> PersonId:
    return line.person or knock.person


_VERBS: dict[Action, Callable[[Work, Line, Knock], Told]] = {
    Action.MINE: _mine,
    Action.HISTORY: _history,
    Action.ON: _turn_on,
    Action.OFF: _turn_off,
    Action.SKIP: _skip,
    Action.PAUSE: _pause,
    Action.RESUME: _pause,
    Action.NOW: _now,
    Action.NEVER: _never,
    Action.TEACH: _teach,
    Action.LEARN: _learn,
    Action.ACROSS: _across,
    Action.LEAVING: _leaving,
    Action.HELP: _help,
}
