"""Migrations equal the schema, on both databases, and may be run by several at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import ClauseElement, Engine, inspect, text

from storage import migrate
from storage.engine import open_engine
from storage.schema import metadata

ALEMBICS_OWN = "alembic_version"


def described(engine: Engine) -> dict[str, Any]:
    """Every table with its columns, keys and indexes, in an order of their own."""
    seen = inspect(engine)
    return {
        table: {
            "columns": _sorted(seen.get_columns(table)),
            "key": _sorted([dict(seen.get_pk_constraint(table))]),
            "foreign": _sorted(seen.get_foreign_keys(table)),
            "unique": _sorted(seen.get_unique_constraints(table)),
            "indexes": _sorted(seen.get_indexes(table)),
            "checks": _sorted(seen.get_check_constraints(table)),
        }
        for table in seen.get_table_names()
        if table != ALEMBICS_OWN
    }


def _sorted(parts: Any) -> list[str]:
    return sorted(_in_words(part) for part in parts)


def _in_words(part: Any) -> str:
    if isinstance(part, dict):
        return str([(name, _in_words(part[name])) for name in sorted(part)])
    return str(part) if isinstance(part, ClauseElement) else repr(part)


def _compare(engine: Engine) -> None:
    by_steps = described(engine)
    metadata.drop_all(engine)
    metadata.create_all(engine)
    at_once = described(engine)

    assert by_steps.keys() == at_once.keys()
    for table, parts in at_once.items():
        assert by_steps[table] == parts, table


def test_on_sqlite_the_steps_lead_to_the_schema(database_url: str) -> None:
    engine = open_engine(database_url)
    _compare(engine)
    engine.dispose()


@pytest.mark.postgres
def test_on_postgresql_the_steps_lead_to_the_schema(postgres_url: str) -> None:
    engine = open_engine(postgres_url)
    _compare(engine)
    engine.dispose()


def test_an_empty_database_knows_that_it_is_empty(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'new.db'}")
    assert migrate.current(engine) is None
    migrate.upgrade(engine)
    assert migrate.current(engine) == migrate.newest()
    migrate.upgrade(engine)
    assert migrate.current(engine) == migrate.newest()
    engine.dispose()


def test_a_newer_database_is_recognised(database_url: str) -> None:
    engine = open_engine(database_url)
    assert migrate.knows(migrate.newest())
    assert not migrate.knows("9999")
    engine.dispose()


@pytest.mark.postgres
def test_several_processes_may_migrate_the_same_postgresql_at_once(postgres_url: str) -> None:
    engine = open_engine(postgres_url)
    metadata.drop_all(engine)
    with engine.begin() as connection:
        connection.execute(text(f"DROP TABLE {ALEMBICS_OWN}"))

    with ThreadPoolExecutor(4) as several:
        upgrades = [several.submit(migrate.upgrade, engine) for _ in range(4)]

    assert [upgrade.exception() for upgrade in upgrades] == [None] * 4
    assert migrate.current(engine) == migrate.newest()
    engine.dispose()
