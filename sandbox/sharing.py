"""Sharing files: put into a conversation by a person, fetched by the app with its token."""

import base64
import binascii
import re

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sandbox import talk
from sandbox.conversations import Conversation
from sandbox.files import File
from sandbox.people import Person
from sandbox.wire import Json, SlackError
from sandbox.workspace import Workspace

DOWNLOAD = "files.download"  # as faults and records call it: for Slack it is no method
_NAME = re.compile(r"[^\w.-]+")


def share(
    ws: Workspace, person: Person, conversation: Conversation, body: Json, *, text: str
) -> Json:
    """`name`, and `content` in base64; the words beside it are already in Slack's escaped form."""
    try:
        content = base64.b64decode(str(body.get("content") or ""), validate=True)
    except binascii.Error as error:
        raise SlackError("invalid_content") from error
    file = ws.files.add(
        File(
            id=ws.ids.new("F"),
            name=_NAME.sub("_", str(body.get("name") or "file")),
            content=content,
            user=person.id,
            channel=conversation.id,
            created=int(ws.now()),
        )
    )
    message = talk.say(ws, person, conversation, text, files=[file.slack(ws.url)])
    return {"ok": True, "ts": message.ts, "file": file.slack(ws.url)}


async def _download(request: Request) -> Response:
    """Whoever may not read it is sent to a page where people log in, as in Slack."""
    ws: Workspace = request.app.state.workspace
    file = ws.files.by_id.get(request.path_params["id"])
    may = file is not None and _may_read(ws, file, request.headers.get("authorization", ""))
    if ws.faults.take(DOWNLOAD, None) is not None:
        may = False
    ws.records.add(
        at=ws.now(),
        direction="call",
        method=DOWNLOAD,
        args={"file": request.path_params["id"]},
        answer={"ok": may},
        status=200 if may else 302,
    )
    if file is None or not may:
        return RedirectResponse("/", status_code=302)
    return Response(file.content, media_type=file.slack(ws.url)["mimetype"])


def _may_read(ws: Workspace, file: File, authorization: str) -> bool:
    conversation = ws.conversations.get(file.channel)
    return (
        authorization == f"Bearer {ws.app.bot_token}"
        and not ws.app.revoked
        and "files:read" in ws.app.scopes()
        and ws.app.user_id in conversation.members
    )


ROUTES = [Route("/files/{id}/{name}", _download)]
