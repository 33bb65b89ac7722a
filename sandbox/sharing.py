"""Sharing files: put into a conversation by a person or the app, and fetched from there."""

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
BRING = "files.upload"  # the same
UPLOAD = "/upload/v1"
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
            name=named(str(body.get("name") or "file")),
            content=content,
            user=person.id,
            channel=conversation.id,
            created=int(ws.now()),
        )
    )
    message = talk.say(ws, person, conversation, text, files=[file.slack(ws.url)])
    return {"ok": True, "ts": message.ts, "file": file.slack(ws.url)}


def named(name: str) -> str:
    return _NAME.sub("_", name)


async def _bring(request: Request) -> Response:
    """The bytes of an upload, as many as were said."""
    ws: Workspace = request.app.state.workspace
    content = await request.body()
    upload = ws.files.uploads.get(request.path_params["id"])
    fits = upload is not None and len(content) == upload.length
    if ws.faults.take(BRING, None) is not None:
        fits = False
    ws.records.add(
        at=ws.now(),
        direction="call",
        method=BRING,
        args={
            "file": request.path_params["id"],
            "length": len(content),
            "with_token": "authorization" in request.headers,
        },
        answer={"ok": fits},
        status=200 if fits else 400,
    )
    if upload is None or not fits:
        return Response("not this", status_code=400)
    upload.content = content
    return Response(f"OK - {len(content)}")


def downloaded(ws: Workspace, person: Person, file_id: str) -> Response:
    """For a person on the page, of a conversation in which they are."""
    file = ws.files.get(file_id)
    if not file.channel or person.id not in ws.conversations.get(file.channel).members:
        raise SlackError("file_not_found")
    return Response(
        file.content,
        media_type=file.slack(ws.url)["mimetype"],
        headers={"content-disposition": f'attachment; filename="{file.name}"'},
    )


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
    if not file.channel:
        return False
    conversation = ws.conversations.get(file.channel)
    return (
        authorization == f"Bearer {ws.app.bot_token}"
        and not ws.app.revoked
        and "files:read" in ws.app.scopes()
        and ws.app.user_id in conversation.members
    )


ROUTES = [
    Route("/files/{id}/{name}", _download),
    Route(UPLOAD + "/{id}", _bring, methods=["POST"]),
]
