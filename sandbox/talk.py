"""Messages coming, changing and going: kept, shown on the open pages, told to the app."""

from sandbox import events
from sandbox.conversations import Conversation
from sandbox.messages import Message
from sandbox.people import Person
from sandbox.wire import Json
from sandbox.workspace import Workspace


def post(ws: Workspace, conversation: Conversation, message: Message) -> None:
    """Keep a new message and let everyone who sees it know."""
    conversation.messages.add(message)
    _show(ws, conversation, message, "ephemeral" if message.only_for else "message")
    if message.only_for is not None:
        return
    parent = conversation.messages.by_ts.get(message.thread_ts or "")
    if parent is not None and parent is not message:
        _show(ws, conversation, parent, "changed")
    events.message_posted(ws, conversation, message)


def say(
    ws: Workspace,
    person: Person,
    conversation: Conversation,
    text: str,
    *,
    thread_ts: str | None = None,
    files: list[Json] | None = None,
) -> Message:
    """A person's own message, its text already in Slack's escaped form."""
    message = Message(ws.next_ts(), person.id, text, person.team_id, thread_ts=thread_ts)
    if files:
        message.subtype, message.files = "file_share", files
    conversation.read[person.id] = message.ts
    post(ws, conversation, message)
    return message


def bot_message(
    ws: Workspace,
    *,
    text: str,
    blocks: list[Json] | None = None,
    thread_ts: str | None = None,
    only_for: str | None = None,
) -> Message:
    """A message by the app, not yet posted."""
    return Message(
        ts=ws.next_ts(),
        user=ws.app.user_id,
        text=text,
        team=ws.team_id,
        blocks=blocks,
        thread_ts=thread_ts,
        bot_id=ws.app.bot_id,
        app_id=ws.app.app_id,
        only_for=only_for,
    )


def changed(ws: Workspace, conversation: Conversation, message: Message, before: Json) -> None:
    """Tell of an edit that was made; `before` is the message object as it was."""
    _show(ws, conversation, message, "changed")
    if message.only_for is None:
        events.message_changed(ws, conversation, message, before)


def remove(ws: Workspace, conversation: Conversation, message: Message) -> None:
    before = message.slack()
    conversation.messages.remove(message)
    if message.subtype == "tombstone":
        _show(ws, conversation, message, "changed")
    else:
        gone: Json = {"type": "deleted", "channel": conversation.id, "ts": message.ts}
        ws.stream.tell(gone, hears=ws.hearers(conversation))
    if message.only_for is None:
        events.message_deleted(ws, conversation, before)


def shown(conversation: Conversation, message: Message) -> Json:
    """The message as the page gets it."""
    found = message.slack() | conversation.messages.thread_facts(message)
    return found | ({"ephemeral": True} if message.only_for else {})


def show_again(ws: Workspace, conversation: Conversation, message: Message) -> None:
    """Let the pages draw a message anew, after a reaction for instance."""
    _show(ws, conversation, message, "changed")


def _show(ws: Workspace, conversation: Conversation, message: Message, kind: str) -> None:
    if not ws.stream.anyone:
        return
    told: Json = {"type": kind, "channel": conversation.id, "message": shown(conversation, message)}
    if message.only_for is not None:
        ws.stream.tell_one(message.only_for, told)
    else:
        ws.stream.tell(told, hears=ws.hearers(conversation))
