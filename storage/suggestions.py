"""Suggestions: messages in which a colleague saw a wait, kept until their author says."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, select, update

from storage.schema import suggestions
from storage.transaction import Transaction
from storage.types import ChannelId, PersonId, WorkspaceId

ASKED, TRACKED, NONE = "asked", "tracked", "none"


@dataclass(frozen=True, slots=True)
class Suggestion:
    id: str
    channel: ChannelId
    message: str  # its ts
    author: PersonId
    words: str
    by: PersonId
    at: datetime
    state: str = ASKED  # then tracked or none, and the words are forgotten


_COLUMNS = tuple(suggestions.c[name] for name in Suggestion.__dataclass_fields__)
_OURS = suggestions.c.workspace == bindparam("tenant")
_GET = select(*_COLUMNS).where(_OURS, suggestions.c.id == bindparam("which"))
_ABOUT = select(*_COLUMNS).where(
    _OURS,
    suggestions.c.channel == bindparam("there"),
    suggestions.c.message == bindparam("about"),
)
_SETTLE = (
    update(suggestions)
    .where(and_(_OURS, suggestions.c.id == bindparam("which"), suggestions.c.state == ASKED))
    .values(state=bindparam("became"), words="")
)
_FORGET = (
    delete(suggestions)
    .where(suggestions.c.at < bindparam("before"))
    .execution_options(everywhere=True)
)


class Suggestions:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def add(self, suggestion: Suggestion) -> None:
        self._tx.insert(suggestions, {"workspace": self._workspace, **asdict(suggestion)})

    def get(self, suggestion: str) -> Suggestion | None:
        row = self._tx.one(_GET, tenant=self._workspace, which=suggestion)
        return None if row is None else Suggestion(*row)

    def about(self, channel: ChannelId, message: str) -> Suggestion | None:
        row = self._tx.one(_ABOUT, tenant=self._workspace, there=channel, about=message)
        return None if row is None else Suggestion(*row)

    def settle(self, suggestion: Suggestion, became: str) -> bool:
        """Compare and set: True when its author had not said yet."""
        values = {"which": suggestion.id, "became": became}
        return bool(self._tx.run(_SETTLE, tenant=self._workspace, **values).rowcount)


def prune_suggestions(tx: Transaction, *, before: datetime) -> None:
    """Those that nobody answered go with their words."""
    tx.run(_FORGET, before=before)
