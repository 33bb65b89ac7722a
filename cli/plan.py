"""`pinwheel plan`: the dates and instants of a rhythm, by the code that plans the real ones."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

import typer

from bot.calendar import is_zone, zone_named
from bot.errors import NotARule
from bot.rhythms import Planned, occurrences, parse
from cli.terminal import AsJson, app

_FIELDS = ("zone", "rule", "from", "to")
_FIRST, _LAST = date(1970, 1, 1), date(2199, 12, 31)
Asked = dict[str, Any]


class Unplannable(ValueError):
    """What was asked cannot be planned; says why in a sentence."""


@app.command()
def plan(
    zone: Annotated[str, typer.Option(help="A time zone, like Europe/Berlin.")] = "",
    rule: Annotated[
        str,
        typer.Option(
            help="weekdays 09:30; daily 00:30; mon,thu 14:00; every 2 weeks mon 10:00 "
            "(counted from the first such day)."
        ),
    ] = "",
    first: Annotated[str, typer.Option("--from", help="The first date, like 2026-03-01.")] = "",
    last: Annotated[str, typer.Option("--to", help="The last date; it is planned too.")] = "",
    batch: Annotated[
        bool,
        typer.Option(
            "--batch", help='Read {"zone", "rule", "from", "to"} as lines of JSON; answer in JSON.'
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show when a rhythm comes due, an occurrence a line.

    A time that a clock change skips is planned for the first valid minute after it; one that comes
    twice, for the first time.
    """
    if batch:
        _answer_all()
        return
    asked = {"zone": zone, "rule": rule, "from": first, "to": last}
    try:
        for one in _planned(asked):
            print(json.dumps(_told(one)) if as_json else _said(one, zone))
    except Unplannable as trouble:
        print(trouble, file=sys.stderr)
        raise typer.Exit(2) from None


def _answer_all() -> None:
    """Line after line; what cannot be planned has an error in its place. An "id" comes back."""
    for line in sys.stdin:
        if line.strip():
            for told in _answers(line):
                print(json.dumps(told))
            sys.stdout.flush()


def _answers(line: str) -> Iterator[Asked]:
    asked: Asked = {}
    try:
        asked = _read(line)
        for one in _planned(asked):
            yield {**_id_of(asked), **_told(one)}
    except Unplannable as trouble:
        yield {**_id_of(asked), "error": str(trouble)}


def _read(line: str) -> Asked:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        raise Unplannable("This line is not JSON.") from None
    if not isinstance(asked, dict):
        raise Unplannable("This line is not a JSON object.")
    return asked


def _planned(asked: Asked) -> Iterator[Planned]:
    """Raises Unplannable before the first."""
    for name in _FIELDS:
        if not isinstance(asked.get(name), str) or not asked[name].strip():
            raise Unplannable(f"Please give --{name}, or use --batch with {', '.join(_FIELDS)}.")
    if not is_zone(asked["zone"]):
        raise Unplannable(f"There is no time zone {asked['zone']!r}. One is Europe/Berlin.")
    first, last = _date(asked, "from"), _date(asked, "to")
    if last < first:
        raise Unplannable(f"--to ({last}) is before --from ({first}).")
    try:
        rule = parse(asked["rule"])
    except NotARule as refusal:
        raise Unplannable(refusal.sentence) from None
    return occurrences(rule, asked["zone"], first, last)


def _date(asked: Asked, name: str) -> date:
    try:
        found = date.fromisoformat(asked[name])
    except ValueError:
        raise Unplannable(f"--{name} is a date like 2026-03-01, not {asked[name]!r}.") from None
    if not _FIRST <= found <= _LAST:
        raise Unplannable(f"--{name} is a date from {_FIRST} to {_LAST}.")
    return found


def _told(one: Planned) -> dict[str, str]:
    return {"date": str(one.date), "utc": f"{one.at:%Y-%m-%dT%H:%M:%SZ}"}


def _said(one: Planned, zone: str) -> str:
    there = one.at.astimezone(zone_named(zone))
    return f"{there:%a %Y-%m-%d %H:%M} {there.tzname()} ({one.at:%Y-%m-%d %H:%M} UTC)"


def _id_of(asked: Asked) -> Asked:
    return {"id": asked["id"]} if "id" in asked else {}
