"""Makes a wait of plain words, with the names of the team and the waiter's own clock."""

from html import escape

from bot.blockers import Wait
from bot.ids import PersonId
from bot.reading import Reading, read
from handlers.door import Door
from handlers.knock import Knock


async def wait_in(door: Door, knock: Knock, words: str) -> Wait:
    """A wait as the words tell it; what they leave open stays open."""
    names = await door.directory.names(knock.channel)
    zone = door.directory.zone(knock.person)
    now = door.house.world.now()
    return _wait(words, read(words, people=names, now=now, zone=zone))


def as_slack_writes(typed: str) -> str:
    """What was typed into a form, in the one shape in which words are kept: Slack's own."""
    return escape(typed, quote=False)


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
