"""`pinwheel rotate`: the promise that everybody meets everybody, played by the rounds' own code."""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Annotated, Any

import typer

from bot.pairs.inputs import read
from bot.pairs.matching import matched
from bot.pairs.simulation import Played, played
from bot.world import Work
from cli.database import look, now_by_its_clock, store_of
from cli.terminal import AsJson, app
from settings import load
from storage.pairs_rounds import Round
from storage.records import Records

_MOST_MEMBERS, _MOST_ROUNDS = 10_000, 1_000_000
_NUMBERS = re.compile(r"\d+")
Line = dict[str, Any]


class Unplayable(ValueError):
    """What was asked cannot be played; says why in a sentence."""


@app.command()
def rotate(
    members: Annotated[int, typer.Option(help="So many people, numbered from 1.")] = 8,
    rounds: Annotated[int, typer.Option(help="So many rounds; usually until all have met.")] = 0,
    absent: Annotated[float, typer.Option(help="Of everybody in each round, as 0.05.")] = 0.0,
    churn: Annotated[
        float, typer.Option(help="Of everybody, replaced by somebody new before a round.")
    ] = 0.0,
    seed: Annotated[int, typer.Option(help="The same seed plays the same rounds.")] = 1,
    needs: Annotated[
        Path | None,
        typer.Option(help="A file of two who should meet soon, a pair a line, as 3 7 or [3, 7]."),
    ] = None,
    trio: Annotated[
        bool, typer.Option("--trio", help="Three meet where one is left over.")
    ] = False,
    replay: Annotated[
        str, typer.Option(help="A round that was made: its stored inputs give its pairs again.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Play rounds of pairs, a line each: who was there, who met, who sat out."""
    say = json.dumps if as_json else _said
    more = {"absent": absent, "churn": churn}
    try:
        for line in (
            iter([_replayed(replay)])
            if replay
            else _played(members, rounds, seed, more, needs, trio=trio)
        ):
            print(say(line), flush=True)
            if line.get("same") is False:
                raise typer.Exit(1)
    except Unplayable as trouble:
        print(trouble, file=sys.stderr)
        raise typer.Exit(2) from None


def _played(
    members: int,
    rounds: int,
    seed: int,
    shares: Mapping[str, float],
    needs: Path | None,
    *,
    trio: bool,
) -> Iterator[Line]:
    """Raises Unplayable before the first."""
    _check(members, rounds, shares)
    found = played(
        members,
        rounds or members - 1 + members % 2,
        dice=Random(seed),  # noqa: S311 - a game that can be played again, no secret
        seed=str(seed),
        absent=shares["absent"],
        churn=shares["churn"],
        needs=_needs(needs) if needs else (),
        trio=trio,
    )
    return map(_line, found)


def _check(members: int, rounds: int, shares: Mapping[str, float]) -> None:
    if not 1 <= members <= _MOST_MEMBERS:
        raise Unplayable(f"--members is a number from 1 to {_MOST_MEMBERS:,}, not {members}.")
    if not 0 <= rounds <= _MOST_ROUNDS:
        raise Unplayable(f"--rounds is a number up to {_MOST_ROUNDS:,}, not {rounds}.")
    for name, share in shares.items():
        if not 0 <= share <= 1:
            raise Unplayable(f"--{name} is a share from 0 to 1, like 0.05, not {share}.")


def _needs(file: Path) -> list[tuple[int, int]]:
    """Two numbers a line, whatever stands between them; one list of lists is read too."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as trouble:
        raise Unplayable(f"{file} can't be read ({type(trouble).__name__}).") from None
    whole = text.lstrip().startswith("[[")
    lines = re.findall(r"\[[^\[\]]*\]", text) if whole else text.splitlines()
    return [_two(line) for line in lines if line.strip()]


def _two(line: str) -> tuple[int, int]:
    found = [int(number) for number in _NUMBERS.findall(line)]
    if len(found) != 2 or found[0] == found[1]:
        raise Unplayable(f"A need is two people by their numbers, like 3 7, not {line.strip()!r}.")
    return found[0], found[1]


def _line(one: Played) -> Line:
    return {
        "round": one.number,
        "present": list(one.present),
        "pairs": [list(group) for group in one.pairs],
        "byes": list(one.byes),
    }


def _said(line: Mapping[str, Any]) -> str:
    pairs = "  ".join("-".join(map(str, group)) for group in line["pairs"])
    byes = f"  sits out: {', '.join(map(str, line['byes']))}" if line["byes"] else ""
    same = "" if "same" not in line else f"  {'the same' if line['same'] else 'NOT the same'}"
    return f"round {line['round']}: {pairs}{byes}{same}"


def _replayed(named: str) -> Line:
    """By the stored inputs alone; and whether it comes out as it did then."""
    settings = load()
    now = now_by_its_clock(settings)
    with store_of(settings) as store:
        kept, others = look(store, lambda work: _found(work, named), now=now)
    if kept is None or not kept.inputs:
        latest = f" The latest are: {', '.join(others)}." if others else ""
        raise Unplayable(f"There is no round {named!r} that was made.{latest}")
    inputs = read(kept.inputs)
    found = matched(inputs)
    pairs, byes = [list(group) for group in found.pairs], list(found.byes)
    then = kept.inputs["found"]
    same = pairs == then["pairs"] and byes == then["byes"]
    present = [one.who for one in inputs.seats]
    return {
        "round": inputs.number,
        "present": present,
        "pairs": pairs,
        "byes": byes,
        "same": same,
    }


def _found(everywhere: Work, named: str) -> tuple[Round | None, Sequence[str]]:
    """In whichever workspace it is; and the latest there are, to choose from."""
    found, others = None, list[str]()
    for rounds in _of_all(everywhere):
        found = found or rounds.pair_rounds.get(named)
        others += rounds.pair_rounds.latest_made()
    return found, others


def _of_all(everywhere: Work) -> Iterator[Records]:
    for workspace in everywhere.records.workspaces.all():
        yield Records(everywhere.records.tx, workspace.id)
