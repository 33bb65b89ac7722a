"""One transaction: statements that run at once, and new rows gathered until they are needed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, CursorResult, Dialect, Executable, Insert, Table, Update, insert
from sqlalchemy import Row as SqlRow
from sqlalchemy.dialects import postgresql, sqlite

from storage.memory import Memory
from storage.schema import metadata
from storage.tenancy import tables_of

Row = SqlRow[*tuple[Any, ...]]

_ORDER = {table: place for place, table in enumerate(metadata.sorted_tables)}
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


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An insert as the driver takes it, worked out once: nearly all new rows come this way."""

    sql: str
    columns: Sequence[tuple[str, Callable[[Any], Any] | None]]  # how the driver wants each value
    by_name: bool

    def values(self, row: Mapping[str, Any]) -> dict[str, Any] | tuple[Any, ...]:
        made = [
            (name, row[name] if make is None else make(row[name])) for name, make in self.columns
        ]
        return dict(made) if self.by_name else tuple([value for _, value in made])


_ready: dict[tuple[str, Table, tuple[str, ...]], _Prepared] = {}


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
            ready = _prepared(self.connection.dialect, table, tuple(rows[0]))
            self.connection.exec_driver_sql(ready.sql, [ready.values(row) for row in rows])


def _referred_to(statement: Executable) -> frozenset[Table]:
    """The tables in which a row that is written now must find its parents."""
    if not isinstance(statement, Insert | Update):
        return frozenset()
    return frozenset(key.column.table for key in statement.table.foreign_keys)


def _prepared(dialect: Dialect, table: Table, columns: tuple[str, ...]) -> _Prepared:
    """Once for each kind of database, whichever of that kind came first."""
    key = (dialect.name, table, columns)
    found = _ready.get(key)
    if found is None:
        found = _ready[key] = _prepare(dialect, table, columns)
    return found


def _prepare(dialect: Dialect, table: Table, columns: tuple[str, ...]) -> _Prepared:
    new = insert(table).inline()  # nobody asks for the keys that the database gives
    compiled = new.compile(dialect=dialect, column_keys=list(columns))
    order = compiled.positiontup or columns
    kinds = {name: table.c[name].type.dialect_impl(dialect) for name in columns}
    processors = [(name, kinds[name].bind_processor(dialect)) for name in order]
    return _Prepared(compiled.string, processors, by_name=not compiled.positiontup)


@cache
def _put(dialect: str, table: Table, columns: tuple[str, ...]) -> Executable:
    statement = _CONFLICT_AWARE[dialect](table)
    key = [column.name for column in table.primary_key]
    changed = {name: statement.excluded[name] for name in columns if name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)
