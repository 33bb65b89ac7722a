"""Clicks on the buttons of rhythms: each is one verb, answered beside the button."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot import rhythms
from bot.errors import Refusal
from bot.features import FEATURES
from bot.ids import ChannelId, PersonId
from bot.rhythms import Feature
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.home import show_home
from handlers.knock import Knock, of_click
from handlers.rhythms.channel import meet_channel
from handlers.rhythms.forms import open_settings
from handlers.views import notices
from handlers.views import rhythms as views
from handlers.views.blockers import part_of, read_value, verb_of
from handlers.views.kit import Answer

Body = dict[str, Any]
Verb = Callable[[Work], Told]
Value = Mapping[str, Any]

_OF_A_FEATURE: Mapping[str, Callable[..., Told]] = {
    "propose": rhythms.propose,
    "start": rhythms.start,
    "stop": rhythms.stop,
    "take_part": rhythms.take_part,
    "not_me": rhythms.not_me,
    "ask": rhythms.ask_for_permission,
    "allow": rhythms.allow,
}
_MEETS_THE_CHANNEL = ("propose", "start")


def register(app: AsyncApp, door: Door) -> None:
    @app.action(re.compile(r"^rhythms\."))
    async def clicked(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        knock, action = of_click(body, workspace=door.workspace), body["actions"][0]
        name = verb_of(action["action_id"]).removeprefix("rhythms.")
        value = _value(action)
        value = {**value, "channel": value.get("channel") or knock.channel}
        channel = ChannelId(value["channel"])
        if name == "settings":
            at_home = (body.get("view") or {}).get("type") == "home"
            await open_settings(door, knock, channel, at_home=at_home)
        elif name != "without":
            verb = await _verb(door, knock, body, name, value)
            answer = await _answered(door, knock, body, verb)
            door.afterwards.do(_tell(door, body, respond, answer, knock))
        await ack()


async def _answered(door: Door, knock: Knock, body: Body, verb: Verb) -> Answer:
    """On the Home tab and in a form a refusal has nowhere to stand but where the answer would."""
    try:
        return views.answer(await door.answer(knock, verb), for_=knock.person)
    except Refusal as refusal:
        if "view" not in body:
            raise
        return notices.refusal(refusal.sentence)


async def _verb(door: Door, knock: Knock, body: Body, name: str, value: Value) -> Verb:
    channel = ChannelId(value["channel"])
    if name in _MEETS_THE_CHANNEL:
        await meet_channel(door, knock, channel)
    chosen = PersonId(str(value.get("chosen") or ""))
    if chosen:
        await door.directory.acquaint([chosen])
    if name == "keeper":
        return lambda work: rhythms.hand_over(work, channel, knock.person, chosen)
    feature = FEATURES[str(value.get("feature"))]
    return _of_a_feature(name, feature, channel, knock, value, _left_out(body))


def _of_a_feature(
    name: str,
    feature: Feature,
    channel: ChannelId,
    knock: Knock,
    value: Value,
    without: frozenset[PersonId],
) -> Verb:
    """What only some of them take is in the value, or was chosen beside the button."""
    more: dict[str, Any] = {}
    if name == "start":
        more["without"] = without
    elif name == "ask":
        more["to"] = value["chosen"]
    elif name == "allow":
        more["asker"] = value["asker"]
    return lambda work: _OF_A_FEATURE[name](work, feature, channel, knock.person, **more)


def _value(action: Body) -> Value:
    """Of a button; or of a choice, whose part names the channel and the feature."""
    chosen = action.get("selected_user")
    if not chosen:
        return read_value(action.get("value"))
    channel, _, feature = part_of(action["action_id"]).partition(".")
    return {"channel": channel, "feature": feature, "chosen": chosen}


def _left_out(body: Body) -> frozenset[PersonId]:
    state = body.get("state") or (body.get("view") or {}).get("state") or {}
    fields = (state.get("values") or {}).values()
    found = [field.get(views.actions.WITHOUT) or {} for field in fields]
    return frozenset(PersonId(one) for held in found for one in held.get("selected_users") or ())


async def _tell(
    door: Door, body: Body, respond: AsyncRespond, answer: Answer, knock: Knock
) -> None:
    """In place of our words to that person, or beside; over the Home tab, which changes too."""
    if "view" in body:
        await _tell_in_view(door, body["view"], answer, knock)
        return
    ours_alone = bool((body.get("container") or {}).get("is_ephemeral"))
    await respond(**answer, response_type="ephemeral", replace_original=ours_alone)


async def _tell_in_view(door: Door, view: Body, answer: Answer, knock: Knock) -> None:
    shown = views.confirmed(answer["blocks"])
    if view["type"] == "home":
        await door.client.views_open(trigger_id=knock.trigger, view=shown)
    else:
        await door.client.views_update(view_id=view["id"], view=shown)
    await show_home(door, knock.person)
