"""The writer: a thread that runs what waits in one transaction, commits once, answers all."""

import asyncio
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from storage.inbox import Knock, look_up
from storage.memory import Memory
from storage.patience import USUAL, Patience
from storage.transaction import Transaction

Deed = Callable[[Transaction], Any]

BATCH = 64
ROOM = 2048
# PostgreSQL: serialization failure, deadlock, a row that another process made first.
_LOST_A_RACE = frozenset({"40001", "40P01", "23505"})
_LOCKED = "55P03"  # a lock that was not to be had in time


class StoreBusy(RuntimeError):
    """The database did not take the change in time; nothing of it was kept."""


class RefusedBeforeChange(Exception):
    """A deed that refuses with a subclass of this has its answer without a rollback."""


@dataclass(slots=True)
class _Job:
    deed: Deed
    lane: str
    knock: Knock | None
    answer: "Future[Any] | asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop | None = None  # where the answer is waited for
    handed_in: float = field(default_factory=time.monotonic)
    value: Any = None
    trouble: Exception | None = None

    def begin(self) -> bool:
        """False when nobody waits for it any more."""
        if isinstance(self.answer, Future):
            return self.answer.set_running_or_notify_cancel()
        return not self.answer.cancelled()

    def end(self) -> None:
        """Answer the one who waits, in their own thread."""
        if self.answer.cancelled():
            return
        if self.trouble is not None:
            self.answer.set_exception(self.trouble)
        else:
            self.answer.set_result(self.value)

    @property
    def waited(self) -> float:
        return time.monotonic() - self.handed_in


