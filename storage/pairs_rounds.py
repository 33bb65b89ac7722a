"""Rounds of pairs: each one, everybody's place in it, and what two said afterwards."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, select, update

from storage.schema import pair_places as places
from storage.schema import pair_rounds as rounds
from storage.schema import pairings
from storage.transaction import Row, Transaction
from storage.types import Day, PersonId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Round:
    id: str
    circle: str
    date: date
    until: Day  # the first day that is no longer its own
    kind: str  # programming, review, spare
    number: int | None
    state: str  # open: to be reckoned; made, over
    begun_at: datetime
    made_at: datetime | None = None
    inputs: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Pairing:
    id: str
    round: str
    state: str  # on, ended: somebody dropped out
    starts_at: datetime
    asks_at: datetime | None  # when it is asked whether they met; None: it was, or need not be
    relaxed: bool  # they share few hours
    reasons: tuple[Mapping[str, Any], ...]
    answer: str | None = None  # met, not_yet, will_not
    answered_by: PersonId | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Everybody who is present has one, so nobody can have two partners."""

    round: str
    person: PersonId
    pairing: str | None
    state: str  # paired, loose, out
    role: str | None = None
    bye: bool = False  # it counts as their turn to sit out


_ROUND = tuple(rounds.c[name] for name in Round.__dataclass_fields__)
_HEAD = tuple(one for one in _ROUND if one is not rounds.c.inputs)
_PAIRING = tuple(pairings.c[name] for name in Pairing.__dataclass_fields__)
_PLACE = tuple(places.c[name] for name in Place.__dataclass_fields__)
_OUR_ROUNDS = rounds.c.workspace == bindparam("tenant")
_OUR_PAIRINGS = pairings.c.workspace == bindparam("tenant")
_OUR_PLACES = places.c.workspace == bindparam("tenant")
_THIS_ROUND = and_(_OUR_ROUNDS, rounds.c.id == bindparam("of_round"))
_THIS_PAIRING = and_(_OUR_PAIRINGS, pairings.c.id == bindparam("of_pairing"))
_THIS_PLACE = and_(
    _OUR_PLACES, places.c.round == bindparam("of_round"), places.c.person == bindparam("who")
)
_GET = select(*_ROUND).where(_THIS_ROUND)
_FIRST_OPEN = (
    select(*_HEAD)
    .where(_OUR_ROUNDS, rounds.c.state == "open", rounds.c.begun_at <= bindparam("now"))
    .order_by(rounds.c.begun_at, rounds.c.id)
    .limit(1)
)
_LATEST = (
    select(*_HEAD)
    .where(_OUR_ROUNDS, rounds.c.circle == bindparam("of_circle"), rounds.c.kind != "spare")
    .order_by(rounds.c.date.desc())
    .limit(1)
)
_LATEST_MADE = (
    select(rounds.c.id)
    .where(_OUR_ROUNDS, rounds.c.state != "open", rounds.c.kind != "spare")
    .order_by(rounds.c.made_at.desc())
    .limit(5)
)
_STATE = (
    update(rounds)
    .where(_THIS_ROUND, rounds.c.state == bindparam("seen"))
    .values(state=bindparam("then"))
)
_AGAIN = (
    update(rounds).where(_THIS_ROUND, rounds.c.state == "open").values(begun_at=bindparam("at"))
)
_MADE = (
    update(rounds)
    .where(_THIS_ROUND, rounds.c.state == "open")
    .values(
        state="made",
        number=bindparam("its_number"),
        made_at=bindparam("now"),
        inputs=bindparam("its_inputs", type_=rounds.c.inputs.type),
    )
)
_NEXT_OPEN = select(func.min(rounds.c.begun_at)).where(_OUR_ROUNDS, rounds.c.state == "open")
_PAIRINGS = select(*_PAIRING).where(_OUR_PAIRINGS, pairings.c.round == bindparam("of_round"))
_GET_PAIRING = select(*_PAIRING).where(_THIS_PAIRING)
_DUE = (
    select(*_PAIRING)
    .where(_OUR_PAIRINGS, pairings.c.state == "on", pairings.c.asks_at <= bindparam("now"))
    .order_by(pairings.c.asks_at, pairings.c.id)
    .limit(bindparam("most"))
)
_NEXT = select(func.min(pairings.c.asks_at)).where(_OUR_PAIRINGS, pairings.c.state == "on")
_ASKED = update(pairings).where(_THIS_PAIRING, pairings.c.asks_at.is_not(None)).values(asks_at=None)
_ANSWER = (
    update(pairings)
    .where(_THIS_PAIRING, pairings.c.answer.is_not_distinct_from(bindparam("seen")))
    .values(
        answer=bindparam("how"),
        answered_by=bindparam("by"),
        answered_at=bindparam("now"),
        asks_at=None,
    )
)
_END = update(pairings).where(_THIS_PAIRING, pairings.c.state == "on").values(state="ended")
_PLACES = select(*_PLACE).where(_OUR_PLACES, places.c.round == bindparam("of_round"))
_IN = (
    select(*_PLACE)
    .where(_OUR_PLACES, places.c.pairing == bindparam("of_pairing"), places.c.state == "paired")
    .order_by(places.c.role, places.c.person)
)
_GET_PLACE = select(*_PLACE).where(_THIS_PLACE)
_MOVE = (
    update(places)
    .where(_THIS_PLACE, places.c.state == bindparam("seen"))
    .where(places.c.pairing.is_not_distinct_from(bindparam("seen_pairing")))
    .values(
        state=bindparam("then"),
        pairing=bindparam("its_pairing"),
        role=bindparam("its_role"),
        bye=bindparam("is_bye"),
    )
)
_OF_PERSON = (
    select(*_PLACE)
    .join(rounds, and_(rounds.c.workspace == places.c.workspace, rounds.c.id == places.c.round))
    .where(_OUR_PLACES, _OUR_ROUNDS, places.c.person == bindparam("who"))
    .where(rounds.c.until > bindparam("since"))
    .order_by(rounds.c.date.desc(), rounds.c.kind, rounds.c.id)
    .limit(bindparam("most"))
)
_WAS_PAIRED = (
    select(places.c.person)
    .join(rounds, and_(rounds.c.workspace == places.c.workspace, rounds.c.id == places.c.round))
    .where(_OUR_PLACES, _OUR_ROUNDS, places.c.person == bindparam("who"))
    .where(rounds.c.circle == bindparam("of_circle"))
    .where(places.c.state.in_(("paired", "out")))
    .limit(1)
)


