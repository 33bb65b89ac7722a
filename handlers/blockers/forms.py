"""The form behind `/blocked`: opened, read, checked; what was typed is never lost."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError

from bot import blockers
from bot.blockers import FormPlace, Wait
from bot.errors import TapAgain
from bot.ids import BlockerId, ChannelId
from bot.told import Told
from bot.world import Work
from handlers.blockers.wait import completed, reported, told_before
from handlers.door import Door
from handlers.knock import Knock, of_submission
from handlers.views import blockers as views
from handlers.views.blockers import FormAnswer

Body = dict[str, Any]

_TOO_LATE = frozenset(
    {"expired_trigger_id", "trigger_expired", "exchanged_trigger_id", "trigger_exchanged"}
)


class OpenedTooLate(Exception):
    """Slack opens a form only within three seconds of the knock; a button knocks again."""

    def __init__(self, place: FormPlace) -> None:
        super().__init__("opened too late")
        self.place = place


async def open_view(door: Door, knock: Knock, view: dict[str, Any]) -> None:
    """A small form that is filled with nothing of the person's; raises TapAgain when too late."""
    try:
        await door.client.views_open(trigger_id=knock.trigger, view=view)
    except SlackApiError as refusal:
        if refusal.response.get("error") in _TOO_LATE:
            raise TapAgain from refusal
        raise


async def open_form(door: Door, knock: Knock, filled: Callable[[Work], FormPlace]) -> None:
    """Raises Refusal when it is not theirs to fill, OpenedTooLate when Slack will not open it."""
    place = await door.look(knock, filled)
    try:
        await door.client.views_open(trigger_id=knock.trigger, view=views.form(place))
    except SlackApiError as refusal:
        if refusal.response.get("error") in _TOO_LATE:
            raise OpenedTooLate(place) from refusal
        raise


def empty_form(knock: Knock, wait: Wait | None = None) -> Callable[[Work], FormPlace]:
    """For a new wait, filled with what the line already said."""
    return lambda work: blockers.form_place(
        work, channel=knock.channel, person=knock.person, in_dm=knock.in_dm, wait=wait
    )


def register(app: AsyncApp, door: Door) -> None:
    @app.view(views.REPORT)
    async def submitted(ack: AsyncAck, body: Body) -> None:
        await _submitted(door, ack, body)

    @app.view(views.REWORD)
    async def reworded(ack: AsyncAck, body: Body) -> None:
        await _submitted(door, ack, body)


async def _submitted(door: Door, ack: AsyncAck, body: Body) -> None:
    view = body["view"]
    ids = views.read_value(view["private_metadata"])
    knock = of_submission(body, workspace=door.workspace, channel=ChannelId(ids.get("channel", "")))
    form = views.read_form(view["state"]["values"], ids)
    wrong = views.form_errors(form, now=door.house.world.now())
    if wrong:
        await ack(response_action="errors", errors=wrong)
        return
    wait = await _completed(door, knock, form, new=not ids.get("blocker"))
    same = None if ids.get("blocker") else await told_before(door, knock, wait.words)
    told = await door.answer(knock, lambda work: _do(work, wait, ids, knock, same))
    door.directory.forget_taught()
    await ack(response_action="update", view=views.confirmed(told, for_=knock.person))


async def _completed(door: Door, knock: Knock, form: FormAnswer, *, new: bool) -> Wait:
    """Where no function was chosen the words decide; of a new wait they tell the rest as well."""
    understood = await completed(door, knock, form.wait)
    function = understood.function if form.function_is_open else form.wait.function
    return replace(understood if new else form.wait, function=function)


def _do(work: Work, wait: Wait, ids: dict[str, Any], knock: Knock, same: BlockerId | None) -> Told:
    if blocker := ids.get("blocker"):
        said = blockers.entered(work, wait, of=blocker)
        return blockers.reword(work, blocker, said, by=knock.person)
    return reported(work, blockers.entered(work, wait), knock, same)
