"""Forms: opened while Slack lets us, and what was sent with them; what was typed is never lost."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError

from bot.errors import TapAgain
from bot.ids import ChannelId, PersonId
from bot.told import Told
from handlers.door import Door
from handlers.home import show_home
from handlers.knock import Knock, of_submission
from handlers.said import form_after
from handlers.views import kit
from handlers.views.kit import View

Body = dict[str, Any]
Errors = dict[str, str]  # sentences by block id: the form stays as it is

_TOO_LATE = frozenset(
    {"expired_trigger_id", "trigger_expired", "exchanged_trigger_id", "trigger_exchanged"}
)


@dataclass(frozen=True, slots=True)
class Submission:
    knock: Knock
    ids: Mapping[str, Any]  # what the form was about: its private_metadata
    values: Mapping[str, Any]  # what was entered: its view.state.values

    @property
    def by(self) -> PersonId:
        return self.knock.person


Takes = Callable[[Door, Submission], Awaitable[Told | Errors]]


async def opened(door: Door, knock: Knock, view: View) -> bool:
    """False when it was too late: Slack opens a form only within three seconds of the knock."""
    try:
        await door.client.views_open(trigger_id=knock.trigger, view=view)
    except SlackApiError as refusal:
        if refusal.response.get("error") in _TOO_LATE:
            return False
        raise
    return True


async def open_small(door: Door, knock: Knock, view: View) -> None:
    """One that is filled with nothing of the person's. Raises TapAgain when it was too late."""
    if not await opened(door, knock, view):
        raise TapAgain


def take_forms(app: AsyncApp, door: Door, forms: Mapping[str, Takes]) -> None:
    """`forms`: callback ids to what takes a form that was sent, and tells or finds errors."""
    for callback, takes in forms.items():
        _listen(app, door, callback, takes)


def _listen(app: AsyncApp, door: Door, callback: str, takes: Takes) -> None:
    @app.view(callback)
    async def submitted(ack: AsyncAck, body: Body) -> None:
        sent = _sent(body, door)
        outcome = await takes(door, sent)
        if not isinstance(outcome, Told):
            await ack(response_action="errors", errors=outcome)
            return
        view = await form_after(door, sent.knock, outcome)
        await ack(response_action="update", view=view)
        if sent.ids.get("home"):
            door.afterwards.do(show_home(door, sent.by))


def _sent(body: Body, door: Door) -> Submission:
    view = body["view"]
    ids = kit.read_value(view["private_metadata"])
    channel = ChannelId(ids.get("channel", ""))
    knock = of_submission(body, workspace=door.workspace, channel=channel)
    return Submission(knock, ids, view["state"]["values"])
