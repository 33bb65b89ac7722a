"""What a verb told, said: at once to whoever waits at the door, by letter where nobody does."""

from collections.abc import Callable

from bot import answers
from bot.composers import VALUES
from bot.errors import Refusal
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.knock import Knock
from handlers.views import answers as views
from handlers.views.kit import Answer, View

Verb = Callable[[Work], Told]


async def answer_of(door: Door, knock: Knock, told: Told) -> Answer:
    """As this person reads it now."""
    return views.answer(told, for_=knock.person, value=await _value(door, knock, told))


async def form_after(door: Door, knock: Knock, told: Told) -> View:
    """The same in the form that was sent, or in which something was tapped."""
    return views.in_form(told, for_=knock.person, value=await _value(door, knock, told))


async def _value(door: Door, knock: Knock, told: Told) -> object:
    find = VALUES.get(views.feature_of(told))
    if find is None:
        return None
    return await door.look(knock, lambda work: find(work, told, knock.person))


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
