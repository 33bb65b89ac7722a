"""Deliveries: how letters leave the outbox, in order, and what became of each."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    Boolean,
    Executable,
    Text,
    and_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    update,
)

from storage.outbox import LETTER_COLUMNS, UNFINISHED, Letter
from storage.schema import letters, workspaces
from storage.transaction import Transaction
from storage.types import LetterId, UtcDateTime, WorkspaceId

DOUBTS_AT_ONCE = 16

_earlier = letters.alias("earlier")
# Written out, not bound: only so does SQLite see that its index of the unfinished fits.
_unfinished: BindParameter[Any] = bindparam(
    "unfinished", UNFINISHED, expanding=True, literal_execute=True
)
_OURS = letters.c.workspace == bindparam("tenant")
_THIS = and_(_OURS, letters.c.id == bindparam("letter"))
_MINE = and_(_THIS, letters.c.state == "sending", letters.c.fence == bindparam("fence_held"))
_DOUBTED = and_(_THIS, letters.c.state == "in_doubt", letters.c.looks == bindparam("looks_seen"))
_DUE = letters.c.not_before <= bindparam("now")
_speaking = bindparam("speaking", type_=Boolean)
_MAY_LEAVE = or_(letters.c.asked, _speaking)

# A letter that is planned for later, or paused, holds up nobody; one that was tried does.
_HOLDS_UP = or_(
    _earlier.c.state != "ready",
    and_(
        or_(_earlier.c.asked, _speaking),
        or_(_earlier.c.tries > 0, _earlier.c.not_before <= bindparam("now")),
    ),
)
_FIRST_OF_ITS_CONVERSATION = ~(
    select(_earlier.c.seq)
    .where(
        _earlier.c.workspace == letters.c.workspace,
        _earlier.c.conversation == letters.c.conversation,
        _earlier.c.state.in_(_unfinished),
        _earlier.c.seq < letters.c.seq,
        _HOLDS_UP,
    )
    .exists()
)
_CAN_LEAVE = and_(
    _OURS,
    letters.c.state == "ready",
    _DUE,
    _MAY_LEAVE,
    letters.c.verb.in_(bindparam("verbs", expanding=True)),
    _FIRST_OF_ITS_CONVERSATION,
)
_LEAVING = (
    select(*LETTER_COLUMNS)
    .where(_CAN_LEAVE)
    .order_by(letters.c.rank, letters.c.seq)
    .limit(bindparam("size"))
)
_ANY_LEAVING = select(letters.c.seq).where(_CAN_LEAVE).limit(1)
_CLAIM = (
    update(letters)
    .where(_OURS, letters.c.seq.in_(bindparam("seqs", expanding=True)))
    .values(
        state="sending",
        attempt_at=bindparam("now"),
        fence=bindparam("fence_held"),
        tries=letters.c.tries + 1,
    )
)
_IS_ABANDONED = and_(
    _OURS,
    letters.c.state == "sending",
    or_(letters.c.fence != bindparam("fence_held"), letters.c.attempt_at < bindparam("stale")),
)
_ANY_ABANDONED = select(letters.c.seq).where(_IS_ABANDONED).limit(1)
_IDEMPOTENT = letters.c.verb.in_(("edit", "delete"))
_DOUBT_ABANDONED = (
    update(letters)
    .where(_IS_ABANDONED)
    .values(
        state=case(
            (_IDEMPOTENT, literal("ready")),
            (letters.c.verb == "whisper", literal("unconfirmed")),
            else_=literal("in_doubt"),
        ),
        not_before=case(
            (_IDEMPOTENT, letters.c.not_before), else_=bindparam("look_at", type_=UtcDateTime)
        ),
        reason="abandoned",
    )
)
_IS_DUE_DOUBT = and_(_OURS, letters.c.state == "in_doubt", _DUE)
_DOUBTS = select(*LETTER_COLUMNS).where(_IS_DUE_DOUBT).order_by(letters.c.seq).limit(DOUBTS_AT_ONCE)
_ANY_DOUBT = select(letters.c.seq).where(_IS_DUE_DOUBT).limit(1)

_reason: BindParameter[str | None] = bindparam("why", type_=Text)
_SENT = (
    update(letters)
    .where(_THIS, letters.c.state.in_(("sending", "in_doubt")))
    .values(state="sent", ts=bindparam("posted_ts"), reason=None)
)
_LATER = (
    update(letters).where(_MINE).values(state="ready", not_before=bindparam("at"), reason=_reason)
)
_GIVE_BACK = _LATER.values(tries=letters.c.tries - 1)
_DOUBT = (
    update(letters)
    .where(_MINE)
    .values(state="in_doubt", not_before=bindparam("at"), reason=_reason)
)
_END_MINE = update(letters).where(_MINE).values(state=bindparam("ended"), reason=_reason)
_END_DOUBTED = update(letters).where(_DOUBTED).values(state=bindparam("ended"), reason=_reason)
_LOOK_AGAIN = (
    update(letters).where(_DOUBTED).values(not_before=bindparam("at"), looks=bindparam("looks_now"))
)
_RESEND = (
    update(letters)
    .where(_DOUBTED)
    .values(
        state="ready", not_before=bindparam("at"), looks=bindparam("looks_now"), reason="absent"
    )
)
_FAIL_WAITING = (
    update(letters)
    .where(_OURS, letters.c.conversation == bindparam("place"), letters.c.state == "ready")
    .values(state="failed", reason=_reason)
)

_ALIVE = workspaces.c.trouble.is_(None)
_BUSY = (
    select(workspaces.c.id)
    .where(
        _ALIVE,
        select(letters.c.seq)
        .where(letters.c.workspace == workspaces.c.id, letters.c.state.in_(_unfinished), _DUE)
        .exists(),
    )
    .order_by(workspaces.c.id)
    .execution_options(everywhere=True)
)
_NEXT_DUE = (
    select(func.min(letters.c.not_before))
    .join(workspaces, workspaces.c.id == letters.c.workspace)
    .where(
        _ALIVE,
        letters.c.state.in_(_unfinished),
        letters.c.state != "sending",
        letters.c.not_before > bindparam("now"),
        _MAY_LEAVE,
    )
    .execution_options(everywhere=True)
)


class Deliveries:
    """The courier's side of the outbox. Every change is a compare and set: True when it took."""

    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def claim(
        self, *, now: datetime, fence: int, speaking: bool, verbs: Collection[str], size: int
    ) -> list[Letter]:
        """Due letters, the first of each conversation only, marked as being sent.

        With `speaking` off only what a person asked for just now is claimed.
        """
        asked = {"tenant": self._workspace, "now": now, "speaking": speaking}
        rows = self._tx.all(_LEAVING, **asked, verbs=list(verbs), size=size)
        found = [Letter(*row) for row in rows]
        if found:
            seqs = [letter.seq for letter in found]
            self._tx.run(_CLAIM, tenant=self._workspace, seqs=seqs, now=now, fence_held=fence)
        return [
            replace(one, state="sending", attempt_at=now, fence=fence, tries=one.tries + 1)
            for one in found
        ]

    def doubt_abandoned(self, *, fence: int, stale: datetime, look_at: datetime) -> int:
        """What was left in mid-air, by an earlier holder of the lease or since before `stale`.

        A post may have arrived, or not: it is looked for. Edits are simply made again; a whisper
        cannot be looked for.
        """
        left = {"tenant": self._workspace, "fence_held": fence, "stale": stale}
        return self._tx.run(_DOUBT_ABANDONED, **left, look_at=look_at).rowcount

    def doubts(self, *, now: datetime) -> list[Letter]:
        rows = self._tx.all(_DOUBTS, tenant=self._workspace, now=now)
        return [Letter(*row) for row in rows]

    def any_due(
        self, *, now: datetime, fence: int, stale: datetime, speaking: bool, verbs: Collection[str]
    ) -> bool:
        """Whether claiming now would find anything to do."""
        ours = {"tenant": self._workspace}
        leaving = {**ours, "now": now, "speaking": speaking, "verbs": list(verbs)}
        return (
            self._tx.one(_ANY_LEAVING, **leaving) is not None
            or self._tx.one(_ANY_DOUBT, **ours, now=now) is not None
            or self._tx.one(_ANY_ABANDONED, **ours, fence_held=fence, stale=stale) is not None
        )

    def sent(self, letter: LetterId, *, ts: str | None) -> bool:
        """Whoever holds the lease by now: what Slack confirmed is a fact."""
        return self._did(_SENT, letter, posted_ts=ts)

    def later(self, letter: LetterId, *, fence: int, at: datetime, reason: str) -> bool:
        return self._did(_LATER, letter, fence_held=fence, at=at, why=reason)

    def give_back(self, letter: LetterId, *, fence: int, at: datetime, reason: str) -> bool:
        """It was claimed, but Slack was never called: that was no try."""
        return self._did(_GIVE_BACK, letter, fence_held=fence, at=at, why=reason)

    def doubt(self, letter: LetterId, *, fence: int, look_at: datetime, reason: str) -> bool:
        return self._did(_DOUBT, letter, fence_held=fence, at=look_at, why=reason)

    def end(self, letter: LetterId, *, fence: int, state: str, reason: str) -> bool:
        """`state`: failed, unconfirmed or moot."""
        return self._did(_END_MINE, letter, fence_held=fence, ended=state, why=reason)

    def end_doubt(self, letter: LetterId, *, looks: int, state: str, reason: str) -> bool:
        return self._did(_END_DOUBTED, letter, looks_seen=looks, ended=state, why=reason)

    def look_again(self, letter: LetterId, *, looks: int, now_looks: int, at: datetime) -> bool:
        return self._did(_LOOK_AGAIN, letter, looks_seen=looks, looks_now=now_looks, at=at)

    def resend(self, letter: LetterId, *, looks: int, at: datetime) -> bool:
        return self._did(_RESEND, letter, looks_seen=looks, looks_now=looks + 1, at=at)

    def fail_waiting(self, conversation: str, *, reason: str) -> int:
        """Everything that still waits for this conversation cannot be said there."""
        values = {"tenant": self._workspace, "place": conversation, "why": reason}
        return self._tx.run(_FAIL_WAITING, **values).rowcount

    def _did(self, statement: Executable, letter: LetterId, **values: object) -> bool:
        values |= {"tenant": self._workspace, "letter": letter}
        return bool(self._tx.run(statement, **values).rowcount)


def busy_workspaces(tx: Transaction, *, now: datetime) -> list[WorkspaceId]:
    """Those to which something is owed by now, leaving out the ones where Slack refuses us."""
    return [row.id for row in tx.all(_BUSY, now=now)]


def next_due(tx: Transaction, *, now: datetime, speaking: bool) -> datetime | None:
    """When, after now, the next letter is due anywhere."""
    row = tx.one(_NEXT_DUE, now=now, speaking=speaking)
    return None if row is None else row[0]
