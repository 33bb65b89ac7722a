"""The command line: run it, try it, look after it."""

import asyncio
import json
import os
import signal
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_urlsafe
from subprocess import PIPE, Popen
from typing import Annotated, Any, TypeVar

import typer
import yaml
from rich.console import Console
from rich.table import Table
from sqlalchemy.exc import SQLAlchemyError

from bot import housekeeping
from bot.errors import StoreBusy
from bot.ids import WorkspaceId
from bot.status import Status, status
from bot.world import Work
from handlers.clock import FollowedClock, Follower
from handlers.courier import open_session
from handlers.doctor import Finding, ask_slack, ask_sockets
from handlers.introduction import slack_client
from handlers.manifest import MANIFEST, over_http, read, scopes
from settings import Settings, load, missing_for_slack
from storage import migrate as schema
from storage.records import Records
from storage.store import Store, open_store

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object instead of sentences.")]

app = typer.Typer(
    help="Pinwheel keeps data scientists unblocked, reviewed and learning.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
out = Console()
T = TypeVar("T")
_NO_WORKSPACE = WorkspaceId("")


class NoDatabase(SystemExit):
    """The database cannot be used; a sentence for the terminal, without its address."""

    def __init__(self, trouble: Exception) -> None:
        self.reason = type(trouble).__name__
        super().__init__(
            f"The database can't be used ({self.reason})."
            " Check DATABASE_URL, run: pinwheel migrate, then: pinwheel doctor"
        )


@contextmanager
def store_of(settings: Settings) -> Iterator[Store]:
    """Raises NoDatabase."""
    try:
        store = open_store(settings.database_url)
    except (SQLAlchemyError, ImportError, ValueError) as trouble:
        raise NoDatabase(trouble) from None
    try:
        yield store
    except (SQLAlchemyError, StoreBusy) as trouble:
        raise NoDatabase(trouble) from None
    finally:
        store.close()


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


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    with store_of(load()) as store:
        schema.upgrade(store.engine)
        out.print(f"The database is at {schema.newest()}.")


@app.command("status")
def show_status(as_json: AsJson = False) -> None:
    """What is owed, failed, unconfirmed or paused."""
    settings = load()
    with store_of(settings) as store:
        found = look(store, status, now=_now(settings))
    if as_json:
        print(json.dumps(asdict(found), default=str))
    else:
        _print_status(found)


@app.command()
def doctor() -> None:
    """What is missing or wrong, and what to do about it. Exit code 1 when something is."""
    settings = load()
    findings = [
        Finding(f"{name} is not set", False, advice)
        for name, advice in missing_for_slack(settings).items()
    ]
    now = _now(settings)
    findings += _database(settings, now)
    if settings.slack_bot_token is not None:
        findings += asyncio.run(_slack(settings, now))
    for finding in findings:
        out.print(
            ("✓ " if finding.well else "✗ ") + finding.what, style=None if finding.well else "bold"
        )
        if finding.advice:
            out.print(f"  → {finding.advice}")
    raise SystemExit(0 if all(finding.well for finding in findings) else 1)


@app.command()
def pause(
    off: Annotated[bool, typer.Option("--off", help="Speak unasked again.")] = False,
) -> None:
    """Stop every unasked letter within five seconds; answers to people still go out."""
    settings = load()
    with store_of(settings) as store:
        do(store, housekeeping.unpause if off else housekeeping.pause, now=_now(settings))
    out.print("Pinwheel speaks again." if off else "Paused: nothing unasked is sent.")


@app.command()
def manifest(
    url: Annotated[
        str, typer.Option(help="Your public https address, to use HTTP instead of Socket Mode.")
    ] = "",
) -> None:
    """Print the app manifest to paste into Slack."""
    if not url:
        print(MANIFEST.read_text(encoding="utf-8"), end="")
        return
    print(yaml.safe_dump(over_http(read(), url), sort_keys=False), end="")


def look(store: Store, verb: Callable[[Work], T], *, now: datetime) -> T:
    """A use case over all workspaces that changes nothing, for the command line."""
    return store.read_now(lambda tx: verb(_work(Records(tx, _NO_WORKSPACE), now)))


def do(store: Store, verb: Callable[[Work], T], *, now: datetime) -> T:
    return store.write_now(lambda tx: verb(_work(Records(tx, _NO_WORKSPACE), now)))


def _work(records: Records, now: datetime) -> Work:
    return Work(records, now=now, new_id=lambda: token_urlsafe(12))


def _now(settings: Settings) -> datetime:
    """By the clock that the bot follows."""
    return asyncio.run(_asked_now(settings.pinwheel_clock_url))


async def _asked_now(clock_url: str | None) -> datetime:
    if clock_url is None:
        return datetime.now(UTC)
    clock = FollowedClock()
    async with open_session() as session:
        await Follower(clock_url, clock, session, name="command line").start()
    return clock.now()


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
    here = Path(__file__).parent
    with Popen([sys.executable, *words], cwd=here, env=env, stdout=PIPE, text=True) as process:
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


async def _slack(settings: Settings, now: datetime) -> list[Finding]:
    async with open_session() as session:
        base_url = settings.slack_api_base_url
        client = slack_client(settings.bot_token, base_url=base_url, session=session)
        findings = await ask_slack(client, scopes=scopes(), now=now)
        if settings.slack_app_token is None:
            return findings
        token = settings.slack_app_token.get_secret_value()
        return findings + await ask_sockets(client, app_token=token, ours=_sockets(settings, now))


def _sockets(settings: Settings, now: datetime) -> int:
    """Connections of the processes that this database knows."""
    with suppress(NoDatabase), store_of(settings) as store:
        return look(store, housekeeping.known_sockets, now=now)
    return 0


def _database(settings: Settings, now: datetime) -> list[Finding]:
    advice = "check DATABASE_URL, and that the server runs and lets this user in"
    try:
        with store_of(settings) as store:
            found = _schema(store)
            return [found, *_worries(look(store, status, now=now))] if found.well else [found]
    except NoDatabase as trouble:
        return [Finding(f"The database can't be opened ({trouble.reason})", False, advice)]


def _schema(store: Store) -> Finding:
    has, wanted = schema.current(store.engine), schema.newest()
    if has == wanted:
        return Finding(f"The database is at {wanted}", True)
    if has is not None and not schema.knows(has):
        return Finding(f"The database is at {has}, newer than this Pinwheel", False, "update it")
    return Finding(f"The database is at {has or 'nothing yet'}", False, "run: pinwheel migrate")


def _worries(found: Status) -> list[Finding]:
    return [
        Finding(
            f"Slack refuses us in {one.channel or one.workspace} ({one.reason})",
            False,
            "invite the bot again, unarchive the channel, or reinstall the app",
        )
        for one in found.troubles
    ]


def _print_status(found: Status) -> None:
    if found.paused_since:
        out.print(f"Paused since {found.paused_since:%Y-%m-%d %H:%M} UTC (pinwheel pause --off)")
    table = Table("letters", "count")
    for state, count in sorted(found.letters.items()):
        table.add_row(state, str(count))
    out.print(table)
    if found.oldest_owed:
        out.print(f"The oldest still owed is from {found.oldest_owed:%Y-%m-%d %H:%M:%S} UTC")
    for one in found.worries:
        out.print(f"{one.state}: {one.kind} {one.id} ({one.reason or 'no reason'})")
    for trouble in found.troubles:
        out.print(f"refused: {trouble.channel or trouble.workspace} ({trouble.reason})")
    for _, place, sockets in found.processes:
        out.print(f"running: {place}, {sockets} socket(s)")


def sentences(head: str, missing: Any) -> str:
    return "\n".join([head, *(f"  {name}: {advice}" for name, advice in missing.items())])
