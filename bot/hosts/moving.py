"""Moving: what a look at a request on a code host changes in its review here."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot import reviews
from bot.hosts import told
from bot.hosts.changes import changes
from bot.hosts.looks import OPEN, Look, kept, kept_look
from bot.hosts.rounds import next_look, wait_for
from bot.hosts.unread import OF_THE_HOST, Unread, Why, again_in
from bot.world import Work
from storage.followed import Followed
from storage.reviews import Event, Review
from storage.types import PersonId

Tags = Mapping[str, Any]
_NAMES_ANOTHER = frozenset({"requested", "unrequested", "dismissed"})


def moved(work: Work, one: Followed, look: Look, tags: Tags, *, spread: float) -> bool:
    """False when another process had it in hands by then. `tags` spare the next reading."""
    if not work.records.followed.end(
        one,
        next_at=next_look(work, spread=spread),
        known=kept(look),
        tags=dict(tags),
        read_at=work.now,
        tries=0,
        trouble=None,
        place=look.place,
    ):
        return False
    work.records.hosts.well(one.host)
    if look.place != one.place:
        _renamed(work, one.place, look.place)
    _tell_what_happened(work, one, look)
    _leave_what_is_over(work, one)
    return True


def unchanged(work: Work, one: Followed, *, spread: float) -> bool:
    """It is as it was when it was read last; perhaps it could not be read in between."""
    at = next_look(work, spread=spread)
    if not work.records.followed.end(one, next_at=at, read_at=work.now, tries=0, trouble=None):
        return False
    work.records.hosts.well(one.host)
    _found_again(work, one)
    _leave_what_is_over(work, one)
    return True


def unmoved(work: Work, one: Followed, unread: Unread, *, spread: float) -> None:
    """It could not be read: later again; what is gone is said, and can come back."""
    if unread.why in OF_THE_HOST:
        leave_be(work, one.host, unread, spread=spread)
        work.records.followed.end(one, next_at=work.now)
        return
    wait = again_in(unread, one.tries, spread=spread)
    if not work.records.followed.end(one, next_at=work.now + wait, trouble=unread.why):
        return
    if one.trouble is None:
        _lost(work, one, unread.why)


def leave_be(work: Work, kind: str, unread: Unread, *, spread: float) -> None:
    """A host that is ill, busy or refuses us is left alone for a while, by everybody."""
    host = work.records.hosts.all().get(kind)
    tries = 1 if host is None else host.stumbles + 1
    work.records.hosts.stumbled(kind)
    wait_for(work, kind, again_in(unread, tries, spread=spread))
    told.host_failed(work, kind, unread)


def _tell_what_happened(work: Work, one: Followed, look: Look) -> None:
    _found_again(work, one)
    before = kept_look(one.known)
    found = changes(before, look)
    review = work.records.reviews.get(one.review)
    if review is None:
        return
    people = work.records.accounts.on(one.host)
    reviews.learnt(
        work,
        review,
        title=look.title,
        lines=look.lines,
        author=people.get(look.author),
        account=look.author,
    )
    if before is None and look.state == OPEN and not review.is_open:
        key = f"state:open:{look.changed_at.isoformat(timespec='seconds')}"
        found.append(Event("reopened", look.changed_at, key=key))
    for event in found:
        news = reviews.review_event(work, one.review, _of_people(event, people, now=work.now))
        if news and event.what == "lost":
            told.lost(work, review, event.note, seen=True)


def _found_again(work: Work, one: Followed) -> None:
    if one.trouble is not None:
        event = Event("found", work.now, key=f"found:{work.now.isoformat()}")
        reviews.review_event(work, one.review, event)


def _of_people(event: Event, people: Mapping[str, PersonId], *, now: datetime) -> Event:
    """With the people whose accounts these are. A clock there that is ahead of ours is not
    followed."""
    known = people.get(event.account)
    at = min(event.at, now)
    if known is None:
        return replace(event, at=at)
    if event.what in _NAMES_ANOTHER:
        return replace(event, at=at, whom=known)
    return replace(event, at=at, by=known)


def _renamed(work: Work, old: str, new: str) -> None:
    work.records.followed.moved(old, new)
    work.records.errands.moved(old, new)
    reviews.renamed(work, old, new)


def _lost(work: Work, one: Followed, why: Why) -> None:
    review = _leave_what_is_over(work, one)
    if review is not None:
        event = Event("lost", work.now, key=f"lost:{work.now.isoformat()}", note=why)
        reviews.review_event(work, one.review, event)
        told.lost(work, review, why, seen=one.known is not None)


def _leave_what_is_over(work: Work, one: Followed) -> Review | None:
    """There or here: it is followed no more. Else the review as it is."""
    review = work.records.reviews.get(one.review)
    if review is not None and review.is_open:
        return review
    work.records.followed.leave(one.review)
    return None
