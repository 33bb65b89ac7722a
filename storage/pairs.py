"""Circles: people who take turns with each other, their seats, and who met whom."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import bindparam, delete, select, update

from storage.schema import pair_circles as circles
from storage.schema import pair_meetings as meetings
from storage.schema import pair_needs as needs
from storage.schema import pair_seats as seats
from storage.transaction import Transaction
from storage.types import PersonId, TeamId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Circle:
    """A team's; or, without a team, that of everybody who likes to meet other teams."""

    id: str
    team: TeamId | None
    rounds: int  # made so far
    version: int  # changes with whatever is an input of the next round


@dataclass(frozen=True, slots=True)
class SeatOf:
    person: PersonId
    slot: int
    joined: int
    byes: int
    last_bye: int | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """Of two people, their ids in order."""

    one: PersonId
    other: PersonId
    met: int = 0  # the round in which they last met for sure
    met_at: datetime | None = None
    made: int = 0  # the round in which they were last paired
    tries: int = 0  # so often since they last met
    led: PersonId | None = None  # who drove, or whose work it was


_CIRCLE = tuple(circles.c[name] for name in Circle.__dataclass_fields__)
_SEAT = tuple(seats.c[name] for name in SeatOf.__dataclass_fields__)
_MEETING = tuple(meetings.c[name] for name in Meeting.__dataclass_fields__)
_THIS = (circles.c.workspace == bindparam("tenant"), circles.c.id == bindparam("of_circle"))
_GET = select(*_CIRCLE).where(*_THIS)
_TOUCH = update(circles).where(*_THIS).values(version=circles.c.version + 1)
_TURN = (
    update(circles)
    .where(*_THIS, circles.c.version == bindparam("seen"))
    .values(version=circles.c.version + 1, rounds=circles.c.rounds + 1)
)
_SEATS = (
    select(*_SEAT)
    .where(seats.c.workspace == bindparam("tenant"), seats.c.circle == bindparam("of_circle"))
    .order_by(seats.c.slot)
)
_EMPTY = delete(seats).where(
    seats.c.workspace == bindparam("tenant"), seats.c.circle == bindparam("of_circle")
)
_MEETING_OF = (
    select(*_MEETING)
    .where(meetings.c.workspace == bindparam("tenant"))
    .where(meetings.c.circle == bindparam("of_circle"))
    .where(meetings.c.one == bindparam("a"), meetings.c.other == bindparam("b"))
)
_PAST = select(
    meetings.c.one, meetings.c.other, meetings.c.met, meetings.c.made, meetings.c.tries
).where(meetings.c.workspace == bindparam("tenant"), meetings.c.circle == bindparam("of_circle"))
_ENDED = select(needs.c.kind, needs.c.subject).where(
    needs.c.workspace == bindparam("tenant"), needs.c.circle == bindparam("of_circle")
)


class Pairs:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def circle(self, circle: str) -> Circle | None:
        row = self._tx.one(_GET, tenant=self._workspace, of_circle=circle)
        return None if row is None else Circle(*row)

    def add(self, circle: Circle) -> None:
        self._tx.insert(circles, {"workspace": self._workspace, **asdict(circle)})

    def touch(self, circle: str) -> None:
        """An input changed: a round that is being reckoned must be reckoned anew."""
        self._tx.run(_TOUCH, tenant=self._workspace, of_circle=circle)

    def turn(self, circle: Circle) -> bool:
        """One round more; False when something changed since the circle was read."""
        values = {"of_circle": circle.id, "seen": circle.version}
        return bool(self._tx.run(_TURN, tenant=self._workspace, **values).rowcount)

    def seats(self, circle: str) -> list[SeatOf]:
        rows = self._tx.all(_SEATS, tenant=self._workspace, of_circle=circle)
        return [SeatOf(*row) for row in rows]

    def seat_all(self, circle: str, found: Iterable[SeatOf]) -> None:
        """Everybody who has one, in place of those that were."""
        self._tx.run(_EMPTY, tenant=self._workspace, of_circle=circle)
        for one in found:
            row = {"workspace": self._workspace, "circle": circle, **asdict(one)}
            self._tx.insert(seats, row)

    def seat(self, circle: str, one: SeatOf) -> None:
        self._tx.put(seats, {"workspace": self._workspace, "circle": circle, **asdict(one)})

    def past(self, circle: str) -> Iterable[tuple[str, str, int, int, int]]:
        """The two, when they met, when they were paired, how often since: of many, very many."""
        rows = self._tx.all(_PAST, tenant=self._workspace, of_circle=circle)
        return cast("Iterable[tuple[str, str, int, int, int]]", rows)

    def meeting(self, circle: str, one: PersonId, other: PersonId) -> Meeting:
        """As it stands; of two who were never paired, empty."""
        key: dict[str, Any] = dict(zip(("a", "b"), sorted((one, other)), strict=True))
        row = self._tx.one(_MEETING_OF, tenant=self._workspace, of_circle=circle, **key)
        return Meeting(key["a"], key["b"]) if row is None else Meeting(*row)

    def keep(self, circle: str, meeting: Meeting) -> None:
        row = {"workspace": self._workspace, "circle": circle, **asdict(meeting)}
        self._tx.put(meetings, row)

    def ended_needs(self, circle: str) -> set[tuple[str, str]]:
        """By kind and subject."""
        rows: Sequence[Any] = self._tx.all(_ENDED, tenant=self._workspace, of_circle=circle)
        return {(row.kind, row.subject) for row in rows}

    def end_need(self, circle: str, kind: str, subject: str, *, at: datetime) -> None:
        key = {"circle": circle, "kind": kind, "subject": subject}
        self._tx.put(needs, {"workspace": self._workspace, **key, "ended_at": at})
