"""`pinwheel migrate`, `status` and `pause`: looking after a bot that runs."""

import json
from dataclasses import asdict
from typing import Annotated

import typer
from rich.table import Table

from bot import housekeeping
from bot.status import Status, status
from cli.database import do, look, now_by_its_clock, store_of
from cli.terminal import AsJson, app, out
from settings import load
from storage import migrate as schema


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
        found = look(store, status, now=now_by_its_clock(settings))
    if as_json:
        print(json.dumps(asdict(found), default=str))
    else:
        _print_status(found)


@app.command()
def pause(
    off: Annotated[bool, typer.Option("--off", help="Speak unasked again.")] = False,
) -> None:
    """Stop every unasked letter within five seconds; answers to people still go out."""
    settings = load()
    with store_of(settings) as store:
        do(
            store,
            housekeeping.unpause if off else housekeeping.pause,
            now=now_by_its_clock(settings),
        )
    out.print("Pinwheel speaks again." if off else "Paused: nothing unasked is sent.")


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
    _print_hosts(found)
    _print_reviews_and_rounds(found)
    for _, place, sockets in found.processes:
        out.print(f"running: {place}, {sockets} socket(s)")


def _print_hosts(found: Status) -> None:
    for host in found.hosts:
        out.print(f"{host.channel} refuses our key since {host.since:%Y-%m-%d %H:%M} UTC")
    for state, count in sorted(found.errands.items()):
        out.print(f"errands {state}: {count}")


def _print_reviews_and_rounds(found: Status) -> None:
    """Counts and dates, no names: what waits is shown to the teams themselves."""
    for waits_for, count in sorted(found.reviews.items()):
        out.print(f"reviews open, {_WAITS.get(waits_for, waits_for)}: {count}")
    rounds = found.rounds
    if rounds.last:
        out.print(f"pairs: the last round began on {rounds.last}")
    if rounds.next:
        out.print(f"pairs: the next round begins {rounds.next:%Y-%m-%d %H:%M} UTC")
    for answer, count in sorted(rounds.pairs.items()):
        out.print(f"pairs of the rounds under way, {answer.replace('_', ' ')}: {count}")


_WAITS = {
    "author": "waiting for their author",
    "reviewer": "waiting for a reviewer's look",
    "free reviewer": "waiting for a free reviewer",
    "merge": "approved and not merged yet",
    "lost": "not to be seen at their code host",
}
