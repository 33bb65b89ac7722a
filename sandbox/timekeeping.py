"""The addresses of the clock: reading, waiting for, following, turning and setting it."""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.moments import moment
from sandbox.wire import Json, JsonAnswer, SlackError, read_json, truth
from sandbox.workspace import Workspace

LONGEST_WAIT = 60.0


def _endpoint(
    act: Callable[[Workspace, Json], Awaitable[Json]],
) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            return JsonAnswer(await act(request.app.state.workspace, await read_json(request)))
        except SlackError as error:
            return JsonAnswer(error.body(), status_code=400)

    return endpoint


async def _now(ws: Workspace, _: Json) -> Json:
    return ws.clock.shown()


async def _next(request: Request) -> Response:
    """GET /clock/next?after=N&timeout=S[&follower=NAME]; one that hangs up is taken for gone."""
    ws: Workspace = request.app.state.workspace
    query = request.query_params
    try:
        after, timeout = int(query.get("after", 0)), float(query.get("timeout", 20))
    except ValueError:
        return JsonAnswer(SlackError("invalid_arguments").body(), status_code=400)
    name = query.get("follower")
    with ws.followers.polling(name):
        turned = asyncio.ensure_future(ws.clock.turned(after, at_most=min(timeout, LONGEST_WAIT)))
        hung_up = asyncio.ensure_future(_hung_up(request))
        await asyncio.wait({turned, hung_up}, return_when=asyncio.FIRST_COMPLETED)
        gone = hung_up.done() and not turned.done()
        turned.cancel()
        hung_up.cancel()
    if gone and name is not None:
        ws.followers.leave(name)
    return JsonAnswer(ws.clock.shown())


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _report(ws: Workspace, body: Json) -> Json:
    name = str(body.get("follower") or "follower")
    if truth(body.get("gone")):
        ws.followers.leave(name)
        return {"ok": True}
    due = body.get("next_due")
    ws.followers.report(
        name,
        version=int(body.get("version") or 0),
        done_until=float(body.get("done_until") or 0.0),
        next_due=None if due is None else float(due),
    )
    return {"ok": True}


async def _turn(ws: Workspace, body: Json) -> Json:
    target = _moment(ws, body)
    ahead = target - ws.now()
    stops = await ws.turning.turn(None if abs(ahead) < 1e-3 else target)
    ws.stream.tell({"type": "clock", **ws.clock.shown()})
    return {"version": ws.clock.version, "now": ws.clock.now(), "stops": stops}


async def _set(ws: Workspace, body: Json) -> Json:
    target = _moment(ws, body) if body.get("to") is not None else ws.now()
    ws.clock.set(target, running=truth(body.get("running"), default=ws.clock.running))
    ws.stream.tell({"type": "clock", **ws.clock.shown()})
    return ws.clock.shown()


def _moment(ws: Workspace, body: Json) -> float:
    return moment(
        str(body.get("to", "")), now=ws.now(), real=ws.clock.real(), zone=body.get("zone")
    )


ROUTES = [
    Route("/clock", _endpoint(_now)),
    Route("/clock/next", _next),
    Route("/clock/report", _endpoint(_report), methods=["POST"]),
    Route("/clock/turn", _endpoint(_turn), methods=["POST"]),
    Route("/clock/set", _endpoint(_set), methods=["POST"]),
]
