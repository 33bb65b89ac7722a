"""Clicks on the buttons of standups: each is one verb, answered where the click came from."""

import asyncio
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot import standups, vocabulary
from bot.blockers import Hearing
from bot.ids import BlockerId
from bot.standups import Given
from bot.told import Told
from bot.vocabulary import Learnt
from bot.world import Work
from handlers.door import Door
from handlers.knock import Knock, of_click
from handlers.standups.answer import answer_of
from handlers.standups.forms import OpenedTooLate, open_form
from handlers.views import standups as views
from handlers.views.kit import Answer

Body = dict[str, Any]
Value = Mapping[str, str]
Verb = Callable[[Work, Value, Knock], Told]
_BY_LETTER = ("post", "drop")  # they redraw the preview, where it is a message
_JUDGED = ("track", "ask", "clock", "no_blocker", "another")
_IN_PLACE = ("count_for", *_JUDGED)


def register(app: AsyncApp, door: Door) -> None:
    @app.action(re.compile(r"^standups\."))
    async def clicked(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        knock, action = of_click(body, workspace=door.workspace), body["actions"][0]
        name = views.actions.verb_of(action["action_id"])
        value = views.actions.value_of(action)
        if name == "form":
            await _open(door, knock, value, respond)
        elif name == "post":
            told = await _post(door, knock, value)
            door.afterwards.do(_tell(door, body, respond, told, knock))
        elif name in _VERBS:
            told = await door.answer(knock, lambda work: _VERBS[name](work, value, knock))
            door.directory.forget_taught()
            door.afterwards.do(_tell(door, body, respond, told, knock))
        await ack()


async def _open(door: Door, knock: Knock, value: Value, respond: AsyncRespond) -> None:
    try:
        await open_form(door, knock, value)
    except OpenedTooLate:
        told = Told("standup.which", None, {"channel": knock.channel})
        again = await answer_of(door, knock, told)
        door.afterwards.do(_whisper(respond, again))


async def _whisper(respond: AsyncRespond, answer: Answer) -> None:
    await respond(**answer, response_type="ephemeral", replace_original=False)


async def _post(door: Door, knock: Knock, value: Value) -> Told:
    """The draft's waits are read here, before the writer; what changed meanwhile is shown first."""
    words, names, learnt = await door.look(knock, lambda work: _draft_words(work, value, knock))
    now, zone = door.house.world.now(), door.directory.zone(knock.person)
    waits = await asyncio.to_thread(
        standups.waits_of,
        (Given("said", "", words),),
        (),
        Hearing(names, now, zone, learnt),
    )

    def verb(work: Work) -> Told:
        team = standups.known_team(work, value.get("team", ""))
        pieces = int(value.get("pieces", "0"))
        return standups.post_to(
            work, value.get("draft", ""), team, waits, pieces=pieces, by=knock.person
        )

    return await door.answer(knock, verb)


def _draft_words(work: Work, value: Value, knock: Knock) -> tuple[str, Mapping[str, str], Learnt]:
    team = standups.known_team(work, value.get("team", ""))
    words = standups.words_of_draft(work, value.get("draft", ""), by=knock.person)
    return words, *vocabulary.known_here(work, team.channel, knock.person)


async def _tell(door: Door, body: Body, respond: AsyncRespond, told: Told, knock: Knock) -> None:
    """In the form, in place of our words to that person, or beside the button."""
    name = views.actions.verb_of(body["actions"][0]["action_id"])
    if "view" in body:
        value = await door.look(knock, lambda work: standups.value_of(work, told, knock.person))
        await door.client.views_update(view_id=body["view"]["id"], view=views.confirmed(value))
        return
    alone = bool((body.get("container") or {}).get("is_ephemeral"))
    if name in _BY_LETTER and not alone:
        return
    answer = await answer_of(door, knock, told)
    replace = alone or name in _IN_PLACE
    await respond(**answer, response_type="ephemeral", replace_original=replace)


def _same(work: Work, value: Value, knock: Knock) -> Told:
    team = standups.known_team(work, value["team"])
    return standups.same_again(work, team, date.fromisoformat(value["date"]), by=knock.person)


def _skip(work: Work, value: Value, knock: Knock) -> Told:
    team = standups.known_team(work, value["team"])
    return standups.skip(work, team, date.fromisoformat(value["date"]), by=knock.person)


def _count_for(work: Work, value: Value, knock: Knock) -> Told:
    team = standups.known_team(work, value["team"])
    day, other = (date.fromisoformat(value[name]) for name in ("date", "other"))
    return standups.count_for(work, team, day, other, by=knock.person)


def _judge(how: str) -> Verb:
    def verb(work: Work, value: Value, knock: Knock) -> Told:
        team = standups.known_team(work, value["team"])
        day, blocker = date.fromisoformat(value["date"]), BlockerId(value["blocker"])
        chosen = {"function": value.get("function"), "person": value.get("person")}
        return standups.judge(work, team.id, day, blocker, how, by=knock.person, **chosen)

    return verb


_VERBS: Mapping[str, Verb] = {
    "same": _same,
    "skip": _skip,
    "count_for": _count_for,
    "drop": lambda work, value, knock: standups.drop(work, value["draft"], by=knock.person),
    "back": lambda work, value, knock: standups.off_until(
        work, standups.teams_of_person(work, knock.person), None, by=knock.person
    ),
    **{how: _judge(how) for how in _JUDGED},
}
