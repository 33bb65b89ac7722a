"""The house: use cases run here, in a transaction, once for each knock."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.told import Told, again, kept
from bot.world import Work, World
from storage.records import Records
from storage.store import Store
from storage.transaction import Transaction
from storage.types import WorkspaceId

T = TypeVar("T")
Verb = Callable[[Work], T]


@dataclass(frozen=True)
class House:
    """What the door knocks at. Made by the roof."""

    store: Store
    world: World
    wake: Callable[[], None]  # the courier may have something to carry

    async def do(self, workspace: WorkspaceId, verb: Verb[T], *, lane: str = "") -> T:
        """Run a use case in the writer and return after its commit. Raises StoreBusy, Refusal."""
        done = await self.store.write(self._in_work(workspace, verb), lane=lane)
        self.wake()
        return done

    async def answer(
        self, workspace: WorkspaceId, knock: str, verb: Verb[Told], *, lane: str = ""
    ) -> Told:
        """The same, once for each knock: a knock that comes again gets the same answer."""

        def once(tx: Transaction) -> Told:
            work = self._work(tx, workspace)
            said_before = work.records.inbox.answer_to(knock)
            if said_before is not None:
                return again(work, said_before)
            told = verb(work)
            work.records.inbox.put(knock, at=work.now, answer=kept(told))
            return told

        told = await self.store.write(once, lane=lane, knock=(workspace, knock))
        self.wake()
        return told

    async def look(self, workspace: WorkspaceId, verb: Verb[T]) -> T:
        """Run a use case that changes nothing, beside the writer."""
        return await self.store.read(self._in_work(workspace, verb))

    def _in_work(self, workspace: WorkspaceId, verb: Verb[T]) -> Callable[[Transaction], T]:
        return lambda tx: verb(self._work(tx, workspace))

    def _work(self, tx: Transaction, workspace: WorkspaceId) -> Work:
        now: Any = self.world.now()
        return Work(Records(tx, workspace), now=now, new_id=self.world.new_id)
