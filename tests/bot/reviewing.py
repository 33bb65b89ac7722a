"""A team that reviews: a real database, a clock turned by hand, people with zones and hours."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select

from bot import reviews
from bot.errors import Overtaken
from bot.links import read_link
from bot.reviews import ReviewId, Wish
from bot.told import Told
from bot.world import Work
from storage.outbox import LETTER_COLUMNS, Letter
from storage.people import Person
from storage.reviews import Review
from storage.schema import letters, nudges
from storage.store import Store
from storage.types import ChannelId, PersonId, TeamId
from tests.bot.post_office import HERE, PostOffice

CHANNEL = ChannelId("C0TEAM")
TEAM = TeamId("t")
MONDAY = datetime(2026, 3, 9, 10, tzinfo=UTC)
_LETTERS = (
    select(*LETTER_COLUMNS)
    .where(letters.c.workspace == bindparam("tenant"))
    .order_by(letters.c.seq)
)
_NUDGES = (
    select(nudges.c.person, nudges.c.made_at, nudges.c.kind)
    .where(nudges.c.workspace == bindparam("tenant"))
    .order_by(nudges.c.made_at)
)
PULL = "https://github.com/acme/churn/pull/{}"


class Reviewing(PostOffice):
    """`people` in the team of C0TEAM, all of them in UTC, on a Monday at ten."""

    def __init__(self, store: Store, people: Sequence[str]) -> None:
        super().__init__(store)
        self.now = MONDAY
        self.people = [PersonId(one) for one in people]
        self.do(self._join)

    def ask(self, by: str, link: str = PULL.format(1), **wish: Any) -> ReviewId:
        told = self.told(lambda work: self._ask(work, by, link, wish))
        return ReviewId(told.facts["review"])

    def told(self, verb: Any) -> Told:
        """Once more where somebody else was faster, as the door does it."""
        for _ in range(3):
            try:
                told: Told = self.do(verb)
            except Overtaken:
                continue
            return told
        raise AssertionError("overtaken three times")

    def answers(self, who: str, review: ReviewId, what: str) -> Told:
        person = PersonId(who)
        return self.told(lambda work: reviews.answer(work, review, what, by=person))

    def review(self, review: ReviewId) -> Review:
        found = self.do(lambda work: work.records.reviews.get(review))
        assert found is not None
        return found

    def seated(self, review: ReviewId) -> list[str]:
        """Who looks at it."""
        return [
            one.person for one in self.do(lambda work: work.records.seats.of(review)) if one.counts
        ]

    def due(self) -> int:
        """Look at all that is due now; how often."""
        looks = 0
        while (at := self.do(reviews.next_due)) is not None and at <= self.now:
            assert looks < 200, "it is due again and again"
            self.do(reviews.do_due)
            looks += 1
        return looks

    def waits_until(self, moment: datetime) -> None:
        """The time passes, and whatever comes due on the way is done then."""
        while (at := self.do(reviews.next_due)) is not None and at <= moment:
            self.now = max(at, self.now)
            self.due()
        self.now = moment

    def letters(self, kind: str) -> list[Letter]:
        """All that were written, the oldest first; those that edit another too."""
        rows = self.do(lambda work: work.records.tx.all(_LETTERS, tenant=HERE))
        return [one for one in (Letter(*row) for row in rows) if one.kind == kind]

    def nudged(self) -> list[tuple[str, datetime]]:
        """Whom a reminder was meant for, and when it was decided."""
        rows = self.do(lambda work: work.records.tx.all(_NUDGES, tenant=HERE))
        return [(row.person, row.made_at) for row in rows if row.kind == reviews.NUDGED]

    def _ask(self, work: Work, by: str, link: str, wish: dict[str, Any]) -> Told:
        read = read_link(link)
        assert read is not None
        return reviews.ask(work, Wish(read, **wish), by=PersonId(by), channel=CHANNEL)

    def _join(self, work: Work) -> None:
        for one in self.people:
            person = Person(
                one, one.lower(), one.lower(), "UTC", HERE, False, False, False, work.now
            )
            work.records.people.put(person)
            work.records.teams.join(TEAM, one, at=work.now - timedelta(days=30))
