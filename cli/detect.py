"""`pinwheel detect`: what the reader finds in lines of JSON, to try it and to measure it."""

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from bot.lines import parse
from bot.reading import waits_in
from bot.reading.same import sameness
from cli.terminal import app

Told = dict[str, Any]
Answer = Callable[[Told], Told]


class Unreadable(ValueError):
    """A line that cannot be answered; says why in a sentence."""


@app.command()
def detect(
    file: Annotated[
        Path | None,
        typer.Argument(exists=True, dir_okay=False, help="Lines of JSON; else standard input."),
    ] = None,
    pairs: Annotated[
        bool, typer.Option("--pairs", help='Are {"a"} and {"b"} one and the same wait?')
    ] = False,
    commands: Annotated[
        bool, typer.Option("--commands", help="What does {text} after /blocked ask for?")
    ] = False,
) -> None:
    """Find the open waits in {"id", "text"}, a line of JSON each; a line out for each line in.

    With "field": "blockers" the text answers "Are you waiting on anyone or anything?".
    """
    if pairs and commands:
        raise typer.BadParameter("Choose --pairs or --commands, not both.")
    answer = _one_wait if pairs else _action if commands else _waits
    with ExitStack() as opened:
        lines = opened.enter_context(file.open("rb")) if file else sys.stdin.buffer
        if not _answer_all(lines, answer):
            raise typer.Exit(1)


def _answer_all(lines: Iterable[bytes], answer: Answer) -> bool:
    """Whether every line could be answered. Each answer leaves before the next line is read."""
    well = True
    for line in lines:
        told = _answered(line, answer)
        well = well and "error" not in told
        sys.stdout.buffer.write(_line(told))
        sys.stdout.buffer.flush()
    return well


def _answered(line: bytes, answer: Answer) -> Told:
    asked: Told = {}
    try:
        asked = _asked(line)
        return {"id": asked.get("id"), **answer(asked)}
    except Unreadable as trouble:
        return {"id": asked.get("id"), "error": str(trouble)}


def _asked(line: bytes) -> Told:
    try:
        asked = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError:
        raise Unreadable("This line is not UTF-8.") from None
    except (ValueError, RecursionError):
        raise Unreadable("This line is not JSON.") from None
    if not isinstance(asked, dict):
        raise Unreadable("This line is not a JSON object.")
    return asked


def _no_number(constant: str) -> NoReturn:
    raise ValueError(constant)


def _said(asked: Told, name: str) -> str:
    said = asked.get(name)
    if isinstance(said, str):
        return said
    raise Unreadable(f'"{name}" is not a text.' if name in asked else f'There is no "{name}".')


def _waits(asked: Told) -> Told:
    field = _said(asked, "field") if asked.get("field") is not None else ""
    found = waits_in(_said(asked, "text"), field=field)
    return {
        "blockers": [
            {
                "text": wait.words,
                "category": wait.function,
                "waiting_on": list(wait.waiting_on),
                "confidence": round(wait.sure, 3),
            }
            for wait in found
        ]
    }


def _one_wait(asked: Told) -> Told:
    found = sameness(_said(asked, "a"), _said(asked, "b"))
    return {"same": found.same, "score": round(found.score, 3)}


def _action(asked: Told) -> Told:
    return {"action": parse(_said(asked, "text"), exists=None).action.value}


def _line(told: Told) -> bytes:
    """UTF-8 whatever the terminal speaks; half a character, which UTF-8 has not, stays escaped."""
    try:
        return json.dumps(told, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(told).encode() + b"\n"
