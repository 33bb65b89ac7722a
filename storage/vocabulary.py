"""What a team's corrections taught: words of its waits, and what they mean there."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, or_, select

from storage.schema import blockers, vocabulary
from storage.transaction import Transaction
from storage.types import BlockerId, PersonId, TeamId, WorkspaceId

MOST_KEPT = 200  # of a team, the latest; each is compared with what is read


@dataclass(frozen=True, slots=True)
class Lesson:
    """Known to whoever taught it, and to the team once its channel sees that blocker."""

    team: TeamId
    kind: str  # function, project, person
    words: str
    taught_by: PersonId
    meaning: str
    blocker: BlockerId
    at: datetime


_COLUMNS = tuple(vocabulary.c[name] for name in Lesson.__dataclass_fields__)
_OURS = and_(
    vocabulary.c.workspace == bindparam("tenant"), vocabulary.c.team == bindparam("of_team")
)
_SEEN = or_(
    vocabulary.c.taught_by == bindparam("reader"),
    and_(blockers.c.audience == "channel", blockers.c.told == "yes"),
)
_FOR = (
    select(*_COLUMNS)
    .join(
        blockers,
        and_(blockers.c.workspace == vocabulary.c.workspace, blockers.c.id == vocabulary.c.blocker),
    )
    .where(_OURS, _SEEN, blockers.c.workspace == bindparam("tenant"))
    .order_by(vocabulary.c.at.desc())
    .limit(MOST_KEPT)
)
_REMOVE = delete(vocabulary).where(
    _OURS,
    vocabulary.c.kind == bindparam("of_kind"),
    vocabulary.c.words == bindparam("of_words"),
    vocabulary.c.taught_by == bindparam("teacher"),
)


class Vocabulary:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def teach(self, lesson: Lesson) -> None:
        """In place of what the same words meant by the same person."""
        self._tx.put(vocabulary, {"workspace": self._workspace, **asdict(lesson)})

    def known_to(self, reader: PersonId, team: TeamId) -> Sequence[Lesson]:
        """The oldest first."""
        values = {"of_team": team, "reader": reader}
        rows = self._tx.all(_FOR, tenant=self._workspace, **values)
        return [Lesson(*row) for row in reversed(rows)]

    def remove(self, lesson: Lesson) -> None:
        values = {"of_team": lesson.team, "of_kind": lesson.kind, "of_words": lesson.words}
        self._tx.run(_REMOVE, tenant=self._workspace, teacher=lesson.taught_by, **values)
