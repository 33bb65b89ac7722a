"""A review's life: each fact is noted once, and all that follows from it is worked out anew."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from bot.errors import Overtaken
from bot.knowledge import AUTHORED, REVIEWED, knew
from bot.reviews import events
from bot.reviews.acts import APPROVED
from bot.reviews.choosing import head_start
from bot.reviews.events import Event
from bot.reviews.mornings import next_look
from bot.reviews.turns import Standing, standing
from bot.world import Work
from storage.review_seats import Seat, Share
from storage.reviews import REVIEWERS, Review
from storage.types import PersonId, ReviewId, TeamId

_GAVE_UP = {
    events.DECLINED: "declined",
    events.HANDED_ON: "handed_on",
    events.WRONG_PERSON: "declined",
    events.UNREQUESTED: "removed",
}
CAME = "came"  # looked at it without being asked


def standing_of(work: Work, review: Review) -> Standing:
    return _standing(review, work.records.reviews.events(review.id))


def settle(work: Work, review: Review) -> Review:
    """Its state, its seats, each person's share, what people know by it, and whom it waits for."""
    history = work.records.reviews.events(review.id)
    now = _standing(review, history)
    _reseat(work, review, now, history)
    _learn(work, review, now)
    return change(
        work,
        review,
        state=now.state,
        turn=now.turn.who,
        turn_since=now.turn.since,
        heard_at=now.heard,
        ended_at=now.ended,
        look_at=next_look(work, review, now),
    )


def change(work: Work, review: Review, **new: Any) -> Review:
    """Compare and set: raises Overtaken when another process changed it after our look."""
    if not work.records.reviews.change(review, **new):
        raise Overtaken
    return replace(review, **new, revision=review.revision + 1)


def _standing(review: Review, history: Sequence[Event]) -> Standing:
    return standing(review.author, history, opened=review.opened_at, wanted=review.wanted)


def _reseat(work: Work, review: Review, now: Standing, history: Sequence[Event]) -> None:
    before = {one.person: one for one in work.records.seats.of(review.id)}
    for person in {*before, *now.sittings}:
        was = before.get(person)
        seat = _seat(review.id, person, now, history, was)
        if seat != was:
            work.records.seats.put(seat)
            _count(work, review, person, seat.counts - (was is not None and was.counts))


def _seat(
    review: ReviewId, person: PersonId, now: Standing, history: Sequence[Event], was: Seat | None
) -> Seat:
    sitting = now.sittings.get(person)
    if sitting is None:
        state = _how_left(person, history)
        since = now.heard if was is None or was.state != state else was.since
        why = "" if was is None else was.why
        return Seat(review, person, state, why, False, False, False, since)
    return Seat(
        review,
        person,
        sitting.state,
        _why(person, history),
        counts=True,
        active=now.state == "open" and sitting.state != APPROVED,
        to_act=now.turn.who == REVIEWERS and person in now.turn.people,
        since=sitting.since,
    )


def _how_left(person: PersonId, history: Sequence[Event]) -> str:
    for event in reversed(history):
        if event.what in _GAVE_UP and person in (event.whom or event.by, event.whom):
            return _GAVE_UP[event.what]
    return "removed"


def _why(person: PersonId, history: Sequence[Event]) -> str:
    """In our words when we chose them, else who asked; the last time that they were."""
    asked = [one for one in history if one.what == events.REQUESTED and one.whom == person]
    return (asked[-1].note or "named") if asked else CAME


def begin_shares(work: Work, team: TeamId, people: Iterable[PersonId]) -> None:
    """Who is new begins level with whoever did fewest, so that not all falls to them."""
    shares = work.records.seats.shares(team)
    start = head_start(one.head_start + one.total for one in shares.values())
    for person in people:
        if person not in shares:
            work.records.seats.begin(team, Share(person, start, 0))


def _count(work: Work, review: Review, person: PersonId, more: int) -> None:
    """How much of the team's reviews is theirs."""
    if more:
        begin_shares(work, review.team, [person])
        share = work.records.seats.shares(review.team)[person]
        if not work.records.seats.count(review.team, share, more):
            raise Overtaken


def _learn(work: Work, review: Review, now: Standing) -> None:
    """Who answered has looked at it; whoever wrote it knows it from the day it was shown."""
    if review.project is None:
        return
    if review.author is not None and now.state != "draft":
        knew(work, review.author, review.project, AUTHORED, review.opened_at, team=review.team)
    for person, sitting in now.sittings.items():
        if sitting.first_answer is not None:
            knew(work, person, review.project, REVIEWED, sitting.first_answer, team=review.team)
