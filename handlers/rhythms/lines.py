"""The words for teams, their keepers and their settings: typed, or said to us."""

import re
from collections.abc import Callable

from bot import rhythms
from bot.features import FEATURES
from bot.home import team_screen
from bot.ids import PersonId
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.knock import Knock
from handlers.rhythms.channel import meet_channel
from handlers.rhythms.forms import offered, open_settings
from handlers.views.kit import Answer

Verb = Callable[[Work], Told]
_PERSON = re.compile(r"\s*<@([UW][A-Z0-9]+)(?:\|[^>]*)?>\s*")


async def team(door: Door, knock: Knock, text: str) -> Verb:
    """In a channel, who asks for its team is in it from then on."""
    if not knock.in_dm:
        await meet_channel(door, knock, knock.channel)
    return lambda work: team_screen(work, FEATURES, knock.channel, knock.person)


async def keeper(door: Door, knock: Knock, text: str) -> Verb:
    """`keeper @ben` hands the team over; alone it shows who keeps it."""
    found = _PERSON.fullmatch(text)
    if found is None:
        return await team(door, knock, text)
    person = PersonId(found[1])
    await door.directory.acquaint([person])
    return lambda work: rhythms.hand_over(work, knock.channel, knock.person, person)


async def settings(door: Door, knock: Knock, text: str) -> Verb:
    """Said in words it needs a tap: Slack opens a form only for that, or for a command."""
    return lambda work: offered(knock.channel)


async def answer_settings(door: Door, knock: Knock, text: str) -> Answer | None:
    return await open_settings(door, knock, knock.channel)
