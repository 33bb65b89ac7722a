"""The addresses of the page's API, under /ui."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from sandbox import membership, reacting, sharing
from sandbox.people import Person
from sandbox.ui import acting, looking, speaking
from sandbox.wire import Json, JsonAnswer, SlackError, read_json, truth
from sandbox.workspace import Workspace

Act = Callable[[Workspace, Person, Json], Awaitable[Json]]
HEARTBEAT = 15.0  # real seconds between comments that keep a quiet stream open


def _acting(act: Act) -> Callable[[Request], Awaitable[Response]]:
    """A POST of {as, ...}: refusals answer {ok: false, error}."""

    async def endpoint(request: Request) -> Response:
        ws: Workspace = request.app.state.workspace
        try:
            body = await read_json(request)
            me = ws.people.get(str(body.get("as")))
            if me.deleted:
                raise SlackError("account_inactive")
            return JsonAnswer(await act(ws, me, body))
        except SlackError as error:
            return JsonAnswer(error.body())

    return endpoint


def _looking(
    look: Callable[[Workspace, Person, Json], Any],
) -> Callable[[Request], Awaitable[Response]]:
    """A GET with ?as=: refusals answer 404 and {ok: false, error}."""

    async def endpoint(request: Request) -> Response:
        ws: Workspace = request.app.state.workspace
        query = dict(request.query_params)
        try:
            return JsonAnswer(look(ws, ws.people.get(query.get("as", "")), query))
        except SlackError as error:
            return JsonAnswer(error.body(), status_code=404)

    return endpoint


async def _people(request: Request) -> Response:
    return JsonAnswer(looking.people(request.app.state.workspace))


def _messages(ws: Workspace, me: Person, query: Json) -> Json:
    return looking.messages(
        ws.conversations.get(query.get("channel", "")),
        me,
        thread_ts=query.get("thread_ts", ""),
        before=query.get("before", ""),
        limit=int(query["limit"]) if query.get("limit", "").isdigit() else 100,
    )


def _home(ws: Workspace, me: Person, query: Json) -> Json:
    home = ws.views.homes.get(me.id)
    return {"view": home.slack(ws.app_ids()) if home else None}


async def _say(ws: Workspace, me: Person, body: Json) -> Json:
    return await speaking.say(
        ws,
        me,
        ws.conversations.get(str(body.get("channel"))),
        str(body.get("text") or ""),
        thread_ts=body.get("thread_ts") or None,
    )


async def _share(ws: Workspace, me: Person, body: Json) -> Json:
    return speaking.share(ws, me, ws.conversations.get(str(body.get("channel"))), body)


async def _click(ws: Workspace, me: Person, body: Json) -> Json:
    if body.get("view_id"):
        view = ws.views.find(view_id=body["view_id"])
        return await acting.click_in_view(ws, me, view, body)
    conversation = ws.conversations.get(str(body.get("channel")))
    message = conversation.messages.find(str(body.get("ts")))
    return await acting.click_in_message(ws, me, conversation, message, body)


async def _submit(ws: Workspace, me: Person, body: Json) -> Json:
    view = ws.views.find(view_id=str(body.get("view_id")))
    return await acting.submit(ws, me, view, body.get("values") or {})


async def _close(ws: Workspace, me: Person, body: Json) -> Json:
    view = ws.views.find(view_id=str(body.get("view_id")))
    return await acting.close(ws, me, view, whole_stack=truth(body.get("all")))


async def _open_home(ws: Workspace, me: Person, body: Json) -> Json:
    return acting.open_home(ws, me, str(body.get("tab") or "home"))


async def _react(ws: Workspace, me: Person, body: Json) -> Json:
    conversation = ws.conversations.get(str(body.get("channel")))
    message = conversation.messages.find(str(body.get("ts")))
    deed = reacting.react if truth(body.get("on"), default=True) else reacting.take_back
    deed(ws, conversation, message, user=me.id, name=str(body.get("name")))
    return {"ok": True}


async def _read(ws: Workspace, me: Person, body: Json) -> Json:
    conversation = ws.conversations.get(str(body.get("channel")))
    ts = str(body.get("ts") or "")
    conversation.read[me.id] = max(ts, conversation.read.get(me.id, ""))
    ws.stream.tell_one(me.id, {"type": "conversations"})
    return {"ok": True}


async def _invite(ws: Workspace, me: Person, body: Json) -> Json:
    conversation = ws.conversations.get(str(body.get("channel")))
    if me.id not in conversation.members:
        raise SlackError("not_in_channel")
    person = ws.people.get(str(body.get("user")))
    if not membership.join(ws, conversation, person, inviter=me.id):
        raise SlackError("already_in_channel")
    return {"ok": True}


async def _join(ws: Workspace, me: Person, body: Json) -> Json:
    conversation = ws.conversations.get(str(body.get("channel")))
    if not conversation.visible_to(me):
        raise SlackError("channel_not_found")
    membership.join(ws, conversation, me)
    return {"ok": True}


async def _leave(ws: Workspace, me: Person, body: Json) -> Json:
    """`user` lets a member be taken out by another (the app for instance)."""
    conversation = ws.conversations.get(str(body.get("channel")))
    person = ws.people.get(str(body.get("user") or me.id))
    return {"ok": membership.leave(ws, conversation, person)}


async def _open_dm(ws: Workspace, me: Person, body: Json) -> Json:
    users = [ws.people.get(str(user)).id for user in body.get("users") or []]
    if not users:
        raise SlackError("users_list_not_supplied")
    conversation, _ = ws.direct([me.id, *(user for user in users if user != me.id)])
    return {"ok": True, "channel": conversation.id}


async def _shortcut(ws: Workspace, me: Person, body: Json) -> Json:
    return await acting.use_shortcut(
        ws,
        me,
        str(body.get("callback_id")),
        channel=str(body.get("channel") or ""),
        ts=str(body.get("ts") or ""),
    )


async def _options(request: Request) -> Response:
    ws: Workspace = request.app.state.workspace
    where = dict(request.query_params)
    try:
        found = await acting.options(ws, ws.people.get(where.get("as", "")), where)
    except SlackError as error:
        return JsonAnswer(error.body())
    return JsonAnswer(found)


async def _file(request: Request) -> Response:
    ws: Workspace = request.app.state.workspace
    query = request.query_params
    try:
        return sharing.downloaded(ws, ws.people.get(query.get("as", "")), query.get("id", ""))
    except SlackError as error:
        return JsonAnswer(error.body(), status_code=404)


async def _stream(request: Request) -> Response:
    ws: Workspace = request.app.state.workspace
    me = request.query_params.get("as", "")
    if me not in ws.people.by_id:
        return JsonAnswer(SlackError("user_not_found").body(), status_code=404)
    headers = {"cache-control": "no-store"}
    return StreamingResponse(_events(ws, me), media_type="text/event-stream", headers=headers)


async def _events(ws: Workspace, me: str) -> AsyncIterator[str]:
    with ws.stream.listening(me) as events:
        yield ": open\n\n"
        while True:
            try:
                event = await asyncio.wait_for(events.get(), HEARTBEAT)
            except TimeoutError:
                yield ": still here\n\n"
                continue
            if event is None:
                return
            yield f"data: {json.dumps(event)}\n\n"


def _post(path: str, act: Act) -> Route:
    return Route(path, _acting(act), methods=["POST"])


ROUTES = [
    Route("/ui/people", _people),
    Route("/ui/state", _looking(lambda ws, me, query: looking.state(ws, me))),
    Route("/ui/messages", _looking(_messages)),
    Route("/ui/home", _looking(_home), methods=["GET"]),
    Route("/ui/options", _options),
    Route("/ui/file", _file),
    Route("/ui/stream", _stream),
    _post("/ui/say", _say),
    _post("/ui/share", _share),
    _post("/ui/click", _click),
    _post("/ui/submit", _submit),
    _post("/ui/close", _close),
    _post("/ui/home", _open_home),
    _post("/ui/react", _react),
    _post("/ui/read", _read),
    _post("/ui/invite", _invite),
    _post("/ui/join", _join),
    _post("/ui/leave", _leave),
    _post("/ui/open_dm", _open_dm),
    _post("/ui/shortcut", _shortcut),
]
