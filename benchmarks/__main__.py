"""Measures the figures: python -m benchmarks [--only blocked] [--write 2026-01-31]."""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from benchmarks import blocked, courier, ledger, rounds, rush, start
from benchmarks.databases import Postgres, Sqlite, postgres
from benchmarks.figures import Figure, rows, table
from benchmarks.machine import described
from benchmarks.pages import keep
from benchmarks.processes import HOME, a_slack, the_bare_app

out = Console()
Part = Callable[[argparse.Namespace, Path, Postgres], list[Figure]]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", choices=PARTS, action="append", help="measure only this part")
    parser.add_argument("--rounds", type=int, default=blocked.ROUNDS)
    parser.add_argument("--seconds", type=float, default=4.0, help="of load, each time")
    parser.add_argument("--write", metavar="DATE", help="keep the figures in docs/benchmarks.md")
    return parser.parse_args()


def _blocked(options: argparse.Namespace, place: Path, server: Postgres) -> list[Figure]:
    found: list[Figure] = []
    with a_slack() as slack, the_bare_app(slack) as bare:
        for database in (Sqlite(place), server):
            found += blocked.measure(
                slack, bare, database, place, rounds=options.rounds, seconds=options.seconds
            )
    return found


def _courier(options: argparse.Namespace, place: Path, server: Postgres) -> list[Figure]:
    return courier.measure(Sqlite(place))


def _start(options: argparse.Namespace, place: Path, server: Postgres) -> list[Figure]:
    return start.measure(Sqlite(place), rounds=options.rounds)


def _ledger(options: argparse.Namespace, place: Path, server: Postgres) -> list[Figure]:
    return ledger.measure(Sqlite(place))


def _rounds(options: argparse.Namespace, place: Path, server: Postgres) -> list[Figure]:
    return rounds.measure(Sqlite(place))


def _rush(options: argparse.Namespace, place: Path, server: Postgres) -> list[Figure]:
    return rush.measure(Sqlite(place))


PARTS: dict[str, Part] = {
    "blocked": _blocked,
    "courier": _courier,
    "ledger": _ledger,
    "rounds": _rounds,
    "rush": _rush,
    "start": _start,
}


@contextmanager
def _a_place() -> Iterator[Path]:
    """On the disk that is measured: with the code, not where a system may keep memory."""
    build = HOME / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as place:
        yield Path(place)


def main() -> None:
    options = _arguments()
    machine = described()
    figures: dict[str, list[Figure]] = {}
    with _a_place() as place, postgres() as server:
        machine["PostgreSQL"] = server.version
        for name in options.only or PARTS:
            with out.status(f"Measuring {name} …"):
                figures[name] = PARTS[name](options, place, server)
    for name, value in machine.items():
        out.print(f"{name}: {value}")
    out.print(table([one for part in figures.values() for one in part]))
    if options.write:
        where = ", ".join(f"{name} {value}" for name, value in machine.items())
        how = f"Measured on {options.write}, rounds: {options.rounds}; {where}."
        for name, found in figures.items():
            keep("benchmarks.md", name, [how, "", *rows(found)])


if __name__ == "__main__":
    main()
