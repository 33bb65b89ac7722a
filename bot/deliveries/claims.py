"""Claiming: who may speak for a workspace, and which letters leave next."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.deliveries.doubts import SETTLE, Doubt, OnUnconfirmed, doubt_of
from bot.deliveries.parcels import Composers, Parcel, Unsaid, pack
from bot.housekeeping import paused_since
from bot.world import Work
from storage import deliveries
from storage.deliveries import Deliveries
from storage.leases import Leases
from storage.outbox import Letter
from storage.types import WorkspaceId

LEASE = timedelta(seconds=15)
STALE = timedelta(seconds=60)  # nothing is in mid-air for so long: its sender was lost
UNKNOWN_AGAIN = timedelta(minutes=1)
UNKNOWN_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Outlook:
    """Whether there is something to do here now; if not, when to look again at the latest."""

    due: bool
    again: datetime | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """What one claim brought. `fence` is the number under which its results are recorded."""

    fence: int
    parcels: tuple[Parcel, ...]
    doubts: tuple[Doubt, ...]
    unsaid: tuple[Unsaid, ...]
    unconfirmed: tuple[Letter, ...]
    full: bool  # there may be more
    limits: Mapping[tuple[str, str], datetime]  # (method, channel or "") -> not before


@dataclass(frozen=True, slots=True)
class Agenda:
    busy: tuple[WorkspaceId, ...]  # something is owed there by now
    next_due: datetime | None  # after now, anywhere


def agenda(work: Work) -> Agenda:
    """Of all workspaces that Slack lets us speak in."""
    tx = work.records.tx
    busy = deliveries.busy_workspaces(tx, now=work.now)
    speaking = paused_since(work) is None
    return Agenda(tuple(busy), deliveries.next_due(tx, now=work.now, speaking=speaking))


def look(work: Work, *, me: str, verbs: Collection[str]) -> Outlook:
    """Changes nothing, so that an idle courier costs no write."""
    lease = Leases(work.records.tx).held(_lease(work))
    if lease is not None and lease.holder != me and lease.until > work.now:
        return Outlook(due=False, again=lease.until)
    due = _deliveries(work).any_due(
        now=work.now,
        fence=-1 if lease is None or lease.holder != me else lease.fence,
        stale=work.now - STALE,
        speaking=paused_since(work) is None,
        verbs=verbs,
    )
    return Outlook(due)


def claim(
    work: Work,
    *,
    me: str,
    verbs: Collection[str],
    size: int,
    composers: Composers,
    on_unconfirmed: OnUnconfirmed,
) -> Claimed | None:
    """Take or renew the lease, and mark what leaves now; None while somebody else holds it.

    Lease, fence and letters are of one transaction: who lost the lease claims nothing.
    """
    fence = renew(work, me=me)
    if fence is None:
        return None
    box = _deliveries(work)
    box.doubt_abandoned(fence=fence, stale=work.now - STALE, look_at=work.now + SETTLE)
    speaking = paused_since(work) is None
    letters = box.claim(now=work.now, fence=fence, speaking=speaking, verbs=verbs, size=size)
    packed = [pack(work, letter, composers) for letter in letters]
    unsaid = tuple(one for one in packed if isinstance(one, Unsaid))
    for one in unsaid:
        _lay_aside(work, one, fence)
    doubts, unconfirmed = _sort_doubts(work, on_unconfirmed)
    return Claimed(
        fence=fence,
        parcels=tuple(one for one in packed if isinstance(one, Parcel)),
        doubts=doubts,
        unsaid=unsaid,
        unconfirmed=unconfirmed,
        full=len(letters) == size,
        limits=work.records.limits.all(now=work.now),
    )


def renew(work: Work, *, me: str) -> int | None:
    """My fencing number for the next 15 seconds of product time, or None."""
    leases = Leases(work.records.tx)
    return leases.take(_lease(work), me=me, now=work.now, until=work.now + LEASE)


def let_go(work: Work, *, me: str) -> None:
    """Somebody else may speak for this workspace at once."""
    lease = Leases(work.records.tx).held(_lease(work))
    if lease is not None and lease.holder == me:
        Leases(work.records.tx).give_back(_lease(work), me=me, now=work.now)


def _lay_aside(work: Work, unsaid: Unsaid, fence: int) -> None:
    letter, box = unsaid.letter, _deliveries(work)
    if unsaid.state != "unknown":
        box.end(letter.id, fence=fence, state=unsaid.state, reason=unsaid.reason)
    elif work.now - letter.made_at > UNKNOWN_FOR:
        box.end(letter.id, fence=fence, state="failed", reason=unsaid.reason)
    else:
        # A newer version of ours wrote it, and will say it; it waits for that one.
        at = work.now + UNKNOWN_AGAIN
        box.give_back(letter.id, fence=fence, at=at, reason=unsaid.reason)


def _sort_doubts(
    work: Work, on_unconfirmed: OnUnconfirmed
) -> tuple[tuple[Doubt, ...], tuple[Letter, ...]]:
    """Those that can be looked for; the others are shown to a person, once, here."""
    found, unconfirmed = [], []
    for letter in _deliveries(work).doubts(now=work.now):
        doubt = doubt_of(work, letter)
        if doubt is not None:
            found.append(doubt)
        elif _deliveries(work).end_doubt(
            letter.id, looks=letter.looks, state="unconfirmed", reason="unreadable"
        ):
            on_unconfirmed(work, letter)
            unconfirmed.append(letter)
    return tuple(found), tuple(unconfirmed)


def _deliveries(work: Work) -> Deliveries:
    return Deliveries(work.records.tx, work.records.workspace)


def _lease(work: Work) -> str:
    return f"courier {work.records.workspace}"
