"""Hears what follows `/review`, wherever it is said, and does the one verb that it means."""

from collections.abc import Awaitable, Callable, Mapping

from bot import reviews, rhythms
from bot.reviews import FEATURE, ReviewLine
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.hosts import lines as accounts
from handlers.knock import Knock
from handlers.reviews.forms import form_told, meet, open_form
from handlers.rhythms import meet_channel
from handlers.said import answer_of
from handlers.views.kit import Answer

Verb = Callable[[Work], Told]


async def answer_line(door: Door, knock: Knock, text: str) -> Answer | None:
    """What only the person who typed it sees; None when a form opened instead."""
    if not text.strip():
        return await open_form(door, knock, "")
    told = await door.answer(knock, await meant(door, knock, text))
    return await answer_of(door, knock, told)


async def meant(door: Door, knock: Knock, text: str) -> Verb:
    """The verb of a line; a form is a tap away, because Slack opens none for words alone."""
    await door.directory.meet(knock.person, knock.channel, in_dm=knock.in_dm)
    line = await _parsed(door, knock, text)
    if line.act in _ELSEWHERE:
        return await _ELSEWHERE[line.act](door, knock, line.rest)
    if line.act in _RHYTHM:
        await meet_channel(door, knock, knock.channel)
        return lambda work: _RHYTHM[line.act](work, knock)
    if line.act == "ask":
        await meet(door, knock, line.reviewers)
    if line.act == "form":
        return lambda work: form_told("")
    return lambda work: reviews.say(work, line, by=knock.person, channel=knock.channel)


async def _parsed(door: Door, knock: Knock, text: str) -> ReviewLine:
    names, _ = await door.directory.known_here(knock.channel, knock.person)
    today = door.directory.today(knock.person)
    return reviews.parse(text, today=today, names=names)


def _turn_on(work: Work, knock: Knock) -> Told:
    return rhythms.propose(work, FEATURE, knock.channel, knock.person)


def _turn_off(work: Work, knock: Knock) -> Told:
    return rhythms.stop(work, FEATURE, knock.channel, knock.person)


_RHYTHM: Mapping[str, Callable[[Work, Knock], Told]] = {"on": _turn_on, "off": _turn_off}
_ELSEWHERE: Mapping[str, Callable[[Door, Knock, str], Awaitable[Verb]]] = {
    "me": accounts.me,
    "watch": accounts.watch,
    "unwatch": accounts.unwatch,
}
