"""files.*: what was shared where the caller is, and a file that the app brings in three steps."""

from typing import Any

from sandbox import talk
from sandbox.conversations import Conversation
from sandbox.files import File, Upload
from sandbox.methods.registry import Call, method
from sandbox.sharing import UPLOAD, named
from sandbox.wire import Json, SlackError


@method("files.info", scope="files:read", tier=4)
def info(call: Call) -> Json:
    file = call.ws.files.get(call.text("file"))
    is_own = file.user == call.caller
    if not is_own and call.caller not in call.ws.conversations.get(file.channel).members:
        raise SlackError("file_not_found")
    return {"ok": True, "file": file.slack(call.ws.url)}


@method("files.getUploadURLExternal", scope="files:write", tier=4)
def get_upload_url(call: Call) -> Json:
    """The address is the permission: whoever has it may bring the bytes."""
    name, length = call.text("filename"), call.number("length", 0)
    if not name or "length" not in call.args:
        raise SlackError("missing_argument")
    if length < 1:
        raise SlackError("invalid_arguments")
    upload = Upload(call.ws.ids.new("F"), named(name), length)
    call.ws.files.uploads[upload.id] = upload
    return {
        "ok": True,
        "upload_url": f"{call.ws.url}{UPLOAD}/{upload.id}",
        "file_id": upload.id,
    }


@method("files.completeUploadExternal", scope="files:write", tier=4)
def complete_upload(call: Call) -> Json:
    """Once for each file; without a channel it stays the app's own."""
    conversation = _into(call)
    uploads = [(_brought(call, one), str(one.get("title") or "")) for one in _listed(call)]
    shown = [
        _kept(call, upload, conversation, title).slack(call.ws.url) for upload, title in uploads
    ]
    if conversation is not None:
        _post(call, conversation, shown)
    return {"ok": True, "files": shown}


def _kept(call: Call, upload: Upload, conversation: Conversation | None, title: str) -> File:
    del call.ws.files.uploads[upload.id]
    file = File(
        id=upload.id,
        name=upload.name,
        content=upload.content or b"",
        user=call.caller,
        channel=conversation.id if conversation else "",
        created=int(call.ws.now()),
        title=title,
    )
    return call.ws.files.add(file)


def _post(call: Call, conversation: Conversation, shown: list[Json]) -> None:
    text, thread_ts = call.text("initial_comment"), call.text("thread_ts") or None
    message = talk.bot_message(call.ws, text=text, thread_ts=thread_ts)
    message.subtype, message.files = "file_share", shown
    talk.post(call.ws, conversation, message)


def _into(call: Call) -> Conversation | None:
    if not call.text("channel_id"):
        return None
    conversation = call.conversation("channel_id")
    if call.caller not in conversation.members:
        raise SlackError("not_in_channel")
    if conversation.archived:
        raise SlackError("is_archived")
    return conversation


def _listed(call: Call) -> list[dict[str, Any]]:
    files = call.nested("files")
    if not files:
        raise SlackError("missing_argument")
    if not isinstance(files, list) or not all(isinstance(one, dict) for one in files):
        raise SlackError("invalid_arguments")
    return files


def _brought(call: Call, one: dict[str, Any]) -> Upload:
    """Raises SlackError("file_not_found"), for one that was completed before as well."""
    upload = call.ws.files.uploads.get(str(one.get("id")))
    if upload is None or upload.content is None:
        raise SlackError("file_not_found")
    return upload
