"""Taps of the fair voice: each is one verb; what needs words opens a form and comes back."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from bot import blockers
from bot.ids import PersonId
from bot.told import Told
from bot.world import Work
from handlers.blockers.clicks import of_blocker, where_it_stands
from handlers.door import Door
from handlers.forms import Submission, Takes, open_small
from handlers.taps import Act, Lands, Tap, Verb, does, opens
from handlers.views.blockers import fair, voice_forms
from handlers.views.kit import View

_ANSWERS: Mapping[str, Callable[..., Told]] = {
    "on_it": blockers.on_it,
    "in_queue": blockers.in_queue,
}


def _say(work: Work, tap: Tap) -> Told:
    said, _, when = tap.value["chosen"].partition(" ")
    return _ANSWERS[said](work, tap.value["blocker"], when, by=tap.by, place=tap.knock.channel)


def _put_to_person(work: Work, tap: Tap) -> Told:
    person = PersonId(tap.value["person"])
    return blockers.put_to_person(work, tap.value["blocker"], person, by=tap.by)


async def _choose(door: Door, tap: Tap) -> None:
    """Among all the answers, two of which open a form."""
    await _WITH_A_FORM.get(tap.value["chosen"], _SAY)(door, tap)


def _asked(work: Work, tap: Tap) -> Told:
    """Only for whoever may answer; raises Refusal for anybody else."""
    return blockers.asked_card(work, tap.value["blocker"], by=tap.by, place=tap.knock.channel)


def _shown(work: Work, tap: Tap) -> Told:
    return blockers.shown(work, tap.value["blocker"], person=tap.by)


def _opens(about: Verb, form: Callable[..., View], *more: str) -> Act:
    async def opened(door: Door, tap: Tap) -> None:
        card = (await door.look(tap.knock, lambda work: about(work, tap))).card
        if card is not None:
            facts = {name: tap.value.get(name, "") for name in more}
            await open_small(door, tap.knock, form(card, channel=tap.knock.channel, **facts))

    return opens(opened)


def _does(verb: Callable[..., Told], *more: str) -> Act:
    return does(where_it_stands(of_blocker(verb, *more)))


_SAY = does(where_it_stands(_say))
_INFO = _opens(_asked, voice_forms.need_info)
_NOT_MINE = _opens(_asked, voice_forms.whose)
_WITH_A_FORM = {"info": _INFO, "not_mine": _NOT_MINE}
TAPS: Mapping[str, Act] = {
    fair.ON_IT_BY: _SAY,
    fair.IN_QUEUE: _SAY,
    fair.ANSWER: _choose,
    fair.INFO: _INFO,
    fair.NOT_MINE: _NOT_MINE,
    fair.GIVE: _opens(_shown, voice_forms.give_info, "to"),
    fair.PUT: _does(blockers.put_to),
    fair.TALK: _does(blockers.talk),
    fair.UNMERGE: _does(blockers.unmerge),
    fair.CLEAR: _does(blockers.clear),
    fair.MERGE: _does(blockers.merge, "other"),
    fair.PUT_TO_PERSON: does(where_it_stands(_put_to_person), Lands.SETTLES),
}


async def _ask(door: Door, sent: Submission) -> Told:
    question, place = _words(sent.values), sent.knock.channel
    return await door.answer(
        sent.knock,
        lambda work: blockers.need_info(
            work, sent.ids["blocker"], question, by=sent.by, place=place
        ),
    )


async def _give(door: Door, sent: Submission) -> Told:
    words, to = _words(sent.values), PersonId(sent.ids["to"])
    return await door.answer(
        sent.knock,
        lambda work: blockers.give_info(work, sent.ids["blocker"], words, to=to, by=sent.by),
    )


async def _pass_on(door: Door, sent: Submission) -> Told:
    person = voice_forms.said_in(sent.values, voice_forms.PERSON)
    await door.directory.acquaint([person] if person else [])
    return await door.answer(
        sent.knock,
        lambda work: blockers.not_mine(
            work,
            sent.ids["blocker"],
            by=sent.by,
            place=sent.knock.channel,
            person=None if person is None else PersonId(person),
            function=voice_forms.said_in(sent.values, voice_forms.FUNCTION),
        ),
    )


def _words(state: Mapping[str, Any]) -> str:
    """What was typed, as Slack writes words: with its three escapes."""
    return escape(voice_forms.said_in(state, voice_forms.SAID) or "", quote=False)


FORMS: Mapping[str, Takes] = {
    voice_forms.NEED_INFO: _ask,
    voice_forms.WHOSE: _pass_on,
    voice_forms.GIVE_INFO: _give,
}
