"""Socket Mode: tickets, open connections, envelopes and their acknowledgements."""

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from sandbox.ids import Ids
from sandbox.outcome import COMMAND, EVENT, Delivery, Outcome
from sandbox.wire import Json

MOST_CONNECTIONS = 10
ENVELOPE = {COMMAND: "slash_commands", EVENT: "events_api"}


@dataclass(eq=False)
class Connection:
    """One socket; while `silent` nothing is sent and nothing, not even a ping, is read."""

    number: int
    socket: WebSocket
    silent: bool = False
    waiting: dict[str, asyncio.Future[Any]] = field(default_factory=dict)

    def acknowledged(self, text: str) -> None:
        with suppress(ValueError):
            frame = json.loads(text)
            future = self.waiting.get(frame.get("envelope_id", ""))
            if future is not None and not future.done():
                future.set_result(frame.get("payload"))

    def fall_silent(self) -> None:
        """Stop reading the wire, so that the other end sees a connection that is open but dead."""
        self.silent = True
        self.socket.state.connection.pause_reading()

    def lost(self) -> None:
        for future in self.waiting.values():
            if not future.done():
                future.set_exception(ConnectionError())


class Sockets:
    def __init__(self, ids: Ids) -> None:
        self.connections: list[Connection] = []
        self._ids = ids
        self._tickets: set[str] = set()
        self._turn = 0

    def ticket(self) -> str:
        """A new single-use ticket for one connection."""
        ticket = self._ids.new("T").lower()
        self._tickets.add(ticket)
        return ticket

    def any_open(self) -> bool:
        return bool(self.connections)

    async def serve(self, socket: WebSocket, ticket: str, *, app_id: str) -> None:
        """Hold one connection until it ends."""
        if ticket not in self._tickets or len(self.connections) >= MOST_CONNECTIONS:
            await socket.close(code=4000)
            return
        self._tickets.discard(ticket)
        await socket.accept()
        connection = Connection(self._number(), socket)
        self.connections.append(connection)
        try:
            await self._hello(connection, app_id)
            while True:
                connection.acknowledged(await socket.receive_text())
        except (WebSocketDisconnect, RuntimeError):
            pass
        finally:
            self._gone(connection)

    async def send(
        self, delivery: Delivery, *, attempt: int, reason: str, patience: float
    ) -> Outcome:
        """Send one envelope to one connection, in turn, and wait for its acknowledgement."""
        connection = self.connections[self._turn % len(self.connections)]
        self._turn += 1
        envelope = self._envelope(delivery, attempt, reason)
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        connection.waiting[envelope["envelope_id"]] = future
        try:
            await self._write(connection, envelope)
            payload = await asyncio.wait_for(future, patience)
            return Outcome(status=200, body=payload)
        except TimeoutError:
            return Outcome(error="operation_timeout", reason="http_timeout")
        except (ConnectionError, RuntimeError, WebSocketDisconnect):
            return Outcome(error="dispatch_failed", reason="connection_failed")
        finally:
            del connection.waiting[envelope["envelope_id"]]

    async def ask_to_leave(self, reason: str) -> int:
        """Send `disconnect` (warning, refresh_requested, link_disabled) to all; how many."""
        for connection in list(self.connections):
            await self._write(connection, {"type": "disconnect", "reason": reason})
        return len(self.connections)

    def fall_silent(self) -> int:
        """Let every open connection go silent without closing it; how many."""
        for connection in self.connections:
            connection.fall_silent()
        return len(self.connections)

    async def close_all(self) -> int:
        """Drop every connection at once; how many."""
        open_ones = list(self.connections)
        for connection in open_ones:
            connection.socket.state.connection.abort()
            self._gone(connection)
        return len(open_ones)

    def _envelope(self, delivery: Delivery, attempt: int, reason: str) -> Json:
        envelope: Json = {
            "envelope_id": self._ids.new("E").lower(),
            "type": ENVELOPE.get(delivery.kind, "interactive"),
            "accepts_response_payload": delivery.wants_answer,
            "payload": delivery.payload,
        }
        if delivery.kind == EVENT:
            envelope |= {"retry_attempt": attempt, "retry_reason": reason}
        return envelope

    async def _hello(self, connection: Connection, app_id: str) -> None:
        hello: Json = {
            "type": "hello",
            "num_connections": len(self.connections),
            "debug_info": {
                "host": "sandbox",
                "build_number": 1,
                "approximate_connection_time": 3600,
            },
            "connection_info": {"app_id": app_id},
        }
        await self._write(connection, hello)

    async def _write(self, connection: Connection, frame: Json) -> None:
        if not connection.silent:
            await connection.socket.send_text(json.dumps(frame))

    def _gone(self, connection: Connection) -> None:
        if connection in self.connections:
            self.connections.remove(connection)
        connection.lost()

    def _number(self) -> int:
        return self._turn + len(self.connections)
