"""Figures of reviews: how soon they were answered and done, in how many rounds, how evenly."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Course:
    """One review, as far as figures go; times in working hours of whoever was to answer."""

    opened: datetime
    first_answer: timedelta | None
    done: timedelta | None  # until it was approved or over
    rounds: int
    comments: int
    approved: bool


@dataclass(frozen=True, slots=True)
class Turnaround:
    reviews: int
    answer_p50: timedelta | None
    answer_p75: timedelta | None
    done_p50: timedelta | None
    done_p75: timedelta | None
    comments: float | None  # a review: what is quick shall not be shallow


def turnaround(courses: Sequence[Course]) -> Turnaround:
    answers = [one.first_answer for one in courses if one.first_answer is not None]
    dones = [one.done for one in courses if one.done is not None]
    answered = [one.comments for one in courses if one.first_answer is not None]
    return Turnaround(
        reviews=len(courses),
        answer_p50=quantile(answers, 0.5),
        answer_p75=quantile(answers, 0.75),
        done_p50=quantile(dones, 0.5),
        done_p75=quantile(dones, 0.75),
        comments=sum(answered) / len(answered) if answered else None,
    )


def quantile(amounts: Iterable[timedelta], part: float) -> timedelta | None:
    """The smallest that at least that part does not exceed; one that really happened."""
    ordered = sorted(amounts)
    if not ordered:
        return None
    place = -(-round(part * 1000) * len(ordered) // 1000)
    return ordered[max(place, 1) - 1]


def rounds_then_and_now(courses: Sequence[Course]) -> tuple[float, float] | None:
    """Rounds to approval over one's own requests: the first ones and the last ones.

    None while there are too few to tell.
    """
    rounds = [one.rounds for one in sorted(courses, key=lambda one: one.opened) if one.approved]
    if len(rounds) < 2:
        return None
    part = min(len(rounds) // 2, 5)
    return sum(rounds[:part]) / part, sum(rounds[-part:]) / part
