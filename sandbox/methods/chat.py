"""chat.*: posting, editing and deleting messages."""

from sandbox import talk
from sandbox.blocks import checked_blocks
from sandbox.conversations import Conversation
from sandbox.messages import Message
from sandbox.methods.registry import Call, method
from sandbox.wire import Json, SlackError

MOST_TEXT_POSTED = 40_000
MOST_TEXT_UPDATED = 4_000


@method("chat.postMessage", scope="chat:write")
def post_message(call: Call) -> Json:
    conversation = _addressed(call)
    _may_write(call, conversation)
    message = _new_message(call)
    message.broadcast = call.flag("reply_broadcast")
    message.thread_ts = _thread(call, conversation)
    talk.post(call.ws, conversation, message)
    shown = message.slack(metadata=True)
    return {"ok": True, "channel": conversation.id, "ts": message.ts, "message": shown}


@method("chat.postEphemeral", scope="chat:write", tier=4)
def post_ephemeral(call: Call) -> Json:
    conversation = _addressed(call)
    _may_write(call, conversation)
    person = call.ws.people.by_id.get(call.text("user"))
    if person is None or person.deleted or person.id not in conversation.members:
        raise SlackError("user_not_in_channel")
    message = _new_message(call)
    message.only_for = person.id
    message.thread_ts = call.text("thread_ts") or None
    talk.post(call.ws, conversation, message)
    return {"ok": True, "message_ts": message.ts}


@method("chat.update", scope="chat:write", tier=3)
def update(call: Call) -> Json:
    """Text without blocks removes the blocks; metadata left out is kept, {} removes it."""
    conversation = call.conversation()
    message = _own_message(call, conversation, "cant_update_message")
    text, blocks = call.text("text"), _blocks(call)
    if len(text) > MOST_TEXT_UPDATED:
        raise SlackError("msg_too_long")
    if not text and not blocks and "attachments" not in call.args:
        raise SlackError("no_text")
    before = message.slack()
    message.text, message.blocks = text, blocks or None
    if "metadata" in call.args:
        message.metadata = call.nested("metadata") or None
    if not blocks:
        message.edited = {"user": call.caller, "ts": call.ws.next_ts()}
    talk.changed(call.ws, conversation, message, before)
    shown = message.slack(metadata=True)
    return {
        "ok": True,
        "channel": conversation.id,
        "ts": message.ts,
        "text": text,
        "message": shown,
    }


@method("chat.delete", scope="chat:write", tier=3)
def delete(call: Call) -> Json:
    conversation = call.conversation()
    message = _own_message(call, conversation, "cant_delete_message")
    talk.remove(call.ws, conversation, message)
    return {"ok": True, "channel": conversation.id, "ts": message.ts}


@method("chat.getPermalink")
def get_permalink(call: Call) -> Json:
    conversation = call.conversation()
    message = conversation.messages.find(call.text("message_ts"))
    place = f"{conversation.id}/p{message.ts.replace('.', '')}"
    link = f"https://{call.ws.domain}.slack.com/archives/{place}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={conversation.id}"
    return {"ok": True, "channel": conversation.id, "permalink": link}


def _addressed(call: Call) -> Conversation:
    """A conversation by id, a person's DM by user id, or a channel by its #name."""
    channel = call.text("channel")
    if channel in call.ws.people.by_id:
        if call.ws.people.get(channel).deleted:
            raise SlackError("user_disabled")
        conversation, _ = call.ws.direct([call.caller, channel])
        return conversation
    named = call.ws.conversations.named(channel.lstrip("#"))
    if named is not None and named.visible_to(call.ws.people.get(call.caller)):
        return named
    return call.conversation()


def _may_write(call: Call, conversation: Conversation) -> None:
    if conversation.archived:
        raise SlackError("is_archived")
    if call.caller in conversation.members:
        return
    public = "chat:write.public" in (call.scopes or ()) and conversation.kind == "channel"
    if not public:
        raise SlackError(
            "not_in_channel" if conversation.kind == "channel" else "channel_not_found"
        )


def _new_message(call: Call) -> Message:
    text, blocks = call.text("text"), _blocks(call)
    attachments = call.nested("attachments")
    if not text and not blocks and not attachments:
        raise SlackError("no_text")
    if len(text) > MOST_TEXT_POSTED:
        raise SlackError("msg_too_long")
    metadata = call.nested("metadata")
    if metadata and not _is_metadata(metadata):
        raise SlackError("invalid_metadata_format")
    message = talk.bot_message(call.ws, text=text, blocks=blocks or None)
    message.attachments, message.metadata = attachments, metadata
    if call.caller != call.ws.app.user_id:
        message.user, message.bot_id, message.app_id = call.caller, None, None
    return message


def _is_metadata(metadata: object) -> bool:
    if not isinstance(metadata, dict):
        return False
    return bool(metadata.get("event_type")) and isinstance(metadata.get("event_payload"), dict)


def _blocks(call: Call) -> list[Json]:
    blocks = call.nested("blocks")
    return checked_blocks(blocks, call.ws.ids) if blocks else []


def _thread(call: Call, conversation: Conversation) -> str | None:
    """The parent's ts, also where a reply's was given; raises SlackError("thread_not_found")."""
    thread_ts = call.text("thread_ts")
    if not thread_ts:
        return None
    parent = conversation.messages.by_ts.get(thread_ts)
    if parent is None or parent.only_for is not None:
        raise SlackError("thread_not_found")
    return parent.thread_ts or parent.ts


def _own_message(call: Call, conversation: Conversation, refusal: str) -> Message:
    message = conversation.messages.find(call.text("ts"))
    if message.only_for is not None:
        raise SlackError("message_not_found")
    if message.user != call.caller:
        raise SlackError(refusal)
    if conversation.archived:
        raise SlackError("is_archived")
    return message
