"""The form behind `/standup`: opened, read, checked; what was typed is never lost."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError

from bot import standups, vocabulary
from bot.blockers import Hearing
from bot.errors import Refusal
from bot.ids import ChannelId
from bot.standups import Form, Given, Said
from bot.told import Told
from bot.vocabulary import Learnt
from bot.world import Work
from handlers.door import Door
from handlers.knock import Knock, of_submission
from handlers.views import standups as views
from handlers.views.standups import Entered

Body = dict[str, Any]
Ids = Mapping[str, str]

_TOO_LATE = frozenset(
    {"expired_trigger_id", "trigger_expired", "exchanged_trigger_id", "trigger_exchanged"}
)


class OpenedTooLate(Exception):
    """Slack opens a form only within three seconds of the knock; a button knocks again."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was sent: what it was filled with, what was entered, the team's names."""

    form: Form
    entered: Entered
    given: tuple[Given, ...]  # in the shape in which words are kept
    names: Mapping[str, str]
    learnt: Learnt  # what corrections taught the team


async def open_form(door: Door, knock: Knock, ids: Ids) -> None:
    """`ids`: team; and date or draft, where one is meant. Raises Refusal, OpenedTooLate."""
    found = await door.look(knock, lambda work: _form(work, knock, ids))
    try:
        await door.client.views_open(trigger_id=knock.trigger, view=views.form(found))
    except SlackApiError as refusal:
        if refusal.response.get("error") in _TOO_LATE:
            raise OpenedTooLate from refusal
        raise


def register(app: AsyncApp, door: Door) -> None:
    @app.view(views.ANSWER)
    async def submitted(ack: AsyncAck, body: Body) -> None:
        ids = views.actions.read_value(body["view"]["private_metadata"])
        knock = of_submission(body, workspace=door.workspace, channel=ChannelId(""))
        state = body["view"]["state"]["values"]
        filled = await door.look(knock, lambda work: _read(work, knock, ids, state))
        try:
            told = await _give(door, knock, ids, filled)
        except Refusal as refusal:
            wrong = views.form_refusal(filled.form, refusal.sentence)
            await ack(response_action="errors", errors=wrong)
            return
        value = await door.look(knock, lambda work: standups.value_of(work, told, knock.person))
        await ack(response_action="update", view=views.confirmed(value))


async def _give(door: Door, knock: Knock, ids: Ids, filled: Filled) -> Told:
    """The waits are read here, before the writer, and beside the loop: an answer may be long."""
    waits = await asyncio.to_thread(
        standups.waits_of,
        filled.given,
        filled.entered.ticks,
        Hearing(
            filled.names,
            door.house.world.now(),
            door.directory.zone(knock.person),
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
        told = standups.give(work, standups.known_team(work, ids["team"]), said, by=knock.person)
        if ids.get("draft"):
            standups.posted_by_form(work, ids["draft"], told)
        return told

    return await door.answer(knock, verb)


def _read(work: Work, knock: Knock, ids: Ids, state: Mapping[str, Any]) -> Filled:
    found = _form(work, knock, ids)
    entered = views.read_form(state, found)
    before = standups.words_before(work, found.team, knock.person, found.date, found.draft)
    given = standups.entered(work, entered.given, before=before)
    names, learnt = vocabulary.known_here(work, found.channel, knock.person)
    return Filled(found, entered, given, names, learnt)


def _form(work: Work, knock: Knock, ids: Ids) -> Form:
    team = standups.known_team(work, ids.get("team", ""))
    day = date.fromisoformat(ids["date"]) if ids.get("date") else None
    return standups.form_for(
        work, team, person=knock.person, day=day, draft_id=ids.get("draft") or None
    )
