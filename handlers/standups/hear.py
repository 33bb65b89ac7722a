"""Hears what follows `/standup`, wherever it is said, and does the one verb that it means."""

from collections.abc import Callable

from bot import rhythms, standups
from bot.standups import FEATURE, Action, Line, Team, parse
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.knock import Knock
from handlers.rhythms import meet_channel
from handlers.standups.forms import which

Verb = Callable[[Work], Told]
_FOR_ALL = (Action.ON, Action.OFF)


async def meant(door: Door, knock: Knock, text: str) -> Verb:
    """The verb of a line; a form is a tap away, because Slack opens none for words alone."""
    await door.directory.meet(knock.person, knock.channel, in_dm=knock.in_dm)
    line = parse(text, today=door.directory.today(knock.person))
    if line.action in _FOR_ALL:
        await meet_channel(door, knock, knock.channel)
    return lambda work: _VERBS[line.action](work, line, knock)


async def words_meant(door: Door, knock: Knock, text: str) -> Verb | None:
    """Of words in a DM that are no command: an answer, while a question is open."""
    awaited = await door.look(knock, lambda work: standups.awaits_words(work, knock.person))
    if not awaited or not text.strip():
        return None
    return lambda work: standups.gather(work, text, by=knock.person, thread=knock.thread)


def _form(work: Work, line: Line, knock: Knock) -> Told:
    return which(knock)


def _turn_on(work: Work, line: Line, knock: Knock) -> Told:
    return rhythms.propose(work, FEATURE, knock.channel, knock.person)


def _turn_off(work: Work, line: Line, knock: Knock) -> Told:
    return rhythms.stop(work, FEATURE, knock.channel, knock.person)


def _off_until(work: Work, line: Line, knock: Knock) -> Told:
    """Who is away is away from all their teams."""
    teams = standups.teams_of_person(work, knock.person)
    return standups.off_until(work, teams, line.day, by=knock.person)


def _skip(work: Work, line: Line, knock: Knock) -> Told:
    teams = _teams(work, knock)
    return standups.skip_all(work, teams, by=knock.person)


def _who(work: Work, line: Line, knock: Knock) -> Told:
    return Told("standup.who", None, {"team": _one(work, knock).id})


def _show(work: Work, line: Line, knock: Knock) -> Told:
    day = None if line.day is None else line.day.isoformat()
    facts = {"team": _one(work, knock).id, "date": day, "person": line.person}
    return Told("standup.shown", None, facts)


def _said(work: Work, line: Line, knock: Knock) -> Told:
    return standups.typed(work, line.words, by=knock.person)


def _help(work: Work, line: Line, knock: Knock) -> Told:
    return Told("standup.help")


def _teams(work: Work, knock: Knock) -> list[Team]:
    return standups.teams_meant(work, channel=knock.channel, person=knock.person)


def _one(work: Work, knock: Knock) -> Team:
    return standups.team_here(work, channel=knock.channel, person=knock.person)


_VERBS: dict[Action, Callable[[Work, Line, Knock], Told]] = {
    Action.FORM: _form,
    Action.ON: _turn_on,
    Action.OFF: _turn_off,
    Action.AWAY: _off_until,
    Action.BACK: _off_until,
    Action.WHO: _who,
    Action.SKIP: _skip,
    Action.SHOW: _show,
    Action.SAID: _said,
    Action.HELP: _help,
}
