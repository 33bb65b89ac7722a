"""Repositories that a team watches: their requests become reviews by themselves."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, select, update

from storage.schema import watched
from storage.turns import InTurns, Turns
from storage.types import PersonId, TeamId


@dataclass(frozen=True, slots=True)
class Watched:
    team: TeamId
    host: str
    place: str
    by: PersonId
    since: datetime
    due_at: datetime
    known: Mapping[str, Any] | None = None  # the requests that were there at the last reading
    tags: Mapping[str, Any] | None = None
    read_at: datetime | None = None
    turn: int = 0
    tries: int = 0
    trouble: str | None = None


_FIELDS = tuple(Watched.__dataclass_fields__)
_COLUMNS = tuple(watched.c[name] for name in _FIELDS)
_OURS = watched.c.workspace == bindparam("tenant")
_OF_TEAM = and_(_OURS, watched.c.team == bindparam("of_team"))
_ALL_OF_TEAM = select(*_COLUMNS).where(_OF_TEAM).order_by(watched.c.place)
_ON_HOST = select(*_COLUMNS).where(_OURS, watched.c.host == bindparam("of_host"))
_REMOVE = delete(watched).where(_OF_TEAM, watched.c.place == bindparam("at_place"))
_HINT = (
    update(watched)
    .where(_OURS, watched.c.place == bindparam("at_place"), watched.c.due_at > bindparam("now"))
    .values(due_at=bindparam("now"))
)


class WatchedRepositories(InTurns[Watched]):
    turns = Turns(watched, Watched, key=("team", "place"))

    def watch(self, one: Watched) -> bool:
        """False when the team did so before."""
        if any(other.place == one.place for other in self.of_team(one.team)):
            return False
        self._tx.insert(watched, {"workspace": self._workspace, **asdict(one), "tags": {}})
        return True

    def unwatch(self, team: TeamId, place: str) -> bool:
        values = {"of_team": team, "at_place": place}
        return bool(self._tx.run(_REMOVE, tenant=self._workspace, **values).rowcount)

    def of_team(self, team: TeamId) -> list[Watched]:
        rows = self._tx.all(_ALL_OF_TEAM, tenant=self._workspace, of_team=team)
        return [Watched(*row) for row in rows]

    def on_host(self, host: str) -> list[Watched]:
        rows = self._tx.all(_ON_HOST, tenant=self._workspace, of_host=host)
        return [Watched(*row) for row in rows]

    def hint(self, place: str, *, now: datetime) -> bool:
        """Something happened there: it is read now. True when somebody watches it."""
        values = {"at_place": place, "now": now}
        return bool(self._tx.run(_HINT, tenant=self._workspace, **values).rowcount)

    def moved(self, one: Watched, new: str) -> None:
        """Under its new name; what another row of the team has already is not kept twice."""
        self.unwatch(one.team, one.place)
        self.watch(replace(one, place=new, turn=0, tries=0))
