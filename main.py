"""The roof: builds the real world once, hands it down, and ends it in order."""

import asyncio
import contextlib
import gc
import os
import secrets
import signal
import socket
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from random import SystemRandom

import aiohttp
import httpx
import structlog
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.blockers import on_unconfirmed
from bot.composers import COMPOSERS
from bot.errors import StoreBusy
from bot.hosts import hinted
from bot.house import House
from bot.housekeeping import Process
from bot.world import World
from cli import app as app
from cli.database import migrated_store
from cli.terminal import sentences
from handlers import logs
from handlers.clock import Alarm, Duties, FollowedClock, Follower
from handlers.courier import Courier, Gateway, Limiter, open_session
from handlers.directory import Directory
from handlers.door import Door
from handlers.guard import Guard
from handlers.health import Readiness
from handlers.hosts import Desk, hook_addresses, host_client, open_desk
from handlers.introduction import introduced, slack_client
from handlers.metrics import Metrics
from handlers.planner import Planner
from handlers.server import Server
from handlers.slack import slack_app
from handlers.socket import Sockets
from handlers.views.letters import render
from handlers.web import web
from settings import Settings, load, missing_for_slack, wrong_with_code_hosts
from storage.patience import USUAL, Patience
from storage.store import Store

log = structlog.get_logger()

# 25 s in all, so that the host does not lose patience.
REQUESTS_SECONDS, SOCKETS_SECONDS, ERRANDS_SECONDS, LETTERS_SECONDS = 6, 5, 2, 8

real_now = partial(datetime.now, UTC)
GARBAGE_AFTER = 10_000  # new objects; an answer makes some hundreds and frees them by itself


@app.command()
def run() -> None:
    """Run the bot against Slack, from the environment or .env."""
    settings = load()
    if missing := {**missing_for_slack(settings), **wrong_with_code_hosts(settings)}:
        raise SystemExit(sentences("Pinwheel can't start:", missing))
    logs.set_up(level=settings.pinwheel_log_level, form=settings.pinwheel_log_format)
    with asyncio.Runner(loop_factory=_uvloop()) as runner:
        runner.run(_until_told_to_stop(settings))


async def _until_told_to_stop(settings: Settings) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    await serve(settings, stop=stop, ready=_built_for_good)


def _built_for_good(url: str) -> None:
    """What stands when we are ready stays until the end: garbage is not looked for in it again.

    Each such search would hold up every answer in hand for tens of milliseconds.
    """
    gc.freeze()
    gc.set_threshold(GARBAGE_AFTER)


async def serve(
    settings: Settings,
    *,
    stop: asyncio.Event,
    ready: Callable[[str], None] = lambda url: None,
    patience: Patience = USUAL,
) -> None:
    """One process of the bot. `ready` is called with its address once it receives."""
    async with AsyncExitStack() as stack:
        store = stack.enter_context(migrated_store(settings, patience))
        session = await stack.enter_async_context(open_session())
        code_hosts = host_client(settings.code_hosts, private=settings.private_hosts)
        await stack.enter_async_context(code_hosts)
        follower, world = await world_of(settings, session)
        bot = await _built(settings, store, world, session, code_hosts, stop, patience)
        if bot is not None:
            await bot.serve(follower=follower, stop=stop, ready=ready)


@dataclass
class Bot:
    """Everything that runs, in the order in which it starts and ends."""

    door: Door
    courier: Courier
    planner: Planner
    desk: Desk
    sockets: Sockets | None
    server: Server

    async def serve(
        self, *, follower: Follower | None, stop: asyncio.Event, ready: Callable[[str], None]
    ) -> None:
        alarm = Alarm(self.ring)
        running = (self.courier.run(), self.planner.run(), self.desk.run())
        tasks = [asyncio.create_task(one) for one in running]
        if self.sockets is not None:
            await _first_of(stop, asyncio.create_task(self.sockets.open()))
            tasks.append(asyncio.create_task(self.sockets.watch()))
        if follower is not None:
            await follower.announce()
            tasks.append(asyncio.create_task(follower.follow(Duties(self.ring, self.done))))
        listening = asyncio.create_task(self.server.serve())
        await self.server.listens.wait()
        alarm.start()
        log.info("bot.ready", mode="socket" if self.sockets else "http")
        ready(self.server.url)
        await _first_of(stop, listening, *tasks)
        log.info("bot.stopping")
        await self._end(alarm, listening)
        await _cancelled(tasks)
        if follower is not None:
            await follower.leave()

    def ring(self) -> None:
        self.courier.wake()
        self.planner.wake()
        self.desk.wake()

    async def done(self) -> datetime | None:
        """All that is due now is done; when there is more to do."""
        await self.door.afterwards.done()
        read = await self.desk.done()
        planned = await self.planner.done()
        owed = await self.courier.done()
        return min((one for one in (read, planned, owed) if one is not None), default=None)

    async def _end(self, alarm: Alarm, listening: "asyncio.Task[None]") -> None:
        """Intake stops, work in hand ends, leases are given back."""
        alarm.stop()
        self.server.should_exit = True
        await asyncio.wait([listening], timeout=REQUESTS_SECONDS + 1)
        if self.sockets is not None:
            await self.sockets.close(seconds=SOCKETS_SECONDS)
        await self.door.afterwards.end(seconds=ERRANDS_SECONDS)
        await self.courier.stop(seconds=LETTERS_SECONDS)
        with contextlib.suppress(StoreBusy):
            await self.planner.leave()


