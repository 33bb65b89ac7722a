"""Looks at a review when it is time: nudges the one who is to act, or finds a reviewer."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.attention import is_welcome, nudge
from bot.people import may_use
from bot.reviews import events
from bot.reviews.events import Event
from bot.reviews.life import change, settle, standing_of
from bot.reviews.mornings import nudge_at
from bot.reviews.moving import move, seat_again
from bot.reviews.nudging import one_to_nudge
from bot.reviews.turns import Standing
from bot.world import Work
from storage.outbox import Letter
from storage.reviews import NOBODY, REVIEWERS, Review
from storage.types import PersonId, ReviewId

NUDGED = "review.nudged"
_USEFULNESS = 55
_TRIED_AGAIN_AFTER = timedelta(hours=1)


def next_due(work: Work) -> datetime | None:
    return work.records.reviews.next_due()


def do_due(work: Work) -> bool:
    """Look at one that is due; False when none is."""
    due = work.records.reviews.due(work.now, 1)
    for review in due:
        _look(work, review)
    return bool(due)


def set_aside(work: Work) -> None:
    """Something of ours went wrong with the first one; the others go on, it has a turn again."""
    for review in work.records.reviews.due(work.now, 1):
        change(work, review, look_at=work.now + _TRIED_AGAIN_AFTER)


def is_moot(work: Work, letter: Letter) -> bool:
    """Somebody did something since, it is another's turn, or they may not be nudged now."""
    review = work.records.reviews.get(ReviewId(letter.facts["review"]))
    if review is None:
        return True
    now = standing_of(work, review)
    theirs = letter.facts["to"] in now.turn.people and now.turn.may_be_nudged
    return not theirs or now.heard.isoformat() != letter.facts["heard"]


def _look(work: Work, review: Review) -> None:
    now = standing_of(work, review)
    gone = [one for one in now.turn.people if _is_gone(work, one)]
    if gone and now.turn.who == REVIEWERS:
        _replace(work, review, gone)
        return
    if now.state == "open" and now.turn.who == NOBODY and seat_again(work, review):
        return
    _nudge(work, review, now)
    settle(work, review)


def _nudge(work: Work, review: Review, now: Standing) -> None:
    person = one_to_nudge(now)
    at = None if person is None else nudge_at(work, review, now, person)
    if person is None or at is None or at > work.now:
        return
    event = Event(events.NUDGED, work.now, whom=person)
    work.records.reviews.note(review.id, event)
    if not is_welcome(work, person):
        return  # their morning letter has it anyway
    heard, nth = now.heard.isoformat(), sum(now.nudges.values()) + 1
    facts: Mapping[str, Any] = {"review": review.id, "to": person, "heard": heard}
    subject = f"{review.id}:{heard}:{nth}"
    nudge(work, person, NUDGED, subject=subject, facts=facts, usefulness=_USEFULNESS)


def _replace(work: Work, review: Review, gone: list[PersonId]) -> None:
    """Who left cannot be waited for."""
    for person in gone:
        event = Event(events.DECLINED, work.now, by=person)
        work.records.reviews.note(review.id, event)
    move(work, review, Event(events.DECLINED, work.now))


def _is_gone(work: Work, person: PersonId) -> bool:
    return not may_use(work.records.people.get(person), work.records.workspace)
