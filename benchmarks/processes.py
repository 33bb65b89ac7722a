"""The processes of a run: the sandbox, the bot, and the bare reference beside it."""

import json
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Any
from urllib.parse import urlsplit

HOME = Path(__file__).parent.parent
START_SECONDS = 30.0
STOP_SECONDS = 30.0
LOOK_EVERY = 0.01


@dataclass(frozen=True)
class Slack:
    """The sandbox, as it introduced itself."""

    url: str
    bot_token: str
    signing_secret: str
    team_id: str
    process: int

    def control(self, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """One of its own switches; without a body it is asked, not told."""
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=60)
        method = "GET" if body is None else "POST"
        told = None if body is None else json.dumps(body)
        connection.request(method, path, told, {"content-type": "application/json"})
        answer = json.loads(connection.getresponse().read())
        connection.close()
        return answer


@dataclass(frozen=True)
class Listening:
    """A server process, ready at its port."""

    port: int
    process: int
    took: float  # seconds from its start until it was ready


@contextmanager
def a_slack(*, core: int | None = None) -> Iterator[Slack]:
    """A sandbox whose clock is the machine's, without limits and without history."""
    with _started("-m", "sandbox", "--no-limits", said=True, core=core) as sandbox:
        assert sandbox.stdout is not None
        told = json.loads(sandbox.stdout.readline())
        yield Slack(
            told["url"],
            told["bot_token"],
            told["signing_secret"],
            told["team_id"],
            sandbox.pid,
        )


@contextmanager
def a_bot(slack: Slack, database_url: str, *, core: int | None = None) -> Iterator[Listening]:
    """The bot as `pinwheel run` starts it, over HTTP, by the machine's own clock."""
    port = free_port()
    environment = {
        "DATABASE_URL": database_url,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_BASE_URL": f"{slack.url}/api/",
        "PINWHEEL_LOG_LEVEL": "error",
        "PORT": str(port),
    }
    began = time.perf_counter()
    with _started("main.py", "run", environment=environment, core=core) as bot:
        _until_ready(bot, port, "/readyz")
        yield Listening(port, bot.pid, time.perf_counter() - began)


@contextmanager
def the_bare_app(slack: Slack) -> Iterator[Listening]:
    """Bolt alone, in the same adapter and server, which only acknowledges."""
    port = free_port()
    environment = {
        "BARE_BOT_TOKEN": slack.bot_token,
        "BARE_SIGNING_SECRET": slack.signing_secret,
        "BARE_API_BASE_URL": f"{slack.url}/api/",
        "BARE_PORT": str(port),
    }
    began = time.perf_counter()
    with _started("-m", "benchmarks.bare", environment=environment) as bare:
        _until_ready(bare, port, "/livez")
        yield Listening(port, bare.pid, time.perf_counter() - began)


def on_core(core: int | None) -> Callable[[], None] | None:
    """Keeps a process that starts to one of our cores, counted as in a list; Linux only."""
    if core is None:
        return None
    chosen = sorted(os.sched_getaffinity(0))[core]
    return lambda: os.sched_setaffinity(0, {chosen})


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def _started(
    *words: str,
    environment: Mapping[str, str] | None = None,
    said: bool = False,
    core: int | None = None,
) -> Iterator[Popen[str]]:
    process = Popen(
        [sys.executable, *words],
        cwd=HOME,
        env={**os.environ, **(environment or {})},
        stdout=PIPE if said else DEVNULL,
        text=True,
        preexec_fn=on_core(core),
    )
    with process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(STOP_SECONDS)


def _until_ready(process: "Popen[str]", port: int, path: str) -> None:
    until = time.monotonic() + START_SECONDS
    while not _answers(port, path):
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"{process.args!r} did not start")
        time.sleep(LOOK_EVERY)


def _answers(port: int, path: str) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
