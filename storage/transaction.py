"""One transaction: statements that run at once, and new rows gathered until they are needed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, CursorResult, Executable, Insert, Table, Update, insert
from sqlalchemy import Row as SqlRow
from sqlalchemy.dialects import postgresql, sqlite

from storage.memory import Memory
from storage.schema import metadata
from storage.tenancy import tables_of

Row = SqlRow[*tuple[Any, ...]]

_ORDER = {table: place for place, table in enumerate(metadata.sorted_tables)}
_INSERTS = {table: insert(table) for table in _ORDER}
_CONFLICT_AWARE: Mapping[str, Callable[[Table], sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}
_touches: WeakKeyDictionary[Any, frozenset[Table]] = WeakKeyDictionary()


@dataclass(slots=True)
class _Count:
    """A counter whose row is ours until the end, and how far it has counted here."""

    keep: Executable
    values: Mapping[str, Any]
    first: int
    last: int


class Transaction:
    """What happens together or not at all. Made by the store, used by the records, never kept."""

    def __init__(self, connection: Connection, memory: Memory) -> None:
        self.connection = connection
        self.memory = memory
        self.changes = 0
        self.answers: dict[tuple[str, str], Mapping[str, Any] | None] = {}
        self._gathered: dict[Table, list[Mapping[str, Any]]] = {}
        self._counts: dict[tuple[object, ...], _Count] = {}
        self._outdated: set[tuple[object, ...]] = set()

    def insert(self, table: Table, row: Mapping[str, Any]) -> None:
        """Keep a new row back until the commit, or until a statement looks at its table.

        Rows of one table must have the same keys: they travel to the database together.
        """
        self.changes += 1
        self._gathered.setdefault(table, []).append(row)

    def put(self, table: Table, row: Mapping[str, Any]) -> None:
        """Insert the row now, or change these columns of the one that is there.

        One statement, because another process may insert it at the same moment.
        """
        self.run(_put(self.connection.dialect.name, table, tuple(row)), **row)

    def run(self, statement: Executable, **values: Any) -> CursorResult[*tuple[Any, ...]]:
        """Execute now; what it changes counts as this transaction's."""
        self._let_see(statement)
        self.changes += 1
        return self.connection.execute(statement, values)

    def one(self, statement: Executable, **values: Any) -> Row | None:
        self._let_see(statement)
        return self.connection.execute(statement, values).first()

    def all(self, statement: Executable, **values: Any) -> Sequence[Row]:
        self._let_see(statement)
        return self.connection.execute(statement, values).all()

    def next(self, *key: object, take: Executable, keep: Executable, **values: Any) -> int:
        """The next number of a counter, told apart by its key and read from one row.

        `take` adds one and returns the number, and so holds the row; it runs once. Whoever takes
        another number in this transaction gets it from here; `keep` writes the last one (bound
        as `last`) before the commit.
        """
        self.changes += 1
        count = self._counts.get(key)
        if count is None:
            first = int(self.run(take, **values).scalar_one())
            count = self._counts[key] = _Count(keep, values, first, first)
        else:
            count.last += 1
        return count.last

    def flush(self) -> None:
        """Write all gathered rows, parents before children, and how far was counted."""
        for table in sorted(self._gathered, key=_ORDER.__getitem__):
            self._write(table)
        for count in self._counts.values():
            if count.last > count.first:
                self.connection.execute(count.keep, {**count.values, "last": count.last})
        self._counts.clear()

    def recall(self, *key: object) -> Any:
        """What memory holds under this key, unless this transaction has changed it."""
        return None if key in self._outdated else self.memory.get(key)

    def keep(self, value: Any, *key: object) -> None:
        if key not in self._outdated:
            self.memory.put(key, value)

    def forget(self, *key: object) -> None:
        """Memory of this key is wrong from now on, here at once and everywhere after the end."""
        self._outdated.add(key)
        self.memory.drop(key)

    def ended(self) -> None:
        for key in self._outdated:
            self.memory.drop(key)

    def _let_see(self, statement: Executable) -> None:
        if not self._gathered:
            return
        touched = _touches.get(statement)
        if touched is None:
            touched = _touches[statement] = tables_of(statement) | _referred_to(statement)
        if touched.isdisjoint(self._gathered):
            return
        newest = max(_ORDER[table] for table in touched if table in self._gathered)
        for table in sorted(self._gathered, key=_ORDER.__getitem__):
            if _ORDER[table] <= newest:
                self._write(table)

    def _write(self, table: Table) -> None:
        rows = self._gathered.pop(table, None)
        if rows:
            self.connection.execute(_INSERTS[table], rows)


def _referred_to(statement: Executable) -> frozenset[Table]:
    """The tables in which a row that is written now must find its parents."""
    if not isinstance(statement, Insert | Update):
        return frozenset()
    return frozenset(key.column.table for key in statement.table.foreign_keys)


@cache
def _put(dialect: str, table: Table, columns: tuple[str, ...]) -> Executable:
    statement = _CONFLICT_AWARE[dialect](table)
    key = [column.name for column in table.primary_key]
    changed = {name: statement.excluded[name] for name in columns if name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)
