"""A bot with much to do when the clock is turned says so meanwhile, and reports once it is done."""

import asyncio
from datetime import datetime
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from handlers.clock import Duties, FollowedClock, Follower


class AClock:
    """A clock server that stands at its third turn and keeps what it is told."""

    def __init__(self) -> None:
        self.reports: list[dict[str, Any]] = []
        self.told = asyncio.Event()

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/clock", self._now)
        app.router.add_get("/clock/next", self._next)
        app.router.add_post("/clock/report", self._report)
        return app

    async def _now(self, _: web.Request) -> web.Response:
        return web.json_response({"version": 3, "now": 1_000.0, "running": False})

    async def _next(self, _: web.Request) -> web.Response:
        await asyncio.sleep(60)
        return await self._now(_)

    async def _report(self, request: web.Request) -> web.Response:
        self.reports.append(await request.json())
        if self.reports[-1]["version"] == 3:
            self.told.set()
        return web.json_response({"ok": True})


async def _followed(clock: AClock, *, work: float) -> list[int]:
    """The turns that were reported, in order, by one whose work takes so many seconds."""
    runner = web.AppRunner(clock.app(), shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]

    async def done() -> datetime | None:
        await asyncio.sleep(work)
        return None

    async with aiohttp.ClientSession() as session:
        url, ours = f"http://{host}:{port}/clock", FollowedClock()
        follower = Follower(url, ours, session, name="probe", alive_every=0.05)
        await follower.start()
        following = asyncio.create_task(follower.follow(Duties(lambda: None, done)))
        await asyncio.wait_for(clock.told.wait(), 10)
        following.cancel()
        await asyncio.wait({following})
    await runner.cleanup()
    return [one["version"] for one in clock.reports]


@pytest.mark.parametrize(("work", "signs"), [(0.0, False), (0.3, True)])
def test_long_work_gives_signs_of_life_and_is_done_only_once_it_is(
    work: float, signs: bool
) -> None:
    clock = AClock()
    turns = asyncio.run(_followed(clock, work=work))
    assert turns[-1] == 3
    assert (2 in turns[:-1]) == signs
    assert 3 not in turns[:-1]
