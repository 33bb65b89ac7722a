"""Reviewers of half a year: 600 requests of twelve people, spread by the product over a database.

Some write far more than others, some are four times as fast, and every day one in ten is away.
`make proof` takes more halves of years.
"""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import mean
from typing import TypeVar

import pytest

from bot.calendar import add_working_time, next_working_moment
from bot.reviews.choosing import LIMIT, gini, spread
from bot.world import Work
from storage.records import Records
from storage.reviews import Review
from storage.store import Store, open_store
from storage.transaction import Transaction
from storage.types import PersonId, ReviewId
from tests.bot.post_office import HERE
from tests.bot.reviewing import PULL, TEAM, Reviewing
from tests.running import copied

T = TypeVar("T")

PROOF = bool(os.environ.get("PINWHEEL_PROOF"))
RUNS = 10 if PROOF else 1
REVIEWS = 600
A_DAY = 6
PEOPLE = [PersonId(f"U0{name}") for name in "ABCDEFGHIJKL"]
SPEEDS = (timedelta(hours=3), timedelta(hours=6), timedelta(hours=12))  # of working time
AWAY = 0.1


class HalfAYear(Reviewing):
    """Requests come over the day; whoever has one answers it after their own time."""

    def __init__(self, store: Store, dice: Random) -> None:
        self._tx: Transaction | None = None
        super().__init__(store, PEOPLE)
        self.dice = dice
        self.most_open = 0
        self.answers_due: list[tuple[datetime, PersonId, ReviewId]] = []
        self._taken: set[tuple[ReviewId, str]] = set()

    def goes_by(self) -> None:
        for first in range(0, REVIEWS, A_DAY):
            self._in_one(partial(self._day, range(first, first + A_DAY)))
        for _ in range(60):
            self._in_one(partial(self._day, range(0)))

    def totals(self) -> list[int]:
        shares = self.do(lambda work: work.records.seats.shares(TEAM))
        return [shares[one].total if one in shares else 0 for one in PEOPLE]

    def do(self, verb: Callable[[Work], T], **more: object) -> T:
        """A day is one transaction: a commit for each act would only wait for the disk."""
        if self._tx is None:
            return super().do(verb)
        work = Work(Records(self._tx, HERE), now=self.now, new_id=self.world.new_id)
        return verb(work)

    def _in_one(self, deed: Callable[[], None]) -> None:
        def day(tx: Transaction) -> None:
            self._tx = tx
            deed()
            self._tx = None

        self.store.write_now(day)

    def _day(self, numbers: range) -> None:
        morning = next_working_moment(self.now + timedelta(hours=16), zone="UTC")
        self.now = morning.replace(hour=9, minute=0)
        away = [one for one in PEOPLE if self.dice.random() < AWAY]
        self.do(lambda work: self._stay_away(work, away))
        for number in numbers:
            self.now += timedelta(hours=1)
            self._answer_what_is_ready()
            author = self.dice.choices(PEOPLE, weights=range(1, 13))[0]
            self.ask(author, PULL.format(number))
            self._look_who_has_what()
        self.now = morning.replace(hour=17)
        self._answer_what_is_ready()
        self._look_who_has_what()

    def _stay_away(self, work: Work, away: list[PersonId]) -> None:
        for one in PEOPLE:
            off = ((self.now.date(), self.now.date()),) if one in away else ()
            work.records.profiles.put(one, off=off)

    def _look_who_has_what(self) -> None:
        opens = self.do(lambda work: work.records.seats.open_of(PEOPLE))
        self.most_open = max(self.most_open, *opens.values(), 0)
        for review in self.do(_open_reviews):
            for person in self.seated(review.id):
                if (review.id, person) not in self._taken:
                    self._taken.add((review.id, person))
                    self._takes(PersonId(person), review.id)

    def _takes(self, person: PersonId, review: ReviewId) -> None:
        took = SPEEDS[PEOPLE.index(person) % 3] * self.dice.uniform(0.5, 1.5)
        ready = add_working_time(self.now, took, zone="UTC")
        self.answers_due.append((ready, person, review))

    def _answer_what_is_ready(self) -> None:
        ready = sorted(one for one in self.answers_due if one[0] <= self.now)
        self.answers_due = [one for one in self.answers_due if one[0] > self.now]
        for _, person, review in ready:
            self.answers(person, review, "approved")


def _open_reviews(work: Work) -> list[Review]:
    return work.records.reviews.listed("team", team=TEAM)


@pytest.mark.timeout(600)
def test_the_load_is_even_and_nobody_has_more_than_the_limit(
    migrated: Path, tmp_path: Path
) -> None:
    spreads, ginis = [], []
    for seed in range(RUNS):
        store = open_store(copied(migrated, tmp_path / f"{seed}.db"))
        half = HalfAYear(store, Random(seed))
        half.goes_by()
        totals = half.totals()
        store.close()
        assert sum(totals) == REVIEWS
        assert half.most_open <= LIMIT
        spreads.append(spread(totals))
        ginis.append(gini(totals))
    print(f"max - min {mean(spreads):.2f}, Gini {mean(ginis):.4f} over {RUNS} runs")
    assert mean(spreads) <= 1.5, spreads
    assert mean(ginis) <= 0.005, ginis
