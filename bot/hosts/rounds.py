"""Rounds: what is to be done at the code hosts next, and when there is more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.world import Work
from storage.account_searches import AccountSearch
from storage.errands import Errand
from storage.followed import Followed
from storage.hosts import CodeHost
from storage.watched import Watched

EVERY = timedelta(minutes=15)  # the longest that a change there goes unseen
IN_HANDS = timedelta(minutes=2)  # what takes longer was dropped

Task = Errand | Followed | Watched | AccountSearch


@dataclass(frozen=True, slots=True)
class Opened:
    """A code host that whoever runs us has given us a key to."""

    kind: str
    web: str  # as links name it


def introduce(work: Work, opened: tuple[Opened, ...]) -> None:
    """As we start: these and no others; an old trouble may be over with a new key."""
    known = work.records.hosts.all()
    for host in opened:
        was = known.get(host.kind)
        if was is not None and was.trouble is not None:
            wait_for(work, host.kind, timedelta(0))
        work.records.hosts.put(CodeHost(host.kind, host.web))
    for kind in known.keys() - {host.kind for host in opened}:
        work.records.hosts.remove(kind)


def next_due(work: Work) -> datetime | None:
    """When something is due; a moment that has passed means now."""
    moments = []
    for kind, not_before in _doors(work).items():
        due = min(_due_at(work, kind), default=None)
        if due is not None:
            moments.append(max(due, not_before) if not_before > work.now else due)
    return min(moments, default=None)


def take(work: Work) -> Task | None:
    """The next one, ours for two minutes: what we owe, who is who, what changed or may have."""
    hosts = [kind for kind, opens in _doors(work).items() if opens <= work.now]
    if not hosts:
        return None
    until = work.now + IN_HANDS
    records = work.records
    return (
        records.errands.take(now=work.now, until=until, hosts=hosts)
        or records.account_searches.take(now=work.now, until=until, hosts=hosts)
        or records.followed.take(now=work.now, until=until, hosts=hosts)
        or records.watched.take(now=work.now, until=until, hosts=hosts)
    )


def set_aside(work: Work, task: Task) -> None:
    """We made a mistake with it: the others go on, and it is tried again with the next round."""
    match task:
        case Errand():
            work.records.errands.end(task, next_at=work.now + EVERY, reason="our mistake")
        case Followed():
            work.records.followed.end(task, next_at=work.now + EVERY)
        case Watched():
            work.records.watched.end(task, next_at=work.now + EVERY)
        case AccountSearch():
            work.records.account_searches.end(task, next_at=work.now + EVERY)


def next_look(work: Work, *, spread: float) -> datetime:
    """Not all at the same moment, none later than promised. `spread`: 0 to 1."""
    return work.now + EVERY * (1 - spread / 8)


def wait_for(work: Work, kind: str, wait: timedelta) -> None:
    """Nothing is asked of this host for so long; whoever asks next knows it too."""
    work.records.limits.put(kind, "", not_before=work.now + wait)


def _doors(work: Work) -> Mapping[str, datetime]:
    """Not before when each host may be asked."""
    closed = work.records.limits.all(now=work.now)
    return {kind: closed.get((kind, ""), work.now) for kind in work.records.hosts.all()}


def _due_at(work: Work, kind: str) -> list[datetime]:
    records = work.records
    found = [
        drawer.next_due(hosts=[kind])
        for drawer in (
            records.errands,
            records.account_searches,
            records.followed,
            records.watched,
        )
    ]
    return [at for at in found if at is not None]
