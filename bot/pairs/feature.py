"""What a team's pairs are: their settings, and the order of the rounds' kinds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.rhythms import Setting
from storage.rhythms import Rhythm

NAME = "pairs"
TITLE = "Pairs"
RULE = "mon 06:00"
CATCH_UP = timedelta(hours=24)
WHAT_HAPPENS = (
    "Every Monday each of you gets a partner for the week, by a DM to the two of you: pair "
    "programming and code review in turn."
)
TURNS, PROGRAMMING, REVIEW, SPARE = "turns", "programming", "review", "spare"
BYE, TRIO = "bye", "trio"
FREE, MIX, KEEP = "free", "mix", "keep"
SETTINGS = (
    Setting(
        "kind",
        "What pairs do",
        "choice",
        TURNS,
        choices=(
            (TURNS, "Pair programming and code review in turn"),
            (PROGRAMMING, "Pair programming"),
            (REVIEW, "Code review"),
        ),
    ),
    Setting(
        "odd",
        "When the number is odd",
        "choice",
        BYE,
        choices=((BYE, "One sits the round out, each in turn"), (TRIO, "Three meet together")),
    ),
    Setting("hours", "Hours that two must share", "number", 2, hint="In a day; 0: any will do."),
    Setting(
        "groups",
        "Groups",
        "lines",
        [],
        hint="One a line, like @ana, @ben. All others are one more group.",
    ),
    Setting(
        "grouping",
        "Pairs are made",
        "choice",
        FREE,
        choices=(
            (FREE, "Whatever the groups"),
            (MIX, "Across the groups"),
            (KEEP, "Within the groups"),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Ways:
    """How a team pairs, as it is set now."""

    kind: str
    trio: bool
    least: timedelta  # of hours that two share in a day
    groups: tuple[tuple[str, ...], ...]  # as they were written, name by name
    grouping: str


def ways_of(rhythm: Rhythm | None) -> Ways:
    said: Mapping[str, Any] = {} if rhythm is None else rhythm.settings
    set_ = {one.name: said.get(one.name, one.default) for one in SETTINGS}
    return Ways(
        kind=str(set_["kind"]),
        trio=set_["odd"] == TRIO,
        least=timedelta(hours=float(set_["hours"])),
        groups=tuple(_names(line) for line in set_["groups"] if str(line).strip()),
        grouping=str(set_["grouping"]),
    )


def kind_of(ways: Ways, number: int) -> str:
    """Of the round of that number, from 1 on."""
    if ways.kind != TURNS:
        return ways.kind
    return PROGRAMMING if number % 2 else REVIEW


def _names(line: object) -> tuple[str, ...]:
    return tuple(str(line).replace(",", " ").split())
