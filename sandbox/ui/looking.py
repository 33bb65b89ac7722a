"""What one person sees: who is here, their conversations, messages and open views."""

from sandbox import modals, talk
from sandbox.conversations import IM, Conversation
from sandbox.messages import Message
from sandbox.people import Person
from sandbox.wire import Json, SlackError
from sandbox.workspace import Workspace

MOST_MESSAGES = 500


def people(ws: Workspace) -> list[Json]:
    now = ws.now()
    return [_person(person, now) for person in ws.people]


def state(ws: Workspace, me: Person) -> Json:
    manifest = ws.manifest
    return {
        "me": _person(me, ws.now()),
        "workspace": {"id": ws.team_id, "name": ws.name, "domain": ws.domain},
        "people": people(ws),
        "groups": [
            {"id": g.id, "handle": g.handle, "name": g.name} for g in ws.people.groups.values()
        ],
        "conversations": [conversation(c, me) for c in ws.conversations if c.visible_to(me)],
        "commands": [] if me.is_outsider else _commands(ws),
        "shortcuts": [
            {"name": s.name, "type": s.kind, "callback_id": s.callback_id}
            for s in manifest.shortcuts
            if not me.is_outsider
        ],
        "app": {
            "id": ws.app.app_id,
            "user_id": ws.app.user_id,
            "name": manifest.bot_name,
            "home_tab": manifest.home_tab,
        },
        "clock": ws.clock.shown(),
        "prepared": ws.prepared,
        "tries": ws.tries,
        "views": [modals.shown(ws, view) for view in ws.views.stack(me.id)],
    }


def conversation(found: Conversation, me: Person) -> Json:
    unread = _unread(found, me)
    others = found.others(me.id)
    return {
        "id": found.id,
        "name": found.name,
        "kind": found.kind,
        "members": list(found.members),
        "with": (others or [me.id]) if found.is_direct else [],
        "unread": len(unread),
        "mentions": len(unread) if found.kind == IM else _mentions(unread, me),
        "is_member": me.id in found.members,
        "archived": found.archived,
        "topic": found.topic,
    }


def messages(
    found: Conversation, me: Person, *, thread_ts: str = "", before: str = "", limit: int = 100
) -> Json:
    """The newest `limit` messages of the timeline, or of a thread, oldest of them first."""
    if not found.visible_to(me):
        raise SlackError("channel_not_found")
    everything = found.messages.thread(thread_ts) if thread_ts else found.messages.timeline
    seen = [m for m in everything if m.only_for in (None, me.id) and (not before or m.ts < before)]
    first = max(0, len(seen) - min(limit, MOST_MESSAGES))
    return {"messages": [talk.shown(found, m) for m in seen[first:]], "has_more": first > 0}


def _commands(ws: Workspace) -> list[Json]:
    return [
        {"command": c.command, "description": c.description, "usage_hint": c.usage_hint}
        for c in ws.manifest.commands
    ]


def _person(person: Person, now: float) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "real_name": person.real_name,
        "title": person.title,
        "avatar": {"letter": person.real_name[:1].upper(), "colour": f"#{person.colour}"},
        "tz": person.tz,
        "is_bot": person.is_bot,
        "is_guest": person.is_guest,
        "is_outsider": person.is_outsider,
        "deleted": person.deleted,
        "local_time": person.local_time(now),
    }


def _unread(found: Conversation, me: Person) -> list[Message]:
    if me.id not in found.members:
        return []
    read = found.read.get(me.id, "")
    unread: list[Message] = []
    for message in reversed(found.messages.timeline):
        if message.ts <= read:
            break
        if message.user != me.id and message.only_for in (None, me.id):
            unread.append(message)
    return unread


def _mentions(unread: list[Message], me: Person) -> int:
    return sum(f"<@{me.id}>" in message.text for message in unread)
