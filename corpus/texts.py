"""The corpus as values: texts with their waits, read from JSON lines."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Label:
    """A wait as a reader of the text marked it."""

    start: int
    end: int
    function: str
    waiting_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    id: str
    lang: str
    kind: str
    text: str
    field: str
    waits: tuple[Label, ...]
    counts: float = 1.0  # in learning whether there is a wait


def texts_of(paths: Iterable[Path]) -> list[Text]:
    return [_text(row) for path in paths for row in rows_of(path)]


def rows_of(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def _text(row: Mapping[str, Any]) -> Text:
    return Text(
        row["id"],
        row["lang"],
        row["kind"],
        row["text"],
        row.get("field", ""),
        tuple(_labels(row["text"], row["blockers"])),
    )


def _labels(text: str, waits: Iterable[Mapping[str, Any]]) -> Iterable[Label]:
    """The same words twice are two places."""
    reached = 0
    for wait in waits:
        start = text.find(wait["text"], reached)
        start = text.index(wait["text"]) if start < 0 else start
        reached = start + len(wait["text"])
        yield Label(start, reached, wait["category"], tuple(wait["waiting_on"]))
