"""Rhythms: what recurs for a team, who takes part in it, and each time that it came due."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, exists, func, select, update

from storage.schema import occurrences, participants, rhythms
from storage.transaction import Transaction
from storage.types import PersonId, TeamId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Rhythm:
    """One feature's rhythm of one team."""

    team: TeamId
    feature: str
    rule: str
    zone: str  # IANA, of the team; features that follow their members' zones pass over it
    settings: Mapping[str, Any]  # only what differs from the feature's defaults
    on: bool
    turned_by: PersonId | None  # who turned it on, or off
    starts_on: date | None  # no earlier date is planned; every so many weeks are counted from it
    next_due: datetime | None


@dataclass(frozen=True, slots=True)
class Participant:
    person: PersonId
    takes_part: bool
    away_until: date | None  # the first date on which they are back
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a rhythm; it goes on by the rule and settings with which it began."""

    id: str
    team: TeamId
    feature: str
    date: date
    due_at: datetime
    state: str  # open, settled, skipped
    reason: str | None
    rule: str = ""
    settings: Mapping[str, Any] | None = None


_RHYTHM = tuple(rhythms.c[name] for name in Rhythm.__dataclass_fields__)
_PARTICIPANT = tuple(participants.c[name] for name in Participant.__dataclass_fields__)
_OCCURRENCE = tuple(occurrences.c[name] for name in Occurrence.__dataclass_fields__)
_THIS = and_(
    rhythms.c.workspace == bindparam("tenant"),
    rhythms.c.team == bindparam("of_team"),
    rhythms.c.feature == bindparam("of_feature"),
)
_ON = and_(rhythms.c.workspace == bindparam("tenant"), rhythms.c.on)
_GET = select(*_RHYTHM).where(_THIS)
_DUE = (
    select(*_RHYTHM)
    .where(_ON, rhythms.c.next_due <= bindparam("now"))
    .order_by(rhythms.c.next_due, rhythms.c.team, rhythms.c.feature)
    .limit(bindparam("most"))
)
_NEXT = select(func.min(rhythms.c.next_due)).where(_ON)
_MOVE = (
    update(rhythms)
    .where(_THIS, rhythms.c.on, rhythms.c.next_due.is_not_distinct_from(bindparam("was_due")))
    .values(next_due=bindparam("then_due"))
)
_TAKEN_PART_IN_BY = exists().where(
    participants.c.workspace == bindparam("tenant"),
    participants.c.team == rhythms.c.team,
    participants.c.feature == rhythms.c.feature,
    participants.c.person == bindparam("who"),
    participants.c.takes_part,
)
_RECKON = update(rhythms).where(_ON, _TAKEN_PART_IN_BY).values(next_due=bindparam("then_due"))
_OF_TEAM = (
    select(*_RHYTHM)
    .where(rhythms.c.workspace == bindparam("tenant"), rhythms.c.team == bindparam("of_team"))
    .order_by(rhythms.c.feature)
)
_TAKING_PART = select(*_PARTICIPANT).where(
    participants.c.workspace == bindparam("tenant"),
    participants.c.team == bindparam("of_team"),
    participants.c.feature == bindparam("of_feature"),
)
_AWAY = (
    update(participants)
    .where(
        participants.c.workspace == bindparam("tenant"),
        participants.c.team == bindparam("of_team"),
        participants.c.feature == bindparam("of_feature"),
        participants.c.person == bindparam("who"),
    )
    .values(away_until=bindparam("until"))
)
_OCCURRENCES = and_(
    occurrences.c.workspace == bindparam("tenant"),
    occurrences.c.team == bindparam("of_team"),
    occurrences.c.feature == bindparam("of_feature"),
)
_ON_DATE = select(*_OCCURRENCE).where(_OCCURRENCES, occurrences.c.date == bindparam("on_date"))
_OPEN = (
    select(*_OCCURRENCE)
    .where(_OCCURRENCES, occurrences.c.state == "open")
    .order_by(occurrences.c.date)
)
_SETTLE = (
    update(occurrences)
    .where(occurrences.c.workspace == bindparam("tenant"))
    .where(occurrences.c.id == bindparam("occurrence"), occurrences.c.state == "open")
    .values(state="settled", reason=bindparam("because"))
)


class Rhythms:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def get(self, team: TeamId, feature: str) -> Rhythm | None:
        row = self._tx.one(_GET, tenant=self._workspace, of_team=team, of_feature=feature)
        return None if row is None else Rhythm(*row)

    def put(self, rhythm: Rhythm) -> None:
        row = {**asdict(rhythm), "settings": dict(rhythm.settings)}
        self._tx.put(rhythms, {"workspace": self._workspace, **row})

    def due(self, now: datetime, limit: int) -> list[Rhythm]:
        """Those of this workspace that are due, the longest due first."""
        rows = self._tx.all(_DUE, tenant=self._workspace, now=now, most=limit)
        return [Rhythm(*row) for row in rows]

    def next_due(self) -> datetime | None:
        """When the first of all is due; perhaps it is already."""
        row = self._tx.one(_NEXT, tenant=self._workspace)
        return None if row is None else row[0]

    def move(self, rhythm: Rhythm, next_due: datetime | None) -> bool:
        """False when somebody else moved it, or turned it off, after our look."""
        moved = self._tx.run(
            _MOVE,
            tenant=self._workspace,
            of_team=rhythm.team,
            of_feature=rhythm.feature,
            was_due=rhythm.next_due,
            then_due=next_due,
        )
        return bool(moved.rowcount)

    def reckon_anew(self, person: PersonId, at: datetime) -> None:
        """Of whatever this person takes part in: their clock is another one."""
        self._tx.run(_RECKON, tenant=self._workspace, who=person, then_due=at)

    def of_team(self, team: TeamId) -> list[Rhythm]:
        rows = self._tx.all(_OF_TEAM, tenant=self._workspace, of_team=team)
        return [Rhythm(*row) for row in rows]

    def participants(self, team: TeamId, feature: str) -> dict[PersonId, Participant]:
        """Everybody who ever said yes or no to it."""
        rows = self._tx.all(_TAKING_PART, tenant=self._workspace, of_team=team, of_feature=feature)
        return {row.person: Participant(*row) for row in rows}

    def join(self, team: TeamId, feature: str, person: PersonId, at: datetime) -> None:
        self._said(team, feature, person, takes_part=True, said_at=at)

    def decline(self, team: TeamId, feature: str, person: PersonId, at: datetime) -> None:
        self._said(team, feature, person, takes_part=False, said_at=at)

    def away(self, team: TeamId, feature: str, person: PersonId, until: date | None) -> None:
        """Of somebody who takes part; None: back again."""
        self._tx.run(
            _AWAY,
            tenant=self._workspace,
            of_team=team,
            of_feature=feature,
            who=person,
            until=until,
        )

    def _said(self, team: TeamId, feature: str, person: PersonId, **what: Any) -> None:
        key = {"workspace": self._workspace, "team": team, "feature": feature, "person": person}
        self._tx.put(participants, {**key, **what})


class Occurrences:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def begin(self, team: TeamId, feature: str, date: date, due_at: datetime) -> Occurrence | None:
        """By the rule and settings of now; None when that date began, or was skipped, before."""
        return self._add(team, feature, date, due_at, state="open")

    def skip(
        self, team: TeamId, feature: str, date: date, due_at: datetime, reason: str
    ) -> Occurrence | None:
        """Recorded, so that nothing is silently left out; None when there is one of that date."""
        return self._add(team, feature, date, due_at, state="skipped", reason=reason)

    def get(self, team: TeamId, feature: str, date: date) -> Occurrence | None:
        values = {"of_team": team, "of_feature": feature, "on_date": date}
        row = self._tx.one(_ON_DATE, tenant=self._workspace, **values)
        return None if row is None else Occurrence(*row)

    def open_of(self, team: TeamId, feature: str) -> list[Occurrence]:
        """The earliest date first."""
        rows = self._tx.all(_OPEN, tenant=self._workspace, of_team=team, of_feature=feature)
        return [Occurrence(*row) for row in rows]

    def settle(self, occurrence: Occurrence, reason: str | None = None) -> bool:
        """True for the one who settles it."""
        values = {"occurrence": occurrence.id, "because": reason}
        return bool(self._tx.run(_SETTLE, tenant=self._workspace, **values).rowcount)

    def _add(
        self,
        team: TeamId,
        feature: str,
        date: date,
        due_at: datetime,
        *,
        state: str,
        reason: str | None = None,
    ) -> Occurrence | None:
        if self.get(team, feature, date) is not None:
            return None
        rhythm = Rhythms(self._tx, self._workspace).get(team, feature)
        made = Occurrence(
            id=f"{feature}:{team}:{date}",
            team=team,
            feature=feature,
            date=date,
            due_at=due_at,
            state=state,
            reason=reason,
            rule="" if rhythm is None else rhythm.rule,
            settings={} if rhythm is None else rhythm.settings,
        )
        self._tx.insert(occurrences, {"workspace": self._workspace, **asdict(made)})
        return made
