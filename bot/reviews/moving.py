"""Moving a review: what happened is noted, everybody concerned sees it, free hands are found."""

from collections.abc import Collection

from bot.attention import welcome_at
from bot.letters import post, redraw
from bot.reviews import events, mornings
from bot.reviews.assigning import ASKED, seat_who_is_next
from bot.reviews.events import Event
from bot.reviews.life import settle
from bot.world import Work
from storage.review_seats import Seat
from storage.reviews import AUTHOR, Review
from storage.types import PersonId, ReviewId, TeamId

ANSWERED, SEATED = "review.answered", "review.seated"
# After these a reviewer finds by themselves that it is theirs again, here or at the code host.
_QUIET = frozenset({events.PUSHED, events.COMMENTED})
# After these somebody else is looked for where nobody is left.
_FREES = frozenset(
    {events.READY, events.REOPENED, events.DECLINED, events.WRONG_PERSON, events.HANDED_ON}
)
# Their author hears of these at once, when they were done here.
_TOLD = frozenset({events.APPROVED, events.COMMENTED, events.CHANGES, events.TOO_BIG})


def review_event(work: Work, review_id: ReviewId, event: Event) -> bool:
    """What happened to it, here or at its code host; True when it was news. Raises Overtaken."""
    review = work.records.reviews.get(review_id)
    if review is None or not work.records.reviews.note(review_id, event):
        return False
    move(work, review, event)
    return True


def move(work: Work, review: Review, event: Event) -> Review:
    """All that follows from what was just noted; the last of it is told as the reason."""
    before = work.records.seats.of(review.id)
    changed = settle(work, review)
    after = work.records.seats.of(review.id)
    _tell_reviewers(work, changed, before, after, event)
    if event.what in _TOLD and not event.key:  # what its code host told us, it told them too
        tell_author(work, changed, event.what, by=event.by)
    mornings.refresh(work, _whose(review, before) | _whose(changed, after))
    if {one.person for one in before if one.active} - {one.person for one in after if one.active}:
        look_for_hands(work, changed.team)
    elif event.what in _FREES and changed.state == "open":
        seat_again(work, changed)
    return changed


def look_for_hands(work: Work, team: TeamId) -> None:
    """Somebody is free again: whoever has waited for a reviewer longest gets one."""
    waiting = [one for one in work.records.reviews.listed("team", team=team) if _waits(one)]
    seats = work.records.seats.of_all([one.id for one in waiting])
    for review in waiting:
        _fill(work, review, seats[review.id])


def seat_again(work: Work, review: Review) -> bool:
    """Once more for this one; True when somebody was found."""
    return _fill(work, review, work.records.seats.of(review.id))


def slot_of(review: ReviewId, person: PersonId) -> str:
    return f"review:{review}:{person}"


def _fill(work: Work, review: Review, seats: Collection[Seat]) -> bool:
    missing = review.wanted - sum(one.counts for one in seats)
    chosen = seat_who_is_next(work, review, missing) if missing > 0 else []
    if not chosen:
        return False
    move(work, review, Event(events.REQUESTED, work.now))
    seated(work, review, chosen[0])
    return True


def seated(work: Work, review: Review, person: PersonId) -> None:
    """To whoever asked, when it was not known at once who looks at it."""
    _post(work, SEATED, review.author or review.asked_by, review, who=person)


def _waits(review: Review) -> bool:
    return review.state == "open"


def _tell_reviewers(
    work: Work,
    review: Review,
    before: Collection[Seat],
    after: Collection[Seat],
    event: Event,
) -> None:
    was = {one.person: one for one in before}
    for seat in after:
        old = was.get(seat.person)
        fresh = seat.to_act and (old is None or not old.to_act) and event.what not in _QUIET
        if fresh:
            _post(work, ASKED, seat.person, review, slot=slot_of(review.id, seat.person))
        else:
            _redraw(work, review, seat.person)


def tell_author(
    work: Work, review: Review, what: str, *, by: PersonId | None, link: str = ""
) -> None:
    """That a reviewer answered, and what."""
    if by != review.author:
        more = {"link": link} if link else {}
        _post(work, ANSWERED, review.author, review, what=what, who=by, **more)


def _post(
    work: Work,
    kind: str,
    to: PersonId | None,
    review: Review,
    *,
    slot: str | None = None,
    **facts: object,
) -> None:
    """Within their hours, and not at all where they muted such letters."""
    when = None if to is None else welcome_at(work, to, kind)
    if to is not None and when is not None:
        said = {"review": review.id, "to": to, **facts}
        post(work, kind, to=to, slot=slot, not_before=when, facts=said)


def _redraw(work: Work, review: Review, person: PersonId) -> None:
    slot = slot_of(review.id, person)
    outbox = work.records.outbox
    if outbox.post(slot) is not None or outbox.last_post(slot) is not None:
        redraw(work, ASKED, to=person, slot=slot, facts={"review": review.id, "to": person})


def _whose(review: Review, seats: Collection[Seat]) -> set[PersonId]:
    """Whose turn it was, or is."""
    people = {one.person for one in seats if one.to_act}
    if review.turn == AUTHOR and review.author is not None:
        people.add(review.author)
    return people
