"""What people do with a review by a tap or a word; the second one is told what happened first."""

from datetime import date, timedelta

from bot import errands
from bot.errors import CannotReview, NotTheAuthor, NotTheReviewer
from bot.people import may_use
from bot.profiles import next_worked, today
from bot.reviews import events
from bot.reviews.acts import APPROVED, CHANGES, LOOKED, TAKEN
from bot.reviews.assigning import next_reviewer, request
from bot.reviews.events import Event
from bot.reviews.find import seen
from bot.reviews.life import standing_of
from bot.reviews.moving import move, review_event
from bot.reviews.nudging import is_exhausted
from bot.told import Told
from bot.world import Work
from storage.review_seats import Seat
from storage.reviews import REVIEWERS, Review
from storage.types import PersonId, ReviewId

_RESULT = {
    events.ACCEPTED: TAKEN,
    events.APPROVED: APPROVED,
    events.COMMENTED: LOOKED,
    events.CHANGES: CHANGES,
    events.TOO_BIG: CHANGES,
}
_BY_AUTHOR = frozenset({events.WITHDRAWN, events.FINISHED, events.READY_AGAIN})
_AS_IT_GOES = frozenset({events.NUDGED, events.REQUESTED})  # nobody's deed


def answer(work: Work, review_id: ReviewId, what: str, *, by: PersonId, note: str = "") -> Told:
    """A reviewer's accepted, seen, commented, approved, changes_requested, too_big. Who was not
    asked may look at it as well. Raises NotTheReviewer, NoSuchReview."""
    review = seen(work, review_id, by)
    if by == review.author:
        raise NotTheReviewer
    seat = _seat(work, review, by)
    if not review.is_open or _is_done(work, review, seat, what, by):
        return already(work, review)
    if seat is None:
        work.records.reviews.note(review.id, Event(events.ACCEPTED, work.now, by=by))
    review_event(work, review.id, Event(what, work.now, by=by, note=note))
    return Told(f"review.{what}", None, {"review": review.id})


def give_up(work: Work, review_id: ReviewId, what: str, *, by: PersonId) -> Told:
    """Declined, or the wrong person: somebody else is found where there is anybody."""
    review = seen(work, review_id, by)
    seat = _seat(work, review, by)
    if not review.is_open or seat is None or not seat.active:
        return already(work, review)
    errands.unask_reviewer(work, review.id, review.link, by)
    review_event(work, review.id, Event(what, work.now, by=by))
    return Told(f"review.{what}", None, _now_with(work, review))


def hand_on(work: Work, review_id: ReviewId, to: PersonId | None, *, by: PersonId) -> Told:
    """To somebody who agreed to it, or to whoever is next. Raises CannotReview."""
    review = seen(work, review_id, by)
    seat = _seat(work, review, by)
    if not review.is_open or seat is None or not seat.active:
        return already(work, review)
    if to is not None:
        _require_reviewer(work, review, to, besides=by)
    errands.unask_reviewer(work, review.id, review.link, by)
    work.records.reviews.note(review.id, Event(events.HANDED_ON, work.now, by=by))
    if to is not None:
        request(work, review, [to], by=by, why="handed_on")
    move(work, review, Event(events.HANDED_ON, work.now, by=by))
    return Told("review.handed_on", None, _now_with(work, review))


def choose_another(work: Work, review_id: ReviewId, to: PersonId | None, *, by: PersonId) -> Told:
    """The author asks somebody else, when a reviewer let seven days pass, or nobody was found."""
    review = _authors(work, review_id, by)
    if not review.is_open:
        return already(work, review)
    if to is not None:
        _require_reviewer(work, review, to)
    silent = may_be_replaced(work, review)
    chosen = to or _next(work, review)
    if chosen is None:
        return Told("review.nobody_free", None, {"review": review.id})
    for person in silent:
        errands.unask_reviewer(work, review.id, review.link, person)
        gone = Event(events.UNREQUESTED, work.now, by=by, whom=person)
        work.records.reviews.note(review.id, gone)
    request(work, review, [chosen], by=by, why="" if to else "next")
    move(work, review, Event(events.REQUESTED, work.now, by=by))
    return Told("review.chosen", None, _now_with(work, review))


def may_be_replaced(work: Work, review: Review) -> list[PersonId]:
    """Reviewers who are to act, when nobody answered as often as we nudge."""
    now = standing_of(work, review)
    return list(now.turn.people) if now.turn.who == REVIEWERS and is_exhausted(now) else []


def by_author(work: Work, review_id: ReviewId, what: str, *, by: PersonId) -> Told:
    """Ready for another look, finished, or not needed any more. Raises NotTheAuthor."""
    review = _authors(work, review_id, by)
    if not review.is_open:
        return already(work, review)
    if what in (events.WITHDRAWN, events.FINISHED):
        for seat in work.records.seats.of(review.id):
            if seat.active:
                errands.unask_reviewer(work, review.id, review.link, seat.person)
    review_event(work, review.id, Event(what, work.now, by=by))
    return Told(f"review.{what}", None, {"review": review.id})


def snooze(work: Work, review_id: ReviewId, until: date | None, *, by: PersonId) -> Told:
    """No reminder before that day; without one, before the next working day but one."""
    review = seen(work, review_id, by)
    if not review.is_open:
        return already(work, review)
    now = today(work, by)
    day = until or next_worked(work, by, next_worked(work, by, now))
    day = max(day, now + timedelta(days=1))
    event = Event(events.SNOOZED, work.now, by=by, note=day.isoformat())
    review_event(work, review.id, event)
    return Told("review.snoozed", None, {"review": review.id, "until": day.isoformat()})


def already(work: Work, review: Review) -> Told:
    """What was done last, by whom, how many seconds ago."""
    deeds = [one for one in work.records.reviews.events(review.id) if one.what not in _AS_IT_GOES]
    facts: dict[str, object] = {"review": review.id}
    if deeds:
        last = deeds[-1]
        ago = int((work.now - last.at).total_seconds())
        facts |= {"what": last.what, "by": last.by, "account": last.account, "ago": ago}
    return Told("review.already", None, facts)


def _is_done(work: Work, review: Review, seat: Seat | None, what: str, by: PersonId) -> bool:
    """They said the same before, and nothing came of it since."""
    if seat is None:
        return False
    if what in _RESULT:
        return seat.state == _RESULT[what]
    history = work.records.reviews.events(review.id)
    return any(one.what == what and one.by == by and one.at >= seat.since for one in history)


def _seat(work: Work, review: Review, person: PersonId) -> Seat | None:
    seats = work.records.seats.of(review.id)
    return next((one for one in seats if one.person == person and one.counts), None)


def _authors(work: Work, review_id: ReviewId, by: PersonId) -> Review:
    review = seen(work, review_id, by)
    if by not in (review.author, review.asked_by):
        raise NotTheAuthor
    return review


def _require_reviewer(
    work: Work, review: Review, person: PersonId, *, besides: PersonId | None = None
) -> None:
    """Raises CannotReview."""
    served = may_use(work.records.people.get(person), work.records.workspace)
    if not served or person in (review.author, besides):
        raise CannotReview


def _next(work: Work, review: Review) -> PersonId | None:
    choice = next_reviewer(work, review)
    return None if choice is None else choice.person


def _now_with(work: Work, review: Review) -> dict[str, object]:
    """Who looks at it now."""
    people = [one.person for one in work.records.seats.of(review.id) if one.active]
    return {"review": review.id, "people": people}
