"""The belt around the tenants: a statement that names no workspace is refused before it runs."""

from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, Table, event
from sqlalchemy.sql import Delete, Insert, Select, Update, visitors
from sqlalchemy.sql.elements import ColumnClause, ColumnElement

from storage.schema import TENANT_TABLES


class ForgotTheWorkspace(RuntimeError):
    """A statement on a tenant's table did not say whose rows it means."""


# A verdict is worked out once for each statement object; ours live as long as their module.
_verdicts: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()


def guard(engine: Engine) -> None:
    """From now on every Core statement of this engine must name its workspace.

    A statement that is meant for all tenants says so: `.execution_options(everywhere=True)`.
    """

    @event.listens_for(engine, "before_execute")
    def _refuse(
        conn: Connection, statement: Any, multi: Any, params: Any, options: dict[str, Any]
    ) -> None:
        if options.get("everywhere") or names_its_workspace(statement):
            return
        raise ForgotTheWorkspace(str(statement)[:200])


def names_its_workspace(statement: Any) -> bool:
    """True when each tenant table in the statement is held to a workspace by its criteria."""
    if not isinstance(statement, (Select, Update, Delete, Insert)):
        return True
    known = _verdicts.get(statement)
    if known is None:
        known = _tenants_of(statement) <= _held(statement)
        _verdicts[statement] = known
    return known


def tables_of(statement: Any) -> frozenset[Table]:
    """Every table that a statement reads or writes."""
    return frozenset(part for part in visitors.iterate(statement) if isinstance(part, Table))


def _tenants_of(statement: Any) -> frozenset[Table]:
    if isinstance(statement, Insert):
        return frozenset()
    return tables_of(statement) & TENANT_TABLES


def _held(statement: Any) -> frozenset[Table]:
    named = (
        part.table
        for criterion in _criteria(statement)
        for part in visitors.iterate(criterion)
        if isinstance(part, ColumnClause) and part.name == "workspace"
    )
    return frozenset(table for table in named if isinstance(table, Table))


def _criteria(statement: Any) -> list[ColumnElement[bool]]:
    found = []
    for part in visitors.iterate(statement):
        for name in ("whereclause", "onclause"):
            criterion = getattr(part, name, None)
            if criterion is not None:
                found.append(criterion)
    return found
