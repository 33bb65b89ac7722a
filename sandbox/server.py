"""The sandbox as one HTTP server: Slack's API, the page, the clock and the controls on one port."""

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import Scope
from starlette.websockets import WebSocket

from sandbox import answers, api, control, sharing, timekeeping
from sandbox.dropping import Http, Socket
from sandbox.ui import routes as ui
from sandbox.workspace import Workspace

PAGE = Path(__file__).parent / "page"


def application(workspace: Workspace) -> Starlette:
    """The ASGI application; the workspace's clock and deliveries live as long as it runs."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        workspace.deliveries.open()
        agenda = asyncio.ensure_future(workspace.agenda.keep())
        try:
            yield
        finally:
            agenda.cancel()
            await workspace.deliveries.close()

    app = Starlette(
        routes=[
            Route("/api/{method}", api.call_method, methods=["GET", "POST"]),
            Route("/response/{key}", answers.respond, methods=["POST"]),
            WebSocketRoute("/socket/{ticket}", _socket),
            *ui.ROUTES,
            *timekeeping.ROUTES,
            *sharing.ROUTES,
            *control.ROUTES,
            Route("/", _index),
            Mount("/page", _Fresh(directory=PAGE, check_dir=False)),
        ],
        lifespan=lifespan,
    )
    app.state.workspace = workspace
    return app


class _Fresh(StaticFiles):
    """After an upgrade a browser must not go on with the modules that it kept."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        answer.headers["cache-control"] = "no-cache"
        return answer


async def _socket(websocket: WebSocket) -> None:
    ws: Workspace = websocket.app.state.workspace
    await ws.sockets.serve(websocket, websocket.path_params["ticket"], app_id=ws.app.app_id)


async def _index(request: Request) -> Response:
    index = PAGE / "index.html"
    if not index.exists():
        return PlainTextResponse("The page is not here.", status_code=404)
    return FileResponse(index)


class Server:
    """Runs a workspace; `.url` is known from the start, before anything listens."""

    def __init__(self, workspace: Workspace, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self.workspace = workspace
        self._listener = socket.create_server((host, port), backlog=2048)
        name = "127.0.0.1" if host.startswith("0.") else host
        self.url = f"http://{name}:{self._listener.getsockname()[1]}"
        workspace.url = self.url
        config = uvicorn.Config(
            application(workspace),
            http=Http,
            ws=Socket,
            loop="auto",
            lifespan="on",
            ws_ping_interval=None,  # a connection told to be silent must not ping either
            log_level="error",
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=1,
        )
        self._uvicorn = _Quiet(config)
        self._uvicorn.workspace = workspace
        self._thread: threading.Thread | None = None

    async def run(self) -> None:
        """Serve in the running event loop until `leave` is called."""
        await self._uvicorn.serve(sockets=[self._listener])

    async def ready(self) -> None:
        """Return once it listens."""
        await asyncio.to_thread(self._uvicorn.listening.wait)

    def run_with(self, beside: Coroutine[Any, Any, None]) -> None:
        """Serve in this thread until a signal ends it, and run `beside` once it listens."""
        with asyncio.Runner(loop_factory=self._uvicorn.config.get_loop_factory()) as runner:
            runner.run(self._both(beside))

    async def _both(self, beside: Coroutine[Any, Any, None]) -> None:
        serving = asyncio.ensure_future(self.run())
        await self.ready()
        await beside
        await serving

    def leave(self) -> None:
        self._uvicorn.leave()

    def start(self) -> Self:
        """Serve in a thread of its own; returns once it listens. Twice is once."""
        if self._thread is not None:
            return self
        self._thread = threading.Thread(target=self._run, name="sandbox", daemon=True)
        self._thread.start()
        self._uvicorn.listening.wait(10)
        return self

    def stop(self) -> None:
        self.leave()
        if self._thread is not None:
            self._thread.join(10)
        self._listener.close()

    def _run(self) -> None:
        self._uvicorn.run(sockets=[self._listener])

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


class _Quiet(uvicorn.Server):
    """Says when it listens, and lets open streams go when it stops."""

    workspace: Workspace

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = threading.Event()
        self._leaving = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    async def main_loop(self) -> None:
        """Leave at once when asked, where uvicorn looks ten times a second."""
        self._loop = asyncio.get_running_loop()
        if not self.should_exit:
            await self._leaving.wait()

    def leave(self) -> None:
        """From any thread."""
        self.should_exit = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._leaving.set)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        self.leave()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.workspace.stream.end()
        self.workspace.clock.end()
        await super().shutdown(sockets)


def serve(workspace: Workspace, *, host: str = "127.0.0.1", port: int = 0) -> Server:
    """Start serving in a thread of its own."""
    return Server(workspace, host=host, port=port).start()
