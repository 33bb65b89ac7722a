"""Brings a database to the newest schema, step by step, forward only."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

# One number for everybody who migrates the same PostgreSQL at the same time.
_ONE_AT_A_TIME = text("SELECT pg_advisory_lock(7462133)")
# Whoever migrates may wait for a lock as long as it takes.
_PATIENTLY = text("SET lock_timeout = 0")
_PATIENTLY_HERE = text("SET LOCAL lock_timeout = 0")
_NEXT_PLEASE = text("SELECT pg_advisory_unlock(7462133)")


def newest() -> str:
    """The revision that this code expects."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    if head is None:
        raise RuntimeError("no migrations are installed")
    return head


def current(engine: Engine) -> str | None:
    """The revision that the database has; None when it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def knows(revision: str) -> bool:
    """False when a newer Pinwheel has already migrated this database."""
    script = ScriptDirectory.from_config(_config())
    return any(step.revision == revision for step in script.walk_revisions())


def upgrade(engine: Engine) -> None:
    """Apply what is missing. Safe to run from several processes at once."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as guard:
        embedded = engine.dialect.name == "sqlite"
        if not embedded:
            guard.detach()  # so that no transaction inherits its patience
            guard.execute(_PATIENTLY)
            guard.execute(_ONE_AT_A_TIME)
        try:
            with engine.connect() as connection:
                if not embedded:
                    connection.execute(_PATIENTLY_HERE)
                _upgrade(connection)
        finally:
            if not embedded:
                guard.execute(_NEXT_PLEASE)


def _upgrade(connection: Connection) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.commit()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config
