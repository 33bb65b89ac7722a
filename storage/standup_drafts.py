"""What people write back freely: drafts of answers, and the waits that answers brought to light."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, select, update

from storage.schema import standup_drafts as drafts
from storage.schema import standup_waits as waits
from storage.transaction import Transaction
from storage.types import BlockerId, PersonId, TeamId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Draft:
    """Messages gathered from a DM, which nobody else sees before their author's tap."""

    id: str
    person: PersonId
    words: str
    pieces: int  # so many messages
    thread: str | None  # where in the DM it is written
    state: str  # open; typed (one line, not gathered); posted, dropped
    changed_at: datetime
    team: TeamId | None = None  # once posted: to whom, for which day
    day: date | None = None


@dataclass(frozen=True, slots=True)
class SaidWait:
    """A blocker that an answer brought to light, and what its author said to it."""

    team: TeamId
    person: PersonId
    date: date
    blocker: BlockerId  # a new one, or the open one that the words mean again
    words: str
    verdict: str | None = None  # again (no new one), told, clocked, none


_DRAFT = tuple(drafts.c[name] for name in Draft.__dataclass_fields__)
_WAIT = tuple(waits.c[name] for name in SaidWait.__dataclass_fields__)
_THIS = and_(drafts.c.workspace == bindparam("tenant"), drafts.c.id == bindparam("of_draft"))
_GET = select(*_DRAFT).where(_THIS)
_OPEN = (
    select(*_DRAFT)
    .where(drafts.c.workspace == bindparam("tenant"), drafts.c.person == bindparam("of_person"))
    .where(drafts.c.state == "open")
    .order_by(drafts.c.changed_at.desc())
    .limit(1)
)
_OF_ANSWER = and_(
    waits.c.workspace == bindparam("tenant"),
    waits.c.team == bindparam("of_team"),
    waits.c.person == bindparam("of_person"),
    waits.c.date == bindparam("of_date"),
)
_WAITS = select(*_WAIT).where(_OF_ANSWER)
_JUDGE = (
    update(waits)
    .where(waits.c.workspace == bindparam("tenant"), waits.c.person == bindparam("of_person"))
    .where(waits.c.blocker == bindparam("of_blocker"))
    .values(verdict=bindparam("said"))
)
_MOVE = update(waits).where(_OF_ANSWER).values(date=bindparam("to_date"))


class StandupDrafts:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def add(self, draft: Draft) -> None:
        self._tx.insert(drafts, {"workspace": self._workspace, **asdict(draft)})

    def get(self, draft: str) -> Draft | None:
        row = self._tx.one(_GET, tenant=self._workspace, of_draft=draft)
        return None if row is None else Draft(*row)

    def open_of(self, person: PersonId) -> Draft | None:
        row = self._tx.one(_OPEN, tenant=self._workspace, of_person=person)
        return None if row is None else Draft(*row)

    def change(self, draft: Draft, **new: Any) -> bool:
        """Compare and set: True when it was still the draft that we saw."""
        statement = (
            update(drafts)
            .where(_THIS, drafts.c.state == bindparam("seen_state"))
            .where(drafts.c.pieces == bindparam("seen_pieces"))
            .values(new)
        )
        seen = {"seen_state": draft.state, "seen_pieces": draft.pieces}
        values = {"tenant": self._workspace, "of_draft": draft.id, **seen}
        return bool(self._tx.run(statement, **values).rowcount)

    def found(self, wait: SaidWait) -> None:
        self._tx.insert(waits, {"workspace": self._workspace, **asdict(wait)})

    def waits(self, team: TeamId, person: PersonId, day: date) -> Sequence[SaidWait]:
        values = {"of_team": team, "of_person": person, "of_date": day}
        return [SaidWait(*row) for row in self._tx.all(_WAITS, tenant=self._workspace, **values)]

    def judge(self, person: PersonId, blocker: BlockerId, said: str) -> None:
        """What the author says to a wait, wherever it was found."""
        values = {"of_person": person, "of_blocker": blocker, "said": said}
        self._tx.run(_JUDGE, tenant=self._workspace, **values)

    def move(self, team: TeamId, person: PersonId, day: date, *, to: date) -> None:
        """The answer counts for another day, and its waits go with it."""
        values = {"of_team": team, "of_person": person, "of_date": day, "to_date": to}
        self._tx.run(_MOVE, tenant=self._workspace, **values)
