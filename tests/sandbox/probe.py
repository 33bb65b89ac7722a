"""A small Bolt app that the sandbox's tests talk to, over HTTP or Socket Mode."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any

import uvicorn
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.server import Server
from tests.sandbox.page import Json

MODAL: Json = {
    "type": "modal",
    "callback_id": "form",
    "title": {"type": "plain_text", "text": "A form"},
    "submit": {"type": "plain_text", "text": "Send"},
    "notify_on_close": True,
    "private_metadata": "kept",
    "blocks": [
        {
            "type": "input",
            "block_id": "what",
            "label": {"type": "plain_text", "text": "What?"},
            "element": {"type": "plain_text_input", "action_id": "text", "max_length": 20},
        },
        {
            "type": "input",
            "block_id": "who",
            "optional": True,
            "label": {"type": "plain_text", "text": "Who?"},
            "element": {"type": "users_select", "action_id": "user", "initial_user": "U0ANA"},
        },
        {
            "type": "input",
            "block_id": "which",
            "optional": True,
            "label": {"type": "plain_text", "text": "Which?"},
            "element": {"type": "external_select", "action_id": "pick", "min_query_length": 1},
        },
        {
            "type": "actions",
            "block_id": "more",
            "elements": [
                {
                    "type": "button",
                    "action_id": "dig",
                    "text": {"type": "plain_text", "text": "Dig"},
                    "value": "7",
                }
            ],
        },
    ],
}


def offer(text: str, *, action_id: str = "take") -> list[Json]:
    """A sentence with a button and a select."""
    button: Json = {"type": "button", "action_id": action_id, "value": "12"}
    button |= {"text": {"type": "plain_text", "text": "Take"}}
    options = [
        {"text": {"type": "plain_text", "text": name}, "value": name} for name in ("red", "blue")
    ]
    select = {"type": "static_select", "action_id": "colour", "options": options}
    return [
        {"type": "section", "text": {"type": "mrkdwn", "text": text}},
        {"type": "actions", "elements": [button, select]},
    ]


class Probe:
    """Runs `app` in a thread with a loop of its own; `heard` keeps what arrived."""

    def __init__(self, server: Server) -> None:
        installed = server.workspace.app
        self.server = server
        self.heard: list[tuple[str, Json]] = []
        self.headers: list[dict[str, str]] = []
        self.statuses: list[int] = []
        self.refusal: dict[str, str] = {}
        self.app = AsyncApp(
            client=AsyncWebClient(token=installed.bot_token, base_url=f"{server.url}/api/"),
            signing_secret=installed.signing_secret,
            process_before_response=True,
        )
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._stop: Callable[[], Coroutine[Any, Any, None]] | None = None

    def hears(self, name: str, payload: Json) -> None:
        self.heard.append((name, payload))

    def named(self, name: str) -> list[Json]:
        return [payload for heard, payload in self.heard if heard == name]

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Run something in the app's loop and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(20)

    def over_http(self) -> "Probe":
        handler = AsyncSlackRequestHandler(self.app)

        async def endpoint(request: Request) -> Response:
            self.headers.append(dict(request.headers))
            if self.statuses and (status := self.statuses.pop(0)) != 200:
                return Response(status_code=status, headers=self.refusal)
            return await handler.handle(request)

        web = Starlette(routes=[Route("/slack/events", endpoint, methods=["POST"])])
        config = uvicorn.Config(web, port=0, log_level="critical", lifespan="off")
        serving = uvicorn.Server(config)

        async def start() -> None:
            self._serving = asyncio.ensure_future(serving.serve())
            while not serving.started:
                await asyncio.sleep(0.01)

        async def stop() -> None:
            serving.should_exit = True
            await self._serving

        self.do(start())
        self._stop = stop
        port = serving.servers[0].sockets[0].getsockname()[1]
        url = f"http://127.0.0.1:{port}/slack/events"
        self.server.workspace.deliveries.request_url = url
        return self

    def over_sockets(self) -> "Probe":
        self.handler: Any = None  # Bolt leaves its methods untyped

        async def start() -> None:
            token = self.server.workspace.app.app_token
            self.handler = AsyncSocketModeHandler(self.app, token)
            await self.handler.connect_async()

        async def stop() -> None:
            if self.handler is not None:
                await self.handler.close_async()

        self.do(start())
        self._stop = stop
        return self

    def stop(self) -> None:
        if self._stop is not None:
            self.do(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()


def equip(probe: Probe) -> None:
    """Listeners that show one deed each."""
    for part in (_commands, _clicks, _forms, _shortcuts, _events):
        part(probe.app, probe.hears)


Hears = Callable[[str, Json], None]


def _commands(app: AsyncApp, hears: Hears) -> None:

    @app.command("/echo")
    async def echo(ack: Any, command: Json, client: AsyncWebClient) -> None:
        hears("command", command)
        text = command["text"]
        if text == "form":
            await client.views_open(trigger_id=command["trigger_id"], view=MODAL)
            await ack()
        elif text == "late":
            await asyncio.sleep(4)
        elif text.startswith("all "):
            await ack(text=text[4:], response_type="in_channel")
        elif text.startswith("offer "):
            await client.chat_postMessage(
                channel=command["channel_id"], text=text, blocks=offer(text[6:])
            )
            await ack()
        else:
            await ack(text=text, blocks=offer(text))

    @app.command("/raw")
    async def raw(ack: Any, command: Json) -> None:
        hears("command", command)
        await ack()


def _clicks(app: AsyncApp, hears: Hears) -> None:
    @app.action("take")
    async def take(ack: Any, body: Json, respond: Any) -> None:
        hears("block_actions", body)
        await ack()
        await respond(text="taken", replace_original=True)

    @app.action("colour")
    async def colour(ack: Any, body: Json) -> None:
        hears("block_actions", body)
        await ack()

    @app.action("dig")
    async def dig(ack: Any, body: Json, client: AsyncWebClient) -> None:
        hears("block_actions", body)
        title = {"type": "plain_text", "text": "Deeper"}
        await client.views_push(trigger_id=body["trigger_id"], view=MODAL | {"title": title})
        await ack()


def _forms(app: AsyncApp, hears: Hears) -> None:
    @app.view("form")
    async def form(ack: Any, body: Json, view: Json) -> None:
        hears("view_submission", body)
        text = view["state"]["values"]["what"]["text"]["value"]
        if text == "wrong":
            await ack(response_action="errors", errors={"what": "Say it otherwise"})
        elif text == "clear":
            await ack(response_action="clear")
        else:
            await ack()

    @app.options("pick")
    async def pick(ack: Any, body: Json) -> None:
        hears("block_suggestion", body)
        text = {"type": "plain_text", "text": body["value"].upper()}
        await ack(options=[{"text": text, "value": body["value"]}])

    @app.view_closed("form")
    async def closed(ack: Any, body: Json) -> None:
        hears("view_closed", body)
        await ack()


def _shortcuts(app: AsyncApp, hears: Hears) -> None:
    @app.shortcut("track")
    async def track(ack: Any, body: Json) -> None:
        hears("message_action", body)
        await ack()

    @app.shortcut("start")
    async def start(ack: Any, body: Json) -> None:
        hears("shortcut", body)
        await ack()


def _events(app: AsyncApp, hears: Hears) -> None:
    for name in (
        "app_mention",
        "message",
        "member_joined_channel",
        "member_left_channel",
        "app_home_opened",
        "user_change",
        "team_join",
        "channel_archive",
        "channel_rename",
        "reaction_added",
        "subteam_members_changed",
        "subteam_updated",
        "tokens_revoked",
        "app_uninstalled",
    ):
        app.event(name)(_listener(hears, name))


def _listener(hears: Hears, name: str) -> Any:
    async def listen(body: Json) -> None:
        hears(name, body)

    return listen
