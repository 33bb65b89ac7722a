"""files.*: what was shared where the caller is."""

from sandbox.methods.registry import Call, method
from sandbox.wire import Json, SlackError


@method("files.info", scope="files:read", tier=4)
def info(call: Call) -> Json:
    file = call.ws.files.get(call.text("file"))
    if call.caller not in call.ws.conversations.get(file.channel).members:
        raise SlackError("file_not_found")
    return {"ok": True, "file": file.slack(call.ws.url)}
