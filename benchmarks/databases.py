"""Databases to measure on: new and migrated, on the disk of this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import text

from storage.engine import open_engine
from storage.migrate import upgrade
from storage.store import open_store
from tests.postgres import Postgres as Server
from tests.postgres import own_server

SETTINGS = ("server_version", "synchronous_commit", "fsync")


class Sqlite:
    """A file each; the product's own settings make it durable."""

    name = "SQLite"
    settings = "WAL, synchronous=FULL"

    def __init__(self, place: Path) -> None:
        self._place = place
        self._numbers = count(1)

    def new(self) -> str:
        """The address of a new, migrated database."""
        url = f"sqlite:///{self._place / f'bench-{next(self._numbers)}.db'}"
        store = open_store(url)
        upgrade(store.engine)
        store.close()
        return url


class Postgres:
    """A database each, of one server on a Unix socket, with its settings as they come."""

    name = "PostgreSQL"

    def __init__(self, server: Server) -> None:
        self._server = server
        told = _settings(self.new())
        self.version = told["server_version"]
        self.settings = f"synchronous_commit={told['synchronous_commit']}, fsync={told['fsync']}"

    def new(self) -> str:
        return self._server.fresh()


Database = Sqlite | Postgres


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A server out of a wheel, for this run alone."""
    with own_server() as server:
        yield Postgres(server)


def _settings(url: str) -> dict[str, str]:
    engine = open_engine(url)
    with engine.connect() as connection:
        told = {name: connection.execute(text(f"SHOW {name}")).scalar_one() for name in SETTINGS}
    engine.dispose()
    return told
