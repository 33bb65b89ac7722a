"""Clicks on a blocker's buttons: each is one verb, answered beside the button after the commit."""

import re
from collections.abc import Callable
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot import blockers
from bot.blockers import FormPlace, Post, Wait
from bot.told import Told
from bot.world import Work
from handlers.blockers.forms import OpenedTooLate, empty_form, open_form
from handlers.door import Door
from handlers.knock import Knock, of_click
from handlers.views import blockers as views
from handlers.views import pinwheel
from handlers.views.kit import Answer

Body = dict[str, Any]
Value = dict[str, Any]
Verb = Callable[[Work], Told]
Meaning = Callable[[Value, Knock], Verb]


def _of_blocker(verb: Callable[..., Told], **fixed: Any) -> Meaning:
    return lambda value, knock: lambda work: verb(work, value["blocker"], by=knock.person, **fixed)


_VERBS: dict[str, Meaning] = {
    "quiet": _of_blocker(blockers.ask_quietly),
    "help": _of_blocker(blockers.offer_help),
    "take": _of_blocker(blockers.take),
    "takeover": _of_blocker(blockers.take, over=True),
    "resolve": _of_blocker(blockers.resolve),
    "reopen": _of_blocker(blockers.reopen),
    "function": lambda value, knock: (
        lambda work: blockers.correct(
            work, value["blocker"], by=knock.person, function=value["chosen"]
        )
    ),
    "owner": lambda value, knock: (
        lambda work: blockers.correct(
            work, value["blocker"], by=knock.person, owner=value["chosen"]
        )
    ),
    "undo": _of_blocker(blockers.undo),
    "send_again": lambda value, knock: (
        lambda work: blockers.send_again(
            work, value["blocker"], value.get("letter", ""), by=knock.person
        )
    ),
    "it_is_there": _of_blocker(blockers.it_is_there),
    "post": _of_blocker(blockers.widen, audience="channel"),
    "audience": lambda value, knock: (
        lambda work: blockers.widen(
            work, value["blocker"], audience=value["audience"], by=knock.person
        )
    ),
    "move": lambda value, knock: (
        lambda work: blockers.move(work, value["blocker"], value["team"], by=knock.person)
    ),
    "effort": lambda value, knock: (
        lambda work: blockers.note_effort(work, value["blocker"], value["effort"], by=knock.person)
    ),
    "ask_yes": lambda value, knock: (
        lambda work: blockers.answer_ask(work, value["ask"], "yes", by=knock.person)
    ),
    "ask_no": lambda value, knock: (
        lambda work: blockers.answer_ask(work, value["ask"], "no", by=knock.person)
    ),
}
_LOOKS: dict[str, Meaning] = {
    "show": lambda value, knock: (
        lambda work: blockers.shown(work, value["blocker"], person=knock.person)
    ),
    "page": lambda value, knock: (
        lambda work: blockers.listed(
            work,
            value["which"],
            person=knock.person,
            channel=value["channel"],
            page=int(value["page"]),
        )
    ),
}
_FORMS: dict[str, Callable[[Value, Knock], Callable[[Work], FormPlace]]] = {
    "edit": lambda value, knock: (
        lambda work: blockers.form_for(work, value["blocker"], person=knock.person)
    ),
    "open_form": lambda value, knock: empty_form(knock, _named(value)),
}


def register(app: AsyncApp, door: Door) -> None:
    @app.action(re.compile(r"^blockers\."))
    async def clicked(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        knock = of_click(body, workspace=door.workspace)
        action = body["actions"][0]
        name = views.verb_of(action["action_id"]).removeprefix("blockers.")
        value = chosen_in(action) or views.read_value(action.get("value"))
        if name in _FORMS:
            await _open(door, knock, _FORMS[name](value, knock), respond)
        elif name in _LOOKS:
            told = await door.look(knock, _LOOKS[name](value, knock))
            door.afterwards.do(tell(door, body, respond, told, knock))
        elif name in _VERBS:
            told = await door.answer(
                knock, where_it_stands(_VERBS[name](value, knock), value, knock)
            )
            door.afterwards.do(tell(door, body, respond, told, knock))
            door.directory.forget_taught()
        await ack()


def where_it_stands(verb: Verb, value: Value, knock: Knock) -> Verb:
    """A click shows us a message of which we may not have known whether it arrived."""
    blocker, ts = value.get("blocker"), knock.message
    if not blocker or ts is None or knock.in_dm:
        return verb

    def done(work: Work) -> Told:
        blockers.found_by_click(work, blocker, Post(knock.channel, ts))
        return verb(work)

    return done


async def _open(
    door: Door, knock: Knock, form: Callable[[Work], FormPlace], respond: AsyncRespond
) -> None:
    try:
        await open_form(door, knock, form)
    except OpenedTooLate as late:
        again = pinwheel.open_again(late.place)
        door.afterwards.do(_whisper(respond, again))


async def _whisper(respond: AsyncRespond, answer: Answer) -> None:
    await respond(**answer, response_type="ephemeral", replace_original=False)


def _named(value: Value) -> Wait:
    """What a line had named, when its form could not open at once."""
    return Wait(words="", function="", owner=value.get("owner"), user_group=value.get("group"))


def chosen_in(action: Body) -> Value:
    """Of a select; {} for a button."""
    chosen = action.get("selected_user") or (action.get("selected_option") or {}).get("value")
    if not chosen:
        return {}
    return {"blocker": views.part_of(action["action_id"]), "chosen": chosen}


async def tell(door: Door, body: Body, respond: AsyncRespond, told: Told, knock: Knock) -> None:
    """Where the click came from: in the form, in place of our words to that person, or beside."""
    if "view" in body:
        view = views.confirmed(told, for_=knock.person)
        await door.client.views_update(view_id=body["view"]["id"], view=view)
        return
    answer = views.answer(told, for_=knock.person)
    ours_alone = bool((body.get("container") or {}).get("is_ephemeral"))
    await respond(**answer, response_type="ephemeral", replace_original=ours_alone)
