"""What people type, in the escaped form in which Slack passes it on."""

import re
from re import Match

from sandbox.conversations import PRIVATE, Conversation
from sandbox.people import Person
from sandbox.workspace import Workspace

_PARTS = re.compile(
    r"(?P<code>```.*?```|`[^`\n]+`)"
    r"|<@(?P<id>[A-Z0-9]+)(?:\|[^<>]*)?>"
    r"|<!subteam\^(?P<group>[A-Z0-9]+)(?:\|[^<>]*)?>"
    r"|(?<![\w@#&/.])@(?P<handle>[\w][\w.-]*)"
    r"|(?<![\w@#&/.])#(?P<channel>[\w][\w-]*)"
    r"|(?P<link>https?://[^\s<>|]+)"
    r"|(?P<special>[&<>])",
    re.DOTALL,
)
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_BROADCASTS = frozenset({"here", "channel", "everyone"})
_TRAILING = ".,;:!?)-"


def escaped(text: str) -> str:
    """Slack's three escapes, nothing else."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_sent(ws: Workspace, person: Person, text: str) -> str:
    """`text` escaped, with @names, #channels and links that this person may use made live."""

    def replaced(found: Match[str]) -> str:
        kind, part = found.lastgroup or "", found.group(found.lastgroup or 0)
        if kind == "id":
            return f"<@{part}>" if part in ws.people.by_id else escaped(found.group())
        if kind == "group":
            known = part in ws.people.groups
            return f"<!subteam^{part}>" if known else escaped(found.group())
        if kind == "handle":
            return _mention(ws, part)
        if kind == "channel":
            return _channel(ws, person, part)
        return _ESCAPED.get(part) or _plain(kind, part)

    return _PARTS.sub(replaced, text)


def _plain(kind: str, part: str) -> str:
    if kind != "link":
        return escaped(part)
    link = part.rstrip(_TRAILING)
    return f"<{escaped(link)}>{part[len(link) :]}"


def _mention(ws: Workspace, handle: str) -> str:
    """The longest name that `handle` begins with: "dana." is Dana and a full stop."""
    name = handle
    while name:
        rest = escaped(handle[len(name) :])
        if person := ws.people.named(name):
            return f"<@{person.id}>{rest}"
        if group := ws.people.group_named(name):
            return f"<!subteam^{group.id}>{rest}"
        if name in _BROADCASTS:
            return f"<!{name}>{rest}"
        if name[-1] not in _TRAILING:
            break
        name = name[:-1]
    return f"@{escaped(handle)}"


def _channel(ws: Workspace, person: Person, name: str) -> str:
    found = ws.conversations.named(name.rstrip("-"))
    if found is None or not found.visible_to(person):
        return f"#{name}"
    return f"<#{found.id}|{_label(found)}>" + name[len(found.name) :]


def _label(conversation: Conversation) -> str:
    return "" if conversation.kind == PRIVATE else conversation.name
