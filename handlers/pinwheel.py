"""`/pinwheel`, mentions of the bot and DMs to it: other ways to say the same things."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot import answers, blockers
from bot.errors import Refusal
from bot.told import Told
from bot.world import Work
from handlers.blockers import answer_line
from handlers.blockers.hear import understand
from handlers.door import Door
from handlers.knock import Knock, of_command, of_event
from handlers.views import pinwheel as views

Body = dict[str, Any]

_WORDS = re.compile(r"\s*/?(\w*)\s*(.*)", re.DOTALL)
_HELP = frozenset({"", "help", "hi", "hello"})


def register(app: AsyncApp, door: Door) -> None:
    @app.command("/pinwheel")
    async def pinwheel(ack: AsyncAck, body: Body) -> None:
        word, rest = _split(body.get("text") or "")
        if word == "blocked":
            answer = await answer_line(door, of_command(body), rest)
            await ack(**answer) if answer else await ack()
        elif word in _HELP:
            await ack(**views.usage())
        else:
            await ack(**views.not_understood(body.get("text") or ""))

    @app.event("app_mention")
    async def mentioned(body: Body) -> None:
        event = body["event"]
        if "bot_id" not in event:
            text = _without_us(event.get("text", ""), door.bot_user)
            await _answer_by_letter(door, of_event(body), text)

    @app.event("message")
    async def written(body: Body) -> None:
        event = body["event"]
        if event.get("channel_type") == "im" and _is_said(event):
            await _answer_by_letter(door, of_event(body), event.get("text", ""))


async def _answer_by_letter(door: Door, knock: Knock, text: str) -> None:
    """Nobody waits for an answer to an event: it goes to the person as a letter."""
    await door.directory.meet(knock.person, knock.channel, in_dm=knock.in_dm)
    try:
        verb = await _meant(door, knock, text)
        await door.answer(knock, _and_say(verb, knock))
    except Refusal as refusal:
        sentence = refusal.sentence
        await door.answer(knock, _and_say(lambda work: answers.refused(sentence), knock))


async def _meant(door: Door, knock: Knock, text: str) -> Callable[[Work], Told]:
    word, rest = _split(text)
    if word != "blocked":
        return lambda work: answers.usage(understood=word in _HELP)
    heard = await understand(door, knock, rest)
    if heard.form is not None:
        form = heard.form
        return lambda work: answers.form_offered(blockers.ids_of(form(work)))
    return heard.verb or heard.look or (lambda work: answers.usage(understood=True))


def _and_say(verb: Callable[[Work], Told], knock: Knock) -> Callable[[Work], Told]:
    """In a channel only that person sees it, in the thread where they spoke."""

    def said(work: Work) -> Told:
        told = verb(work)
        answers.send(
            work,
            told,
            to=knock.person if knock.in_dm else knock.channel,
            person=knock.person,
            in_channel=not knock.in_dm,
            thread=knock.thread,
        )
        return told

    return said


def _split(text: str) -> tuple[str, str]:
    """The first word, small and without a slash; and all that follows it."""
    found = _WORDS.match(text)
    if found is None:
        return "", text
    return found[1].lower(), found[2]


def _without_us(text: str, bot_user: str) -> str:
    """The words without the mention that called us, wherever it stood."""
    ours = re.compile(rf"<@{re.escape(bot_user)}(?:\|[^>]*)?>")
    return ours.sub("", text, count=1).strip()


def _is_said(event: Mapping[str, Any]) -> bool:
    """By a person, just now; not an edit, a join, a bot."""
    return not event.get("bot_id") and event.get("subtype") in (None, "file_share")
