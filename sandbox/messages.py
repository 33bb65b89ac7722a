"""One message as the workspace keeps it, and the order of messages in a conversation."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from sandbox.wire import Json, SlackError

_WHERE_THERE_IS_ONE = (
    "subtype",
    "bot_id",
    "app_id",
    "blocks",
    "attachments",
    "files",
    "edited",
    "thread_ts",
)


@dataclass(slots=True)
class Message:
    """`only_for` is the one person who sees it, for an ephemeral message."""

    ts: str
    user: str
    text: str
    team: str
    blocks: list[Json] | None = None
    attachments: list[Json] | None = None
    thread_ts: str | None = None
    broadcast: bool = False
    subtype: str | None = None
    bot_id: str | None = None
    app_id: str | None = None
    only_for: str | None = None
    metadata: Json | None = None
    edited: Json | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    files: list[Json] | None = None

    def slack(self, *, metadata: bool = False) -> Json:
        """Slack's message object; the metadata only where it was asked for."""
        shown: Json = {"type": "message", "user": self.user, "text": self.text, "ts": self.ts}
        shown["team"] = self.team
        for name in _WHERE_THERE_IS_ONE:
            value = getattr(self, name)
            if value is not None:
                shown[name] = value
        if self.reactions:
            shown["reactions"] = [
                {"name": name, "users": list(users), "count": len(users)}
                for name, users in self.reactions.items()
            ]
        if metadata and self.metadata:
            shown["metadata"] = self.metadata
        return shown

    @property
    def is_reply(self) -> bool:
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass
class Messages:
    """The timeline and the threads, each in the order of ts; replies are only in their thread."""

    by_ts: dict[str, Message] = field(default_factory=dict)
    timeline: list[Message] = field(default_factory=list)
    threads: dict[str, list[Message]] = field(default_factory=dict)

    def add(self, message: Message) -> None:
        self.by_ts[message.ts] = message
        if message.is_reply and message.thread_ts:
            self.threads.setdefault(message.thread_ts, []).append(message)
            parent = self.by_ts.get(message.thread_ts)
            if parent is not None and message.only_for is None:
                parent.thread_ts = parent.ts
        if not message.is_reply or message.broadcast:
            self.timeline.append(message)

    def find(self, ts: str) -> Message:
        """Raises SlackError("message_not_found")."""
        found = self.by_ts.get(ts)
        if found is None:
            raise SlackError("message_not_found")
        return found

    def remove(self, message: Message) -> None:
        """A parent with replies leaves a tombstone, as Slack does."""
        if self.threads.get(message.ts):
            message.subtype, message.text = "tombstone", "This message was deleted."
            message.blocks = message.attachments = message.metadata = None
            return
        del self.by_ts[message.ts]
        if message in self.timeline:
            self.timeline.remove(message)
        if message.is_reply and message.thread_ts:
            self.threads[message.thread_ts].remove(message)

    def thread(self, ts: str) -> list[Message]:
        """The parent and its replies; raises SlackError("thread_not_found")."""
        parent = self.by_ts.get(ts)
        if parent is None:
            raise SlackError("thread_not_found")
        return [parent, *self.threads.get(ts, [])]

    def thread_facts(self, message: Message) -> Json:
        """What a parent's message object says about its replies; empty without any."""
        replies = [m for m in self.threads.get(message.ts, []) if m.only_for is None]
        if not replies:
            return {}
        users = list(dict.fromkeys(reply.user for reply in replies))
        return {
            "reply_count": len(replies),
            "reply_users_count": len(users),
            "reply_users": users[:5],
            "latest_reply": replies[-1].ts,
        }


def between(messages: list[Message], *, oldest: str, latest: str, inclusive: bool) -> list[Message]:
    """The messages from `oldest` to `latest`, both ts or empty for no bound."""
    left, right = (bisect_left, bisect_right) if inclusive else (bisect_right, bisect_left)
    start = left(messages, _padded(oldest), key=_key) if oldest else 0
    end = right(messages, _padded(latest), key=_key) if latest else len(messages)
    return messages[start:end]


def _key(message: Message) -> str:
    return _padded(message.ts)


def _padded(ts: str) -> str:
    """A ts in a form whose text order is its time order ("0", "1700000000", "1.5" are valid)."""
    seconds, _, micros = ts.partition(".")
    return f"{seconds:>012}.{micros:<06}"
