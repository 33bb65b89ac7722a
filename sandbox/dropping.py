"""Ending a connection without an answer, and holding one silent: the server's protocols let us."""

import asyncio
from typing import cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol


class Http(HttpToolsProtocol):
    """Hands each request its connection as `request.state.connection`."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.app_state = {**self.app_state, "connection": transport}
        super().connection_made(cast(asyncio.Transport, transport))


class Socket(WebSocketsSansIOProtocol):
    """Hands each socket its connection as `socket.state.connection`."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.app_state = {**self.app_state, "connection": transport}
        super().connection_made(transport)


class Dropped(Response):
    """No answer at all: the connection is closed instead."""

    def __init__(self, request: Request) -> None:
        super().__init__()
        self._connection: asyncio.Transport = request.state.connection

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._connection.abort()
        while (await receive())["type"] != "http.disconnect":
            pass
