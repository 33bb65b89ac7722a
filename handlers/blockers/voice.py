"""Taps of the fair voice: each is one verb; what needs words opens a form and comes back."""

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot import blockers
from bot.ids import ChannelId, PersonId
from bot.told import Told
from bot.world import Work
from handlers.blockers.clicks import chosen_in, tell, where_it_stands
from handlers.blockers.forms import open_view
from handlers.door import Door
from handlers.knock import Knock, of_click, of_submission
from handlers.views import blockers as views
from handlers.views.blockers import fair, voice_forms

Body = dict[str, Any]
Value = dict[str, Any]
Verb = Callable[[Work], Told]

_ANSWERS: Mapping[str, Callable[..., Told]] = {
    "on_it": blockers.on_it,
    "in_queue": blockers.in_queue,
}
_TAPS: Mapping[str, Callable[..., Told]] = {
    fair.PUT: blockers.put_to,
    fair.TALK: blockers.talk,
    fair.UNMERGE: blockers.unmerge,
    fair.CLEAR: blockers.clear,
}

_WITH_A_FORM = {"info": fair.INFO, "not_mine": fair.NOT_MINE}  # chosen among all the answers
_FORMS = (fair.INFO, fair.NOT_MINE, fair.GIVE)


def register(app: AsyncApp, door: Door) -> None:
    @app.action(re.compile(r"^voice\."))
    async def answered(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        knock = of_click(body, workspace=door.workspace)
        action = body["actions"][0]
        value = _value(action)
        name = _WITH_A_FORM.get(value.get("chosen", ""), views.verb_of(action["action_id"]))
        if name in _FORMS:
            await _open(door, knock, name, value)
        else:
            verb = where_it_stands(_meant(name, value, knock), value, knock)
            told = await door.answer(knock, verb)
            door.afterwards.do(tell(door, body, respond, told, knock))
        await ack()

    @app.view(voice_forms.NEED_INFO)
    async def asked(ack: AsyncAck, body: Body) -> None:
        await _submitted(door, ack, body, _asks)

    @app.view(voice_forms.WHOSE)
    async def passed_on(ack: AsyncAck, body: Body) -> None:
        named = voice_forms.said_in(body["view"]["state"]["values"], voice_forms.PERSON)
        await door.directory.acquaint([named] if named else [])
        await _submitted(door, ack, body, _passes_on)

    @app.view(voice_forms.GIVE_INFO)
    async def given(ack: AsyncAck, body: Body) -> None:
        await _submitted(door, ack, body, _gives)


def _value(action: Body) -> Value:
    return chosen_in(action) or views.read_value(action.get("value"))


def _meant(name: str, value: Value, knock: Knock) -> Verb:
    blocker, by = value["blocker"], knock.person
    if name in _TAPS:
        return lambda work: _TAPS[name](work, blocker, by=by)
    if name == fair.MERGE:
        return lambda work: blockers.merge(work, blocker, value["other"], by=by)
    if name == fair.PUT_TO_PERSON:
        person = PersonId(value["person"])
        return lambda work: blockers.put_to_person(work, blocker, person, by=by)
    said, _, when = value["chosen"].partition(" ")
    return lambda work: _ANSWERS[said](work, blocker, when, by=by, place=knock.channel)


async def _open(door: Door, knock: Knock, name: str, value: Value) -> None:
    """Only for whoever may answer; raises Refusal for anybody else."""

    def about(work: Work) -> Told:
        if name == fair.GIVE:
            return blockers.shown(work, value["blocker"], person=knock.person)
        return blockers.asked_card(work, value["blocker"], by=knock.person, place=knock.channel)

    card = (await door.look(knock, about)).card
    if card is None:
        return
    channel = knock.channel
    if name == fair.INFO:
        view = voice_forms.need_info(card, channel=channel)
    elif name == fair.NOT_MINE:
        view = voice_forms.whose(card, channel=channel)
    else:
        view = voice_forms.give_info(card, channel=channel, to=value.get("to", ""))
    await open_view(door, knock, view)


Says = Callable[[Value, Mapping[str, Any], Knock], Verb]


async def _submitted(door: Door, ack: AsyncAck, body: Body, says: Says) -> None:
    view = body["view"]
    ids = views.read_value(view["private_metadata"])
    knock = of_submission(body, workspace=door.workspace, channel=ChannelId(ids.get("channel", "")))
    verb = says(ids, view["state"]["values"], knock)
    told = await door.answer(knock, verb)
    await ack(response_action="update", view=views.confirmed(told, for_=knock.person))


def _asks(ids: Value, state: Mapping[str, Any], knock: Knock) -> Verb:
    question = _words(state)
    return lambda work: blockers.need_info(
        work, ids["blocker"], question, by=knock.person, place=knock.channel
    )


def _gives(ids: Value, state: Mapping[str, Any], knock: Knock) -> Verb:
    words = _words(state)
    to = PersonId(ids["to"])
    return lambda work: blockers.give_info(work, ids["blocker"], words, to=to, by=knock.person)


def _words(state: Mapping[str, Any]) -> str:
    """What was typed, as Slack writes words: with its three escapes."""
    return escape(voice_forms.said_in(state, voice_forms.SAID) or "", quote=False)


def _passes_on(ids: Value, state: Mapping[str, Any], knock: Knock) -> Verb:
    person = voice_forms.said_in(state, voice_forms.PERSON)
    function = voice_forms.said_in(state, voice_forms.FUNCTION)
    return lambda work: blockers.not_mine(
        work,
        ids["blocker"],
        by=knock.person,
        place=knock.channel,
        person=None if person is None else PersonId(person),
        function=function,
    )
