"""Reviews: each request to look at a link, what happened to it, and whose turn it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Executable, and_, bindparam, func, or_, select, update

from storage.schema import review_events, review_seats, reviews
from storage.transaction import Transaction
from storage.types import PersonId, ReviewId, TeamId, WorkspaceId

OPEN_STATES = ("open", "draft", "lost", "approved")
AUTHOR, REVIEWERS, NOBODY = "author", "reviewers", "nobody"


@dataclass(frozen=True, slots=True)
class Review:
    id: ReviewId
    team: TeamId
    number: int  # per team, from the counter that its blockers have too
    link: str
    kind: str  # github, gitlab, notebook, dashboard, document, link
    place: str  # its repository, else its address
    title: str
    project: str | None  # its name
    author: PersonId | None  # None: nobody linked that account yet
    account: str  # of the author at the code host, while that is all we know
    asked_by: PersonId | None  # None: it came by itself from a watched repository
    note: str
    question: str
    source: str  # where the data come from
    due: date | None
    wanted: int  # so many reviewers
    lines: int | None  # changed; None: not told
    state: str  # open, draft, lost, approved; done, merged, closed, withdrawn
    turn: str  # author, reviewers, nobody
    turn_since: datetime | None
    opened_at: datetime
    heard_at: datetime  # the last time that a person did something about it
    ended_at: datetime | None = None
    look_at: datetime | None = None  # when we look at it again
    revision: int = 0

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


@dataclass(frozen=True, slots=True)
class Event:
    """One fact of a review's life, told by a person here or by the code host."""

    what: str
    at: datetime
    by: PersonId | None = None
    whom: PersonId | None = None
    key: str = ""  # the host's own id of the fact; "" for what was done here
    note: str = ""
    account: str = ""  # of whoever did it, or of whom it names, while nobody linked it
    by_bot: bool = False


_FIELDS = tuple(Review.__dataclass_fields__)
_COLUMNS = tuple(reviews.c[name] for name in _FIELDS)
_EVENT = tuple(review_events.c[name] for name in Event.__dataclass_fields__)
_OURS = reviews.c.workspace == bindparam("tenant")
_THIS = and_(_OURS, reviews.c.id == bindparam("review"))
_OPEN = reviews.c.state.in_(OPEN_STATES)
_OLDEST = (reviews.c.opened_at, reviews.c.number, reviews.c.id)
_ALL = select(*_COLUMNS).where(_OURS)
_SEAT = and_(
    review_seats.c.workspace == bindparam("tenant"),
    review_seats.c.workspace == reviews.c.workspace,
    review_seats.c.review == reviews.c.id,
)


def _sits(*criteria: Any) -> Any:
    return select(review_seats.c.review).where(_SEAT, *criteria).correlate(reviews).exists()


_HERS = review_seats.c.person == bindparam("person")
_TO_ACT = or_(
    and_(reviews.c.turn == AUTHOR, reviews.c.author == bindparam("person")),
    and_(reviews.c.turn == REVIEWERS, _sits(_HERS, review_seats.c.to_act)),
)
_TEAM = reviews.c.team == bindparam("team")
_BETWEEN = or_(
    and_(
        reviews.c.author == bindparam("one"),
        _sits(review_seats.c.person == bindparam("other"), review_seats.c.active),
    ),
    and_(
        reviews.c.author == bindparam("other"),
        _sits(review_seats.c.person == bindparam("one"), review_seats.c.active),
    ),
)
_LISTS: dict[str, Executable] = {
    "to_act": _ALL.where(_OPEN, _TO_ACT).order_by(
        reviews.c.turn_since, reviews.c.number, reviews.c.id
    ),
    "mine": _ALL.where(
        _OPEN,
        or_(reviews.c.author == bindparam("person"), _sits(_HERS, review_seats.c.active)),
    ).order_by(*_OLDEST),
    "team": _ALL.where(_TEAM, _OPEN).order_by(*_OLDEST),
    "unseated": _ALL.where(_TEAM, reviews.c.state == "open", reviews.c.turn == NOBODY).order_by(
        *_OLDEST
    ),
    "between": _ALL.where(_OPEN, _BETWEEN).order_by(*_OLDEST),
    "followed": _ALL.where(_OPEN, reviews.c.kind.in_(("github", "gitlab"))).order_by(*_OLDEST),
    "linked": _ALL.where(reviews.c.link == bindparam("link")).order_by(*_OLDEST),
    "placed": _ALL.where(reviews.c.place == bindparam("place")).order_by(*_OLDEST),
    "since": _ALL.where(_TEAM, reviews.c.opened_at >= bindparam("since")).order_by(*_OLDEST),
    "authored": _ALL.where(
        reviews.c.author == bindparam("person"), reviews.c.opened_at >= bindparam("since")
    ).order_by(*_OLDEST),
    "unlinked": _ALL.where(
        _OPEN, reviews.c.author.is_(None), reviews.c.account == bindparam("account")
    ).order_by(*_OLDEST),
}
_GET = _ALL.where(_THIS)
_NUMBERED = _ALL.where(_TEAM, reviews.c.number == bindparam("number"))
_DUE = (
    _ALL.where(reviews.c.look_at <= bindparam("now"))
    .order_by(reviews.c.look_at, *_OLDEST)
    .limit(bindparam("most"))
)
_NEXT_DUE = select(func.min(reviews.c.look_at)).where(_OURS, reviews.c.look_at.is_not(None))
_OF = and_(
    review_events.c.workspace == bindparam("tenant"), review_events.c.review == bindparam("review")
)
_EVENTS = select(*_EVENT).where(_OF).order_by(review_events.c.at, review_events.c.seq)
_KNOWN = select(review_events.c.seq).where(_OF, review_events.c.key == bindparam("told"))
_EVENTS_OF_ALL = (
    select(review_events.c.review, *_EVENT)
    .where(review_events.c.workspace == bindparam("tenant"))
    .where(review_events.c.review.in_(bindparam("which", expanding=True)))
    .order_by(review_events.c.at, review_events.c.seq)
)


