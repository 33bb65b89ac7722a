"""Topics: waits and remarks that keep coming back, kept for the team's next retro."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, select, update

from storage.blockers import Blocker
from storage.schema import blockers, topics
from storage.transaction import Row, Transaction
from storage.types import BlockerId, ReviewId, TeamId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Topic:
    id: str
    team: TeamId
    function: str
    blockers: tuple[BlockerId, ...]
    at: datetime  # when it became one
    remark: str | None = None  # the kind of remark that reviewers keep making
    reviews: tuple[ReviewId, ...] = ()


_COLUMNS = tuple(topics.c[name] for name in Topic.__dataclass_fields__)
_OURS = topics.c.workspace == bindparam("tenant")
_SINCE = (
    select(*_COLUMNS)
    .where(_OURS, topics.c.team == bindparam("team"), topics.c.at >= bindparam("since"))
    .order_by(topics.c.at, topics.c.id)
)
_GROW = (
    update(topics)
    .where(and_(_OURS, topics.c.id == bindparam("topic")))
    .values(blockers=bindparam("all"))
)
_GROW_OF_REMARKS = (
    update(topics)
    .where(and_(_OURS, topics.c.id == bindparam("topic")))
    .values(reviews=bindparam("all"))
)

_MOST_REPORTED = 500  # by one team in the time that counts; numbers are given in order
_KIN = (
    select(*(blockers.c[name] for name in Blocker.__dataclass_fields__))
    .where(
        blockers.c.workspace == bindparam("tenant"),
        blockers.c.team == bindparam("team"),
        blockers.c.number.between(bindparam("first"), bindparam("last")),
        blockers.c.function == bindparam("about"),
        blockers.c.state != "withdrawn",
        blockers.c.reported_at >= bindparam("since"),
    )
    .order_by(blockers.c.number.desc())
    .limit(40)  # to compare more words with each other takes longer than it is worth
)


class Topics:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def add(self, topic: Topic) -> None:
        row = {
            "workspace": self._workspace,
            "id": topic.id,
            "team": topic.team,
            "function": topic.function,
            "blockers": list(topic.blockers),
            "at": topic.at,
            "remark": topic.remark,
            "reviews": list(topic.reviews) or None,
        }
        self._tx.insert(topics, row)

    def since(self, team: TeamId, since: datetime) -> list[Topic]:
        """The oldest first."""
        rows = self._tx.all(_SINCE, tenant=self._workspace, team=team, since=since)
        return [_read(row) for row in rows]

    def kin(self, blocker: Blocker, since: datetime) -> list[Blocker]:
        """What its team reported before it, on the same function, since then; the newest first."""
        rows = self._tx.all(
            _KIN,
            tenant=self._workspace,
            team=blocker.team,
            first=blocker.number - _MOST_REPORTED,
            last=blocker.number - 1,
            about=blocker.function,
            since=since,
        )
        return [Blocker(*row) for row in rows]

    def grow(self, topic: str, blockers: Sequence[BlockerId]) -> None:
        self._tx.run(_GROW, tenant=self._workspace, topic=topic, all=list(blockers))

    def remarked_again(self, topic: str, reviews: Sequence[ReviewId]) -> None:
        self._tx.run(_GROW_OF_REMARKS, tenant=self._workspace, topic=topic, all=list(reviews))


def _read(row: Row) -> Topic:
    said = dict(row._mapping)
    lists = {name: tuple(said[name] or ()) for name in ("blockers", "reviews")}
    return Topic(**{**said, **lists})
