"""Opens SQLite or PostgreSQL the way this house needs them."""

import sqlite3
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

BUSY_SECONDS = 1.5


def url_of(text: str) -> URL:
    """SQLAlchemy's URL; `postgres://` as hosts hand it out means psycopg 3."""
    url = make_url(text.replace("postgres://", "postgresql://", 1))
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    return url


def open_engine(text: str) -> Engine:
    """An engine whose transactions are durable once committed.

    SQLite: WAL, `synchronous=FULL`, foreign keys, and a lock taken at BEGIN, because a
    transaction that reads first and writes later fails at once when another one wrote.
    """
    url = url_of(text)
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True, pool_size=8)
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=8,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, record: Any) -> None:
    connection.isolation_level = None  # BEGIN is ours to say, see _begin_sqlite
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
