"""Answers to the questions about old and silent waits, each given by one tap."""

import re
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.blockers import silence
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.knock import of_click
from handlers.views import blockers as views

Body = dict[str, Any]


def register(app: AsyncApp, door: Door) -> None:
    @app.action(re.compile(r"^silence\.goes_on"))
    async def goes_on(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        knock = of_click(body, workspace=door.workspace)
        value = views.read_value(body["actions"][0].get("value"))

        def verb(work: Work) -> Told:
            return silence.still_waiting(work, value["blocker"], by=knock.person)

        told = await door.answer(knock, verb)
        door.afterwards.do(_tell(respond, told, knock.person))
        await ack()

    @app.action(re.compile(r"^silence\.bring"))
    async def brought(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        knock = of_click(body, workspace=door.workspace)
        blocker, to = _chosen(body["actions"][0])
        await door.directory.acquaint([to])

        def verb(work: Work) -> Told:
            return silence.bring(work, blocker, to, by=knock.person)

        told = await door.answer(knock, verb)
        door.afterwards.do(_tell(respond, told, knock.person))
        await ack()


def _chosen(action: Body) -> tuple[Any, Any]:
    """Which blocker to whom: of a button its value, of a choice its part and the person."""
    value = views.read_value(action.get("value"))
    if "to" in value:
        return value["blocker"], value["to"]
    return views.part_of(action["action_id"]), action["selected_user"]


async def _tell(respond: AsyncRespond, told: Told, person: str) -> None:
    answer = views.answer(told, for_=person)
    await respond(**answer, response_type="ephemeral", replace_original=False)
