"""Reading: what a host's JSON says, field by field, without trusting that any is there."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.hosts import Why
from handlers.hosts.wire import Json, NotRead

MOST_TITLE = 300


def mapping(found: Json) -> Mapping[str, Any]:
    """{} where it is none."""
    return found if isinstance(found, dict) else {}


def must(found: Json) -> Mapping[str, Any]:
    """Raises NotRead where it is none."""
    if not isinstance(found, dict):
        raise NotRead(Why.ILL, "not as described")
    return found


def text(found: Json) -> str:
    """One line, without what breaks databases and terminals."""
    said = found if isinstance(found, str) else ""
    return " ".join(said.replace("\x00", " ").split())[:MOST_TITLE]


def name(found: Json, key: str) -> str:
    """A login or place, in small letters."""
    return text(mapping(found).get(key)).lower()


def number(found: Json) -> int:
    """Raises NotRead: without it we would not know what this is about."""
    if not isinstance(found, int) or isinstance(found, bool) or not 0 < found < 2**31:
        raise NotRead(Why.ILL, "no number")
    return found


def moment(found: Json) -> datetime | None:
    if not isinstance(found, str):
        return None
    try:
        at = datetime.fromisoformat(found)
    except ValueError:
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def must_moment(found: Json) -> datetime:
    at = moment(found)
    if at is None:
        raise NotRead(Why.ILL, "no date")
    return at


def names(found: Json, key: str) -> tuple[str, ...]:
    """Of each in a list, in order; without those that have none."""
    each = (name(one, key) for one in found) if isinstance(found, list) else ()
    return tuple(one for one in each if one)
