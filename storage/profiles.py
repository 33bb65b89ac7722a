"""What people say about themselves: when they work, what they can do, what may reach them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select

from storage.schema import profiles
from storage.transaction import Row, Transaction
from storage.types import PersonId, WorkspaceId

Span = tuple[date, date]  # both days belong to it


@dataclass(frozen=True, slots=True)
class Profile:
    """None, or nothing, where they said nothing."""

    starts: str | None = None  # of the wall clock, as 09:00
    ends: str | None = None
    days: str | None = None  # ISO weekdays, as 12345
    country: str | None = None  # whose public holidays are theirs, as DE or DE-BY
    off: tuple[Span, ...] = ()
    away: tuple[Span, ...] = ()  # by Slack's status; the last may end on date.max: nobody knows
    paused: tuple[Span, ...] = ()
    skills: tuple[str, ...] = ()  # functions that they can do
    muted: tuple[str, ...] = ()


NOTHING_SAID = Profile()
_SPANS = ("off", "away", "paused")
_LISTS = ("skills", "muted")
_GET = select(*(profiles.c[name] for name in Profile.__dataclass_fields__)).where(
    profiles.c.workspace == bindparam("tenant"), profiles.c.person == bindparam("person")
)


class Profiles:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def get(self, person: PersonId) -> Profile:
        kept: Profile | None = self._tx.recall("profile", self._workspace, person)
        if kept is None:
            row = self._tx.one(_GET, tenant=self._workspace, person=person)
            kept = NOTHING_SAID if row is None else _read(row)
            self._tx.keep(kept, "profile", self._workspace, person)
        return kept

    def put(self, person: PersonId, **said: Any) -> None:
        """Keep these fields; the others stay as they are, whoever changes them meanwhile."""
        if not said:
            return
        self._tx.forget("profile", self._workspace, person)
        written = {name: _written(name, value) for name, value in said.items()}
        self._tx.put(profiles, {"workspace": self._workspace, "person": person, **written})


def _read(row: Row) -> Profile:
    said = dict(row._mapping)
    for name in _SPANS:
        said[name] = tuple(_span(*span) for span in said[name] or ())
    for name in _LISTS:
        said[name] = tuple(said[name] or ())
    return Profile(**said)


def _span(first: str, last: str) -> Span:
    return date.fromisoformat(first), date.fromisoformat(last)


def _written(name: str, value: Any) -> Any:
    if name in _SPANS:
        return [[first.isoformat(), last.isoformat()] for first, last in value]
    return list(value) if isinstance(value, Sequence) and name in _LISTS else value
