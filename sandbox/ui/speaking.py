"""A person speaks: a message in a conversation, or a command to the app."""

from sandbox import answers, payloads, sharing, talk
from sandbox.conversations import Conversation
from sandbox.people import Person
from sandbox.ui.typed import as_sent
from sandbox.wire import Json, SlackError
from sandbox.workspace import Workspace

MOST_TYPED = 12_000


async def say(
    ws: Workspace, person: Person, conversation: Conversation, text: str, *, thread_ts: str | None
) -> Json:
    """Returns {ok, ts?, error?}; raises SlackError when the person may not speak here."""
    _may_speak(person, conversation, text)
    if text.startswith("/") and not thread_ts:
        return await _command(ws, person, conversation, text)
    parent = conversation.messages.find(thread_ts) if thread_ts else None
    message = talk.say(
        ws,
        person,
        conversation,
        as_sent(ws, person, text),
        thread_ts=(parent.thread_ts or parent.ts) if parent else None,
    )
    return {"ok": True, "ts": message.ts}


def share(ws: Workspace, person: Person, conversation: Conversation, body: Json) -> Json:
    """A file, with words beside it or without; raises SlackError like `say`."""
    text = str(body.get("text") or "")
    _may_speak(person, conversation, text or str(body.get("name") or ""))
    return sharing.share(ws, person, conversation, body, text=as_sent(ws, person, text))


def _may_speak(person: Person, conversation: Conversation, text: str) -> None:
    if not text.strip():
        raise SlackError("no_text")
    if len(text) > MOST_TYPED:
        raise SlackError("msg_too_long")
    if person.deleted:
        raise SlackError("account_inactive")
    if conversation.archived:
        raise SlackError("is_archived")
    if person.id not in conversation.members:
        raise SlackError("not_in_channel")


async def _command(ws: Workspace, person: Person, conversation: Conversation, text: str) -> Json:
    name, _, rest = text.partition(" ")
    if "\n" in name:
        name, _, rest = text.partition("\n")
    command = ws.manifest.command(name.lower())
    if command is None:
        return _failed(ws, person, f"{name} is not a valid command", "unknown_command")
    if person.is_outsider:
        return _failed(ws, person, f"{name} works only for this workspace", "not_allowed")
    rest = as_sent(ws, person, rest.strip()) if command.escapes else rest.strip()
    sent = payloads.command(ws, person, conversation, command.command, rest)
    outcome = await ws.deliveries.send(sent)
    if not outcome.delivered:
        error = outcome.error or "dispatch_failed"
        return _failed(ws, person, f"{command.command} failed: {error}", error)
    try:
        answers.answer_command(ws, conversation, user=person.id, outcome=outcome)
    except SlackError as error:
        return _failed(ws, person, f"{command.command} failed: {error.code}", error.code)
    return {"ok": True}


def _failed(ws: Workspace, person: Person, words: str, error: str) -> Json:
    ws.stream.tell_one(person.id, {"type": "notice", "text": words})
    return {"ok": False, "error": error}
