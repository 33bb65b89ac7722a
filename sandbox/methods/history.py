"""conversations.history and conversations.replies: reading what was said."""

from sandbox.conversations import HISTORY_SCOPE, Conversation
from sandbox.messages import Message, between
from sandbox.methods.registry import Call, method, page
from sandbox.wire import Json, SlackError


@method("conversations.history", tier=3)
def history(call: Call) -> Json:
    """Newest first; ephemeral messages are not part of it."""
    conversation = _readable(call)
    newest_first = _in_window(call, conversation.messages.timeline)[::-1]
    return _answer(call, conversation, newest_first)


@method("conversations.replies", tier=3)
def replies(call: Call) -> Json:
    """Oldest first, the parent always first."""
    conversation = _readable(call)
    parent, *others = conversation.messages.thread(call.text("ts"))
    if parent.is_reply:
        return _answer(call, conversation, [parent])
    return _answer(call, conversation, [parent, *_in_window(call, others)])


def _readable(call: Call) -> Conversation:
    conversation = call.conversation()
    call.needs(HISTORY_SCOPE[conversation.kind])
    if call.caller not in conversation.members:
        raise SlackError("not_in_channel")
    return conversation


def _in_window(call: Call, messages: list[Message]) -> list[Message]:
    found = between(
        messages,
        oldest=call.text("oldest"),
        latest=call.text("latest"),
        inclusive=call.flag("inclusive"),
    )
    return [message for message in found if message.only_for is None]


def _answer(call: Call, conversation: Conversation, messages: list[Message]) -> Json:
    found, more = page(messages, call, default=100, most=999)
    metadata = call.flag("include_all_metadata")
    shown = [m.slack(metadata=metadata) | conversation.messages.thread_facts(m) for m in found]
    has_more = bool(more["response_metadata"]["next_cursor"])
    answer: Json = {"ok": True, "messages": shown, "has_more": has_more}
    return answer | (more if has_more else {})
