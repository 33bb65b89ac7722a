"""Waits found in what was said to us: read here, before the writer; then a tap of their author."""

import asyncio
import re
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot import vocabulary
from bot.blockers import Hearing, Wait, found_elsewhere, found_pointed
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.knock import Knock, of_click
from handlers.views import blockers as views
from handlers.views.blockers import found as found_views

Body = dict[str, Any]
Verb = Callable[[Work], Told]
_SUGGESTED = ("suggested_track", "suggested_clock", "suggested_none")


async def words_meant(door: Door, knock: Knock, words: str) -> Verb | None:
    """Of free words said to us: the waits in them, if there are any."""
    waits = await waits_in(door, knock, words)
    if not waits:
        return None
    return lambda work: found_elsewhere.find(
        work, waits, person=knock.person, channel=knock.channel, in_dm=knock.in_dm
    )


async def waits_in(door: Door, knock: Knock, words: str) -> tuple[Wait, ...]:
    hearing = await hearing_of(door, knock)
    return await asyncio.to_thread(found_elsewhere.waits_of, words, hearing)


async def hearing_of(door: Door, knock: Knock) -> Hearing:
    """How this person's words are read where they were said."""
    names, learnt = await door.look(
        knock,
        lambda work: vocabulary.known_here(work, knock.channel, knock.person, in_dm=knock.in_dm),
    )
    return Hearing(names, door.house.world.now(), door.directory.zone(knock.person), learnt)


def register(app: AsyncApp, door: Door) -> None:
    @app.action(re.compile(r"^found\."))
    async def clicked(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        knock, action = of_click(body, workspace=door.workspace), body["actions"][0]
        how = views.verb_of(action["action_id"]).removeprefix("found.")
        verb = await _meant(door, knock, how, action)
        told = await door.answer(knock, verb)
        door.directory.forget_taught()
        door.afterwards.do(_in_place(respond, told))
        await ack()


async def _meant(door: Door, knock: Knock, how: str, action: Mapping[str, Any]) -> Verb:
    if how in _SUGGESTED:
        suggestion = views.read_value(action.get("value")).get("suggestion", "")
        return await _on_suggestion(door, knock, how.removeprefix("suggested_"), suggestion)
    said = found_views.read_action(action)
    return lambda work: found_elsewhere.judge(work, said, how, by=knock.person)


async def _on_suggestion(door: Door, knock: Knock, how: str, suggestion: str) -> Verb:
    """The waits of the message; where none is found, all of it is one, for its author says so."""
    found = await door.look(
        knock, lambda work: found_pointed.suggested_words(work, suggestion, by=knock.person)
    )
    waits: tuple[Wait, ...] = ()
    if found is not None and how != "none":
        there = Knock(knock.key, knock.person, found.channel, found.channel.startswith("D"))
        hearing = await hearing_of(door, there)
        waits = await asyncio.to_thread(found_elsewhere.waits_of, found.words, hearing)
        waits = waits or (found_elsewhere.taken_as_one(found.words, hearing),)
    return lambda work: found_pointed.decide(work, suggestion, how, waits, by=knock.person)


async def _in_place(respond: AsyncRespond, told: Told) -> None:
    """In place of our words, which only this person reads."""
    await respond(**found_views.answer(told), response_type="ephemeral", replace_original=True)
