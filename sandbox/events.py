"""Which happenings the app is told of: only what its manifest subscribes and its bot can see."""

from sandbox import payloads
from sandbox.conversations import CHANNEL, EVENT_CHANNEL_TYPE, IM, MPIM, PRIVATE, Conversation
from sandbox.messages import Message
from sandbox.wire import Json
from sandbox.workspace import Workspace

MESSAGE_EVENT = {
    CHANNEL: "message.channels",
    PRIVATE: "message.groups",
    IM: "message.im",
    MPIM: "message.mpim",
}


def emit(
    ws: Workspace, body: Json, *, of: Conversation | None = None, name: str | None = None
) -> None:
    """Send the event if it is subscribed (`name` where that differs from its type)."""
    if ws.app.revoked and body["type"] not in {"app_uninstalled", "tokens_revoked"}:
        return
    if (name or body["type"]) not in ws.manifest.events:
        return
    if of is not None and ws.app.user_id not in of.members:
        return
    body.setdefault("event_ts", ws.next_ts())
    ws.deliveries.send_event(payloads.event(ws, body, of))


def message_posted(ws: Workspace, conversation: Conversation, message: Message) -> None:
    """A mention is an event of its own, beside the message's."""
    subscribed = MESSAGE_EVENT[conversation.kind] in ws.manifest.events
    if subscribed:
        _message(ws, conversation, payloads.message_event(conversation, message))
    mentions_us = f"<@{ws.app.user_id}" in message.text and message.user != ws.app.user_id
    if mentions_us and conversation.kind != IM:
        body = payloads.message_event(conversation, message) | {"type": "app_mention"}
        del body["channel_type"]
        emit(ws, body, of=conversation)


def message_changed(
    ws: Workspace, conversation: Conversation, message: Message, before: Json
) -> None:
    body = _of_change(ws, conversation, "message_changed")
    _message(ws, conversation, body | {"message": message.slack(), "previous_message": before})


def message_deleted(ws: Workspace, conversation: Conversation, before: Json) -> None:
    body = _of_change(ws, conversation, "message_deleted")
    _message(ws, conversation, body | {"deleted_ts": before["ts"], "previous_message": before})


def _of_change(ws: Workspace, conversation: Conversation, subtype: str) -> Json:
    ts = ws.next_ts()
    return {
        "type": "message",
        "subtype": subtype,
        "hidden": True,
        "channel": conversation.id,
        "channel_type": EVENT_CHANNEL_TYPE[conversation.kind],
        "ts": ts,
        "event_ts": ts,
    }


def _message(ws: Workspace, conversation: Conversation, body: Json) -> None:
    emit(ws, body, of=conversation, name=MESSAGE_EVENT[conversation.kind])
