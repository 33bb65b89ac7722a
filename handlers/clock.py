"""The clock that another one turns, and the alarm that wakes whoever may have work."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

import aiohttp
import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = structlog.get_logger()

EVERY_SECONDS = 1.0
_LONG_POLL_SECONDS = 20
_SIGN_OF_LIFE_SECONDS = 10  # a clock may take the silent for gone after 30
_PATIENCE = aiohttp.ClientTimeout(total=_LONG_POLL_SECONDS + 10)
_SILENT = (aiohttp.ClientError, TimeoutError, OSError, ValueError, KeyError)


class FollowedClock:
    """Somebody else's, asked now and then; between the answers it runs as they said."""

    def __init__(self) -> None:
        self.version = 0
        self._said = 0.0
        self._heard = 0.0
        self._running = False

    def now(self) -> datetime:
        passed = time.monotonic() - self._heard if self._running else 0.0
        return datetime.fromtimestamp(self._said + passed, UTC)

    def hear(self, *, version: int, now: float, running: bool) -> None:
        self.version, self._said, self._running = version, now, running
        self._heard = time.monotonic()


@dataclass(frozen=True)
class Duties:
    """What is to be done when time passes, and when there is more to do."""

    wake: Callable[[], None]
    done: Callable[[], Awaitable[datetime | None]]  # all that is due is done; when is the next


class Follower:
    """Follows a clock server: hears of each turn, does what became due, says so."""

    def __init__(
        self,
        url: str,
        clock: FollowedClock,
        session: aiohttp.ClientSession,
        *,
        name: str,
        alive_every: float = _SIGN_OF_LIFE_SECONDS,
    ) -> None:
        self._url = url.rstrip("/")
        self._clock = clock
        self._session = session
        self._name = name
        self._alive_every = alive_every

    async def start(self) -> None:
        """Know what time it is before anything else happens."""
        self._hear(await self._ask(""))

    async def announce(self) -> None:
        """From now on each turn waits for us."""
        await self._tell(self._clock.version - 1, None)

    async def follow(self, duties: Duties) -> None:
        """Until cancelled."""
        await self._report(duties)
        while True:
            try:
                if await self._next_turn():
                    duties.wake()
                    await self._report(duties)
            except _SILENT:
                log.warning("clock.silent")
                await asyncio.sleep(1)

    async def leave(self) -> None:
        """Nobody has to wait for us any more."""
        with suppress(*_SILENT):
            await self._say({"follower": self._name, "gone": True})

    async def _next_turn(self) -> bool:
        known = self._clock.version
        more = f"?after={known}&timeout={_LONG_POLL_SECONDS}&follower={quote(self._name)}"
        self._hear(await self._ask(f"/next{more}"))
        return self._clock.version != known

    async def _report(self, duties: Duties) -> None:
        """Whoever turned the clock hears from us while much is to be done."""
        version = self._clock.version
        working = asyncio.ensure_future(duties.done())
        try:
            while not (await asyncio.wait({working}, timeout=self._alive_every))[0]:
                await self._tell(version - 1, None)
        finally:
            working.cancel()  # nothing happens to one that is done
        await self._tell(version, working.result())

    async def _tell(self, version: int, next_due: datetime | None) -> None:
        report = {
            "follower": self._name,
            "version": version,
            "done_until": self._clock.now().timestamp(),
            "next_due": None if next_due is None else next_due.timestamp(),
        }
        await self._say(report)

    async def _ask(self, path: str) -> dict[str, float]:
        async with self._session.get(f"{self._url}{path}", timeout=_PATIENCE) as answer:
            said: dict[str, float] = await answer.json()
            return said

    async def _say(self, report: dict[str, object]) -> None:
        async with self._session.post(
            f"{self._url}/report", json=report, timeout=_PATIENCE
        ) as answer:
            await answer.read()

    def _hear(self, said: dict[str, float]) -> None:
        self._clock.hear(
            version=int(said["version"]), now=float(said["now"]), running=bool(said["running"])
        )


class Alarm:
    """Rings every second; what is due is asked of the database by those it wakes."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._scheduler.add_job(
            ring, "interval", seconds=EVERY_SECONDS, coalesce=True, max_instances=1
        )

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)
