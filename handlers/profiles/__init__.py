"""`/pinwheel me` at the door: when somebody works, and what may reach them."""

from collections.abc import Callable, Mapping

from slack_bolt.async_app import AsyncApp

from bot import me
from bot.errors import Refusal
from bot.told import Told
from bot.world import Work
from handlers import taps
from handlers.door import Door
from handlers.forms import Errors, Submission, Takes, opened, take_forms
from handlers.knock import Knock
from handlers.profiles import calendar_file
from handlers.said import answer_of
from handlers.taps import Act, Tap, opens
from handlers.views import profiles as views
from handlers.views.kit import Answer

Verb = Callable[[Work], Told]

_FORM = ("", "edit")
_ADDING = {"off": "more_off"}  # a line adds days off; the form says them all


async def answer_line(door: Door, knock: Knock, text: str) -> Answer | None:
    """What only the person who typed it sees; None when a form opened instead."""
    word, rest = _split(text)
    if word in _FORM:
        return await _open(door, knock)
    if word == "show":
        return await answer_of(door, knock, await door.look(knock, _shown(knock)))
    verb = await _saying(door, knock, word, rest)
    return (
        views.usage()
        if verb is None
        else await answer_of(door, knock, await door.answer(knock, verb))
    )


async def meant(door: Door, knock: Knock, text: str) -> Verb:
    """Said in words: the answer goes as a letter; the form needs a tap first."""
    word, rest = _split(text)
    if word in _FORM:
        return lambda work: Told("profile.form_offered")
    if word == "show":
        return _shown(knock)
    return await _saying(door, knock, word, rest) or (lambda work: Told("profile.usage"))


async def _submitted(door: Door, sent: Submission) -> Told | Errors:
    said = views.read_form(sent.values)
    try:
        said["off"] = await calendar_file.as_days(door, sent.knock, said["off"])
    except Refusal as refusal:
        return {"off": refusal.sentence}
    wrong = await door.look(sent.knock, lambda work: me.wrong(work, said, by=sent.by))
    if wrong:
        return views.form_errors(wrong)
    return await door.answer(sent.knock, lambda work: me.say(work, said, by=sent.by))


def _split(text: str) -> tuple[str, str]:
    word, _, rest = text.strip().partition(" ")
    return word.lower(), rest


def _shown(knock: Knock) -> Verb:
    return lambda work: me.shown(work, person=knock.person)


async def _saying(door: Door, knock: Knock, word: str, rest: str) -> Verb | None:
    """None for a word that says nothing about oneself. Raises Refusal."""
    if word not in me.fields():
        return None
    if word == "off":
        linked = await calendar_file.linked(door, knock, rest)
        if linked is not None:
            return linked
        rest = await calendar_file.as_days(door, knock, rest)
    empties = rest.strip().lower() == "none"
    name = word if empties else _ADDING.get(word, word)
    return lambda work: me.say(work, {name: rest}, by=knock.person)


async def _open(door: Door, knock: Knock) -> Answer | None:
    """The form; an offer to tap when Slack did not open it in time."""
    standing = await door.look(knock, lambda work: me.standing(work, knock.person))
    return None if await opened(door, knock, views.form(standing)) else views.form_offered()


async def _tapped(door: Door, tap: Tap) -> Answer | None:
    return await _open(door, tap.knock)


TAPS: Mapping[str, Act] = {views.OPEN: opens(_tapped), **calendar_file.TAPS}
FORMS: Mapping[str, Takes] = {views.SAVE: _submitted}


def register(app: AsyncApp, door: Door) -> None:
    taps.listen(app, door, TAPS)
    take_forms(app, door, FORMS)