class Reviews:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def add(self, review: Review) -> None:
        row = {name: getattr(review, name) for name in _FIELDS}
        self._tx.insert(reviews, {"workspace": self._workspace, **row})

    def get(self, review: ReviewId) -> Review | None:
        row = self._tx.one(_GET, tenant=self._workspace, review=review)
        return None if row is None else Review(*row)

    def numbered(self, team: TeamId, number: int) -> Review | None:
        row = self._tx.one(_NUMBERED, tenant=self._workspace, team=team, number=number)
        return None if row is None else Review(*row)

    def change(self, review: Review, **new: Any) -> bool:
        """Compare and set: True when nobody changed it after our look."""
        statement = (
            update(reviews)
            .where(_THIS, reviews.c.revision == bindparam("seen"))
            .values({**new, "revision": review.revision + 1})
        )
        values = {"tenant": self._workspace, "review": review.id, "seen": review.revision}
        return bool(self._tx.run(statement, **values).rowcount)

    def listed(self, which: str, **whose: Any) -> list[Review]:
        """`to_act` and `mine` (of a person), `team`, `unseated` (of a team), `between` (one and
        other), `followed`, `linked` (a link), `placed` (a place), `since`, `authored`, `unlinked`
        (an account); the oldest first."""
        rows = self._tx.all(_LISTS[which], tenant=self._workspace, **whose)
        return [Review(*row) for row in rows]

    def between(self, one: PersonId, other: PersonId) -> list[Review]:
        """Open reviews of the one's work by the other, either way."""
        return self.listed("between", one=one, other=other)

    def due(self, now: datetime, most: int) -> list[Review]:
        rows = self._tx.all(_DUE, tenant=self._workspace, now=now, most=most)
        return [Review(*row) for row in rows]

    def next_due(self) -> datetime | None:
        row = self._tx.one(_NEXT_DUE, tenant=self._workspace)
        return None if row is None else row[0]

    def note(self, review: ReviewId, event: Event) -> bool:
        """False when the host told it before."""
        if event.key and self._is_known(review, event.key):
            return False
        row = {name: getattr(event, name) for name in Event.__dataclass_fields__}
        row["key"] = event.key or None
        self._tx.insert(review_events, {"workspace": self._workspace, "review": review, **row})
        return True

    def events(self, review: ReviewId) -> list[Event]:
        """In the order in which they happened."""
        rows = self._tx.all(_EVENTS, tenant=self._workspace, review=review)
        return [_event(row) for row in rows]

    def events_of(self, which: Iterable[ReviewId]) -> dict[ReviewId, list[Event]]:
        found: dict[ReviewId, list[Event]] = {one: [] for one in which}
        for row in self._tx.all(_EVENTS_OF_ALL, tenant=self._workspace, which=list(found)):
            found[row[0]].append(_event(row[1:]))
        return found

    def _is_known(self, review: ReviewId, key: str) -> bool:
        return self._tx.one(_KNOWN, tenant=self._workspace, review=review, told=key) is not None


def _event(row: Sequence[Any]) -> Event:
    found = dict(zip(Event.__dataclass_fields__, row, strict=True))
    return Event(**{**found, "key": found["key"] or ""})
