"""Looks: what a code host shows of one request, or of a repository's, at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

APPROVED, CHANGES, COMMENTED, DISMISSED = (
    "approved",
    "changes_requested",
    "commented",
    "dismissed",
)
OPEN, CLOSED, MERGED = "open", "closed", "merged"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A review that somebody gave there. A host's own id tells it from all others."""

    id: str
    login: str
    what: str  # approved, changes_requested, commented, dismissed
    at: datetime
    by_bot: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that is no verdict."""

    id: str
    login: str
    at: datetime
    by_bot: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """One request. Logins are in small letters."""

    place: str  # host/owner/name, as it is called by now
    number: int
    link: str
    title: str
    author: str
    state: str  # open, closed, merged
    opened_at: datetime
    changed_at: datetime
    ended_at: datetime | None = None
    by_bot: bool = False
    is_draft: bool = False
    head: str = ""  # the newest commit
    branch: str = ""  # where the author pushes; "" in another repository, or when it is gone
    branch_gone: bool = False
    pushed_by_bot: bool = False
    requested: tuple[str, ...] = ()
    asks_team: bool = False
    verdicts: tuple[Verdict, ...] = ()
    remarks: tuple[Remark, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)  # remarks of a verdict, by its id
    lines: int | None = None
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """The open requests of a repository."""

    place: str
    numbers: Mapping[int, bool]  # each one: whether it is a draft
    fresh: tuple[tuple[Look, tuple[str, ...]], ...] = ()  # those that are new, with their paths


_LOOK = TypeAdapter(Look)


def kept(look: Look) -> dict[str, Any]:
    """As a row keeps it."""
    written: dict[str, Any] = _LOOK.dump_python(look, mode="json")
    return written


def kept_look(row: Any) -> Look | None:
    return None if row is None else _LOOK.validate_python(row)
