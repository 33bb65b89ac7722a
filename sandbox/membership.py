"""Who comes to a conversation and who goes, and what happens to the conversation itself."""

from sandbox import events
from sandbox.conversations import CHANNEL, Conversation
from sandbox.people import Group, Person
from sandbox.wire import Json, SlackError
from sandbox.workspace import Workspace


def join(
    ws: Workspace, conversation: Conversation, person: Person, *, inviter: str | None = None
) -> bool:
    """Bring a person (or the bot) in; False when they were there already."""
    if conversation.is_direct:
        raise SlackError("method_not_supported_for_channel_type")
    if conversation.archived:
        raise SlackError("is_archived")
    if person.id in conversation.members:
        return False
    conversation.members[person.id] = None
    _redraw(ws)
    body = _membership(ws, conversation, person, "member_joined_channel")
    events.emit(ws, body | ({"inviter": inviter} if inviter else {}), of=conversation)
    return True


def leave(ws: Workspace, conversation: Conversation, person: Person) -> bool:
    """Let a person go; False when they were not there. The bot is not told of its own leaving."""
    if person.id not in conversation.members:
        return False
    del conversation.members[person.id]
    _redraw(ws)
    body = _membership(ws, conversation, person, "member_left_channel")
    events.emit(ws, body, of=conversation)
    return True


def archive(ws: Workspace, conversation: Conversation, *, by: str, archived: bool = True) -> None:
    """Archive or bring back; raises SlackError already_archived, not_archived."""
    if conversation.archived == archived:
        raise SlackError("already_archived" if archived else "not_archived")
    conversation.archived = archived
    _redraw(ws)
    verb = "archive" if archived else "unarchive"
    body = {"type": f"{_noun(conversation)}_{verb}", "channel": conversation.id, "user": by}
    events.emit(ws, body, of=conversation)


def rename(ws: Workspace, conversation: Conversation, name: str) -> None:
    conversation.name = name
    _redraw(ws)
    named = {"id": conversation.id, "name": name, "created": conversation.created}
    events.emit(ws, {"type": f"{_noun(conversation)}_rename", "channel": named}, of=conversation)


def group_changed(ws: Workspace, group: Group, users: list[str]) -> None:
    """Other people are in it: Slack tells who came and who went."""
    before, group.users = group.users, users
    added, removed = [u for u in users if u not in before], [u for u in before if u not in users]
    body: Json = {
        "type": "subteam_members_changed",
        "subteam_id": group.id,
        "team_id": ws.team_id,
        "date_update": int(ws.now()),
        "added_users": added,
        "added_users_count": len(added),
        "removed_users": removed,
        "removed_users_count": len(removed),
    }
    events.emit(ws, body)


def group_renamed(ws: Workspace, group: Group, handle: str) -> None:
    group.handle = handle
    events.emit(ws, {"type": "subteam_updated", "subteam": group.slack(ws.team_id, users=True)})


def person_changed(ws: Workspace, person: Person) -> None:
    user = person.slack(ws.now())
    events.emit(ws, {"type": "user_change", "user": user, "cache_ts": int(ws.now())})
    ws.stream.tell({"type": "person", "id": person.id})


def person_joined(ws: Workspace, person: Person) -> None:
    if not person.is_outsider:
        events.emit(ws, {"type": "team_join", "user": person.slack(ws.now())})
    ws.stream.tell({"type": "person", "id": person.id})


def _membership(ws: Workspace, conversation: Conversation, person: Person, kind: str) -> Json:
    return {
        "type": kind,
        "user": person.id,
        "channel": conversation.id,
        "channel_type": "C" if conversation.kind == CHANNEL else "G",
        "team": ws.team_id,
        "event_ts": ws.next_ts(),
    }


def _noun(conversation: Conversation) -> str:
    return "channel" if conversation.kind == CHANNEL else "group"


def _redraw(ws: Workspace) -> None:
    ws.stream.tell({"type": "conversations"})
