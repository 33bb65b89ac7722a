"""`pinwheel demo`: a small Slack of its own, and the bot in it, until Ctrl-C."""

import json
import os
import signal
import sys
import tempfile
import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Annotated, Any

import typer

from cli.terminal import app, out
from handlers.manifest import MANIFEST

_HOME = Path(__file__).parent.parent


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="The page's port; 0 takes a free one.")] = 0,
    quiet: Annotated[bool, typer.Option(help="Skip the six weeks of history.")] = False,
) -> None:
    """Try it here: a small Slack of its own, and the bot in it. Needs no account."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # either way both are ended
    with tempfile.TemporaryDirectory(prefix="pinwheel-") as place, ExitStack() as running:
        slack = running.enter_context(_started("-m", "sandbox", *_sandbox_options(port, quiet)))
        told = _said(slack)
        environment = os.environ | _in_the_sandbox(told, Path(place))
        running.enter_context(_started("main.py", "run", env=environment))
        if not told["ready"]:
            out.print("Playing six weeks of a team's history …")
            _said(slack)
        out.print(f"\nOpen [bold]{told['url']}[/bold] and press Enter on the prepared line.")
        out.print("Ctrl-C ends it; nothing is kept.")
        if os.environ.get("DISPLAY") or sys.platform in ("darwin", "win32"):
            webbrowser.open(told["url"])
        with suppress(KeyboardInterrupt):
            slack.wait()


def _sandbox_options(port: int, quiet: bool) -> list[str]:
    options = ["--port", str(port), "--manifest", str(MANIFEST)]
    return options if quiet else [*options, "--history"]


def _in_the_sandbox(told: dict[str, Any], place: Path) -> dict[str, str]:
    """The environment of a bot that lives in the small Slack, with a throw-away database."""
    return {
        "DATABASE_URL": f"sqlite:///{place / 'pinwheel.db'}",
        "SLACK_BOT_TOKEN": told["bot_token"],
        "SLACK_APP_TOKEN": told["app_token"],
        "SLACK_API_BASE_URL": f"{told['url']}/api/",
        "PINWHEEL_CLOCK_URL": f"{told['url']}/clock",
        "PINWHEEL_LOG_LEVEL": "warning",
        "HOST": "127.0.0.1",
        "PORT": "0",
    }


@contextmanager
def _started(*words: str, env: Mapping[str, str] | None = None) -> Iterator[Popen[str]]:
    with Popen([sys.executable, *words], cwd=_HOME, env=env, stdout=PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


def _said(process: Popen[str]) -> dict[str, Any]:
    """The next line that the process says of itself."""
    line = process.stdout.readline() if process.stdout else ""
    if not line:
        raise SystemExit("The small Slack did not start.")
    said: dict[str, Any] = json.loads(line)
    return said
