"""Requests that we follow on a code host: each open review there, and what we know of it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, or_, select, update

from storage.schema import followed
from storage.turns import InTurns, Turns
from storage.types import ReviewId


@dataclass(frozen=True, slots=True)
class Followed:
    review: ReviewId
    host: str
    place: str  # host/owner/name, where it stands by now
    number: int
    due_at: datetime
    known: Mapping[str, Any] | None = None  # as it was read last
    tags: Mapping[str, Any] | None = None  # what spares us reading it again unchanged
    read_at: datetime | None = None
    turn: int = 0
    tries: int = 0
    trouble: str | None = None


_FIELDS = tuple(Followed.__dataclass_fields__)
_COLUMNS = tuple(followed.c[name] for name in _FIELDS)
_OURS = followed.c.workspace == bindparam("tenant")
_THIS = and_(_OURS, followed.c.review == bindparam("of_review"))
_GET = select(*_COLUMNS).where(_THIS)
_REMOVE = delete(followed).where(_THIS)
_AT = and_(
    _OURS,
    followed.c.place == bindparam("at_place"),
    or_(
        bindparam("of_number", type_=followed.c.number.type) == 0,
        followed.c.number == bindparam("of_number"),
    ),
)
_HINT = (
    update(followed)
    .where(_AT, followed.c.due_at > bindparam("now"))
    .values(due_at=bindparam("now"))
)
_MOVE = (
    update(followed)
    .where(_OURS, followed.c.place == bindparam("old_place"))
    .values(place=bindparam("new_place"))
)


class FollowedRequests(InTurns[Followed]):
    turns = Turns(followed, Followed, key=("review",))

    def follow(self, one: Followed) -> None:
        """Once for each review; again is at once."""
        if self.get(one.review) is None:
            row = {**asdict(one), "tags": {}}
            self._tx.insert(followed, {"workspace": self._workspace, **row})
        else:
            self.hint(one.place, one.number, now=one.due_at)

    def get(self, review: ReviewId) -> Followed | None:
        row = self._tx.one(_GET, tenant=self._workspace, of_review=review)
        return None if row is None else Followed(*row)

    def leave(self, review: ReviewId) -> None:
        self._tx.run(_REMOVE, tenant=self._workspace, of_review=review)

    def hint(self, place: str, number: int, *, now: datetime) -> bool:
        """Something happened there (0: to any of them): they are read now. True when we follow."""
        values = {"at_place": place, "of_number": number, "now": now}
        return bool(self._tx.run(_HINT, tenant=self._workspace, **values).rowcount)

    def moved(self, old: str, new: str) -> None:
        values = {"old_place": old, "new_place": new}
        self._tx.run(_MOVE, tenant=self._workspace, **values)
