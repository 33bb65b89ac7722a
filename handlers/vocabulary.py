"""`/pinwheel words` and `/pinwheel reaction`: what a team taught us, and how it points at waits."""

from collections.abc import Callable, Mapping

from slack_bolt.async_app import AsyncApp

from bot import vocabulary
from bot.blockers import found_pointed
from bot.told import Told
from bot.world import Work
from handlers import taps
from handlers.door import Door
from handlers.knock import Knock
from handlers.taps import Act, Lands, does
from handlers.views import vocabulary as views

Verb = Callable[[Work], Told]


async def words(door: Door, knock: Knock, text: str) -> Verb:
    return lambda work: vocabulary.listed(
        work, knock.channel, person=knock.person, in_dm=knock.in_dm
    )


async def reaction(door: Door, knock: Knock, text: str) -> Verb:
    """Alone it shows which one marks a wait here."""
    if not text.strip():
        return lambda work: found_pointed.signal_in(work, knock.channel, by=knock.person)
    return lambda work: found_pointed.set_signal(work, knock.channel, text, by=knock.person)


TAPS: Mapping[str, Act] = {
    views.REMOVE: does(
        lambda work, tap: vocabulary.unlearn(work, tap.value, by=tap.by), Lands.BESIDE
    ),
}


def register(app: AsyncApp, door: Door) -> None:
    taps.listen(app, door, TAPS)
