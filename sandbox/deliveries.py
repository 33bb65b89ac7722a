"""Bringing commands, interactions and events to the app: signed, with patience and retries."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import httpx

from sandbox.agenda import Agenda
from sandbox.clock import Clock
from sandbox.outcome import COMMAND, EVENT, Delivery, Outcome
from sandbox.records import Records
from sandbox.sockets import Sockets
from sandbox.wire import Json

PATIENCE = 3.0  # real seconds within which the app must answer
RETRIES_AFTER = (0.0, 60.0, 300.0)  # seconds of the workspace's clock
EVENTS_AT_ONCE = 40
USER_AGENT = "Slackbot 1.0 (+https://api.slack.com/robots)"


@dataclass(frozen=True, slots=True)
class Forgery:
    """How a delivery differs from an honest one: other headers, another body, another moment."""

    headers: Json
    body: str | None = None
    timestamp: float | None = None


class Deliveries:
    """Socket connections get everything while one is open, else the request URL does."""

    def __init__(
        self,
        *,
        clock: Clock,
        agenda: Agenda,
        sockets: Sockets,
        records: Records,
        signing_secret: str,
    ) -> None:
        self.request_url: str | None = None
        self.patience = PATIENCE
        self.finished = 0
        self._clock = clock
        self._agenda = agenda
        self._sockets = sockets
        self._records = records
        self._signing_secret = signing_secret
        self._client: httpx.AsyncClient | None = None
        self._under_way = 0
        self._still = asyncio.Event()
        self._still.set()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._lanes = asyncio.Semaphore(EVENTS_AT_ONCE)

    def open(self) -> None:
        limits = httpx.Limits(max_connections=200, max_keepalive_connections=50)
        self._client = httpx.AsyncClient(timeout=60, trust_env=False, limits=limits)

    async def close(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._client is not None:
            await self._client.aclose()

    def has_receiver(self) -> bool:
        return self.request_url is not None or self._sockets.any_open()

    async def quiet(self) -> None:
        """Return when no delivery is under way (retries that lie ahead do not count)."""
        while self._under_way:
            await self._still.wait()

    async def send(
        self,
        delivery: Delivery,
        *,
        attempt: int = 0,
        reason: str = "",
        forgery: Forgery | None = None,
    ) -> Outcome:
        """Deliver once and record it."""
        self._begin()
        try:
            if self._sockets.any_open() and forgery is None:
                outcome = await self._sockets.send(
                    delivery, attempt=attempt, reason=reason, patience=self.patience
                )
            else:
                outcome = await self._post(delivery, attempt, reason, forgery)
            self._record(delivery, outcome, attempt)
            return outcome
        finally:
            self._end()

    def send_event(self, delivery: Delivery) -> None:
        """Deliver an event in the background, again at once, after one and after five minutes."""
        if not self.has_receiver():
            self._record(delivery, Outcome(error="no_receiver"), 0)
            return
        self._begin()  # counted from now on, not from when the task first runs
        self.in_background(self._attempt(delivery, 0, "", begun=True))

    def in_background(self, work: Awaitable[Any]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _attempt(
        self, delivery: Delivery, attempt: int, reason: str, *, begun: bool = False
    ) -> None:
        try:
            async with self._lanes:
                outcome = await self.send(delivery, attempt=attempt, reason=reason)
        finally:
            if begun:
                self._end()
        if outcome.delivered or outcome.no_retry or attempt >= len(RETRIES_AFTER):
            return
        await self._retry(delivery, attempt + 1, outcome.reason)

    async def _retry(self, delivery: Delivery, attempt: int, reason: str) -> None:
        wait = RETRIES_AFTER[attempt - 1]
        if not wait:
            await self._attempt(delivery, attempt, reason)
            return

        async def again() -> None:
            self._begin()
            self.in_background(self._attempt(delivery, attempt, reason, begun=True))

        self._agenda.add(self._clock.now() + wait, again)

    async def _post(
        self, delivery: Delivery, attempt: int, reason: str, forgery: Forgery | None
    ) -> Outcome:
        if self.request_url is None or self._client is None:
            return Outcome(error="no_receiver")
        body, content_type = _encoded(delivery)
        if forgery is not None and forgery.body is not None:
            body = forgery.body.encode(errors="surrogatepass")
        headers = self._headers(body, content_type, attempt, reason, forgery)
        try:
            async with asyncio.timeout(self.patience):
                response = await self._client.post(self.request_url, content=body, headers=headers)
        except TimeoutError:
            return Outcome(error="operation_timeout", reason="http_timeout")
        except (httpx.HTTPError, OSError, AttributeError):
            # The last: the event loop forgets a connection that is cut while it is being made.
            return Outcome(error="dispatch_failed", reason="connection_failed")
        return _read(response)

    def _headers(
        self,
        body: bytes,
        content_type: str,
        attempt: int,
        reason: str,
        forgery: Forgery | None,
    ) -> dict[str, str]:
        at = self._clock.now() if forgery is None else forgery.timestamp or self._clock.now()
        stamp = str(int(at))
        headers = {
            "content-type": content_type,
            "user-agent": USER_AGENT,
            "x-slack-request-timestamp": stamp,
            "x-slack-signature": signature(self._signing_secret, stamp, body),
        }
        if attempt:
            headers |= {"x-slack-retry-num": str(attempt), "x-slack-retry-reason": reason}
        return headers | (forgery.headers if forgery else {})

    def _record(self, delivery: Delivery, outcome: Outcome, attempt: int) -> None:
        entry = self._records.add(
            at=self._clock.now(),
            direction="delivery",
            method=delivery.name,
            args=delivery.payload,
            answer=outcome.error or outcome.body,
            status=outcome.status,
        )
        entry["kind"], entry["attempt"] = delivery.kind, attempt
        self._records.deliveries[entry["n"]] = delivery

    def _begin(self) -> None:
        self._under_way += 1
        self._still.clear()

    def _end(self) -> None:
        self._under_way -= 1
        self.finished += 1
        if not self._under_way:
            self._still.set()


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """Slack's v0 signature of a raw body."""
    signed = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def _encoded(delivery: Delivery) -> tuple[bytes, str]:
    if delivery.kind == EVENT:
        return json.dumps(delivery.payload).encode(), "application/json"
    form = "application/x-www-form-urlencoded"
    if delivery.kind == COMMAND:
        return urlencode(delivery.payload, errors="replace").encode(), form
    return urlencode({"payload": json.dumps(delivery.payload)}).encode(), form


def _read(response: httpx.Response) -> Outcome:
    if response.status_code // 100 != 2:
        return Outcome(
            status=response.status_code,
            error="the app did not respond with status 200",
            reason="http_error",
            no_retry=response.headers.get("x-slack-no-retry") == "1",
        )
    body: Any = response.text
    with suppress(ValueError):
        body = json.loads(response.text) if response.text else None
    return Outcome(status=response.status_code, body=body or None)
