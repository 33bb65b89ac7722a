"""The rules of standups: for which day an answer counts, what is carried on, who is reminded."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from storage.standups import Answer, Prompt
from storage.types import PersonId

CATCH_UP = timedelta(hours=2)
MOST_CHARACTERS = 12_000
MOST_ITEMS = 10
_AHEAD = timedelta(hours=1)
# What must stay in one piece: a mention or link, an escaped sign, an emoji by its name.
_BULLET = re.compile(r"^\s*(?:[•◦*–—-]|\d{1,2}[.)])\s+")
HOWS = ("done", "not_live", "moved_on", "not_yet")


@dataclass(frozen=True, slots=True)
class Window:
    """From one person's question of a day until answers count for the next."""

    date: date
    at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Counts:
    """The day an answer is for, and the one that its author may have meant."""

    day: date
    other: date | None


@dataclass(frozen=True, slots=True)
class Round:
    """Who answered on a day, who was away, and from whom nothing came; everybody once."""

    answered: tuple[PersonId, ...]
    away: tuple[PersonId, ...]
    silent: tuple[PersonId, ...]


def counts_for(now: datetime, windows: Sequence[Window], *, today: date) -> Counts:
    """The first window that has not ended: today's, else the next day's.

    `windows`: of the days on which this person is asked, in order.
    """
    for place, window in enumerate(windows):
        if window.ends_at > now:
            return Counts(window.date, _neighbour(windows, place, now))
    return Counts(today, None)


def _neighbour(windows: Sequence[Window], place: int, now: datetime) -> date | None:
    """While the window is open the day after; before it opens the day that has just ended."""
    near = place + 1 if windows[place].at <= now else place - 1
    return windows[near].date if 0 <= near < len(windows) else None


def is_too_late_to_ask(at: datetime, now: datetime) -> bool:
    return now - at > CATCH_UP


def reminders(at: datetime, ends_at: datetime, *, how: str) -> tuple[datetime, ...]:
    """`how`: light (one, an hour before the window ends), more (in its middle too), none."""
    middle = at + (ends_at - at) / 2
    last = max(ends_at - _AHEAD, middle)
    if how == "none":
        return ()
    return (last,) if how == "light" or last == middle else (middle, last)


def plan_of(answer: Answer) -> tuple[str, ...]:
    """What was planned, an item a line; what was not done yet goes on."""
    said = [one.words for one in answer.given if one.field in ("plan", "said")]
    lines = [_BULLET.sub("", line).strip() for words in said for line in words.splitlines()]
    still = [one.item for one in answer.ticks if one.how == "not_yet"]
    known: dict[str, str] = {}
    for item in (*still, *filter(None, lines)):
        known.setdefault(" ".join(item.casefold().split()), item)
    return tuple(known.values())[:MOST_ITEMS]


def round_of(prompts: Iterable[Prompt], answers: Mapping[PersonId, Answer]) -> Round:
    """Who answered although away has answered; whom we asked too late is no silent one."""
    asked = {one.person: one for one in prompts}
    order = sorted(answers.values(), key=lambda one: (one.answered_at, one.person))
    rest = sorted(asked.keys() - answers.keys())
    away = [one for one in rest if asked[one].absence not in (None, "missed")]
    silent = [one for one in rest if asked[one].absence is None]
    return Round(tuple(one.person for one in order), tuple(away), tuple(silent))


def gathered(before: str, more: str) -> str:
    """Several messages, in the order in which they were written."""
    return f"{before}\n{more}" if before else more
