"""Seats: who looks at which review, how many each person looked at, and what they remarked."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, func, select, update

from storage.schema import review_remarks, review_seats, review_shares, reviews
from storage.transaction import Transaction
from storage.types import PersonId, ReviewId, TeamId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Seat:
    """A reviewer of one review. Who gave theirs up keeps it, so that they are not asked again."""

    review: ReviewId
    person: PersonId
    state: str  # asked, commented, changes, approved; declined, handed_on, removed
    why: str  # they: fewest, fewest_for_author, learn, knows, next, named, handed_on, came
    counts: bool  # among the reviews that they did
    active: bool  # it is still on their table
    to_act: bool
    since: datetime  # when it became so


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a team's reviews is theirs; a newcomer starts where the others are."""

    person: PersonId
    head_start: int
    total: int


@dataclass(frozen=True, slots=True)
class Remark:
    id: str
    team: TeamId
    review: ReviewId
    by: PersonId
    kind: str
    link: str  # to what is shared already; "" without one
    at: datetime


_SEAT = tuple(review_seats.c[name] for name in Seat.__dataclass_fields__)
_SHARE = tuple(review_shares.c[name] for name in Share.__dataclass_fields__)
_REMARK = tuple(review_remarks.c[name] for name in Remark.__dataclass_fields__)
_OURS = review_seats.c.workspace == bindparam("tenant")
_OF = (
    select(*_SEAT)
    .where(_OURS, review_seats.c.review == bindparam("of_review"))
    .order_by(review_seats.c.since, review_seats.c.person)
)
_OF_ALL = (
    select(*_SEAT)
    .where(_OURS, review_seats.c.review.in_(bindparam("which", expanding=True)))
    .order_by(review_seats.c.since, review_seats.c.person)
)
_OPEN = (
    select(review_seats.c.person, func.count().label("many"))
    .where(
        _OURS, review_seats.c.active, review_seats.c.person.in_(bindparam("people", expanding=True))
    )
    .group_by(review_seats.c.person)
)
_FOR_AUTHOR = (
    select(review_seats.c.person, func.count().label("many"))
    .join(
        reviews,
        and_(
            reviews.c.workspace == review_seats.c.workspace, reviews.c.id == review_seats.c.review
        ),
    )
    .where(_OURS, review_seats.c.counts, reviews.c.workspace == bindparam("tenant"))
    .where(reviews.c.team == bindparam("of_team"), reviews.c.author == bindparam("writer"))
    .group_by(review_seats.c.person)
)
_SHARES = select(*_SHARE).where(
    review_shares.c.workspace == bindparam("tenant"), review_shares.c.team == bindparam("of_team")
)
_COUNT = (
    update(review_shares)
    .where(
        review_shares.c.workspace == bindparam("tenant"),
        review_shares.c.team == bindparam("of_team"),
    )
    .where(review_shares.c.person == bindparam("whom"), review_shares.c.total == bindparam("seen"))
    .values(total=bindparam("now_total"))
)
_REMARKED = (
    select(*_REMARK)
    .where(
        review_remarks.c.workspace == bindparam("tenant"),
        review_remarks.c.team == bindparam("of_team"),
    )
    .where(review_remarks.c.kind == bindparam("of_kind"), review_remarks.c.at >= bindparam("since"))
    .order_by(review_remarks.c.at, review_remarks.c.id)
)
_OF_REVIEW = (
    select(*_REMARK)
    .where(review_remarks.c.workspace == bindparam("tenant"))
    .where(review_remarks.c.review == bindparam("of_review"))
    .order_by(review_remarks.c.at, review_remarks.c.id)
)


class Seats:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def of(self, review: ReviewId) -> list[Seat]:
        """The one who was asked first, first."""
        rows = self._tx.all(_OF, tenant=self._workspace, of_review=review)
        return [Seat(*row) for row in rows]

    def of_all(self, which: Iterable[ReviewId]) -> dict[ReviewId, list[Seat]]:
        found: dict[ReviewId, list[Seat]] = {one: [] for one in which}
        for row in self._tx.all(_OF_ALL, tenant=self._workspace, which=list(found)):
            found[row.review].append(Seat(*row))
        return found

    def put(self, seat: Seat) -> None:
        self._tx.put(review_seats, {"workspace": self._workspace, **asdict(seat)})

    def open_of(self, people: Iterable[PersonId]) -> Mapping[PersonId, int]:
        """How many reviews are on their tables, those of other teams too."""
        rows = self._tx.all(_OPEN, tenant=self._workspace, people=list(people))
        return {row.person: row.many for row in rows}

    def for_author(self, team: TeamId, author: PersonId) -> Mapping[PersonId, int]:
        """How many of this author's each person looked at."""
        rows = self._tx.all(_FOR_AUTHOR, tenant=self._workspace, of_team=team, writer=author)
        return {row.person: row.many for row in rows}

    def shares(self, team: TeamId) -> Mapping[PersonId, Share]:
        rows = self._tx.all(_SHARES, tenant=self._workspace, of_team=team)
        return {row.person: Share(*row) for row in rows}

    def begin(self, team: TeamId, share: Share) -> None:
        self._tx.put(review_shares, {"workspace": self._workspace, "team": team, **asdict(share)})

    def count(self, team: TeamId, share: Share, more: int) -> bool:
        """Compare and set: True when the share was still what we saw."""
        changed = self._tx.run(
            _COUNT,
            tenant=self._workspace,
            of_team=team,
            whom=share.person,
            seen=share.total,
            now_total=share.total + more,
        )
        return bool(changed.rowcount)


class Remarks:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def put(self, remark: Remark) -> None:
        self._tx.put(review_remarks, {"workspace": self._workspace, **asdict(remark)})

    def since(self, team: TeamId, kind: str, since: datetime) -> list[Remark]:
        """The oldest first."""
        values = {"of_team": team, "of_kind": kind, "since": since}
        rows = self._tx.all(_REMARKED, tenant=self._workspace, **values)
        return [Remark(*row) for row in rows]

    def of(self, review: ReviewId) -> list[Remark]:
        rows = self._tx.all(_OF_REVIEW, tenant=self._workspace, of_review=review)
        return [Remark(*row) for row in rows]
