"""Failures: a refusal becomes its sentence, a busy store a plea, a bug an apology; once, here."""

import json
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp, AsyncRespond
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError

from bot.errors import Refusal, StoreBusy
from handlers.directory import SlackSilent
from handlers.door import Door
from handlers.taps import whisper
from handlers.views import answers as views
from handlers.views import kit, notices
from handlers.views.kit import Answer

log = structlog.get_logger()

Body = dict[str, Any]

_MOST_IN_FIELD = 2_000
_BESIDE = ("block_actions", "message_action")


def answer_failures(app: AsyncApp, door: Door) -> None:
    @app.error
    async def failed(error: Exception, body: Body, respond: AsyncRespond) -> BoltResponse:
        kind = _kind(body)
        if isinstance(error, Refusal):
            return _tell(notices.refusal(error.sentence, error.give_back), body, respond, door)
        busy = isinstance(error, (StoreBusy, SlackSilent))
        reference = door.house.world.new_id()[:8]
        if busy:
            log.warning("knock.busy", kind=kind)
        else:
            log.error("knock.failed", kind=kind, reference=reference, exc_info=error)
        if kind == "event":
            return BoltResponse(status=503 if busy else 500)  # Slack brings it again
        said = _words_of(body)
        sorry = notices.busy(said) if busy else notices.apology(reference, said)
        return _tell(sorry, body, respond, door)


def _tell(answer: Answer, body: Body, respond: AsyncRespond, door: Door) -> BoltResponse:
    """Where the person is: in the command's answer, in the form, or beside the button."""
    kind = _kind(body)
    if kind == "command":
        return _json({"response_type": "ephemeral", **answer})
    if kind == "view_submission":
        errors = {_first_field(body): kit.clip(answer["text"], _MOST_IN_FIELD)}
        return _json({"response_action": "errors", "errors": errors})
    if kind in _BESIDE and body.get("response_url"):
        door.afterwards.do(whisper(respond, answer))
    elif kind in _BESIDE and "view" in body:
        door.afterwards.do(_over(door, body, answer))
    return BoltResponse(status=200)


async def _over(door: Door, body: Body, answer: Answer) -> None:
    """Over the form or the Home tab, where a button has no place beside it."""
    view = views.over(answer)
    show = door.client.views_open if body["view"]["type"] == "home" else door.client.views_push
    try:
        await show(trigger_id=body["trigger_id"], view=view)
    except SlackApiError:
        log.warning("knock.unanswered")  # it took too long: the form stands as it was


def _first_field(body: Body) -> str:
    """Of the form that was sent: Slack shows an error beside a field, or not at all."""
    fields = [one["block_id"] for one in body["view"]["blocks"] if one["type"] == "input"]
    return str(fields[0])


def _kind(body: Body) -> str:
    if "command" in body:
        return "command"
    return "event" if "event" in body else str(body.get("type", "unknown"))


def _words_of(body: Body) -> str | None:
    """What the person wrote, to give it back."""
    return body.get("text") if "command" in body else None


def _json(body: Body) -> BoltResponse:
    return BoltResponse(
        status=200, body=json.dumps(body), headers={"content-type": "application/json"}
    )
