"""Answers where nobody waits at the door: what was said to us is answered by a letter."""

from collections.abc import Callable

from bot import answers
from bot.errors import Refusal
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.knock import Knock

Verb = Callable[[Work], Told]


async def answer_by_letter(door: Door, knock: Knock, verb: Verb) -> None:
    """A refusal is said in the same way."""
    try:
        await door.answer(knock, and_say(verb, knock))
    except Refusal as refusal:
        sentence = refusal.sentence
        await door.answer(knock, and_say(lambda work: answers.refused(sentence), knock))


def and_say(verb: Verb, knock: Knock) -> Verb:
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
