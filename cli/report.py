"""`pinwheel report`: what waiting added up to, by function and project; it names nobody."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import typer
from rich.table import Table

from bot.blockers.totals import silent_since
from bot.functions import FUNCTIONS
from bot.ids import WorkspaceId
from bot.ledger.books import book
from bot.ledger.sums import FEW, WORK, Span, Sum
from bot.world import Work
from cli.database import look, now_by_its_clock, store_of
from cli.terminal import AsJson, app, out
from settings import load
from storage.ledger import Place
from storage.records import Records

_WEEKS = timedelta(weeks=4)
_HOUR = timedelta(hours=1)
_FEW = "others, each of fewer than 5 people"
_COLUMNS = ("waits", "ended", "p50", "p85", "waited", "person-hours", "work", "wait ÷ work", "hops")


@dataclass(frozen=True)
class Figures:
    """Of one workspace, or of one team of it."""

    workspace: str
    team: str | None
    total: Sum | None
    functions: Sequence[Sum]
    projects: Sequence[Sum]
    deliberate: frozenset[str]


@app.command()
def report(
    team: Annotated[str, typer.Option(help="A team by its #channel or id; else all.")] = "",
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Four weeks ago.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Now. Not itself included.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Waits in working hours and work in taps, by function and project. Days begin in UTC.

    Without a team, what fewer than five people waited for is added together.
    """
    settings = load()
    now = now_by_its_clock(settings)
    end = now if until is None else until.replace(tzinfo=UTC)
    span = Span(end - _WEEKS if since is None else since.replace(tzinfo=UTC), end)
    with store_of(settings) as store:
        found = look(store, lambda work: _figures(work, span, team.removeprefix("#")), now=now)
    if team and not found:
        raise SystemExit(f"There is no team {team}. Name its channel, like #ds-team, or its id.")
    if as_json:
        print(json.dumps(_told(found, span), ensure_ascii=False))
    else:
        _print(found, span)


def _figures(everywhere: Work, span: Span, named: str) -> list[Figures]:
    found = []
    for workspace in everywhere.records.workspaces.all():
        work = _in(everywhere, workspace.id)
        places = work.records.ledger.places(named) if named else [None]
        found += [_of(work, span, place) for place in places]
    return found


def _of(work: Work, span: Span, place: Place | None) -> Figures:
    """A team sees its own at any size."""
    kept = book(work, span, silent_since, team=None if place is None else place.team)
    for_outsiders = place is None
    return Figures(
        workspace=work.records.workspace,
        team=None if place is None else place.name or place.team,
        total=kept.total() if place or kept.is_of_enough_people else None,
        functions=kept.by_function(for_outsiders=for_outsiders),
        projects=kept.by_project(for_outsiders=for_outsiders),
        deliberate=work.records.owners.deliberate(),
    )


def _in(work: Work, workspace: WorkspaceId) -> Work:
    return Work(Records(work.records.tx, workspace), now=work.now, new_id=work.new_id)


def _told(found: Sequence[Figures], span: Span) -> dict[str, Any]:
    return {
        "since": span.begin.isoformat(),
        "until": span.until.isoformat(),
        "reports": [
            {
                "workspace": one.workspace,
                "team": one.team,
                "total": None if one.total is None else _sum(one.total),
                "functions": [
                    {**_sum(line), "deliberate": line.name in one.deliberate}
                    for line in one.functions
                ],
                "projects": [_sum(line) for line in one.projects],
            }
            for one in found
        ],
    }


def _sum(line: Sum) -> dict[str, Any]:
    """Times in hours of work."""
    return {
        "name": _FEW if line.name == FEW else line.name,
        "waits": line.waits,
        "ended": line.ended,
        "p50": _hours(line.half),
        "p85": _hours(line.most),
        "waited": _hours(line.waited),
        "person_hours": _hours(line.person_hours),
        "work": _hours(line.work),
        "ratio": None if line.ratio is None else round(line.ratio, 2),
        "hops": line.hops,
        "unconfirmed": _hours(line.unconfirmed),
    }


def _hours(time: timedelta | None) -> float | None:
    return None if time is None else round(time / _HOUR, 2)


def _print(found: Sequence[Figures], span: Span) -> None:
    out.print(f"From {span.begin:%Y-%m-%d} to {span.until:%Y-%m-%d}, in hours of working time.")
    for one in found:
        out.print(f"\n[bold]{'#' + one.team if one.team else 'All teams'}[/bold]")
        if one.total is None:
            out.print("Fewer than five people waited, so nothing is shown. A team sees its own:")
            out.print("pinwheel report --team #name")
            continue
        out.print(_table("function", one.functions, one))
        out.print(_table("project", one.projects, one))
    out.print("Unconfirmed hours are in no other column. p50, p85: by when so many waits end.")
    taps = ", ".join(f"{tap} {time / _HOUR:g} h" for tap, time in WORK.items())
    out.print(f"Work is told by taps, which stand for: {taps}.")


def _table(what: str, lines: Sequence[Sum], figures: Figures) -> Table:
    table = Table(what, *_COLUMNS, "unconfirmed")
    for line in lines:
        table.add_row(_name(line, what, figures), *_cells(line))
    if figures.total is not None:
        table.add_row("all", *_cells(figures.total), style="bold")
    return table


def _name(line: Sum, what: str, figures: Figures) -> str:
    if line.name == FEW:
        return _FEW
    if what == "project":
        return line.name or "no project told"
    name = FUNCTIONS.get(str(line.name), str(line.name))
    return f"{name} (handed on by choice)" if line.name in figures.deliberate else name


def _cells(line: Sum) -> list[str]:
    told = _sum(line)
    names = ("waits", "ended", "p50", "p85", "waited", "person_hours", "work", "ratio", "hops")
    return ["–" if told[name] is None else f"{told[name]:g}" for name in (*names, "unconfirmed")]
