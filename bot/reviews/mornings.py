"""A review in people's mornings: who is to act finds it there, and when we look at it again."""

from collections.abc import Iterable
from datetime import date, datetime

from bot import mornings
from bot.attention import say_in_the_morning
from bot.calendar import next_working_moment, zone_named
from bot.profiles import end_of, hours_of, next_worked, start_of, today, zone_of
from bot.reviews.nudging import Days, last_worked, next_nudge, one_to_nudge, working_days_later
from bot.reviews.turns import Standing
from bot.world import Work
from storage.reviews import NOBODY, Review
from storage.types import PersonId

PART = "reviews"


def next_look(work: Work, review: Review, now: Standing) -> datetime | None:
    """For the next nudge, the next morning, or to look for a reviewer once more."""
    if now.state == "open" and now.turn.who == NOBODY:
        return _next_morning(work, review.author or review.asked_by)
    if not now.turn.may_be_nudged:
        return None
    since = now.turn.since or now.heard
    found = [_in_the_morning(work, person, since) for person in now.turn.people]
    person = one_to_nudge(now)
    nudge = None if person is None else nudge_at(work, review, now, person)
    return min([*found, *([] if nudge is None else [nudge])], default=None)


def nudge_at(work: Work, review: Review, now: Standing, person: PersonId) -> datetime | None:
    due = None if review.due is None else last_worked(review.due, hours_of(work, person))
    days = days_of(work, person)
    return next_nudge(now, person, days, lambda day: start_of(work, person, day), due)


def days_of(work: Work, person: PersonId) -> Days:
    zone, hours = zone_of(work, person), hours_of(work, person)
    return lambda at, days: working_days_later(at, days, zone=zone, hours=hours)


def refresh(work: Work, people: Iterable[PersonId]) -> None:
    """Today's letters that have left say what is true now."""
    for person in people:
        day = today(work, person)
        if (PART, "") in work.records.mornings.left(person, day):
            mornings.send(work, person, day)


def came_on(work: Work, person: PersonId, since: datetime) -> date:
    """The day on which they heard of it; its morning letter need not say it too."""
    zone = zone_of(work, person)
    heard = next_working_moment(since, zone=zone, hours=hours_of(work, person))
    return heard.astimezone(zone_named(zone)).date()


def _in_the_morning(work: Work, person: PersonId, since: datetime) -> datetime:
    """Until when that letter says it: afterwards the next one does."""
    first = end_of(work, person, came_on(work, person, since))
    if work.now < first:
        return first
    day = say_in_the_morning(work, person, part=PART, subject="", facts={})
    return end_of(work, person, day)


def _next_morning(work: Work, person: PersonId | None) -> datetime:
    whose = person or PersonId("")
    return start_of(work, whose, next_worked(work, whose, today(work, whose)))
