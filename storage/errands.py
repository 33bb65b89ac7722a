"""Errands: what we owe to the code hosts, each a row until it is done or cannot be."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, select, update

from storage.schema import errands
from storage.transaction import Transaction
from storage.turns import InTurns, Turns
from storage.types import PersonId, ReviewId

READY, DONE, FAILED, MOOT = "ready", "done", "failed", "moot"


@dataclass(frozen=True, slots=True)
class Errand:
    id: str
    ask: bool  # for a review; False takes the request back
    host: str
    place: str
    number: int
    login: str
    person: PersonId
    review: ReviewId
    made_at: datetime
    due_at: datetime
    state: str = READY
    turn: int = 0
    tries: int = 0
    reason: str | None = None


_FIELDS = tuple(Errand.__dataclass_fields__)
_OURS = errands.c.workspace == bindparam("tenant")
_IS_READY = errands.c.state == READY
_OF_REVIEW = (
    select(*(errands.c[name] for name in _FIELDS))
    .where(_OURS, errands.c.review == bindparam("of_review"))
    .order_by(errands.c.seq)
)
_OVERTAKE = (
    update(errands)
    .where(
        _OURS,
        _IS_READY,
        errands.c.review == bindparam("of_review"),
        errands.c.login == bindparam("of_login"),
    )
    .values(state=MOOT, reason="overtaken")
)
_MOVE = (
    update(errands)
    .where(_OURS, _IS_READY, errands.c.place == bindparam("old_place"))
    .values(place=bindparam("new_place"))
)
_PRUNE = (
    delete(errands)
    .where(and_(errands.c.state.in_((DONE, MOOT)), errands.c.made_at < bindparam("before")))
    .execution_options(everywhere=True)
)


class Errands(InTurns[Errand]):
    turns = Turns(errands, Errand, key=("id",), only=_IS_READY)

    def put(self, errand: Errand) -> None:
        """In place of what waits for the same person and review: the latest is meant."""
        values = {"of_review": errand.review, "of_login": errand.login}
        self._tx.run(_OVERTAKE, tenant=self._workspace, **values)
        self._tx.insert(errands, {"workspace": self._workspace, **asdict(errand)})

    def of_review(self, review: ReviewId) -> list[Errand]:
        rows = self._tx.all(_OF_REVIEW, tenant=self._workspace, of_review=review)
        return [Errand(*row) for row in rows]

    def moved(self, old: str, new: str) -> None:
        values = {"old_place": old, "new_place": new}
        self._tx.run(_MOVE, tenant=self._workspace, **values)


def prune_errands(tx: Transaction, *, before: datetime) -> int:
    """Forget those that are done, or were not needed; returns how many."""
    return tx.run(_PRUNE, before=before).rowcount
