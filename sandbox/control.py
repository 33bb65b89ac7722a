"""The controls of the sandbox, under /sandbox: records, faults, limits, people, deliveries."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox import events, history, membership, redelivery, seeding
from sandbox.faults import read_fault
from sandbox.wire import Json, JsonAnswer, SlackError, read_json, truth
from sandbox.workspace import Workspace

Act = Callable[[Workspace, Json], Awaitable[Any]]
PERSON_FIELDS = frozenset(
    [
        "name",
        "real_name",
        "tz",
        "title",
        "deleted",
        "is_guest",
        "is_outsider",
        "dnd",
        "status_text",
        "status_emoji",
    ]
)


def _route(path: str, act: Act, *methods: str) -> Route:
    """The body of `act` is the JSON body with the path's parts; refusals answer 400."""

    async def endpoint(request: Request) -> Response:
        try:
            body = await read_json(request) | request.path_params | dict(request.query_params)
            return JsonAnswer(await act(request.app.state.workspace, body))
        except SlackError as error:
            return JsonAnswer(error.body(), status_code=400)

    return Route(path, endpoint, methods=list(methods) or ["POST"])


async def _records(ws: Workspace, body: Json) -> list[Json]:
    return ws.records.after(int(body.get("after") or 0))


async def _forget_records(ws: Workspace, _: Json) -> Json:
    ws.records.clear()
    return {"ok": True}


async def _add_fault(ws: Workspace, body: Json) -> Json:
    ws.faults.add(read_fault(body))
    return {"ok": True}


async def _clear_faults(ws: Workspace, _: Json) -> Json:
    ws.faults.clear()
    return {"ok": True}


async def _limits(ws: Workspace, body: Json) -> Json:
    ws.limits.change(body)
    return {"ok": True, **ws.limits.shown()}


async def _request_url(ws: Workspace, body: Json) -> Json:
    """{"url": ..., "verify": true} also sends url_verification, as Slack does on saving one."""
    ws.deliveries.request_url = body.get("url") or None
    verified = await redelivery.verify(ws) if truth(body.get("verify")) else None
    return {"ok": verified is not False, "verified": verified}


async def _deliver(ws: Workspace, body: Json) -> Json:
    return await redelivery.deliver(ws, body)


async def _add_person(ws: Workspace, body: Json) -> Json:
    person = seeding.person(ws, body)
    seeding.open_app_dm(ws, person)
    membership.person_joined(ws, person)
    return {"ok": True, "id": person.id}


async def _change_person(ws: Workspace, body: Json) -> Json:
    person = ws.people.get(body["id"])
    for name in PERSON_FIELDS & set(body):
        setattr(person, name, body[name])
    membership.person_changed(ws, person)
    return {"ok": True}


async def _add_channel(ws: Workspace, body: Json) -> Json:
    conversation = seeding.channel(ws, body)
    ws.stream.tell({"type": "conversations"})
    return {"ok": True, "id": conversation.id}


async def _change_channel(ws: Workspace, body: Json) -> Json:
    conversation = ws.conversations.get(body["id"])
    if body.get("name"):
        membership.rename(ws, conversation, str(body["name"]))
    if "archived" in body:
        by = conversation.creator
        membership.archive(ws, conversation, by=by, archived=truth(body["archived"]))
    return {"ok": True}


async def _change_group(ws: Workspace, body: Json) -> Json:
    """{"users": [...]} by id or name, {"handle": ...}."""
    group = ws.people.group(body["id"])
    if "users" in body:
        membership.group_changed(ws, group, [seeding.member(ws, one) for one in body["users"]])
    if body.get("handle"):
        membership.group_renamed(ws, group, str(body["handle"]))
    return {"ok": True}


async def _revoke(ws: Workspace, body: Json) -> Json:
    """Tokens stop; `{"on": false}` gives them back, `{"uninstall": true}` takes the app away."""
    ws.app.revoked = truth(body.get("on"), default=True)
    if ws.app.revoked:
        tokens: Json = {"oauth": [], "bot": [ws.app.user_id]}
        events.emit(ws, {"type": "tokens_revoked", "tokens": tokens})
        if truth(body.get("uninstall")):
            events.emit(ws, {"type": "app_uninstalled"})
    return {"ok": True}


async def _scopes(ws: Workspace, body: Json) -> Json:
    added, removed = set(body.get("add") or []), set(body.get("remove") or [])
    ws.app.added = (ws.app.added | added) - removed
    ws.app.removed = (ws.app.removed | removed) - added
    return {"ok": True, "scopes": sorted(ws.app.scopes())}


async def _history(ws: Workspace, body: Json) -> Json:
    readable = body.get("readable")
    ws.app.channel_history = None if readable is None else truth(readable)
    return {"ok": True}


async def _sockets(ws: Workspace, body: Json) -> Json:
    """{"do": "disconnect", "reason": ...}, {"do": "silence"} or {"do": "close"}."""
    deed = body.get("do")
    if deed == "disconnect":
        count = await ws.sockets.ask_to_leave(str(body.get("reason") or "warning"))
    elif deed == "silence":
        count = ws.sockets.fall_silent()
    elif deed == "close":
        count = await ws.sockets.close_all()
    else:
        count = len(ws.sockets.connections)
    return {"ok": True, "connections": count}


async def _play(ws: Workspace, _: Json) -> Json:
    return {"ok": True, "started": history.begin(ws)}


async def _status(ws: Workspace, _: Json) -> Json:
    return {
        "clock": ws.clock.shown(),
        "followers": ws.followers.names(),
        "connections": len(ws.sockets.connections),
        "request_url": ws.deliveries.request_url,
        "limits": ws.limits.shown(),
        "scopes": sorted(ws.app.scopes()),
        "history": ws.played,
    }


ROUTES = [
    _route("/sandbox", _status, "GET"),
    _route("/sandbox/records", _records, "GET"),
    _route("/sandbox/records", _forget_records, "DELETE"),
    _route("/sandbox/faults", _add_fault),
    _route("/sandbox/faults", _clear_faults, "DELETE"),
    _route("/sandbox/limits", _limits),
    _route("/sandbox/request_url", _request_url),
    _route("/sandbox/deliver", _deliver),
    _route("/sandbox/people", _add_person),
    _route("/sandbox/people/{id}", _change_person),
    _route("/sandbox/channels", _add_channel),
    _route("/sandbox/channels/{id}", _change_channel),
    _route("/sandbox/groups/{id}", _change_group),
    _route("/sandbox/revoke", _revoke),
    _route("/sandbox/scopes", _scopes),
    _route("/sandbox/history", _history),
    _route("/sandbox/sockets", _sockets),
    _route("/sandbox/play", _play),
]