async def _built(
    settings: Settings,
    store: Store,
    world: World,
    session: aiohttp.ClientSession,
    code_hosts: httpx.AsyncClient,
    stop: asyncio.Event,
    patience: Patience,
) -> Bot | None:
    client = slack_client(settings.bot_token, base_url=settings.slack_api_base_url, session=session)
    metrics, bells = Metrics(), Bells()
    house = House(store, world, wake=bells.ring)
    us = await introduced(house, client, stop)
    if us is None:
        return None
    directory = Directory(house, client, us.id, patience=patience.turn)
    door = Door(house, client, us.id, us.bot_user, directory)
    app = slack_app(door)
    courier = _courier(house, client, metrics)
    desk = await open_desk(house, us.id, settings.code_hosts, code_hosts, real_now, directory)
    bells.hung += [courier.wake, desk.wake]
    sockets = _sockets(settings, app, client, stop)
    planner = Planner(
        door,
        Process(world.new_id(), f"{socket.gethostname()}:{os.getpid()}"),
        sockets=lambda: 0 if sockets is None else sockets.open_now,
    )
    health = Readiness(house, us.id, planner, sockets)
    hooks = hook_addresses(
        settings.code_hosts, lambda hint: house.do(us.id, partial(hinted, hint=hint)), metrics
    )
    asgi = web(
        app=app,
        guard=_guard(settings, world),
        hooks=hooks,
        metrics=metrics,
        readiness=health.wrong,
    )
    server = Server(asgi, host=settings.host, port=settings.port, grace=REQUESTS_SECONDS)
    return Bot(door, courier, planner, desk, sockets, server)


def _courier(house: House, client: AsyncWebClient, metrics: Metrics) -> Courier:
    return Courier(
        house,
        Gateway(lambda _: client),  # settled: the gateway is given a client for each workspace
        Limiter(house.world.now),
        render=render,
        composers=COMPOSERS,
        on_unconfirmed=on_unconfirmed,
        counts=metrics,
        name=new_id(),
    )


class Bells:
    """Rung after every commit; hung up once those who listen are built."""

    def __init__(self) -> None:
        self.hung: list[Callable[[], None]] = []

    def ring(self) -> None:
        for bell in self.hung:
            bell()


def _guard(settings: Settings, world: World) -> Guard | None:
    if settings.socket_mode or settings.slack_signing_secret is None:
        return None
    return Guard(settings.slack_signing_secret.get_secret_value(), world.now)


def _sockets(
    settings: Settings, app: AsyncApp, client: AsyncWebClient, stop: asyncio.Event
) -> Sockets | None:
    if settings.slack_app_token is None:
        return None
    token = settings.slack_app_token.get_secret_value()
    return Sockets(app, app_token=token, web_client=client, give_up=stop.set)


async def world_of(
    settings: Settings, session: aiohttp.ClientSession
) -> tuple[Follower | None, World]:
    """The real one; its clock is the machine's, or one that somebody turns."""
    if settings.pinwheel_clock_url is None:
        return None, World(real_now, new_id, SystemRandom())
    clock = FollowedClock()
    follower = Follower(settings.pinwheel_clock_url, clock, session, name=f"pinwheel-{new_id()}")
    await follower.start()
    return follower, World(clock.now, new_id, SystemRandom())


def new_id() -> str:
    """16 characters that cannot be guessed."""
    return secrets.token_urlsafe(12)


def _uvloop() -> Callable[[], asyncio.AbstractEventLoop]:
    try:
        import uvloop  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return asyncio.new_event_loop
    return uvloop.new_event_loop


async def _first_of(stop: asyncio.Event, *tasks: "asyncio.Task[None]") -> None:
    """Told to stop, or something essential ended: either way the process ends."""
    told = asyncio.create_task(_wait(stop))
    done, _ = await asyncio.wait({told, *tasks}, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    for task in done - {told}:
        if not task.cancelled() and (trouble := task.exception()) is not None:
            log.error("bot.broken", exc_info=trouble)


async def _wait(stop: asyncio.Event) -> None:
    await stop.wait()


async def _cancelled(tasks: list["asyncio.Task[None]"]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


if __name__ == "__main__":
    app()
