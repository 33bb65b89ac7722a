"""Opens SQLite or PostgreSQL the way this house needs them."""

import sqlite3
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

# How long anybody waits for a lock that another one holds. PostgreSQL looks for deadlocks after a
# second, and is given the time to find them.
SQLITE_LOCK_SECONDS = 1.0
POSTGRES_LOCK_SECONDS = 1.4
CONNECT_SECONDS = 2
# A process that froze in the middle of a transaction must not keep its locks: others take over.
FROZEN_SECONDS = 5


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
    PostgreSQL: no lock is waited for or held without end.
    """
    url = url_of(text)
    if url.get_backend_name() != "sqlite":
        return _postgres(url)
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=8,
        connect_args={"timeout": SQLITE_LOCK_SECONDS, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _postgres(url: URL) -> Engine:
    engine = create_engine(
        url,
        pool_pre_ping=True,
        hide_parameters=True,
        pool_size=8,
        connect_args={"connect_timeout": CONNECT_SECONDS},
    )
    event.listen(engine, "connect", _prepare_postgres)
    return engine


def _prepare_postgres(connection: Any, record: Any) -> None:
    """For every transaction of this session; said outside of one, so that it stays."""
    connection.autocommit = True
    connection.execute(f"SET lock_timeout = '{POSTGRES_LOCK_SECONDS * 1000:.0f}ms'")
    connection.execute(f"SET idle_in_transaction_session_timeout = '{FROZEN_SECONDS:g}s'")
    connection.autocommit = False


def _prepare_sqlite(connection: sqlite3.Connection, record: Any) -> None:
    connection.isolation_level = None  # BEGIN is ours to say, see _begin_sqlite
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
