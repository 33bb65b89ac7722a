"""The writer: a thread that runs what waits in one transaction, commits once, answers all."""

import queue
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from storage.inbox import Knock, look_up
from storage.memory import Memory
from storage.transaction import Transaction

Deed = Callable[[Transaction], Any]

BATCH = 64
ROOM = 2048
PATIENCE_SECONDS = 2.0
# PostgreSQL: serialization failure, deadlock, a lock that was not to be had in time.
_LOST_A_RACE = frozenset({"40001", "40P01", "55P03"})


class StoreBusy(RuntimeError):
    """The database did not take the change in time; nothing of it was kept."""


class RefusedBeforeChange(Exception):
    """A deed that refuses with a subclass of this has its answer without a rollback."""


@dataclass(slots=True)
class _Job:
    deed: Deed
    lane: str
    knock: Knock | None
    answer: "Future[Any]"
    handed_in: float = field(default_factory=time.monotonic)
    value: Any = None
    refusal: RefusedBeforeChange | None = None


class Writer:
    """Takes deeds from any thread; several may run side by side where the database allows it."""

    def __init__(self, engine: Engine, memory: Memory, *, threads: int = 1) -> None:
        self._engine = engine
        self._memory = memory
        self._waiting: queue.Queue[_Job | None] = queue.Queue(ROOM)
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
        job = _Job(deed, lane, knock, Future())
        try:
            self._waiting.put_nowait(job)
        except queue.Full as full:
            raise StoreBusy("too much waits to be written") from full
        return job.answer

    def close(self) -> None:
        """Finish what was handed in, then stop."""
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

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
        return sorted((job for job in batch if _still_wanted(job)), key=lambda job: job.lane)

    def _serve(self, batch: list[_Job], connection: Connection | None) -> Connection | None:
        if not batch:
            return connection
        try:
            connection = connection or self._engine.connect()
            self._together(connection, batch)
        except Exception as trouble:  # noqa: BLE001 - each job gets its own outcome just below
            connection = _after(trouble, connection)
            self._one_by_one(batch, trouble)
        return connection

    def _together(self, connection: Connection, batch: list[_Job]) -> None:
        with self._transaction(connection) as tx:
            look_up(tx, [job.knock for job in batch if job.knock is not None])
            for job in batch:
                _run(job, tx)
        for job in batch:
            _tell(job)

    def _one_by_one(self, batch: list[_Job], trouble: Exception) -> None:
        """One deed spoilt the batch, or lost a race: alone, each gets its own outcome."""
        for job in batch:
            if _unavailable(trouble):
                job.answer.set_exception(_plain(trouble))
            else:
                self._alone(job)

    def _alone(self, job: _Job) -> None:
        job.value = job.refusal = None
        try:
            with self._engine.connect() as connection, self._transaction(connection) as tx:
                _run(job, tx)
        except Exception as trouble:  # noqa: BLE001 - handed to the one who waits for it
            job.answer.set_exception(_plain(trouble))
            return
        _tell(job)

    @contextmanager
    def _transaction(self, connection: Connection) -> Iterator[Transaction]:
        tx = Transaction(connection, self._memory)
        try:
            with connection.begin():
                yield tx
                tx.flush()
        finally:
            tx.ended()


def _still_wanted(job: _Job) -> bool:
    """A job that waited too long is given up: its asker was promised an answer within 3 s."""
    if time.monotonic() - job.handed_in > PATIENCE_SECONDS:
        job.answer.set_exception(StoreBusy("waited too long"))
        return False
    return job.answer.set_running_or_notify_cancel()


def _run(job: _Job, tx: Transaction) -> None:
    before = tx.changes
    try:
        job.value = job.deed(tx)
    except RefusedBeforeChange as refusal:
        if tx.changes != before:
            raise
        job.refusal = refusal


def _tell(job: _Job) -> None:
    if job.refusal is not None:
        job.answer.set_exception(job.refusal)
    else:
        job.answer.set_result(job.value)


def _unavailable(trouble: Exception) -> bool:
    """Trying again now would only make everybody wait longer."""
    if not isinstance(trouble, (OperationalError, InterfaceError)):
        return False
    return getattr(trouble.orig, "sqlstate", None) not in _LOST_A_RACE


def _plain(trouble: Exception) -> Exception:
    if isinstance(trouble, (OperationalError, InterfaceError)):
        busy = StoreBusy(type(trouble.orig).__name__)
        busy.__cause__ = trouble
        return busy
    return trouble


def _after(trouble: Exception, connection: Connection | None) -> Connection | None:
    """A connection that the database gave up is closed; the next batch opens a new one."""
    lost = isinstance(trouble, DBAPIError) and trouble.connection_invalidated
    if connection is None or not lost:
        return connection
    with suppress(DBAPIError):
        connection.close()
    return None
