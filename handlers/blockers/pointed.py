"""Messages pointed at as a wait: by the message's menu, or by the reaction that a team chose."""

from collections.abc import Mapping
from typing import Any

import aiohttp
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.errors import SlackApiError

from bot.blockers import found_pointed
from bot.errors import NoWordsThere
from bot.ids import PersonId
from bot.told import Told
from bot.world import Work
from handlers.blockers.forms import empty_form, open_form
from handlers.blockers.found import Verb, words_meant
from handlers.blockers.wait import only_worded
from handlers.door import Door
from handlers.knock import Knock, of_reaction, of_shortcut
from handlers.said import answer_by_letter
from handlers.taps import whisper
from handlers.views.blockers import found as views
from handlers.views.kit import Answer

Body = dict[str, Any]
_UNREAD = (SlackApiError, aiohttp.ClientError, TimeoutError, OSError)


def register(app: AsyncApp, door: Door) -> None:
    @app.message_shortcut("track_as_blocker")
    async def pointed(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        knock = of_shortcut(body, workspace=door.workspace)
        answer = await _pointed(door, knock, body["message"])
        if answer is not None:
            door.afterwards.do(whisper(respond, answer))
        await ack()

    @app.event("reaction_added")
    async def reacted(body: Body) -> None:
        event = body["event"]
        if event.get("item", {}).get("type") == "message":
            await _reacted(door, of_reaction(body), event)


async def _pointed(door: Door, knock: Knock, message: Mapping[str, Any]) -> Answer | None:
    """None when a form opened: its author says that it is a wait, though none was found."""
    author, words = _said(message)
    await door.directory.meet(knock.person, knock.channel, in_dm=knock.in_dm)
    verb = await _verb(door, knock, author, words, str(message.get("ts", "")))
    if verb is not None:
        return views.answer(await door.answer(knock, verb))
    wait = await only_worded(door, knock, words)
    return await open_form(door, knock, empty_form(knock, wait))


async def _verb(door: Door, knock: Knock, author: PersonId, words: str, ts: str) -> Verb | None:
    """Of one's own message: the waits in it, None without any. Somebody else's: they are asked."""
    if author == knock.person:
        return await words_meant(door, knock, words)
    await door.directory.acquaint([author])
    return lambda work: found_pointed.suggest(
        work, words, author=author, channel=knock.channel, message=ts, by=knock.person
    )


async def _reacted(door: Door, knock: Knock, event: Mapping[str, Any]) -> None:
    signal = await door.look(knock, lambda work: found_pointed.signal_of(work, knock.channel))
    reaction, _, _ = str(event.get("reaction", "")).partition("::")
    author = PersonId(event.get("item_user") or "")
    if signal is None or reaction != signal or author in ("", door.bot_user):
        return
    ts = str(event["item"].get("ts", ""))
    words = await _words_at(door, knock, ts)
    verb = await _verb(door, knock, author, words, ts) if words else None
    await answer_by_letter(door, knock, verb or _ask_for_words(own=author == knock.person))


def _ask_for_words(*, own: bool) -> Verb:
    return lambda work: _unread(work, own=own)


def _unread(work: Work, *, own: bool) -> Told:
    return Told("found.unread", None, {"own": own})


async def _words_at(door: Door, knock: Knock, ts: str) -> str:
    """Of the one message that was pointed at; "" where we may not read it."""
    try:
        answer = await door.client.conversations_replies(channel=knock.channel, ts=ts, limit=1)
    except _UNREAD:
        return ""
    found = [one for one in answer.get("messages") or [] if one.get("ts") == ts]
    return str(found[0].get("text") or "") if found else ""


def _said(message: Mapping[str, Any]) -> tuple[PersonId, str]:
    """Raises NoWordsThere for what no person wrote."""
    author, words = message.get("user"), str(message.get("text") or "")
    if not author or message.get("bot_id") or not words.strip():
        raise NoWordsThere
    return PersonId(author), words
