"""Readiness: whether we receive, can keep what we receive, and do what is due."""

import time
from collections.abc import Mapping

from bot.errors import StoreBusy
from bot.house import House
from bot.ids import WorkspaceId
from bot.workspaces import trouble_with
from handlers.planner import Planner
from handlers.socket import Sockets

LATE_SECONDS = 90


class Readiness:
    def __init__(
        self, house: House, workspace: WorkspaceId, planner: Planner, sockets: Sockets | None
    ) -> None:
        self._house = house
        self._workspace = workspace
        self._planner = planner
        self._sockets = sockets

    async def wrong(self) -> Mapping[str, str]:
        """What is wrong, by part; empty when all is well."""
        wrong: dict[str, str] = {}
        try:
            if refused := await self._house.do(self._workspace, trouble_with):
                wrong["slack"] = refused
        except StoreBusy as busy:
            wrong["database"] = str(busy)
        if time.monotonic() - self._planner.ticked_at > LATE_SECONDS:
            wrong["planner"] = "silent"
        if self._sockets is not None and not await self._sockets.receiving():
            wrong["sockets"] = "no connection receives"
        return wrong
