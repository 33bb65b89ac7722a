"""The bot as a process of its own, to be killed, stopped, frozen and started again."""

import json
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx

from sandbox.server import Server
from tests.running import settings_for

UNEXPLAINED = (
    "Traceback",
    "bot.broken",
    "courier.stumbled",
    "knock.failed",
    "letter.doubled",
    "letter.dropped",
    "letter.not_rendered",
)
HOME = Path(__file__).parent.parent.parent
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["main"])


class BotProcess:
    """One place where a bot runs: the same port and environment at every start.

    It is forked from a process that has imported the house and done nothing else, because the
    imports take most of a start and these tests start it very often; `by_command` starts it the
    way a person does.
    """

    def __init__(
        self,
        server: Server,
        database_url: str,
        place: Path,
        *,
        sockets: bool = False,
        by_command: bool = False,
        log_level: str = "info",
    ) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.slack_url = f"{self.url}/slack/events"
        self.log = place / f"bot-{self.port}.log"
        self.environment = _environment(server, database_url, sockets=sockets) | {
            "PORT": str(self.port),
            "PINWHEEL_LOG_LEVEL": log_level,
        }
        self._place = place
        self._by_command = by_command
        self._process: Any = None
        self.starts = 0

    def start(self) -> "BotProcess":
        """Return once it receives."""
        self.launch()
        wait_for(self.is_ready, 20, f"the bot is not ready:\n{self.said()}")
        return self

    def launch(self) -> None:
        self.starts += 1
        if self._by_command:
            command = [sys.executable, str(HOME / "main.py"), "run"]
            with self.log.open("ab") as log:
                self._process = subprocess.Popen(
                    command, cwd=self._place, env=self.environment, stdout=log, stderr=log
                )
        else:
            arguments = (self.environment, str(self._place), str(self.log))
            self._process = _FORKS.Process(target=_run, args=arguments, daemon=True)
            self._process.start()

    @property
    def pid(self) -> int:
        return int(self._process.pid)

    def is_ready(self) -> bool:
        assert self.code() is None, f"the bot ended by itself:\n{self.said()}"
        return self.health() == 200

    def health(self) -> int:
        """The status of /readyz; 0 when nobody answers."""
        with suppress(httpx.TransportError):
            return httpx.get(f"{self.url}/readyz", timeout=5, trust_env=False).status_code
        return 0

    def wrong(self) -> Mapping[str, str]:
        """What /readyz says is wrong."""
        said = httpx.get(f"{self.url}/readyz", timeout=5, trust_env=False).json()
        found: dict[str, str] = said.get("wrong", {})
        return found

    def code(self) -> int | None:
        """The exit code, negative for a signal; None while it runs."""
        found: int | None = self._process.poll() if self._by_command else self._process.exitcode
        return found

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        assert self.ends(within=10) == -signal.SIGKILL

    def freeze(self) -> None:
        os.kill(self.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        os.kill(self.pid, signal.SIGCONT)

    def terminate(self) -> None:
        os.kill(self.pid, signal.SIGTERM)

    def ends(self, *, within: float) -> int:
        """The exit code, once it ended by itself."""
        wait_for(lambda: self.code() is not None, within, f"still running:\n{self.said()}")
        code = self.code()
        assert code is not None
        return code

    def close(self) -> None:
        """Whatever state it is in."""
        if self._process is not None and self.code() is None:
            os.kill(self.pid, signal.SIGKILL)
            self.ends(within=10)

    def said(self) -> str:
        """Everything it wrote, to the terminal or the log."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def pinwheel(self, *words: str) -> str:
        """What `pinwheel …` prints, in the same environment."""
        done = subprocess.run(
            [sys.executable, str(HOME / "main.py"), *words],
            cwd=self._place,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=30,
        )
        return done.stdout

    def letters_carried(self) -> int:
        return self.said().count('"letter.carried"')

    def status(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.pinwheel("status", "--json"))
        return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(true: Callable[[], bool], seconds: float, otherwise: str = "") -> None:
    """Until it is true; fails with these words when it does not become so."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, otherwise or f"not within {seconds} s"
        time.sleep(0.005)


def bugs_in(log: str) -> list[str]:
    """Lines that no fault of the outside world explains."""
    return [line for line in log.splitlines() if any(word in line for word in UNEXPLAINED)]


def _environment(server: Server, database_url: str, *, sockets: bool) -> dict[str, str]:
    settings = settings_for(server, database_url, sockets=sockets)
    given = settings.model_dump(exclude_none=True, exclude={"slack_bot_token"})
    found = {name.upper(): str(value) for name, value in given.items()}
    app = server.workspace.app
    secrets = {"SLACK_BOT_TOKEN": app.bot_token, "SLACK_SIGNING_SECRET": app.signing_secret}
    if sockets:
        secrets["SLACK_APP_TOKEN"] = app.app_token
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | found | secrets


def _run(environment: dict[str, str], place: str, log: str) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(place)
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(file, stream.fileno())
    import main

    main.run()
