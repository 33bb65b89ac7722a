"""The outbox: the letters we owe, their order in a conversation, and where they were posted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, or_, select, update

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


_FIELDS = tuple(Letter.__dataclass_fields__)
_COLUMNS = tuple(letters.c[name] for name in _FIELDS)
_OURS = letters.c.workspace == bindparam("workspace")
_THIS = and_(_OURS, letters.c.id == bindparam("letter"))
_DUE = letters.c.not_before <= bindparam("now")
_earlier = letters.alias("earlier")
_NOBODY_BEFORE_IT = ~(
    select(_earlier.c.seq)
    .where(
        _earlier.c.workspace == letters.c.workspace,
        _earlier.c.conversation == letters.c.conversation,
        _earlier.c.state.in_(UNFINISHED),
        _earlier.c.seq < letters.c.seq,
    )
    .exists()
)
_DUE_LETTERS = (
    select(*_COLUMNS)
    .where(_OURS, letters.c.state == "ready", _DUE, _NOBODY_BEFORE_IT)
    .where(or_(letters.c.asked, bindparam("speaking")))
    .order_by(letters.c.rank, letters.c.seq)
    .limit(bindparam("size"))
)
_CLAIM = (
    update(letters)
    .where(_OURS, letters.c.seq.in_(bindparam("seqs", expanding=True)))
    .values(
        state="sending",
        attempt_at=bindparam("now"),
        fence=bindparam("fence"),
        tries=letters.c.tries + 1,
    )
)
_ABANDONED = (
    update(letters)
    .where(_OURS, letters.c.state == "sending", letters.c.fence != bindparam("fence"))
    .values(state="in_doubt", not_before=bindparam("look_at"))
)
_DOUBTS = (
    select(*_COLUMNS)
    .where(_OURS, letters.c.state == "in_doubt", _DUE)
    .order_by(letters.c.seq)
    .limit(50)
)
_SETTLE = update(letters).where(_THIS, letters.c.state == bindparam("seen"))
_READY_IN_SLOT = select(letters.c.id, letters.c.verb).where(
    _OURS, letters.c.slot == bindparam("slot"), letters.c.state == "ready"
)
_LAST_IN_SLOT = (
    select(*_COLUMNS)
    .where(_OURS, letters.c.slot == bindparam("slot"), letters.c.verb == "post")
    .order_by(letters.c.seq.desc())
    .limit(1)
)
_GET = select(*_COLUMNS).where(_THIS)
_POST = select(posts.c.channel, posts.c.ts).where(
    posts.c.workspace == bindparam("workspace"), posts.c.slot == bindparam("slot")
)
_NEXT_DUE = select(func.min(letters.c.not_before)).where(
    _OURS,
    letters.c.state.in_(("ready", "in_doubt")),
    letters.c.not_before > bindparam("now"),
    or_(letters.c.asked, bindparam("speaking")),
)
_BUSY = (
    select(letters.c.workspace)
    .where(letters.c.state.in_(UNFINISHED))
    .distinct()
    .execution_options(everywhere=True)
)


class Outbox:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def put(self, letter: Letter) -> None:
        row = {name: getattr(letter, name) for name in _FIELDS if name != "seq"}
        self._tx.insert(letters, {"workspace": self._workspace, **row})

    def is_waiting(self, slot: str) -> bool:
        """A letter for this message has not left yet; it will say what is true when it leaves."""
        return self._tx.one(_READY_IN_SLOT, workspace=self._workspace, slot=slot) is not None

    def last_post(self, slot: str) -> Letter | None:
        row = self._tx.one(_LAST_IN_SLOT, workspace=self._workspace, slot=slot)
        return None if row is None else Letter(*row)

    def get(self, letter: LetterId) -> Letter | None:
        row = self._tx.one(_GET, workspace=self._workspace, letter=letter)
        return None if row is None else Letter(*row)

    def post(self, slot: str) -> Post | None:
        """Where the message of this slot stands, once Slack told us."""
        row = self._tx.one(_POST, workspace=self._workspace, slot=slot)
        return None if row is None else Post(*row)

    def posted(self, slot: str, post: Post) -> None:
        self._tx.run(
            posts.delete().where(posts.c.workspace == self._workspace, posts.c.slot == slot)
        )
        row = {"workspace": self._workspace, "slot": slot, "channel": post.channel, "ts": post.ts}
        self._tx.insert(posts, row)

    def unposted(self, slot: str) -> None:
        """The message of this slot was taken down."""
        self._tx.run(
            posts.delete().where(posts.c.workspace == self._workspace, posts.c.slot == slot)
        )

    def claim(self, *, now: datetime, fence: int, speaking: bool, size: int) -> list[Letter]:
        """Due letters, the first of each conversation only, marked as being sent.

        With `speaking` off only what a person asked for just now is claimed.
        """
        rows = self._tx.all(
            _DUE_LETTERS, workspace=self._workspace, now=now, speaking=speaking, size=size
        )
        found = [Letter(*row) for row in rows]
        if found:
            seqs = [letter.seq for letter in found]
            self._tx.run(_CLAIM, workspace=self._workspace, seqs=seqs, now=now, fence=fence)
        return found

    def doubt_abandoned(self, *, fence: int, look_at: datetime) -> int:
        """What an earlier holder of the lease left in mid-air may have arrived, or not."""
        done = self._tx.run(_ABANDONED, workspace=self._workspace, fence=fence, look_at=look_at)
        return done.rowcount

    def doubts(self, *, now: datetime) -> list[Letter]:
        rows = self._tx.all(_DOUBTS, workspace=self._workspace, now=now)
        return [Letter(*row) for row in rows]

    def settle(self, letter: LetterId, *, seen: str, **new: Any) -> bool:
        """Compare and set: True when the letter was still in the state that we saw."""
        statement = _SETTLE.values(new)
        done = self._tx.run(statement, workspace=self._workspace, letter=letter, seen=seen)
        return bool(done.rowcount)

    def next_due(self, *, now: datetime, speaking: bool) -> datetime | None:
        row = self._tx.one(_NEXT_DUE, workspace=self._workspace, now=now, speaking=speaking)
        return None if row is None else row[0]


def busy_workspaces(tx: Transaction) -> list[WorkspaceId]:
    """Every workspace to which a letter is still owed."""
    return [row.workspace for row in tx.all(_BUSY)]
