"""The database as the command line opens it, and the moment that its commands work at."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from secrets import token_urlsafe
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError

from bot.errors import StoreBusy
from bot.ids import WorkspaceId
from bot.world import Work
from handlers.clock import FollowedClock, Follower
from handlers.courier import open_session
from settings import Settings
from storage import migrate
from storage.patience import USUAL, Patience
from storage.records import Records
from storage.store import Store, open_store

T = TypeVar("T")
_NO_WORKSPACE = WorkspaceId("")


class NoDatabase(SystemExit):
    """The database cannot be used; a sentence for the terminal, without its address."""

    def __init__(self, trouble: Exception) -> None:
        self.reason = type(trouble).__name__
        super().__init__(
            f"The database can't be used ({self.reason})."
            " Check DATABASE_URL, run: pinwheel migrate, then: pinwheel doctor"
        )


@contextmanager
def store_of(settings: Settings, *, patience: Patience = USUAL) -> Iterator[Store]:
    """Raises NoDatabase."""
    try:
        store = open_store(settings.database_url, patience=patience)
    except (SQLAlchemyError, ImportError, ValueError) as trouble:
        raise NoDatabase(trouble) from None
    try:
        yield store
    except (SQLAlchemyError, StoreBusy) as trouble:
        raise NoDatabase(trouble) from None
    finally:
        store.close()


@contextmanager
def migrated_store(settings: Settings, patience: Patience) -> Iterator[Store]:
    """At the newest schema; refuses a newer one than ours, in a sentence."""
    with store_of(settings, patience=patience) as store:
        has = migrate.current(store.engine)
        if has is not None and not migrate.knows(has):
            raise SystemExit(f"The database is at {has}, newer than this Pinwheel: update it.")
        if has != migrate.newest():
            migrate.upgrade(store.engine)
        yield store


def look(store: Store, verb: Callable[[Work], T], *, now: datetime) -> T:
    """A use case over all workspaces that changes nothing, for the command line."""
    return store.read_now(lambda tx: verb(_work(Records(tx, _NO_WORKSPACE), now)))


def do(store: Store, verb: Callable[[Work], T], *, now: datetime) -> T:
    return store.write_now(lambda tx: verb(_work(Records(tx, _NO_WORKSPACE), now)))


def _work(records: Records, now: datetime) -> Work:
    return Work(records, now=now, new_id=lambda: token_urlsafe(12))


def now_by_its_clock(settings: Settings) -> datetime:
    """By the clock that the bot follows."""
    return asyncio.run(_asked_now(settings.pinwheel_clock_url))


async def _asked_now(clock_url: str | None) -> datetime:
    if clock_url is None:
        return datetime.now(UTC)
    clock = FollowedClock()
    async with open_session() as session:
        await Follower(clock_url, clock, session, name="command line").start()
    return clock.now()
