"""The budget of what comes by itself: at most one a working day, at most four a week."""

from collections.abc import Iterable
from datetime import date

A_DAY = 1
A_WEEK = 4


def has_room(today: date, said_on: Iterable[frozenset[date]]) -> bool:
    """Whether one more may come today.

    Each that came is given as the dates that it may be counted on: for who travels, the date
    where they were and the date here can differ, and both count.
    """
    came = list(said_on)
    this_day = sum(today in days for days in came)
    this_week = sum(any(_week(day) == _week(today) for day in days) for days in came)
    return this_day < A_DAY and this_week < A_WEEK


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]
