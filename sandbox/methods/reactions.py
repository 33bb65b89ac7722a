"""reactions.*: adding, taking back and reading reactions."""

from sandbox import reacting
from sandbox.conversations import Conversation
from sandbox.messages import Message
from sandbox.methods.registry import Call, method
from sandbox.wire import Json, SlackError


@method("reactions.add", scope="reactions:write", tier=3)
def add(call: Call) -> Json:
    conversation, message = _target(call)
    reacting.react(call.ws, conversation, message, user=call.caller, name=_name(call))
    return {"ok": True}


@method("reactions.remove", scope="reactions:write", tier=2)
def remove(call: Call) -> Json:
    conversation, message = _target(call)
    reacting.take_back(call.ws, conversation, message, user=call.caller, name=_name(call))
    return {"ok": True}


@method("reactions.get", scope="reactions:read", tier=3)
def get(call: Call) -> Json:
    conversation, message = _target(call)
    return {
        "ok": True,
        "type": "message",
        "channel": conversation.id,
        "message": message.slack(),
    }


def _target(call: Call) -> tuple[Conversation, Message]:
    conversation = call.conversation()
    message = conversation.messages.find(call.text("timestamp"))
    if message.only_for is not None:
        raise SlackError("message_not_found")
    return conversation, message


def _name(call: Call) -> str:
    name = call.text("name").strip(":")
    if not name:
        raise SlackError("no_reaction")
    return name
