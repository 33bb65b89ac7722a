"""A whole bot beside a whole sandbox, in threads of this process, over real HTTP."""

import asyncio
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sandbox.seeding import workspace
from sandbox.server import Server, serve
from settings import Settings
from storage.patience import Patience
from tests.recorded import keep_calls

MANIFEST = Path(__file__).parent.parent / "manifest.yaml"
# A story tells what happens, not how fast: a machine that is busy with other tests changes nothing.
UNHURRIED = Patience(turn=20, last_try=21, silence=25)
MONDAY_MORNING = 1_773_046_800.0  # 2026-03-09 09:00 UTC, 10:00 in Berlin


@contextmanager
def a_slack(*, start: float = MONDAY_MORNING, running: bool = False) -> Iterator[Server]:
    """A sandbox whose clock stands until it is turned; no history, no limits."""
    built = workspace(
        manifest=MANIFEST, machine=time.time, salt="T", secret="probe", start=start, running=running
    )
    server = serve(built)
    try:
        yield server
    finally:
        keep_calls(server)
        server.stop()


class RunningBot:
    """The bot as `pinwheel run` starts it, in a thread that can be told to stop."""

    def __init__(self, settings: Settings, patience: Patience = UNHURRIED) -> None:
        self._settings = settings
        self._patience = patience
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = asyncio.Event()
        self._ready = threading.Event()
        self._trouble: BaseException | None = None
        self.url = ""
        self._thread = threading.Thread(target=self._run, name="bot", daemon=True)

    def start(self) -> "RunningBot":
        self._thread.start()
        if not self._ready.wait(20) or self._trouble is not None:
            raise RuntimeError("the bot did not start") from self._trouble
        return self

    def stop(self) -> None:
        if self._loop is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(20)
        if self._trouble is not None:
            raise RuntimeError("the bot broke") from self._trouble

    def _run(self) -> None:
        import main

        async def live() -> None:
            self._loop = asyncio.get_running_loop()
            await main.serve(
                self._settings, stop=self._stop, ready=self._received, patience=self._patience
            )

        try:
            asyncio.run(live())
        except BaseException as trouble:
            self._trouble = trouble
        finally:
            self._ready.set()

    def _received(self, url: str) -> None:
        self.url = url
        self._ready.set()


def settings_for(
    server: Server, database_url: str, *, sockets: bool = False, **more: Any
) -> Settings:
    """What an environment would say of this sandbox; `more` is what it says besides."""
    app = server.workspace.app
    given: dict[str, Any] = {
        "database_url": database_url,
        "slack_bot_token": app.bot_token,
        "slack_api_base_url": f"{server.url}/api/",
        "pinwheel_clock_url": f"{server.url}/clock",
        "pinwheel_log_level": "error",
        "pinwheel_log_format": "json",
        "port": 0,
        # Whatever the machine has of its own: no test speaks to a real host.
        "github_token": None,
        "gitlab_token": None,
    }
    secret: dict[str, Any] = {"slack_app_token": app.app_token} if sockets else {}
    secret["slack_signing_secret"] = app.signing_secret
    return Settings(_env_file=None, **{**given, **secret, **more})


@contextmanager
def a_bot(
    server: Server,
    database_url: str,
    *,
    sockets: bool = False,
    patience: Patience = UNHURRIED,
    **more: Any,
) -> Iterator[RunningBot]:
    settings = settings_for(server, database_url, sockets=sockets, **more)
    bot = RunningBot(settings, patience).start()
    server.workspace.deliveries.patience = patience.silence + 0.4  # Slack's 3 s, usually
    if not sockets:
        server.workspace.deliveries.request_url = f"{bot.url}/slack/events"
    try:
        yield bot
    finally:
        bot.stop()


def copied(template: Path, place: Path) -> str:
    """The address of a fresh copy of a migrated SQLite database."""
    shutil.copy(template, place)
    return f"sqlite:///{place}"
