"""Changes: what happened between two looks at a request, as events of a review's life."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.hosts.looks import CLOSED, COMMENTED, DISMISSED, MERGED, OPEN, Look, Remark, Verdict
from storage.reviews import Event

_ENDINGS = {CLOSED: "closed", MERGED: "merged"}


def changes(before: Look | None, now: Look) -> list[Event]:
    """In the order in which they happened. People are logins: nobody is anybody's here yet.

    Without a look before, all that it shows happened. Each has a key of its own, so that the
    same change found twice is one.
    """
    found = [*_said(before, now), *_states(before, now)]
    return sorted(found, key=lambda event: event.at)  # stable: what is shown first comes first


def _said(before: Look | None, now: Look) -> Iterator[Event]:
    known = {} if before is None else {one.id: one for one in before.verdicts}
    for verdict in now.verdicts:
        yield from _verdict(known.get(verdict.id), verdict, now)
    heard = frozenset() if before is None else {one.id for one in before.remarks}
    yield from (_remark(one) for one in now.remarks if one.id not in heard)


def _verdict(before: Verdict | None, verdict: Verdict, now: Look) -> Iterator[Event]:
    if before is None and verdict.what != DISMISSED:
        count = now.counts.get(verdict.id, 0)
        said = _by(verdict, verdict.what, f"verdict:{verdict.id}")
        yield replace(said, note=str(count) if count else "")
    elif before is not None and before.what != verdict.what == DISMISSED:
        key = f"dismissed:{verdict.id}"
        yield Event(DISMISSED, now.changed_at, key=key, account=verdict.login)


def _remark(remark: Remark) -> Event:
    return _by(remark, COMMENTED, f"remark:{remark.id}")


def _by(said: Verdict | Remark, what: str, key: str) -> Event:
    return Event(what, said.at, key=key, account=said.login, by_bot=said.by_bot)


def _states(before: Look | None, now: Look) -> Iterator[Event]:
    at = now.opened_at if before is None else now.changed_at
    yield from _pushes(before, now)
    yield from _drafts(before, now, at)
    yield from _requests(before, now, at)
    yield from _branches(before, now)
    yield from _endings(before, now)


def _pushes(before: Look | None, now: Look) -> Iterator[Event]:
    if before is not None and now.head and before.head != now.head:
        yield Event(
            "pushed",
            now.changed_at,
            key=f"push:{now.head}",
            account=now.author,
            by_bot=now.pushed_by_bot,
        )


def _drafts(before: Look | None, now: Look, at: datetime) -> Iterator[Event]:
    was = False if before is None else before.is_draft
    if was != now.is_draft:
        what = "drafted" if now.is_draft else "ready"
        yield Event(what, at, key=f"{what}:{_stamp(at)}", account=now.author)


def _requests(before: Look | None, now: Look, at: datetime) -> Iterator[Event]:
    asked = frozenset() if before is None else frozenset(before.requested)
    for login in now.requested:
        if login not in asked:
            yield Event("requested", at, key=f"requested:{login}:{_stamp(at)}", account=login)
    answered = {one.login for one in now.verdicts} - _answered_before(before, now)
    for login in sorted(asked - set(now.requested) - answered):
        yield Event("unrequested", at, key=f"unrequested:{login}:{_stamp(at)}", account=login)
    if now.asks_team and not (before is not None and before.asks_team):
        yield Event("team_requested", at, key=f"team:{_stamp(at)}")


def _answered_before(before: Look | None, now: Look) -> set[str]:
    """Whose verdicts are all old: a host takes a request away when it is answered."""
    known = frozenset() if before is None else {one.id for one in before.verdicts}
    fresh = {one.login for one in now.verdicts if one.id not in known}
    return {one.login for one in now.verdicts} - fresh


def _branches(before: Look | None, now: Look) -> Iterator[Event]:
    was = False if before is None else before.branch_gone
    if was != now.branch_gone and now.state == OPEN:
        what = "lost" if now.branch_gone else "found"
        yield Event(what, now.changed_at, key=f"{what}:{now.head}", note="branch")


def _endings(before: Look | None, now: Look) -> Iterator[Event]:
    was = OPEN if before is None else before.state
    if was == now.state:
        return
    at = now.ended_at or now.changed_at
    if now.state in _ENDINGS:
        yield Event(_ENDINGS[now.state], at, key=f"state:{now.state}:{_stamp(at)}")
    else:
        yield Event("reopened", now.changed_at, key=f"state:open:{_stamp(now.changed_at)}")


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
