"""Knowledge: a team's projects, where they live, and who worked on each, how and when last."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, select, update

from storage.schema import knowledge, project_places, projects
from storage.transaction import Transaction
from storage.types import PersonId, TeamId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Project:
    team: TeamId
    key: str  # the name without case
    name: str
    made_at: datetime
    over_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Known:
    project: str  # its key
    person: PersonId
    how: str  # authored, reviewed, paired, told
    at: datetime


_PROJECT = tuple(projects.c[name] for name in Project.__dataclass_fields__)
_KNOWN = tuple(knowledge.c[name] for name in Known.__dataclass_fields__)
_OF_TEAM = and_(
    projects.c.workspace == bindparam("tenant"), projects.c.team == bindparam("of_team")
)
_ALL = select(*_PROJECT).where(_OF_TEAM).order_by(projects.c.key)
_OVER = (
    update(projects)
    .where(_OF_TEAM, projects.c.key == bindparam("which"))
    .values(over_at=bindparam("at"))
)
_PLACES = select(project_places.c.place, project_places.c.project).where(
    project_places.c.workspace == bindparam("tenant"),
    project_places.c.team == bindparam("of_team"),
)
_ELSEWHERE = (
    select(project_places.c.team, project_places.c.project)
    .where(project_places.c.workspace == bindparam("tenant"))
    .where(project_places.c.place == bindparam("where"))
)
_NAMED = select(projects.c.team, projects.c.key).where(
    projects.c.workspace == bindparam("tenant"), projects.c.key == bindparam("which")
)
_KNOWLEDGE = and_(
    knowledge.c.workspace == bindparam("tenant"), knowledge.c.team == bindparam("of_team")
)
_SINCE = select(*_KNOWN).where(_KNOWLEDGE, knowledge.c.at >= bindparam("since"))
_THIS = and_(
    _KNOWLEDGE,
    knowledge.c.project == bindparam("which"),
    knowledge.c.person == bindparam("whom"),
)
_AT = select(knowledge.c.at).where(_THIS, knowledge.c.how == bindparam("this_way"))
_UNLEARN = delete(knowledge).where(_THIS)


class Knowledge:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def projects(self, team: TeamId) -> Mapping[str, Project]:
        """By key, those that are over too."""
        kept: Mapping[str, Project] | None = self._tx.recall("projects", self._workspace, team)
        if kept is None:
            rows = self._tx.all(_ALL, tenant=self._workspace, of_team=team)
            kept = {row.key: Project(*row) for row in rows}
            self._tx.keep(kept, "projects", self._workspace, team)
        return kept

    def put(self, project: Project) -> None:
        self._tx.forget("projects", self._workspace, project.team)
        self._tx.put(projects, {"workspace": self._workspace, **asdict(project)})

    def over(self, team: TeamId, key: str, at: datetime | None) -> None:
        """None: it goes on."""
        self._tx.forget("projects", self._workspace, team)
        self._tx.run(_OVER, tenant=self._workspace, of_team=team, which=key, at=at)

    def places(self, team: TeamId) -> Mapping[str, str]:
        """Where its projects live: an address, without scheme, to the project's key."""
        rows = self._tx.all(_PLACES, tenant=self._workspace, of_team=team)
        return {row.place: row.project for row in rows}

    def settle(self, team: TeamId, place: str, project: str) -> None:
        """From now on that place belongs to this project."""
        row = {"team": team, "place": place, "project": project}
        self._tx.put(project_places, {"workspace": self._workspace, **row})

    def living_at(self, place: str) -> list[tuple[TeamId, str]]:
        """Teams whose projects live exactly there, with the project's key."""
        rows = self._tx.all(_ELSEWHERE, tenant=self._workspace, where=place)
        return [(row.team, row.project) for row in rows]

    def named(self, key: str) -> list[tuple[TeamId, str]]:
        """Teams with a project of that name, and its key."""
        rows = self._tx.all(_NAMED, tenant=self._workspace, which=key)
        return [(row.team, row.key) for row in rows]

    def learn(self, team: TeamId, known: Known) -> None:
        """Twice is once; the newest time stays."""
        before = self._tx.one(
            _AT,
            tenant=self._workspace,
            of_team=team,
            which=known.project,
            whom=known.person,
            this_way=known.how,
        )
        if before is None or before.at < known.at:
            self._tx.put(knowledge, {"workspace": self._workspace, "team": team, **asdict(known)})

    def unlearn(self, team: TeamId, project: str, person: PersonId) -> bool:
        """True when it was known that they know it."""
        values = {"of_team": team, "which": project, "whom": person}
        return bool(self._tx.run(_UNLEARN, tenant=self._workspace, **values).rowcount)

    def since(self, team: TeamId, since: datetime) -> list[Known]:
        rows = self._tx.all(_SINCE, tenant=self._workspace, of_team=team, since=since)
        return [Known(*row) for row in rows]
