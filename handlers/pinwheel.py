"""`/pinwheel`, mentions of the bot and DMs to it: other ways to say the same things."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot import answers
from bot.errors import Refusal
from bot.told import Told
from bot.world import Work
from handlers import blockers, owners, pairs, profiles, reviews, rhythms, standups, vocabulary
from handlers.door import Door
from handlers.files import SentFile, files_in
from handlers.knock import Knock, of_command, of_event
from handlers.profiles import calendar_file
from handlers.said import answer_by_letter, answer_of
from handlers.views import pinwheel as views
from handlers.views.kit import Answer

Body = dict[str, Any]
Verb = Callable[[Work], Told]


@dataclass(frozen=True, slots=True)
class Word:
    """How a feature understands what follows its word."""

    mean: Callable[[Door, Knock, str], Awaitable[Verb]]
    # The verb: told at once to a command, by letter to what was said to us. May raise Refusal.
    answer: Callable[[Door, Knock, str], Awaitable[Answer | None]] | None = None
    # To a command in another way, where it can open a form: None when it did.


WORDS: Mapping[str, Word] = {
    "blocked": Word(blockers.meant, blockers.answer_line),
    "standup": Word(standups.meant, standups.answer_line),
    "review": Word(reviews.meant, reviews.answer_line),
    "me": Word(profiles.meant, profiles.answer_line),
    "team": Word(rhythms.team),
    "keeper": Word(rhythms.keeper),
    "owner": Word(owners.mean_owner, owners.on_owner),
    "owners": Word(owners.mean_owners),
    "pair": Word(pairs.meant),
    "queue": Word(owners.mean_queue),
    "settings": Word(rhythms.settings, rhythms.answer_settings),
    "words": Word(vocabulary.words),
    "reaction": Word(vocabulary.reaction),
}
_WORDS = re.compile(r"\s*/?(\w*)\s*(.*)", re.DOTALL)
_ALONE = "team"  # what the command says without a word
_HELP = frozenset({"", "help", "hi", "hello"})


def register(app: AsyncApp, door: Door) -> None:
    @app.command("/pinwheel")
    async def pinwheel(ack: AsyncAck, body: Body) -> None:
        text = body.get("text") or ""
        answer = await _answer(door, of_command(body), text)
        await ack(**answer) if answer else await ack()

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
            files = files_in(event)
            await _answer_by_letter(door, of_event(body), event.get("text", ""), files)


async def _answer(door: Door, knock: Knock, text: str) -> Answer | None:
    word, rest = _split(text if text.strip() else _ALONE)
    if word in WORDS:
        return await _answer_word(door, knock, WORDS[word], rest)
    return views.usage() if word in _HELP else views.not_understood(text)


async def _answer_word(door: Door, knock: Knock, word: Word, rest: str) -> Answer | None:
    if word.answer is not None:
        return await word.answer(door, knock, rest)
    told = await door.answer(knock, await word.mean(door, knock, rest))
    return await answer_of(door, knock, told)


async def _answer_by_letter(
    door: Door, knock: Knock, text: str, files: Sequence[SentFile] = ()
) -> None:
    """Nobody waits for an answer to an event: it goes to the person as a letter."""
    await door.directory.meet(knock.person, knock.channel, in_dm=knock.in_dm)
    try:
        verb = await _meant(door, knock, text, files)
    except Refusal as refusal:
        sentence = refusal.sentence
        await answer_by_letter(door, knock, lambda work: answers.refused(sentence))
        return
    await answer_by_letter(door, knock, verb)


async def _meant(door: Door, knock: Knock, text: str, files: Sequence[SentFile]) -> Verb:
    if calendar_file.are_meant(text, files):
        return await calendar_file.meant(door, knock, files)
    word, rest = _split(text)
    if word in WORDS:
        return await WORDS[word].mean(door, knock, rest)
    if text.strip().lower() not in _HELP:
        answer = await _words_meant(door, knock, text)
        if answer is not None:
            return answer
    return lambda work: answers.usage(understood=word in _HELP)


async def _words_meant(door: Door, knock: Knock, text: str) -> Verb | None:
    """Words that are no command: an answer to an open question of ours, else waits in them."""
    answer = await standups.words_meant(door, knock, text) if knock.in_dm else None
    return answer or await blockers.words_meant(door, knock, text)


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