class Writer:
    """Takes deeds from any thread; several may run side by side where the database allows it."""

    def __init__(
        self, engine: Engine, memory: Memory, *, threads: int = 1, patience: Patience = USUAL
    ) -> None:
        self._engine = engine
        self._memory = memory
        self._patience = patience
        self._waiting: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, name=f"writer-{n}", daemon=True)
            for n in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, deed: Deed, *, lane: str = "", knock: Knock | None = None) -> "Future[Any]":
        """The future resolves after the commit. Raises StoreBusy when too many already wait.

        Deeds of one batch run in the order of their lanes, so that two processes that lock
        the same rows lock them in the same order.
        """
        answer: Future[Any] = Future()
        self._hand_in(_Job(deed, lane, knock, answer))
        return answer

    def ask(
        self, deed: Deed, *, lane: str = "", knock: Knock | None = None
    ) -> "asyncio.Future[Any]":
        """The same, for those who wait in an event loop; a batch's answers reach it together."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Any] = loop.create_future()
        self._hand_in(_Job(deed, lane, knock, answer, loop))
        return answer

    def close(self) -> None:
        """Finish what was handed in, then stop."""
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def _hand_in(self, job: _Job) -> None:
        if self._waiting.qsize() >= ROOM:
            raise StoreBusy("too much waits to be written")
        self._waiting.put(job)

    def _work(self) -> None:
        connection: Connection | None = None
        while (batch := self._next_batch()) is not None:
            connection = self._serve(batch, connection)
        if connection is not None:
            connection.close()

    def _next_batch(self) -> list[_Job] | None:
        first = self._waiting.get()
        if first is None:
            return None
        batch = [first]
        while len(batch) < BATCH:
            try:
                job = self._waiting.get_nowait()
            except queue.Empty:
                break
            if job is None:
                self._waiting.put(None)  # the stop sign waits until this batch is done
                break
            batch.append(job)
        wanted = (job for job in batch if _still_wanted(job, self._patience.turn))
        return sorted(wanted, key=lambda job: job.lane)

    def _serve(self, batch: list[_Job], connection: Connection | None) -> Connection | None:
        if not batch:
            return connection
        try:
            connection = connection or self._engine.connect()
            self._together_or_again(connection, batch)
        except Exception as trouble:  # noqa: BLE001 - each job gets its own outcome just below
            connection = _after(trouble, connection)
            self._one_by_one(batch, trouble)
        return connection

    def _together_or_again(self, connection: Connection, batch: list[_Job]) -> None:
        """A race that was lost to another writer is seldom lost twice."""
        try:
            self._together(connection, batch)
        except DBAPIError as trouble:
            if not _lost_a_race(trouble):
                raise
            for job in batch:
                job.value, job.trouble = None, None
            self._together(connection, batch)

    def _together(self, connection: Connection, batch: list[_Job]) -> None:
        with self._transaction(connection) as tx:
            look_up(tx, [job.knock for job in batch if job.knock is not None])
            for job in batch:
                _run(job, tx)
        _tell(batch)

    def _one_by_one(self, batch: list[_Job], trouble: Exception) -> None:
        """One deed spoilt the batch, lost a race, or the connection broke, perhaps after the
        commit: alone, each gets its own outcome, and a knock that was kept its answer."""
        for job in batch:
            job.value, job.trouble = None, plain(trouble)
            if not _hopeless(trouble) and self._may_try(job):
                trouble = self._alone(job) or trouble
            _tell([job])

    def _alone(self, job: _Job) -> Exception | None:
        """What went wrong in the end: another process may be quicker more than once."""
        trouble = self._try(job)
        while trouble is not None and _lost_a_race(trouble) and self._may_try(job):
            trouble = self._try(job)
        return trouble

    def _may_try(self, job: _Job) -> bool:
        return job.waited < self._patience.last_try

    def _try(self, job: _Job) -> Exception | None:
        job.trouble = None
        try:
            with self._engine.connect() as connection, self._transaction(connection) as tx:
                _run(job, tx)
        except Exception as trouble:  # noqa: BLE001 - handed to the one who waits for it
            job.trouble = plain(trouble)
            return trouble
        return None

    @contextmanager
    def _transaction(self, connection: Connection) -> Iterator[Transaction]:
        tx = Transaction(connection, self._memory)
        try:
            with connection.begin():
                yield tx
                tx.flush()
        finally:
            tx.ended()


def _still_wanted(job: _Job, patience: float) -> bool:
    """A job that waited too long is given up."""
    if job.waited > patience:
        job.trouble = StoreBusy("waited too long")
        _tell([job])
        return False
    return job.begin()


def _run(job: _Job, tx: Transaction) -> None:
    before = tx.changes
    try:
        job.value = job.deed(tx)
    except RefusedBeforeChange as refusal:
        if tx.changes != before:
            raise
        job.trouble = refusal


def _tell(jobs: Iterable[_Job]) -> None:
    """Each event loop is woken once, however many wait there."""
    by_loop: dict[asyncio.AbstractEventLoop, list[_Job]] = {}
    for job in jobs:
        if job.loop is None:
            job.end()
        else:
            by_loop.setdefault(job.loop, []).append(job)
    for loop, its_jobs in by_loop.items():
        with suppress(RuntimeError):  # it was closed: nobody waits there any more
            loop.call_soon_threadsafe(_end_all, its_jobs)


def _end_all(jobs: Iterable[_Job]) -> None:
    for job in jobs:
        job.end()


def _hopeless(trouble: Exception) -> bool:
    """Trying again now would only make everybody wait longer."""
    if not isinstance(trouble, (OperationalError, InterfaceError)) or _is_lost(trouble):
        return False
    return not _lost_a_race(trouble) and getattr(trouble.orig, "sqlstate", None) != _LOCKED


def _lost_a_race(trouble: Exception) -> bool:
    if not isinstance(trouble, DBAPIError):
        return False
    return getattr(trouble.orig, "sqlstate", None) in _LOST_A_RACE


def _is_lost(trouble: Exception) -> bool:
    """The connection broke; another one may work."""
    return isinstance(trouble, DBAPIError) and trouble.connection_invalidated


def plain(trouble: Exception) -> Exception:
    """The same, or StoreBusy where the database could not be used at all."""
    if not isinstance(trouble, DBAPIError):
        return trouble
    if not isinstance(trouble, (OperationalError, InterfaceError)) and not _is_lost(trouble):
        return trouble
    busy = StoreBusy(type(trouble.orig).__name__)
    busy.__cause__ = trouble
    return busy


def _after(trouble: Exception, connection: Connection | None) -> Connection | None:
    """A connection that the database gave up is closed; the next batch opens a new one."""
    if connection is None or not _is_lost(trouble):
        return connection
    with suppress(DBAPIError):
        connection.close()
    return None
