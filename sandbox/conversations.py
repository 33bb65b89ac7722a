"""Channels, private channels, DMs and group DMs, with who is in them and who may see them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sandbox.messages import Messages
from sandbox.people import Person
from sandbox.wire import Json, SlackError

CHANNEL, PRIVATE, IM, MPIM = "channel", "private", "im", "mpim"
SLACK_TYPE = {CHANNEL: "public_channel", PRIVATE: "private_channel", IM: "im", MPIM: "mpim"}
READ_SCOPE = {
    CHANNEL: "channels:read",
    PRIVATE: "groups:read",
    IM: "im:read",
    MPIM: "mpim:read",
}
HISTORY_SCOPE = {
    CHANNEL: "channels:history",
    PRIVATE: "groups:history",
    IM: "im:history",
    MPIM: "mpim:history",
}
EVENT_CHANNEL_TYPE = {CHANNEL: "channel", PRIVATE: "group", IM: "im", MPIM: "mpim"}


@dataclass
class Conversation:
    """`members` keeps the order of joining; `read` is the newest ts each person has seen."""

    id: str
    name: str
    kind: str
    created: int
    creator: str
    members: dict[str, None] = field(default_factory=dict)
    topic: str = ""
    archived: bool = False
    shared: bool = False
    messages: Messages = field(default_factory=Messages)
    read: dict[str, str] = field(default_factory=dict)

    @property
    def is_direct(self) -> bool:
        return self.kind in (IM, MPIM)

    def others(self, user_id: str) -> list[str]:
        return [member for member in self.members if member != user_id]

    def visible_to(self, person: Person) -> bool:
        """Members see it; public channels are also seen by the workspace's full members."""
        if person.id in self.members:
            return True
        return self.kind == CHANNEL and not person.is_guest and not person.is_outsider

    def name_in_payloads(self) -> str:
        """Slack hides the names of what is not public."""
        return {CHANNEL: self.name, PRIVATE: "privategroup", IM: "directmessage"}.get(
            self.kind, self.name
        )

    def slack(self, looker: str, *, num_members: bool = False) -> Json:
        """Slack's conversation object as `looker` gets it."""
        found: Json = {
            "id": self.id,
            "created": self.created,
            "updated": self.created * 1000,
            "is_archived": self.archived,
            "is_channel": self.kind == CHANNEL,
            "is_group": self.kind == PRIVATE,
            "is_im": self.kind == IM,
            "is_mpim": self.kind == MPIM,
            "is_private": self.kind != CHANNEL,
            "is_general": False,
            "is_ext_shared": self.shared,
            "is_shared": self.shared,
            "is_org_shared": False,
        }
        found |= self._im_facts(looker) if self.kind == IM else self._channel_facts(looker)
        return found | ({"num_members": len(self.members)} if num_members else {})

    def _im_facts(self, looker: str) -> Json:
        return {"user": (self.others(looker) or [looker])[0], "is_open": True, "priority": 0}

    def _channel_facts(self, looker: str) -> Json:
        topic = {"value": self.topic, "creator": self.creator, "last_set": self.created}
        return {
            "name": self.name,
            "name_normalized": self.name,
            "creator": self.creator,
            "is_member": looker in self.members,
            "topic": topic,
            "purpose": {"value": "", "creator": "", "last_set": 0},
            "previous_names": [],
        }


@dataclass
class Conversations:
    by_id: dict[str, Conversation] = field(default_factory=dict)
    _direct: dict[frozenset[str], Conversation] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Conversation]:
        return iter(self.by_id.values())

    def add(self, conversation: Conversation) -> Conversation:
        self.by_id[conversation.id] = conversation
        if conversation.is_direct:
            self._direct[frozenset(conversation.members)] = conversation
        return conversation

    def get(self, conversation_id: str) -> Conversation:
        """Raises SlackError("channel_not_found")."""
        found = self.by_id.get(conversation_id)
        if found is None:
            raise SlackError("channel_not_found")
        return found

    def named(self, name: str) -> Conversation | None:
        return next((c for c in self if c.name == name and not c.is_direct), None)

    def direct(self, people: Iterable[str]) -> Conversation | None:
        """The DM or group DM of exactly these people."""
        return self._direct.get(frozenset(people))
