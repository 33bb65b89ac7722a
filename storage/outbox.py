"""The outbox: the letters we owe, and where the posted ones stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, select, update

from storage.schema import letters, posts
from storage.transaction import Transaction
from storage.types import ChannelId, LetterId, WorkspaceId

UNFINISHED = ("ready", "sending", "in_doubt")
INTERACTIVE, SCHEDULED, BULK = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Letter:
    id: LetterId  # opaque; travels in the message's metadata, so that it can be looked for
    verb: str  # post, whisper (only one person sees it), edit, delete
    kind: str  # what it says, as `feature.past_participle`
    conversation: str  # a channel's id, or a person's for their DM with us
    facts: Mapping[str, Any]
    made_at: datetime
    not_before: datetime
    whisper_to: str | None = None
    slot: str | None = None  # a name for the message, so that it can be edited later
    thread: str | None = None  # the slot, or the ts, of the message that it answers
    asked: bool = True  # a person caused it just now; nudges and notices are unasked
    rank: int = INTERACTIVE
    state: str = "ready"  # ready, sending, sent, in_doubt, unconfirmed, failed, moot
    attempt_at: datetime | None = None
    fence: int | None = None
    tries: int = 0
    looks: int = 0
    reason: str | None = None
    ts: str | None = None
    seq: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Post:
    channel: ChannelId
    ts: str


LETTER_FIELDS = tuple(Letter.__dataclass_fields__)
LETTER_COLUMNS = tuple(letters.c[name] for name in LETTER_FIELDS)
_OURS = letters.c.workspace == bindparam("tenant")
_READY_IN_SLOT = select(letters.c.id).where(
    _OURS, letters.c.slot == bindparam("slot"), letters.c.state == "ready"
)
_LAST_IN_SLOT = (
    select(*LETTER_COLUMNS)
    .where(_OURS, letters.c.slot == bindparam("slot"), letters.c.verb == "post")
    .order_by(letters.c.seq.desc())
    .limit(1)
)
_GET = select(*LETTER_COLUMNS).where(_OURS, letters.c.id == bindparam("letter"))
_IN_SLOT = and_(posts.c.workspace == bindparam("tenant"), posts.c.slot == bindparam("slot"))
_POST = select(posts.c.channel, posts.c.ts).where(_IN_SLOT)
_UNPOST = delete(posts).where(_IN_SLOT)
_CONFIRM = (
    update(letters)
    .where(_OURS, letters.c.id == bindparam("letter"), letters.c.state == "unconfirmed")
    .values(state="sent", ts=bindparam("seen_ts"), reason=None)
)

_PRUNE = (
    delete(letters)
    .where(letters.c.state.in_(("sent", "moot")), letters.c.made_at < bindparam("before"))
    .execution_options(everywhere=True)
)


class Outbox:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def put(self, letter: Letter) -> None:
        row = {name: getattr(letter, name) for name in LETTER_FIELDS if name != "seq"}
        self._tx.insert(letters, {"workspace": self._workspace, **row})

    def is_waiting(self, slot: str) -> bool:
        """A letter for this message has not left yet; it will say what is true when it leaves."""
        return self._tx.one(_READY_IN_SLOT, tenant=self._workspace, slot=slot) is not None

    def last_post(self, slot: str) -> Letter | None:
        row = self._tx.one(_LAST_IN_SLOT, tenant=self._workspace, slot=slot)
        return None if row is None else Letter(*row)

    def get(self, letter: LetterId) -> Letter | None:
        row = self._tx.one(_GET, tenant=self._workspace, letter=letter)
        return None if row is None else Letter(*row)

    def post(self, slot: str) -> Post | None:
        """Where the message of this slot stands, once Slack told us."""
        row = self._tx.one(_POST, tenant=self._workspace, slot=slot)
        return None if row is None else Post(*row)

    def posted(self, slot: str, post: Post) -> None:
        self.unposted(slot)
        row = {"workspace": self._workspace, "slot": slot, "channel": post.channel, "ts": post.ts}
        self._tx.insert(posts, row)

    def confirm(self, letter: LetterId, post: Post) -> bool:
        """A person showed us where it stands; True when nobody knew before."""
        values = {"tenant": self._workspace, "letter": letter, "seen_ts": post.ts}
        return bool(self._tx.run(_CONFIRM, **values).rowcount)

    def unposted(self, slot: str) -> None:
        """The message of this slot was taken down."""
        self._tx.run(_UNPOST, tenant=self._workspace, slot=slot)


def prune_outbox(tx: Transaction, *, before: datetime) -> int:
    """Forget letters that arrived, or were not needed; returns how many."""
    return tx.run(_PRUNE, before=before).rowcount
