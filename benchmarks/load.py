"""The load: signed commands over kept-alive connections, from a lean process of its own."""

import asyncio
import hmac
import json
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any, cast
from urllib.parse import urlencode

import uvloop

END_OF_HEAD = b"\r\n\r\n"
LENGTH = b"content-length: "


@dataclass(frozen=True)
class Plan:
    """`expected` must stand in every answer that counts; `salt` makes trigger ids unique."""

    port: int
    connections: int
    seconds: float
    most: int  # requests signed beforehand; the load ends when they are used up
    secret: str
    team_id: str
    people: list[str]
    channels: list[str]
    lines: list[str]
    expected: str
    salt: str


@dataclass
class Load:
    """What one round of load met; seconds of the machine's clock."""

    good: int = 0
    bad: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    took: list[float] = field(default_factory=list)  # of each good answer
    first_bad: str = ""


class Connection(asyncio.Protocol):
    """Sends the next request as soon as the answer to the last one is whole."""

    def __init__(self, requests: Iterator[bytes], expected: bytes, load: Load) -> None:
        self._requests = requests
        self._expected = expected
        self._load = load
        self._heard = b""
        self._sent_at = 0.0
        self._transport: asyncio.Transport | None = None
        self.until = 0.0
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own, of no such class

    def go(self, until: float) -> None:
        self.until = until
        self._next()

    def data_received(self, data: bytes) -> None:
        self._heard += data
        head = self._heard.find(END_OF_HEAD)
        if head < 0 or len(self._heard) < head + 4 + length_of(self._heard[:head]):
            return
        now = time.perf_counter()
        self._count(self._heard, now - self._sent_at)
        self._heard = b""
        if now < self.until:
            self._next()
        else:
            self._end()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end()

    def _count(self, answer: bytes, took: float) -> None:
        if answer.startswith(b"HTTP/1.1 200 ") and self._expected in answer:
            self._load.good += 1
            self._load.took.append(took)
        else:
            self._load.bad += 1
            self._load.first_bad = self._load.first_bad or answer.decode(errors="replace")[:400]

    def _next(self) -> None:
        request = next(self._requests, None)
        if request is None or self._transport is None:
            self._end()
            return
        self._sent_at = time.perf_counter()
        self._transport.write(request)

    def _end(self) -> None:
        if not self.done.done():
            self.done.set_result(None)
            if self._transport is not None:
                self._transport.close()


async def carried_out(plan: Plan, requests: Iterator[bytes]) -> Load:
    """All connections stand before the first request leaves."""
    load, loop = Load(), asyncio.get_running_loop()
    connections = []
    for _ in range(plan.connections):
        _, connection = await loop.create_connection(
            lambda: Connection(requests, plan.expected.encode(), load), "127.0.0.1", plan.port
        )
        connections.append(connection)
    began, cpu = time.perf_counter(), _own_cpu()
    for connection in connections:
        connection.go(began + plan.seconds)
    await asyncio.gather(*(connection.done for connection in connections))
    load.seconds, load.cpu = time.perf_counter() - began, _own_cpu() - cpu
    return load


def signed(plan: Plan, at: int) -> Iterator[bytes]:
    """Commands as Slack sends them, each with its own trigger id."""
    for number in range(plan.most):
        body = urlencode(_command(plan, number)).encode()
        base = b"v0:%d:%b" % (at, body)
        signature = hmac.new(plan.secret.encode(), base, sha256).hexdigest()
        yield (
            b"POST /slack/events HTTP/1.1\r\nhost: 127.0.0.1:%d\r\n"
            b"content-type: application/x-www-form-urlencoded\r\ncontent-length: %d\r\n"
            b"accept: application/json,*/*\r\nuser-agent: Slackbot 1.0\r\n"
            b"x-slack-request-timestamp: %d\r\nx-slack-signature: v0=%b\r\n\r\n%b"
        ) % (plan.port, len(body), at, signature.encode(), body)


def _command(plan: Plan, number: int) -> dict[str, str]:
    return {
        "token": "unused",
        "team_id": plan.team_id,
        "team_domain": "bench",
        "channel_id": plan.channels[number % len(plan.channels)],
        "channel_name": "bench",
        "user_id": plan.people[number % len(plan.people)],
        "user_name": "bench",
        "command": "/blocked",
        "text": plan.lines[number % len(plan.lines)].format(number),
        "api_app_id": "A0BENCH",
        "is_enterprise_install": "false",
        "response_url": f"http://127.0.0.1:{plan.port}/response/{plan.salt}{number}",
        "trigger_id": f"{plan.salt}.{number}.0123456789abcdef0123456789abcdef",
    }


def length_of(head: bytes) -> int:
    found = head.lower().find(LENGTH)
    if found < 0:
        return 0
    end = head.find(b"\r\n", found)
    return int(head[found + len(LENGTH) : end if end >= 0 else len(head)])


def _own_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """A plan as JSON on stdin, what it met as JSON on stdout."""
    given: dict[str, Any] = json.load(sys.stdin)
    plan = Plan(**given)
    requests = iter(list(signed(plan, int(time.time()))))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        load = runner.run(carried_out(plan, requests))
    json.dump(asdict(load), sys.stdout)


if __name__ == "__main__":
    main()
