"""Counts over all tenants, for whoever runs this: states and reasons, never words."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from storage.outbox import UNFINISHED
from storage.reviews import AUTHOR, OPEN_STATES, REVIEWERS
from storage.schema import (
    channels,
    code_hosts,
    errands,
    letters,
    pair_rounds,
    pairings,
    reviews,
    rhythms,
    workspaces,
)
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


@dataclass(frozen=True, slots=True)
class Rounds:
    """Of pairs, over all teams."""

    last: date | None  # that was begun
    next: datetime | None
    pairs: dict[str, int]  # of the rounds under way, by what the two said; "unconfirmed": nothing


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
_REVIEWS = (
    select(reviews.c.state, reviews.c.turn, func.count())
    .where(reviews.c.state.in_(OPEN_STATES))
    .group_by(reviews.c.state, reviews.c.turn)
    .execution_options(everywhere=True)
)
_OF_A_TEAM = pair_rounds.c.kind != "spare"
_LAST_ROUND = (
    select(func.max(pair_rounds.c.date)).where(_OF_A_TEAM).execution_options(everywhere=True)
)
_NEXT_ROUND = (
    select(func.min(rhythms.c.next_due))
    .where(rhythms.c.on, rhythms.c.feature == "pairs")
    .execution_options(everywhere=True)
)
_PAIRS = (
    select(func.coalesce(pairings.c.answer, "unconfirmed"), func.count())
    .join(
        pair_rounds,
        (pair_rounds.c.workspace == pairings.c.workspace) & (pair_rounds.c.id == pairings.c.round),
    )
    .where(_OF_A_TEAM, pair_rounds.c.state == "made", pairings.c.state == "on")
    .group_by(pairings.c.answer)
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


def open_reviews(tx: Transaction) -> dict[str, int]:
    """By whom they wait for; what waits for nobody by why."""
    found: dict[str, int] = {}
    for state, turn, many in tx.all(_REVIEWS):
        waits = _waits_for(state, turn)
        found[waits] = found.get(waits, 0) + many
    return found


def _waits_for(state: str, turn: str) -> str:
    if state == "open":
        return {AUTHOR: "author", REVIEWERS: "reviewer"}.get(turn, "free reviewer")
    return {"approved": "merge"}.get(state, state)


def rounds_of_pairs(tx: Transaction) -> Rounds:
    last, coming = tx.one(_LAST_ROUND), tx.one(_NEXT_ROUND)
    return Rounds(
        last=None if last is None else last[0],
        next=None if coming is None else coming[0],
        pairs={row[0]: row[1] for row in tx.all(_PAIRS)},
    )
