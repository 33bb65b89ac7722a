"""The door: what every handler needs to turn a knock into a verb and a value into an answer."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.house import House, Verb
from bot.ids import PersonId, WorkspaceId
from bot.told import Told
from handlers.directory import Directory
from handlers.knock import Knock
from handlers.leisure import Leisure


@dataclass(frozen=True)
class Door:
    house: House
    client: AsyncWebClient
    workspace: WorkspaceId
    bot_user: PersonId
    directory: Directory
    afterwards: "Afterwards" = field(default_factory=lambda: Afterwards())
    leisure: Leisure = field(default_factory=Leisure)

    async def answer(self, knock: Knock, verb: Verb[Told]) -> Told:
        """Meet who knocks, then do what they ask, once."""
        await self.directory.meet(knock.person, knock.channel, in_dm=knock.in_dm)
        return await self.house.answer(self.workspace, knock.key, verb, lane=knock.channel)

    async def look(self, knock: Knock, verb: Verb[Any]) -> Any:
        await self.directory.meet(knock.person, knock.channel, in_dm=knock.in_dm)
        return await self.house.look(self.workspace, verb)


class Afterwards:
    """Small errands after the answer, at most once and never the only copy; ended at the close."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def do(self, errand: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(errand)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def done(self) -> None:
        """Return when none is under way."""
        while self._running:
            await asyncio.wait(self._running)

    async def end(self, *, seconds: float) -> None:
        """Let them finish for so long, then let them go."""
        if not self._running:
            return
        _, late = await asyncio.wait(self._running, timeout=seconds)
        for task in late:
            task.cancel()
