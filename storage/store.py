"""The store: the one door to the database, with one way to write and one way to read."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy.exc import DBAPIError

from storage.engine import open_engine
from storage.inbox import Knock
from storage.memory import Memory
from storage.patience import USUAL, Patience
from storage.tenancy import guard
from storage.transaction import Transaction
from storage.writer import StoreBusy, Writer, plain

T = TypeVar("T")

POSTGRES_WRITERS = 2


class Store:
    """Writes go through the writer's batches; reads run beside them on connections of their own."""

    def __init__(self, url: str, *, patience: Patience = USUAL) -> None:
        self._patience = patience
        self.engine = open_engine(url)
        guard(self.engine)
        self.memory = Memory()
        embedded = self.engine.dialect.name == "sqlite"
        threads = 1 if embedded else POSTGRES_WRITERS
        self._writer = Writer(self.engine, self.memory, threads=threads, patience=patience)
        self._readers = ThreadPoolExecutor(4, thread_name_prefix="reader")

    async def write(
        self, deed: Callable[[Transaction], T], *, lane: str = "", knock: Knock | None = None
    ) -> T:
        """Run the deed in a transaction; return only after its commit. Raises StoreBusy."""
        answer: asyncio.Future[T] = self._writer.ask(deed, lane=lane, knock=knock)
        return await self._in_time(answer)

    async def read(self, deed: Callable[[Transaction], T]) -> T:
        """Run a deed that changes nothing, beside the writer. Raises StoreBusy."""
        loop = asyncio.get_running_loop()
        return await self._in_time(loop.run_in_executor(self._readers, self.read_now, deed))

    def write_now(self, deed: Callable[[Transaction], T], *, lane: str = "") -> T:
        """The same as `write` for callers without an event loop: the command line, tests."""
        return self._submit(deed, lane, None).result()

    def read_now(self, deed: Callable[[Transaction], T]) -> T:
        try:
            with self.engine.connect() as connection:
                looking = connection.execution_options(reading=True)
                with looking.begin():
                    return deed(Transaction(looking, self.memory))
        except DBAPIError as trouble:
            raise plain(trouble) from trouble

    def close(self) -> None:
        """Finish the writes that were handed in, then let go of the database."""
        self._writer.close()
        self._readers.shutdown()
        self.engine.dispose()

    async def _in_time(self, answer: "asyncio.Future[T]") -> T:
        """A database that took a statement and fell silent may have done it; nobody may say so."""
        try:
            async with asyncio.timeout(self._patience.silence):
                return await answer
        except TimeoutError:
            raise StoreBusy("the database fell silent") from None

    def _submit(
        self, deed: Callable[[Transaction], T], lane: str, knock: Knock | None
    ) -> "Future[T]":
        return self._writer.submit(deed, lane=lane, knock=knock)


def open_store(url: str, *, patience: Patience = USUAL) -> Store:
    return Store(url, patience=patience)
