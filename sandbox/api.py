"""The way of a Web API call: token, fault, scope, limit, deed, record, answer."""

import asyncio
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime

from starlette.requests import Request
from starlette.responses import Response

from sandbox.dropping import Dropped
from sandbox.faults import Fault
from sandbox.methods import METHODS, Call, Method
from sandbox.wire import Json, SlackError, read_args
from sandbox.workspace import Workspace


async def call_method(request: Request) -> Response:
    """POST or GET /api/<method>."""
    ws: Workspace = request.app.state.workspace
    name = request.path_params["method"]
    try:
        args = await read_args(request)
    except SlackError as error:
        return _answered(ws, error.body())
    token = _token(request.headers, args)
    args.pop("token", None)
    fault = ws.faults.take(name, args.get("channel"))
    if fault is not None:
        return await _under(fault, request, name, args, token)
    return _called(ws, name, args, token)


def _called(ws: Workspace, name: str, args: Json, token: str) -> Response:
    """The deed and its answer, with nothing in the way."""
    wait = 0
    try:
        method, call = _admitted(ws, name, args, token)
        wait = ws.limits.retry_after(name, method.tier, _paced(ws, args), ws.now())
        answer = method.run(call) if not wait else SlackError("ratelimited").body()
    except SlackError as error:
        answer = error.body()
    status = 429 if wait else 200
    _record(ws, name, args, answer | {"retry_after": wait} if wait else answer, status)
    return _answered(ws, answer, status=status, headers={"Retry-After": str(wait)} if wait else {})


def _paced(ws: Workspace, args: Json) -> str:
    """The conversation that a message's pace is counted in: a person's DM has two addresses."""
    channel = str(args.get("channel") or "")
    direct = ws.conversations.direct([ws.app.user_id, channel])
    return direct.id if direct else channel


def _admitted(ws: Workspace, name: str, args: Json, token: str) -> tuple[Method, Call]:
    method = METHODS.get(name)
    if method is None:
        raise SlackError("unknown_method", req_method=name)
    call = Call(ws, args, *_caller(ws, token, method))
    if method.scope is not None:
        call.needs(method.scope)
    return method, call


def _caller(ws: Workspace, token: str, method: Method) -> tuple[str, frozenset[str] | None]:
    """Who calls, with which scopes; raises SlackError by what is wrong with the token."""
    app = ws.app
    if not token:
        raise SlackError("not_authed")
    if token == app.setup_token:
        return next(p.id for p in ws.people if p.is_admin), None
    if token not in (app.bot_token, app.app_token):
        raise SlackError("invalid_auth")
    if app.revoked:
        raise SlackError("token_revoked")
    if method.app_token != (token == app.app_token):
        raise SlackError("not_allowed_token_type")
    return app.user_id, app.scopes()


async def _under(fault: Fault, request: Request, name: str, args: Json, token: str) -> Response:
    """The call as the fault wants it; what never came to a deed is recorded too."""
    ws: Workspace = request.app.state.workspace
    if fault.kind == "slow":
        return await _slowly(ws, fault, name, args, token)
    if fault.kind == "hang":
        return await _hang(ws, fault, request, name, args, token)
    if fault.kind == "close_after":
        _called(ws, name, args, token)
        return Dropped(request)
    if fault.kind == "close_before":
        _record(ws, name, args, "connection closed", None)
        return Dropped(request)
    return _refused(ws, fault, name, args)


async def _slowly(ws: Workspace, fault: Fault, name: str, args: Json, token: str) -> Response:
    if fault.after:
        answer = _called(ws, name, args, token)
        await asyncio.sleep(fault.seconds)
        return answer
    await asyncio.sleep(fault.seconds)
    return _called(ws, name, args, token)


async def _hang(
    ws: Workspace, fault: Fault, request: Request, name: str, args: Json, token: str
) -> Response:
    """Until the caller hangs up, or is no more."""
    if fault.after:
        _called(ws, name, args, token)
    else:
        _record(ws, name, args, "no answer", None)
    while (await request.receive())["type"] != "http.disconnect":
        pass
    return Dropped(request)


def _refused(ws: Workspace, fault: Fault, name: str, args: Json) -> Response:
    answer: Json = {"ok": False, "error": fault.error}
    if fault.kind == "garbage":
        _record(ws, name, args, "garbage", 200)
        return Response(b'{"ok": tru\xff', media_type="application/json")
    if fault.kind == "ratelimited":
        _record(ws, name, args, {"ok": False, "error": "ratelimited"}, 429)
        answer["error"] = "ratelimited"
        return _answered(ws, answer, status=429, headers={"Retry-After": str(fault.retry_after)})
    status = fault.status if fault.kind == "status" else 200
    _record(ws, name, args, answer, status)
    if fault.kind == "status":
        return Response(b"<html>failure</html>", status_code=status, media_type="text/html")
    return _answered(ws, answer)


def _token(headers: Mapping[str, str], args: Json) -> str:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else str(args.get("token") or "")


def _record(ws: Workspace, name: str, args: Json, answer: object, status: int | None) -> None:
    ws.records.add(
        at=ws.now(), direction="call", method=name, args=args, answer=answer, status=status
    )


def _answered(
    ws: Workspace, answer: Json, *, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    found = {
        "Date": http_date(ws.now()),
        "x-oauth-scopes": ",".join(sorted(ws.app.scopes())),
        "x-slack-req-id": ws.ids.new("req").lower(),
    }
    return Response(
        json.dumps(answer),
        status_code=status,
        media_type="application/json",
        headers=found | (headers or {}),
    )


def http_date(now: float) -> str:
    """A Date header of epoch seconds."""
    return format_datetime(datetime.fromtimestamp(int(now), UTC), usegmt=True)
