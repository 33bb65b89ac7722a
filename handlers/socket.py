"""Socket Mode: two connections at a time, watched for silence, through the same dispatcher."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import structlog
from aiohttp import WSMessage
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from handlers.payload import keepable

log = structlog.get_logger()

CONNECTIONS = 2  # the client closes the old connection before it opens the next
PING_SECONDS = 5.0
SILENT_AFTER = 4 * PING_SECONDS
GIVE_UP_AFTER = 300.0


@dataclass
class _Line:
    client: SocketModeClient
    heard_at: float  # of the machine's monotonic clock


class Sockets:
    """Holds the connections; a silent one is replaced, and five deaf minutes end the process."""

    def __init__(
        self,
        app: AsyncApp,
        *,
        app_token: str,
        web_client: AsyncWebClient,
        give_up: Callable[[], None],
    ) -> None:
        self._app = app
        self._app_token = app_token
        self._web_client = web_client
        self._give_up = give_up
        self._lines: list[_Line] = []
        self._closing = False
        self._in_hand = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.open_now = 0
        self._received_at = time.monotonic()

    async def open(self) -> None:
        """Receiving with one connection is receiving; `watch` brings the other."""
        self._lines.append(await self._dial())
        self.open_now = 1

    async def watch(self) -> None:
        """Until cancelled: brings what is missing, replaces what went quiet."""
        while True:
            while len(self._lines) < CONNECTIONS:
                self._lines.append(await self._dial())
            self.open_now = await self.receiving()
            await asyncio.sleep(PING_SECONDS)
            for line in list(self._lines):
                if not await self._hears(line):
                    await self._replace(line)
            if await self.receiving():
                self._received_at = time.monotonic()
            elif time.monotonic() - self._received_at > GIVE_UP_AFTER:
                log.error("socket.deaf")
                self._give_up()

    async def receiving(self) -> int:
        """How many connections answered a ping lately."""
        return sum([await self._hears(line) for line in self._lines])

    async def close(self, *, seconds: float) -> None:
        """Take nothing new, answer what is in hand, hang up."""
        self._closing = True
        with suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), seconds)
        for line in self._lines:
            await line.client.close()

    async def _dial(self) -> _Line:
        client = SocketModeClient(
            app_token=self._app_token, web_client=self._web_client, ping_interval=PING_SECONDS
        )
        line = _Line(client, time.monotonic())

        async def heard(message: WSMessage) -> None:
            line.heard_at = time.monotonic()

        client.on_message_listeners.append(heard)
        client.socket_mode_request_listeners.append(self._take)
        await client.connect()
        return line

    async def _take(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        if self._closing:
            return  # not acknowledged, so Slack hands it to somebody else
        self._in_hand += 1
        self._idle.clear()
        try:
            request.payload = keepable(request.payload)
            answer = await run_async_bolt_app(self._app, request)
            await send_async_response(client, request, answer, time.monotonic())
        finally:
            self._in_hand -= 1
            if not self._in_hand:
                self._idle.set()

    async def _hears(self, line: _Line) -> bool:
        if not await line.client.is_connected():
            return False
        ponged = line.client.last_ping_pong_time is not None
        return ponged or time.monotonic() - line.heard_at < SILENT_AFTER

    async def _replace(self, line: _Line) -> None:
        log.warning("socket.silent")
        self._lines.remove(line)
        await line.client.close()
        self._lines.append(await self._dial())
