"""Taps about owners: yes, no, mute, hand over; and the form that asks somebody."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot import blockers, owners
from bot.ids import ChannelId
from bot.told import Told
from bot.world import Work
from handlers.blockers.forms import open_view
from handlers.door import Door
from handlers.knock import Knock, of_click, of_submission
from handlers.owners.words import verb_of, with_queue
from handlers.views import blockers as blocker_views
from handlers.views import kit
from handlers.views import owners as views
from handlers.views.blockers import read_value
from handlers.views.blockers import verb_of as name_of
from handlers.views.owners import phrases

Body = dict[str, Any]
Value = Mapping[str, Any]
Verb = Callable[[Work], Told]


def register(app: AsyncApp, door: Door) -> None:
    @app.action(re.compile(r"^owners\."))
    async def tapped(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        knock = of_click(body, workspace=door.workspace)
        action = body["actions"][0]
        name, value = name_of(action["action_id"]), read_value(action.get("value"))
        if name == phrases.ADD:
            view = views.form(function=value.get("function"), channel=knock.channel)
            await open_view(door, knock, view)
        elif name == phrases.QUEUE:
            told = await door.look(knock, lambda work: _queue(work, knock))
            door.afterwards.do(_tell(respond, told, knock))
        else:
            told = await door.answer(knock, _meant(name, value, knock))
            door.afterwards.do(_tell(respond, told, knock))
        await ack()

    @app.view(views.ASK)
    async def asked(ack: AsyncAck, body: Body) -> None:
        await _submitted(door, ack, body)


def _meant(name: str, value: Value, knock: Knock) -> Verb:
    function, by = str(value.get("function")), knock.person
    if name in (phrases.YES, phrases.NO):
        at, yes = str(value.get("at")), name == phrases.YES
        return lambda work: with_queue(
            work, owners.answer(work, function, at, yes=yes, by=by), knock
        )
    return lambda work: owners.mute(work, function, quiet=name == phrases.MUTE, by=by)


def _queue(work: Work, knock: Knock) -> Told:
    return blockers.listed(work, "queue", person=knock.person, channel=knock.channel)


async def _submitted(door: Door, ack: AsyncAck, body: Body) -> None:
    view = body["view"]
    ids = read_value(view["private_metadata"])
    knock = of_submission(body, workspace=door.workspace, channel=ChannelId(ids.get("channel", "")))
    line = views.read_form(view["state"]["values"])
    if line.target is None:
        wrong = {"person": "Please choose a person, or a channel below."}
        await ack(response_action="errors", errors=wrong)
        return
    told = await door.answer(knock, await verb_of(door, knock, line))
    answer = views.answer(told, for_=knock.person)
    done = kit.modal("Who answers for it?", answer["blocks"], callback=views.ASK, close="Done")
    await ack(response_action="update", view=done)


async def _tell(respond: AsyncRespond, told: Told, knock: Knock) -> None:
    show = views.answer if told.what.startswith("owners.") else blocker_views.answer
    answer = show(told, for_=knock.person)
    await respond(**answer, response_type="ephemeral", replace_original=False)
