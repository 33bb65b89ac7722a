"""Counts over all tenants, for whoever runs this: states and reasons, never words."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from storage.outbox import UNFINISHED
from storage.schema import channels, code_hosts, errands, letters, workspaces
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Letters:
    workspace: str
    id: str
    kind: str
    state: str
    reason: str | None
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Trouble:
    workspace: str
    channel: str  # "" when it is the whole workspace
    reason: str
    since: datetime | None = None  # of a workspace


_BY_STATE = (
    select(letters.c.state, func.count(), func.min(letters.c.made_at))
    .group_by(letters.c.state)
    .execution_options(everywhere=True)
)
_WORRIES = (
    select(
        letters.c.workspace,
        letters.c.id,
        letters.c.kind,
        letters.c.state,
        letters.c.reason,
        letters.c.made_at,
    )
    .where(letters.c.state.in_(("failed", "unconfirmed", "in_doubt")))
    .order_by(letters.c.seq.desc())
    .limit(50)
    .execution_options(everywhere=True)
)
_TROUBLED_CHANNELS = (
    select(channels.c.workspace, channels.c.id, channels.c.trouble)
    .where(channels.c.trouble.is_not(None))
    .execution_options(everywhere=True)
)
_TROUBLED_WORKSPACES = select(
    workspaces.c.id, workspaces.c.trouble, workspaces.c.trouble_since
).where(workspaces.c.trouble.is_not(None))


_TROUBLED_HOSTS = (
    select(code_hosts.c.workspace, code_hosts.c.kind, code_hosts.c.trouble, code_hosts.c.trouble_at)
    .where(code_hosts.c.trouble.is_not(None))
    .execution_options(everywhere=True)
)
_ERRANDS = (
    select(errands.c.state, func.count())
    .group_by(errands.c.state)
    .execution_options(everywhere=True)
)


def letters_by_state(tx: Transaction) -> tuple[dict[str, int], datetime | None]:
    """How many are in each state, and when the oldest that is still owed was made."""
    rows = tx.all(_BY_STATE)
    owed = [row[2] for row in rows if row.state in UNFINISHED]
    return {row.state: row[1] for row in rows}, min(owed, default=None)


def worries(tx: Transaction) -> list[Letters]:
    return [Letters(*row) for row in tx.all(_WORRIES)]


def troubles(tx: Transaction) -> list[Trouble]:
    rows = tx.all(_TROUBLED_WORKSPACES)
    found = [Trouble(row.id, "", row.trouble, row.trouble_since) for row in rows]
    return found + [Trouble(*row) for row in tx.all(_TROUBLED_CHANNELS)]


def host_troubles(tx: Transaction) -> list[Trouble]:
    """Code hosts that refuse our key, each in the place of a channel."""
    return [Trouble(*row) for row in tx.all(_TROUBLED_HOSTS)]


def errands_by_state(tx: Transaction) -> dict[str, int]:
    return {row.state: row[1] for row in tx.all(_ERRANDS)}
