"""The web side of the door: Slack's one address, the code hosts', and three for whoever runs us."""

import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from handlers.guard import Guard, TurnedAway, body_of
from handlers.hosts import HookAddress
from handlers.metrics import Metrics
from handlers.payload import request_of

log = structlog.get_logger()

# What is wrong, by part; empty when all is well.
Readiness = Callable[[], Awaitable[Mapping[str, str]]]


def web(
    *,
    app: AsyncApp,
    guard: Guard | None,
    hooks: Mapping[str, HookAddress],
    metrics: Metrics,
    readiness: Readiness,
) -> Starlette:
    """Without a guard (Socket Mode) nothing is taken at Slack's address."""
    slack = SlackAddress(app, guard, metrics)
    health = Health(metrics, readiness)
    return Starlette(
        routes=[
            Route("/slack/events", slack.take, methods=["POST"]),
            *(
                Route(f"/{kind}/webhooks", hook.take, methods=["POST"])
                for kind, hook in hooks.items()
            ),
            Route("/livez", health.alive),
            Route("/readyz", health.ready),
            Route("/metrics", health.numbers),
        ]
    )


class SlackAddress:
    """Takes everything that Slack sends by HTTP."""

    def __init__(self, app: AsyncApp, guard: Guard | None, metrics: Metrics) -> None:
        self._app = app
        self._guard = guard
        self._metrics = metrics
        self._seconds = metrics.answer_seconds.labels("http")

    async def take(self, request: Request) -> Response:
        if self._guard is None:
            return PlainTextResponse("Socket Mode is on; nothing is taken here.\n", 404)
        began = time.perf_counter()
        try:
            body = await body_of(request)
            headers = dict(request.headers.items())  # read once: each look goes through them all
            self._guard.check(headers, body)
            knock = request_of(body, query=_query(request), headers=headers)
        except TurnedAway as away:
            self._metrics.knocks.labels("http", away.reason).inc()
            log.warning("knock.turned_away", reason=away.reason)
            return Response(status_code=away.status)
        except ClientDisconnect:
            return Response(status_code=400)
        return await self._answer(knock, began)

    async def _answer(self, knock: AsyncBoltRequest, began: float) -> Response:
        answer = await self._app.async_dispatch(knock)
        self._metrics.knocks.labels("http", str(answer.status)).inc()
        self._seconds.observe(time.perf_counter() - began)
        return _response(answer)


class Health:
    """For whoever runs this: alive, receiving, and in numbers."""

    def __init__(self, metrics: Metrics, readiness: Readiness) -> None:
        self._metrics = metrics
        self._readiness = readiness

    async def alive(self, request: Request) -> Response:
        return PlainTextResponse("alive\n")

    async def ready(self, request: Request) -> Response:
        wrong = await self._readiness()
        self._metrics.ready.set(0 if wrong else 1)
        if wrong:
            return JSONResponse({"ready": False, "wrong": dict(wrong)}, 503)
        return JSONResponse({"ready": True})

    async def numbers(self, request: Request) -> Response:
        return Response(generate_latest(self._metrics.registry), media_type=CONTENT_TYPE_LATEST)


def _query(request: Request) -> str:
    raw: bytes = request.scope["query_string"]
    return raw.decode("latin-1")


def _response(answer: BoltResponse) -> Response:
    headers: dict[str, Any] = {name: values[0] for name, values in answer.headers.items() if values}
    return Response(answer.body or b"", answer.status, headers)
