"""What the app's answers do: to a command, to a submission, and through a response URL."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from sandbox import modals, talk
from sandbox.blocks import checked_blocks, checked_view
from sandbox.conversations import Conversation
from sandbox.dropping import Dropped
from sandbox.messages import Message
from sandbox.outcome import Outcome
from sandbox.permits import ResponseUrl
from sandbox.views import View
from sandbox.wire import Json, SlackError, read_json, truth
from sandbox.workspace import Workspace

MOST_TEXT = 40_000


def record_ack(ws: Workspace, name: str, outcome: Outcome) -> None:
    """Keep what the app said in an acknowledgement, under the name that checkers know."""
    if outcome.body:
        ws.records.add(
            at=ws.now(), direction="ack", method=f"ack.{name}", args=outcome.fields(), status=200
        )


def answer_command(
    ws: Workspace, conversation: Conversation, *, user: str, outcome: Outcome
) -> None:
    """Show the answer in a command's acknowledgement; raises SlackError when Slack would refuse."""
    record_ack(ws, "command", outcome)
    fields = outcome.fields()
    if not fields.get("text") and not fields.get("blocks"):
        return
    talk.post(ws, conversation, _message(ws, fields, user=user, thread_ts=None))


def answer_submission(ws: Workspace, view: View, outcome: Outcome) -> Json:
    """Do what the acknowledgement says to the view; the page's {ok, errors?}."""
    record_ack(ws, "view_submission", outcome)
    fields = outcome.body if isinstance(outcome.body, dict) else {}
    action = fields.get("response_action")
    if action == "errors":
        return {"ok": False, "errors": _errors_of(view, fields.get("errors") or {})}
    if action == "update":
        modals.change(ws, view, checked_view(fields.get("view"), ws.ids, kind="modal"))
    elif action == "push":
        body = checked_view(fields.get("view"), ws.ids, kind="modal")
        modals.push_modal(ws, view.user, body)
    elif action in (None, "clear"):
        modals.close(ws, view, whole_stack=action == "clear")
    else:
        raise SlackError("invalid_response_action")
    return {"ok": True}


def _errors_of(view: View, errors: Json) -> Json:
    """Errors stand only at input blocks; raises SlackError("invalid_errors") elsewhere."""
    inputs = {block["block_id"] for block in view.body["blocks"] if block["type"] == "input"}
    if not errors or not set(errors) <= inputs:
        raise SlackError("invalid_errors")
    return errors


async def respond(request: Request) -> Response:
    """POST /response/<key>: the app answers a deed later, up to five times in half an hour."""
    ws: Workspace = request.app.state.workspace
    fault = ws.faults.take("response_url", None)
    if fault is not None and fault.kind != "close_after":
        return Dropped(request) if fault.kind == "close_before" else _failed(fault.status)
    try:
        body = await read_json(request)
        url = ws.permits.use_response(request.path_params["key"], ws.now())
        _respond(ws, url, body)
        said, status = "ok", 200
    except SlackError as error:
        body, said, status = {}, error.code, 404
    ws.records.add(
        at=ws.now(),
        direction="response_url",
        method="response_url",
        args=body,
        answer=said,
        status=status,
    )
    return Dropped(request) if fault is not None else PlainTextResponse(said, status_code=status)


def _failed(status: int) -> Response:
    return PlainTextResponse("failure", status_code=status)


def _respond(ws: Workspace, url: ResponseUrl, body: Json) -> None:
    conversation = ws.conversations.get(url.channel)
    original = conversation.messages.by_ts.get(url.message or "")
    if truth(body.get("delete_original")):
        if original is not None:
            talk.remove(ws, conversation, original)
        return
    if original is not None and _replaces(body, original):
        _replace(ws, conversation, original, body)
        return
    thread_ts = body.get("thread_ts")
    message = _message(ws, body, user=url.user, thread_ts=thread_ts)
    talk.post(ws, conversation, message)


def _replaces(body: Json, original: Message) -> bool:
    """Without a word about it the original is replaced, unless the answer goes to the channel."""
    wanted = body.get("replace_original")
    if wanted is not None:
        return truth(wanted)
    return body.get("response_type") != "in_channel" or original.only_for is not None


def _replace(ws: Workspace, conversation: Conversation, original: Message, body: Json) -> None:
    before = original.slack()
    text, blocks = _content(ws, body)
    original.text, original.blocks = text, blocks
    talk.changed(ws, conversation, original, before)


def _message(ws: Workspace, body: Json, *, user: str, thread_ts: str | None) -> Message:
    text, blocks = _content(ws, body)
    everyone = body.get("response_type") == "in_channel"
    return talk.bot_message(
        ws, text=text, blocks=blocks, thread_ts=thread_ts, only_for=None if everyone else user
    )


def _content(ws: Workspace, body: Json) -> tuple[str, list[Json] | None]:
    text, blocks = str(body.get("text") or ""), body.get("blocks")
    if not text and not blocks:
        raise SlackError("no_text")
    if len(text) > MOST_TEXT:
        raise SlackError("msg_too_long")
    return text, checked_blocks(blocks, ws.ids) if blocks else None
