"""The form behind `/standup`: opened, read, checked; what was typed is never lost."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot import standups, vocabulary
from bot.blockers import Hearing
from bot.errors import Refusal
from bot.standups import Form, Given, Said
from bot.told import Told
from bot.vocabulary import Learnt
from bot.world import Work
from handlers.door import Door
from handlers.forms import Errors, Submission, Takes, opened
from handlers.knock import Knock
from handlers.said import answer_of
from handlers.views import standups as views
from handlers.views.kit import Answer
from handlers.views.standups import Entered

Ids = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was sent: what it was filled with, what was entered, the team's names."""

    form: Form
    entered: Entered
    given: tuple[Given, ...]  # in the shape in which words are kept
    names: Mapping[str, str]
    learnt: Learnt  # what corrections taught the team


async def open_form(door: Door, knock: Knock, ids: Ids) -> Answer | None:
    """`ids`: team; and date or draft, where one is meant. None when it opened; too late, a choice
    that opens it. Raises Refusal."""
    found = await door.look(knock, lambda work: _form(work, knock, ids))
    if await opened(door, knock, views.form(found)):
        return None
    return await answer_of(door, knock, which(knock))


def which(knock: Knock) -> Told:
    """For which of the teams that could be meant? A tap opens its form."""
    return Told("standup.which", None, {"channel": knock.channel})


async def _submitted(door: Door, sent: Submission) -> Told | Errors:
    filled = await door.look(sent.knock, lambda work: _read(work, sent))
    try:
        return await _give(door, sent, filled)
    except Refusal as refusal:
        return views.form_refusal(filled.form, refusal.sentence)


async def _give(door: Door, sent: Submission, filled: Filled) -> Told:
    """The waits are read here, before the writer, and beside the loop: an answer may be long."""
    waits = await asyncio.to_thread(
        standups.waits_of,
        filled.given,
        filled.entered.ticks,
        Hearing(
            filled.names,
            door.house.world.now(),
            door.directory.zone(sent.by),
            filled.learnt,
        ),
    )
    said = Said(
        filled.given,
        filled.entered.ticks,
        waits,
        filled.entered.carried,
        filled.form.date,
        filled.form.unsaid,
        filled.entered.chosen,
    )

    def verb(work: Work) -> Told:
        team = standups.known_team(work, sent.ids["team"])
        told = standups.give(work, team, said, by=sent.by)
        if sent.ids.get("draft"):
            standups.posted_by_form(work, sent.ids["draft"], told)
        return told

    return await door.answer(sent.knock, verb)


FORMS: Mapping[str, Takes] = {views.ANSWER: _submitted}


def _read(work: Work, sent: Submission) -> Filled:
    found = _form(work, sent.knock, sent.ids)
    entered = views.read_form(sent.values, found)
    before = standups.words_before(work, found.team, sent.by, found.date, found.draft)
    given = standups.entered(work, entered.given, before=before)
    names, learnt = vocabulary.known_here(work, found.channel, sent.by)
    return Filled(found, entered, given, names, learnt)


def _form(work: Work, knock: Knock, ids: Ids) -> Form:
    team = standups.known_team(work, ids.get("team", ""))
    day = date.fromisoformat(ids["date"]) if ids.get("date") else None
    return standups.form_for(
        work, team, person=knock.person, day=day, draft_id=ids.get("draft") or None
    )
