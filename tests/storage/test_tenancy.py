"""No statement reaches a tenant's rows without saying which tenant it means."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Executable, Select, Update, bindparam, delete, select, update
from sqlalchemy.sql import Delete

import storage
from storage.records import Records
from storage.schema import TENANT_TABLES, blockers, leases, members, teams
from storage.store import Store
from storage.tenancy import ForgotTheWorkspace, names_its_workspace
from tests.storage.rows import NORTH, SOUTH, TEAM, a_blocker, settle

FORGETFUL = {
    "a look at everybody's": select(blockers.c.id),
    "a look by id alone": select(blockers.c.id).where(blockers.c.id == "b1"),
    "a change": update(blockers).values(state="resolved"),
    "a deletion": delete(blockers).where(blockers.c.number == 1),
    "a join that holds one side only": select(teams.c.id)
    .join(members, members.c.team == teams.c.id)
    .where(teams.c.workspace == "TNORTH"),
    "a subquery": select(leases.c.name).where(
        select(blockers.c.id).where(blockers.c.state == "open").exists()
    ),
    "a workspace that is only selected": select(blockers.c.workspace),
}


def statements() -> Iterator[tuple[str, Executable]]:
    """Every statement that a module of storage keeps ready, alone or in a dict of them."""
    for module in pkgutil.iter_modules(storage.__path__):
        if module.name == "migrations":
            continue
        for name, value in vars(importlib.import_module(f"storage.{module.name}")).items():
            kept = value.values() if isinstance(value, dict) else [value]
            for one in kept:
                if isinstance(one, Select | Update | Delete):
                    yield f"{module.name}.{name}", one


@pytest.mark.parametrize("statement", FORGETFUL.values(), ids=FORGETFUL.keys())
def test_a_statement_that_forgets_the_workspace_is_refused(
    settled: Store, statement: Executable
) -> None:
    def deed(tx: Any) -> None:
        tx.run(statement)

    with pytest.raises(ForgotTheWorkspace):
        settled.write_now(deed)
    with pytest.raises(ForgotTheWorkspace):
        settled.read_now(lambda tx: tx.all(statement))


def test_a_statement_for_all_tenants_says_so(settled: Store) -> None:
    everywhere = select(blockers.c.id).execution_options(everywhere=True)
    assert settled.read_now(lambda tx: tx.all(everywhere)) == []


@pytest.mark.parametrize(("name", "statement"), list(statements()))
def test_each_statement_of_storage_names_its_workspace_or_says_everywhere(
    name: str, statement: Any
) -> None:
    for_all = statement.get_execution_options().get("everywhere", False)
    assert names_its_workspace(statement) or for_all, name


def test_the_statements_were_found() -> None:
    assert len(list(statements())) > 50


def test_every_tenant_table_begins_its_key_with_the_workspace_or_counts_rows() -> None:
    for table in TENANT_TABLES:
        first = next(iter(table.primary_key.columns)).name
        assert first in ("workspace", "seq"), table.name
        assert not table.c.workspace.nullable, table.name


def test_what_one_workspace_keeps_another_does_not_see(store: Store) -> None:
    settle(store, NORTH, SOUTH)
    store.write_now(lambda tx: Records(tx, NORTH).blockers.add(a_blocker(1)))

    theirs = store.read_now(lambda tx: Records(tx, NORTH).blockers.numbered(TEAM, 1))
    ours = store.read_now(lambda tx: Records(tx, SOUTH).blockers.numbered(TEAM, 1))

    assert theirs is not None
    assert ours is None


def test_a_verdict_does_not_depend_on_what_is_bound() -> None:
    held = select(blockers.c.id).where(blockers.c.workspace == bindparam("tenant"))
    assert names_its_workspace(held)
    assert names_its_workspace(held)
