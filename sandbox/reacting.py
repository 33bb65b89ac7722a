"""Reactions on messages, by people and by the app."""

from sandbox import events, talk
from sandbox.conversations import Conversation
from sandbox.messages import Message
from sandbox.wire import Json, SlackError
from sandbox.workspace import Workspace


def react(
    ws: Workspace, conversation: Conversation, message: Message, *, user: str, name: str
) -> None:
    """Raises SlackError("already_reacted")."""
    users = message.reactions.setdefault(name, [])
    if user in users:
        raise SlackError("already_reacted")
    users.append(user)
    _tell(ws, conversation, message, "reaction_added", user=user, name=name)


def take_back(
    ws: Workspace, conversation: Conversation, message: Message, *, user: str, name: str
) -> None:
    """Raises SlackError("no_reaction")."""
    users = message.reactions.get(name, [])
    if user not in users:
        raise SlackError("no_reaction")
    users.remove(user)
    if not users:
        del message.reactions[name]
    _tell(ws, conversation, message, "reaction_removed", user=user, name=name)


def _tell(
    ws: Workspace,
    conversation: Conversation,
    message: Message,
    kind: str,
    *,
    user: str,
    name: str,
) -> None:
    talk.show_again(ws, conversation, message)
    item = {"type": "message", "channel": conversation.id, "ts": message.ts}
    body: Json = {"type": kind, "user": user, "reaction": name, "item": item}
    events.emit(ws, body | {"item_user": message.user}, of=conversation)
