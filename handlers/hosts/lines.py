"""What follows `/review me`, `watch` and `unwatch`: read, and turned into one verb."""

from collections.abc import Callable

from bot import hosts
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.knock import Knock
from handlers.rhythms import meet_channel

Verb = Callable[[Work], Told]


async def me(door: Door, knock: Knock, text: str) -> Verb:
    """Raises NotAnAccount."""
    line = hosts.parse(text)
    return lambda work: hosts.me(work, line, by=knock.person)


async def watch(door: Door, knock: Knock, text: str) -> Verb:
    await meet_channel(door, knock, knock.channel)
    return lambda work: hosts.watch(work, text, channel=knock.channel, by=knock.person)


async def unwatch(door: Door, knock: Knock, text: str) -> Verb:
    return lambda work: hosts.unwatch(work, text, channel=knock.channel, by=knock.person)
