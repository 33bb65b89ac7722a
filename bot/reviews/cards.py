"""A review as it is shown to one reader, and the letters about it, true as they leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.calendar import working_time
from bot.errands import host_without
from bot.knowledge import knowers
from bot.profiles import hours_of, zone_of
from bot.reviews.assigning import ASKED
from bot.reviews.deeds import may_be_replaced
from bot.reviews.looking import NUDGED, is_moot
from bot.reviews.mornings import came_on
from bot.world import Work
from storage.outbox import Letter
from storage.review_seats import Seat
from storage.reviews import AUTHOR, REVIEWERS, Review
from storage.types import ChannelId, Facts, PersonId, ReviewId


@dataclass(frozen=True, slots=True)
class SeatCard:
    person: PersonId
    state: str
    why: str
    to_act: bool


@dataclass(frozen=True, slots=True)
class ReviewCard:
    review: Review
    reader: PersonId
    channel: ChannelId
    channel_name: str
    seats: tuple[SeatCard, ...]  # without those who gave it up
    waited: timedelta  # working hours of whoever is to act
    alone: bool  # nobody but its author knows the project
    may_choose: bool = False  # the author may ask somebody else
    unlinked: str | None = None  # the code host behind it, where we do not know the reader

    @property
    def role(self) -> str:
        """author, reviewer, or other."""
        if self.reader in (self.review.author, self.review.asked_by):
            return "author"
        return "reviewer" if any(one.person == self.reader for one in self.seats) else "other"

    @property
    def to_act(self) -> tuple[str, ...]:
        """Ids of who is to act."""
        if self.review.turn == AUTHOR:
            return () if self.review.author is None else (self.review.author,)
        if self.review.turn != REVIEWERS:
            return ()
        return tuple(one.person for one in self.seats if one.to_act)


def card_of(work: Work, review: Review, reader: PersonId) -> ReviewCard:
    return cards_of(work, [review], reader)[0]


def cards_of(work: Work, reviews: Iterable[Review], reader: PersonId) -> list[ReviewCard]:
    found = list(reviews)
    seats = work.records.seats.of_all([one.id for one in found])
    return [_card(work, one, seats[one.id], reader) for one in found]


def compose(work: Work, letter: Letter) -> tuple[None, dict[str, Any]] | None:
    """None when it is moot: over, somebody else's turn, or somebody did something meanwhile."""
    review = work.records.reviews.get(ReviewId(letter.facts["review"]))
    if review is None or (letter.verb == "post" and _is_moot(work, letter, review)):
        return None
    card = card_of(work, review, PersonId(letter.facts["to"]))
    return None, {**letter.facts, "card": card}


def compose_morning(
    work: Work, person: PersonId, day: date, facts: Facts
) -> list[ReviewCard] | None:
    """What is theirs for longer than a day; None when nothing is."""
    found = to_act(work, person)
    return [one for one in found if _is_old(work, one.review, person, day)] or None


def to_act(work: Work, person: PersonId) -> list[ReviewCard]:
    """Theirs to act on, the oldest first; what is approved hurries nobody."""
    found = work.records.reviews.listed("to_act", person=person)
    return cards_of(work, (one for one in found if one.state == "open"), person)


def _is_old(work: Work, review: Review, person: PersonId, day: date) -> bool:
    since = review.turn_since
    return since is not None and came_on(work, person, since) < day


def _is_moot(work: Work, letter: Letter, review: Review) -> bool:
    if letter.kind == NUDGED:
        return is_moot(work, letter)
    if letter.kind != ASKED:
        return False
    seats = work.records.seats.of(review.id)
    return not any(one.person == letter.facts["to"] and one.active for one in seats)


def _card(work: Work, review: Review, seats: Iterable[Seat], reader: PersonId) -> ReviewCard:
    team = work.records.teams.get(review.team)
    place = ChannelId("") if team is None else team.channel
    channel = work.records.channels.get(place)
    shown = tuple(
        SeatCard(one.person, one.state, one.why, one.to_act) for one in seats if one.counts
    )
    return ReviewCard(
        review=review,
        reader=reader,
        channel=place,
        channel_name="" if channel is None else channel.name,
        seats=shown,
        waited=_waited(work, review, shown),
        alone=_is_alone(work, review),
        may_choose=review.is_open and (not shown or bool(may_be_replaced(work, review))),
        unlinked=host_without(work, review.link, reader),
    )


def _waited(work: Work, review: Review, seats: Iterable[SeatCard]) -> timedelta:
    since: datetime | None = review.turn_since
    if since is None or not review.is_open:
        return timedelta(0)
    acting = [one.person for one in seats if one.to_act] or [review.author or PersonId("")]
    zone, hours = zone_of(work, acting[0]), hours_of(work, acting[0])
    return working_time(since, work.now, zone=zone, hours=hours)


def _is_alone(work: Work, review: Review) -> bool:
    if review.project is None or review.author is None:
        return False
    who = knowers(work, review.team).get(review.project, frozenset())
    return who == {review.author}
