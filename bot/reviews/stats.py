"""A team's reviews in figures without names, and each author's own, for their eyes alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.calendar import working_time
from bot.profiles import hours_of, zone_of
from bot.reviews.choosing import gini, spread
from bot.reviews.figures import Course, Turnaround, rounds_then_and_now, turnaround
from bot.reviews.turns import Standing, standing
from bot.world import Work
from storage.reviews import Review
from storage.types import PersonId, TeamId

WITHIN = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Stats:
    turnaround: Turnaround
    people: int  # who reviewed
    spread: float  # of reviews a person: the most less the fewest
    gini: float
    waiting: int  # open now without a reviewer


@dataclass(frozen=True, slots=True)
class Mine:
    """Of one author's own requests."""

    reviews: int
    rounds: tuple[float, float] | None  # to approval: of the first ones, of the last ones


def team_stats(work: Work, team: TeamId) -> Stats:
    reviews = work.records.reviews.listed("since", team=team, since=work.now - WITHIN)
    courses = courses_of(work, reviews)
    members = work.records.teams.members(team)
    shares = work.records.seats.shares(team)
    loads = [one.head_start + one.total for who, one in shares.items() if who in members]
    waiting = [one for one in reviews if one.state == "open" and one.turn == "nobody"]
    return Stats(turnaround(courses), len(loads), spread(loads), gini(loads), len(waiting))


def mine(work: Work, person: PersonId) -> Mine:
    reviews = work.records.reviews.listed(
        "authored", person=person, since=work.now - timedelta(days=365)
    )
    return Mine(len(reviews), rounds_then_and_now(courses_of(work, reviews)))


def courses_of(work: Work, reviews: Sequence[Review]) -> list[Course]:
    histories = work.records.reviews.events_of([one.id for one in reviews])
    return [
        _course(
            work,
            one,
            standing(one.author, histories[one.id], opened=one.opened_at, wanted=one.wanted),
        )
        for one in reviews
    ]


def _course(work: Work, review: Review, now: Standing) -> Course:
    over = now.approved or (now.ended if now.state in ("done", "merged") else None)
    return Course(
        opened=review.opened_at,
        first_answer=_worked(work, _first_reviewer(now), review.opened_at, now.answered),
        done=_worked(work, review.author, review.opened_at, over),
        rounds=now.rounds,
        comments=now.comments,
        approved=now.approved is not None or now.state == "merged",
    )


def _first_reviewer(now: Standing) -> PersonId | None:
    answered = [one for one in now.sittings.items() if one[1].first_answer is not None]
    return min(answered, key=lambda one: str(one[1].first_answer), default=(None,))[0]


def _worked(
    work: Work, person: PersonId | None, since: datetime, until: datetime | None
) -> timedelta | None:
    """In the working hours of that person."""
    if until is None:
        return None
    whose = person or PersonId("")
    return working_time(since, until, zone=zone_of(work, whose), hours=hours_of(work, whose))