class PairRounds:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def add(self, round_: Round) -> None:
        self._tx.insert(rounds, {"workspace": self._workspace, **asdict(round_)})

    def get(self, round_: str) -> Round | None:
        """With its inputs."""
        row = self._tx.one(_GET, tenant=self._workspace, of_round=round_)
        return None if row is None else Round(*row)

    def first_open(self, now: datetime) -> Round | None:
        """Whose pairs are to be found next."""
        row = self._tx.one(_FIRST_OPEN, tenant=self._workspace, now=now)
        return None if row is None else Round(*row)

    def next_open(self) -> datetime | None:
        row = self._tx.one(_NEXT_OPEN, tenant=self._workspace)
        return None if row is None else row[0]

    def latest(self, circle: str) -> Round | None:
        row = self._tx.one(_LATEST, tenant=self._workspace, of_circle=circle)
        return None if row is None else Round(*row)

    def latest_made(self) -> list[str]:
        """Ids of a few that can be played again."""
        return [row.id for row in self._tx.all(_LATEST_MADE, tenant=self._workspace)]

    def made(self, round_: Round, *, number: int, inputs: Mapping[str, Any], now: datetime) -> bool:
        """True for the one who found its pairs."""
        values = {"its_number": number, "its_inputs": inputs, "now": now}
        done = self._tx.run(_MADE, tenant=self._workspace, of_round=round_.id, **values)
        return bool(done.rowcount)

    def set_aside(self, round_: Round, at: datetime) -> None:
        """Something of ours went wrong with it; the others go on, it has a turn again then."""
        self._tx.run(_AGAIN, tenant=self._workspace, of_round=round_.id, at=at)

    def over(self, round_: Round) -> bool:
        values = {"seen": round_.state, "then": "over"}
        done = self._tx.run(_STATE, tenant=self._workspace, of_round=round_.id, **values)
        return bool(done.rowcount)

    def add_pairing(self, pairing: Pairing) -> None:
        row = {**asdict(pairing), "reasons": [dict(one) for one in pairing.reasons]}
        self._tx.insert(pairings, {"workspace": self._workspace, **row})

    def pairing(self, pairing: str) -> Pairing | None:
        return _pairing(self._tx.one(_GET_PAIRING, tenant=self._workspace, of_pairing=pairing))

    def pairings(self, round_: str) -> list[Pairing]:
        rows = self._tx.all(_PAIRINGS, tenant=self._workspace, of_round=round_)
        return [found for found in map(_pairing, rows) if found is not None]

    def to_ask(self, now: datetime, most: int) -> list[Pairing]:
        rows = self._tx.all(_DUE, tenant=self._workspace, now=now, most=most)
        return [found for found in map(_pairing, rows) if found is not None]

    def next_asked(self) -> datetime | None:
        row = self._tx.one(_NEXT, tenant=self._workspace)
        return None if row is None else row[0]

    def asked(self, pairing: Pairing) -> bool:
        """True for the one who may ask."""
        done = self._tx.run(_ASKED, tenant=self._workspace, of_pairing=pairing.id)
        return bool(done.rowcount)

    def answer(self, pairing: Pairing, how: str, *, by: PersonId, now: datetime) -> bool:
        """False when somebody answered after our look."""
        values = {"seen": pairing.answer, "how": how, "by": by, "now": now}
        done = self._tx.run(_ANSWER, tenant=self._workspace, of_pairing=pairing.id, **values)
        return bool(done.rowcount)

    def end(self, pairing: str) -> bool:
        return bool(self._tx.run(_END, tenant=self._workspace, of_pairing=pairing).rowcount)

    def place(self, place: Place) -> None:
        self._tx.insert(places, {"workspace": self._workspace, **asdict(place)})

    def places(self, round_: str) -> list[Place]:
        rows = self._tx.all(_PLACES, tenant=self._workspace, of_round=round_)
        return [Place(*row) for row in rows]

    def together(self, pairing: str) -> list[Place]:
        """Of those who are in it now."""
        rows = self._tx.all(_IN, tenant=self._workspace, of_pairing=pairing)
        return [Place(*row) for row in rows]

    def place_of(self, round_: str, person: PersonId) -> Place | None:
        row = self._tx.one(_GET_PLACE, tenant=self._workspace, of_round=round_, who=person)
        return None if row is None else Place(*row)

    def move(
        self,
        place: Place,
        state: str,
        *,
        pairing: str | None = None,
        role: str | None = None,
        bye: bool = False,
    ) -> bool:
        """False when somebody else moved them after our look."""
        new = {"then": state, "its_pairing": pairing, "its_role": role, "is_bye": bye}
        seen = {"seen": place.state, "seen_pairing": place.pairing}
        key = {"of_round": place.round, "who": place.person}
        return bool(self._tx.run(_MOVE, tenant=self._workspace, **key, **seen, **new).rowcount)

    def of_person(self, person: PersonId, *, since: date | None, most: int = 20) -> list[Place]:
        """In the rounds that go on since that day, or ever; the latest first."""
        values = {"who": person, "since": since or date.min, "most": most}
        rows = self._tx.all(_OF_PERSON, tenant=self._workspace, **values)
        return [Place(*row) for row in rows]

    def was_paired(self, circle: str, person: PersonId) -> bool:
        """In any round of that circle; whoever dropped out was too."""
        values = {"of_circle": circle, "who": person}
        return self._tx.one(_WAS_PAIRED, tenant=self._workspace, **values) is not None


def _pairing(row: Row | None) -> Pairing | None:
    if row is None:
        return None
    return Pairing(**{**row._asdict(), "reasons": tuple(row.reasons)})
