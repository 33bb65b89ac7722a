"""What people wish of their pairs: never with whom, what to learn, other teams, when they leave."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, delete, select

from storage.schema import pair_nevers as nevers
from storage.schema import pair_people as people
from storage.schema import pair_wishes as wishes
from storage.transaction import Transaction
from storage.types import PersonId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Wish:
    person: PersonId
    function: str  # that they want to learn
    at: datetime


_NEVERS = select(nevers.c.person, nevers.c.other).where(nevers.c.workspace == bindparam("tenant"))
_FORGIVE = delete(nevers).where(
    nevers.c.workspace == bindparam("tenant"),
    nevers.c.person == bindparam("who"),
    nevers.c.other == bindparam("whom"),
)
_WISHES = (
    select(wishes.c.person, wishes.c.function, wishes.c.at)
    .where(wishes.c.workspace == bindparam("tenant"))
    .where(wishes.c.person.in_(bindparam("who", expanding=True)))
    .order_by(wishes.c.at, wishes.c.person, wishes.c.function)
)
_UNWISH = delete(wishes).where(
    wishes.c.workspace == bindparam("tenant"),
    wishes.c.person == bindparam("who"),
    wishes.c.function == bindparam("what"),
)
_ACROSS = select(people.c.person).where(people.c.workspace == bindparam("tenant"), people.c.across)
_LEAVING = select(people.c.person, people.c.leaves_on).where(
    people.c.workspace == bindparam("tenant"), people.c.leaves_on.is_not(None)
)


class PairWishes:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def never(self, person: PersonId, other: PersonId, *, at: datetime) -> None:
        row = {"workspace": self._workspace, "person": person, "other": other, "at": at}
        self._tx.put(nevers, row)

    def forgive(self, person: PersonId, other: PersonId) -> bool:
        done = self._tx.run(_FORGIVE, tenant=self._workspace, who=person, whom=other)
        return bool(done.rowcount)

    def nevers(self) -> set[tuple[PersonId, PersonId]]:
        """Who said it, of whom; it holds both ways."""
        rows = self._tx.all(_NEVERS, tenant=self._workspace)
        return {(row.person, row.other) for row in rows}

    def wish(self, wish: Wish) -> None:
        row = {"person": wish.person, "function": wish.function, "at": wish.at}
        self._tx.put(wishes, {"workspace": self._workspace, **row})

    def unwish(self, person: PersonId, function: str) -> bool:
        done = self._tx.run(_UNWISH, tenant=self._workspace, who=person, what=function)
        return bool(done.rowcount)

    def wishes(self, people: Collection[PersonId]) -> list[Wish]:
        """The oldest first."""
        rows = self._tx.all(_WISHES, tenant=self._workspace, who=sorted(people))
        return [Wish(*row) for row in rows]

    def across(self) -> set[PersonId]:
        """Who likes to meet other teams."""
        return {row.person for row in self._tx.all(_ACROSS, tenant=self._workspace)}

    def wants_across(self, person: PersonId, wants: bool) -> None:
        row = {"workspace": self._workspace, "person": person, "across": wants}
        self._tx.put(people, row)

    def leaving(self) -> dict[PersonId, date]:
        rows = self._tx.all(_LEAVING, tenant=self._workspace)
        return {row.person: row.leaves_on for row in rows}

    def leaves(self, person: PersonId, on: date | None) -> None:
        across = person in self.across()
        row = {"workspace": self._workspace, "person": person, "across": across}
        self._tx.put(people, {**row, "leaves_on": on})
