"""Teams: the people who coordinate in one channel, and their counter of blockers."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, select, update

from storage.schema import channels, members, teams
from storage.transaction import Transaction
from storage.types import ChannelId, PersonId, TeamId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Team:
    id: TeamId
    channel: ChannelId
    keeper: PersonId
    filled_at: datetime | None
    made_at: datetime


_COLUMNS = tuple(teams.c[name] for name in Team.__dataclass_fields__)
_THIS = and_(teams.c.workspace == bindparam("tenant"), teams.c.id == bindparam("team"))
_GET = select(*_COLUMNS).where(_THIS)
_OF_CHANNEL = select(*_COLUMNS).where(
    teams.c.workspace == bindparam("tenant"), teams.c.channel == bindparam("channel")
)
_NEXT_NUMBER = (
    update(teams)
    .where(_THIS)
    .values(last_number=teams.c.last_number + 1)
    .returning(teams.c.last_number)
)
_COUNTED = update(teams).where(_THIS).values(last_number=bindparam("last"))
_FILLED = update(teams).where(_THIS).values(filled_at=bindparam("at"))
_KEPT_BY = update(teams).where(_THIS).values(keeper=bindparam("who"))
_UNFILLED = (
    select(*_COLUMNS)
    .join(
        channels,
        and_(channels.c.workspace == teams.c.workspace, channels.c.id == teams.c.channel),
    )
    .where(teams.c.workspace == bindparam("tenant"), teams.c.filled_at.is_(None))
    .where(channels.c.workspace == bindparam("tenant"))
    .where(channels.c.here, channels.c.kind.in_(("channel", "private")))
    .limit(20)
)
_MEMBERS = select(members.c.person).where(
    members.c.workspace == bindparam("tenant"), members.c.team == bindparam("team")
)
_LEAVE = delete(members).where(
    members.c.workspace == bindparam("tenant"),
    members.c.team == bindparam("team"),
    members.c.person == bindparam("person"),
)
_TEAMS_OF = (
    select(*_COLUMNS)
    .join(members, and_(members.c.workspace == teams.c.workspace, members.c.team == teams.c.id))
    .where(teams.c.workspace == bindparam("tenant"), members.c.workspace == bindparam("tenant"))
    .where(members.c.person == bindparam("person"))
    .order_by(members.c.joined_at, teams.c.id)
)


class Teams:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def get(self, team: TeamId) -> Team | None:
        kept: Team | None = self._tx.recall("team", self._workspace, team)
        if kept is None:
            row = self._tx.one(_GET, tenant=self._workspace, team=team)
            kept = self._kept(None if row is None else Team(*row))
        return kept

    def of_channel(self, channel: ChannelId) -> Team | None:
        kept: Team | None = self._tx.recall("team of", self._workspace, channel)
        if kept is None:
            row = self._tx.one(_OF_CHANNEL, tenant=self._workspace, channel=channel)
            kept = self._kept(None if row is None else Team(*row))
        return kept

    def of_person(self, person: PersonId) -> list[Team]:
        rows = self._tx.all(_TEAMS_OF, tenant=self._workspace, person=person)
        return [Team(*row) for row in rows]

    def add(self, team: Team) -> None:
        self._tx.insert(teams, {"workspace": self._workspace, **asdict(team), "last_number": 0})
        self._tx.forget("team", self._workspace, team.id)
        self._tx.forget("team of", self._workspace, team.channel)

    def next_number(self, team: TeamId) -> int:
        """Short and stable; a number is never given twice."""
        return self._tx.next(
            "number",
            self._workspace,
            team,
            take=_NEXT_NUMBER,
            keep=_COUNTED,
            tenant=self._workspace,
            team=team,
        )

    def unfilled(self) -> list[Team]:
        """Teams whose channel's other people have not been looked up yet."""
        return [Team(*row) for row in self._tx.all(_UNFILLED, tenant=self._workspace)]

    def filled(self, team: Team, *, at: datetime) -> None:
        """Its other members were looked up in the channel."""
        self._tx.forget("team", self._workspace, team.id)
        self._tx.forget("team of", self._workspace, team.channel)
        self._tx.run(_FILLED, tenant=self._workspace, team=team.id, at=at)

    def keep(self, team: Team, person: PersonId) -> None:
        """From now on this person keeps the team."""
        self._tx.forget("team", self._workspace, team.id)
        self._tx.forget("team of", self._workspace, team.channel)
        self._tx.run(_KEPT_BY, tenant=self._workspace, team=team.id, who=person)

    def members(self, team: TeamId) -> frozenset[PersonId]:
        kept: frozenset[PersonId] | None = self._tx.recall("members", self._workspace, team)
        if kept is None:
            rows = self._tx.all(_MEMBERS, tenant=self._workspace, team=team)
            kept = frozenset(row.person for row in rows)
            self._tx.keep(kept, "members", self._workspace, team)
        return kept

    def join(self, team: TeamId, person: PersonId, *, at: datetime) -> bool:
        """True when the person was not in the team before."""
        if person in self.members(team):
            return False
        self._tx.forget("members", self._workspace, team)
        row = {"workspace": self._workspace, "team": team, "person": person, "joined_at": at}
        self._tx.insert(members, row)
        return True

    def leave(self, team: TeamId, person: PersonId) -> bool:
        """True when the person was in the team."""
        self._tx.forget("members", self._workspace, team)
        gone = self._tx.run(_LEAVE, tenant=self._workspace, team=team, person=person)
        return bool(gone.rowcount)

    def _kept(self, team: Team | None) -> Team | None:
        if team is not None:
            self._tx.keep(team, "team", self._workspace, team.id)
            self._tx.keep(team, "team of", self._workspace, team.channel)
        return team
