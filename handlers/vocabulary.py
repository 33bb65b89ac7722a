"""`/pinwheel words` and `/pinwheel reaction`: what a team taught us, and how it points at waits."""

from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot import vocabulary
from bot.blockers import found_pointed
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.knock import Knock, of_click
from handlers.views import vocabulary as views
from handlers.views.kit import Answer

Body = dict[str, Any]
Verb = Callable[[Work], Told]
Means = Callable[[Door, Knock, str], Awaitable[Verb]]


def answer_by(means: Means) -> Callable[[Door, Knock, str], Awaitable[Answer]]:
    """The same line, answered in the acknowledgement of a command."""

    async def answer(door: Door, knock: Knock, text: str) -> Answer:
        return views.answer(await door.answer(knock, await means(door, knock, text)))

    return answer


async def words(door: Door, knock: Knock, text: str) -> Verb:
    return lambda work: vocabulary.listed(
        work, knock.channel, person=knock.person, in_dm=knock.in_dm
    )


async def reaction(door: Door, knock: Knock, text: str) -> Verb:
    """Alone it shows which one marks a wait here."""
    if not text.strip():
        return lambda work: found_pointed.signal_in(work, knock.channel, by=knock.person)
    return lambda work: found_pointed.set_signal(work, knock.channel, text, by=knock.person)


def register(app: AsyncApp, door: Door) -> None:
    @app.action(views.REMOVE_PATTERN)
    async def removed(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        knock = of_click(body, workspace=door.workspace)
        row = views.read_value(body["actions"][0].get("value"))
        told = await door.answer(knock, lambda work: vocabulary.unlearn(work, row, by=knock.person))
        door.directory.forget_taught()
        door.afterwards.do(_whisper(respond, views.answer(told)))
        await ack()


async def _whisper(respond: AsyncRespond, answer: Answer) -> None:
    await respond(**answer, response_type="ephemeral", replace_original=False)
