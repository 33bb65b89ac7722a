"""`/pinwheel me` at the door: when somebody works, and what may reach them."""

from collections.abc import Callable
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.errors import SlackApiError

from bot import me
from bot.ids import ChannelId
from bot.told import Told
from bot.world import Work
from handlers.door import Door
from handlers.knock import Knock, of_click, of_submission
from handlers.views import profiles as views
from handlers.views.kit import Answer

Body = dict[str, Any]
Verb = Callable[[Work], Told]

_FORM = ("", "edit")
_ADDING = {"off": "more_off"}  # a line adds days off; the form says them all


async def answer_line(door: Door, knock: Knock, text: str) -> Answer | None:
    """What only the person who typed it sees; None when a form opened instead."""
    word, _, rest = text.strip().partition(" ")
    if word.lower() in _FORM:
        return await _open(door, knock)
    if word.lower() == "show":
        return views.answer(
            await door.look(knock, lambda work: me.shown(work, person=knock.person))
        )
    verb = _saying(knock, word.lower(), rest)
    return views.usage() if verb is None else views.answer(await door.answer(knock, verb))


async def meant(door: Door, knock: Knock, text: str) -> Verb:
    """Said in words: the answer goes as a letter; the form needs a tap first."""
    word, _, rest = text.strip().partition(" ")
    if word.lower() in _FORM:
        return lambda work: Told("profile.form_offered")
    if word.lower() == "show":
        return lambda work: me.shown(work, person=knock.person)
    return _saying(knock, word.lower(), rest) or (lambda work: Told("profile.usage"))


def register(app: AsyncApp, door: Door) -> None:
    @app.action(views.OPEN)
    async def tapped(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        late = await _open(door, of_click(body, workspace=door.workspace))
        if late is not None:
            door.afterwards.do(_whisper(respond, late))
        await ack()

    @app.view(views.SAVE)
    async def submitted(ack: AsyncAck, body: Body) -> None:
        knock = of_submission(body, workspace=door.workspace, channel=ChannelId(""))
        said = views.read_form(body["view"]["state"]["values"])
        wrong = await door.look(knock, lambda work: me.wrong(work, said, by=knock.person))
        if wrong:
            await ack(response_action="errors", errors=views.form_errors(wrong))
            return
        told = await door.answer(knock, lambda work: me.say(work, said, by=knock.person))
        await ack(response_action="update", view=views.confirmed(told))


def _saying(knock: Knock, word: str, rest: str) -> Verb | None:
    """None for a word that says nothing about oneself."""
    if word not in me.fields():
        return None
    empties = rest.strip().lower() == "none"
    name = word if empties else _ADDING.get(word, word)
    return lambda work: me.say(work, {name: rest}, by=knock.person)


async def _open(door: Door, knock: Knock) -> Answer | None:
    """The form; an offer to tap when Slack did not open it in time."""
    standing = await door.look(knock, lambda work: me.standing(work, knock.person))
    try:
        await door.client.views_open(trigger_id=knock.trigger, view=views.form(standing))
    except SlackApiError as refusal:
        if "trigger" not in str(refusal.response.get("error")):
            raise
        return views.form_offered()
    return None


async def _whisper(respond: AsyncRespond, answer: Answer) -> None:
    await respond(**answer, response_type="ephemeral", replace_original=False)
