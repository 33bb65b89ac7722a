"""Blockers: one wait each, what happened to it, and who was quietly asked to help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, or_, select, update

from storage.schema import blockers, channels, happenings, members, teams
from storage.transaction import Transaction
from storage.types import BlockerId, PersonId, TeamId, WorkspaceId

ALSO_ON = "also on"  # a key of memory: this waiter waits on that person or function by some wait
OPEN_STATES = ("open", "in_hand", "unconfirmed")  # of the last nobody spoke for a while


@dataclass(frozen=True, slots=True)
class Blocker:
    id: BlockerId
    team: TeamId
    number: int  # per team
    waiter: PersonId
    words: str  # the waiter's own, as Slack writes words: with its escapes and mentions
    function: str
    owner: PersonId | None  # the person waited on
    user_group: str | None
    outside: str | None
    project: str | None
    link: str | None
    severity: str  # slowed, stopped
    audience: str  # channel, asked, me
    told: str  # yes; or why its audience has not been told: asking, not_here, closed, unknown,
    # nobody, no
    state: str  # open, in_hand, unconfirmed, resolved, withdrawn
    helper: PersonId | None
    since: datetime
    reported_at: datetime
    ended_at: datetime | None = None
    ended_by: PersonId | None = None
    fix: str | None = None
    effort: str | None = None  # minutes, hours, day, days: what ending it took
    put_to: str | None = None  # the person, user group or channel it was put to by a tap
    put_at: datetime | None = None
    said: str | None = None  # by whoever is waited on: on_it, queued, info
    due: date | None = None  # by when, or about when, as they said; None: not promised

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


@dataclass(frozen=True, slots=True)
class Happening:
    at: datetime
    person: PersonId
    what: str
    note: str | None


_FIELDS = tuple(Blocker.__dataclass_fields__)
_COLUMNS = tuple(blockers.c[name] for name in _FIELDS)
_THIS = and_(blockers.c.workspace == bindparam("tenant"), blockers.c.id == bindparam("blocker"))
_OURS = blockers.c.workspace == bindparam("tenant")
_TEAM = blockers.c.team == bindparam("team")
_OPEN = blockers.c.state.in_(OPEN_STATES)
_GET = select(*_COLUMNS).where(_THIS)
_NUMBERED = select(*_COLUMNS).where(_OURS, _TEAM, blockers.c.number == bindparam("number"))
_WAITING = blockers.c.since, blockers.c.number, blockers.c.id
_LATEST = blockers.c.ended_at.desc(), blockers.c.id
_MINE = blockers.c.waiter == bindparam("person")
_TOLD = blockers.c.told == "yes"
_FROM_ME = and_(_TOLD, blockers.c.owner == bindparam("person"), blockers.c.audience != "me")
# What one person may see of a team: what its channel was told, and what concerns that person.
_SEEN = or_(and_(_TOLD, blockers.c.audience == "channel"), _MINE, _FROM_ME)
_MY_TEAMS = select(members.c.team).where(
    members.c.workspace == bindparam("tenant"), members.c.person == bindparam("person")
)
_OPEN_TO_ALL = (
    select(teams.c.id)
    .join(
        channels,
        and_(channels.c.workspace == teams.c.workspace, channels.c.id == teams.c.channel),
    )
    .where(teams.c.workspace == bindparam("tenant"), channels.c.workspace == bindparam("tenant"))
    .where(channels.c.kind == "channel")
)
# What a private channel was told stays among its team, also when it waits on somebody outside.
_REACHES_ME = or_(
    blockers.c.audience == "asked",
    blockers.c.team.in_(_MY_TEAMS),
    blockers.c.team.in_(_OPEN_TO_ALL),
)
_PUT_TO = and_(
    blockers.c.audience != "me", blockers.c.put_to.in_(bindparam("places", expanding=True))
)
_PAGE = {
    "queue": (or_(and_(_FROM_ME, _REACHES_ME), and_(_TOLD, _PUT_TO)), _OPEN),
    "list": (_TEAM, _OPEN, _SEEN),
    "mine": (_MINE, _OPEN),
    "waiting": (_FROM_ME, _REACHES_ME, _OPEN),
    "ended": (_MINE, blockers.c.state == "resolved"),
    "all": (_TEAM, blockers.c.state != "withdrawn", _SEEN),
}
_PAGES = {
    name: select(*_COLUMNS)
    .where(_OURS, *criteria)
    .order_by(*(_LATEST if name == "ended" else _WAITING))
    .limit(bindparam("size"))
    .offset(bindparam("skip"))
    for name, criteria in _PAGE.items()
}
_COUNTS = {
    name: select(func.count()).select_from(blockers).where(_OURS, *criteria)
    for name, criteria in _PAGE.items()
}
_PUT = select(*_COLUMNS).where(
    _OURS, _OPEN, blockers.c.put_to == bindparam("whom"), blockers.c.function == bindparam("about")
)
_RECENT = (
    select(*_COLUMNS)
    .where(_OURS, _TEAM, _OPEN, _SEEN, blockers.c.reported_at >= bindparam("since_then"))
    .order_by(blockers.c.reported_at.desc(), blockers.c.id)
    .limit(bindparam("most"))
)
_UNTOLD = select(*_COLUMNS).where(_OURS, _TEAM, _OPEN, blockers.c.told == bindparam("told"))
_UNTOLD_ALL = (
    select(*_COLUMNS)
    .where(_OURS, _OPEN, blockers.c.told == "unknown")
    .order_by(*_WAITING)
    .limit(200)
)
_KNOWERS = (
    select(blockers.c.helper, func.max(blockers.c.ended_at).label("last"))
    .where(
        _OURS,
        blockers.c.state == "resolved",
        blockers.c.function == bindparam("function"),
        blockers.c.helper.is_not(None),
    )
    .group_by(blockers.c.helper)
    .order_by(func.max(blockers.c.ended_at).desc())
    .limit(20)
)
_HISTORY = (
    select(happenings.c.at, happenings.c.person, happenings.c.what, happenings.c.note)
    .where(
        happenings.c.workspace == bindparam("tenant"),
        happenings.c.blocker == bindparam("blocker"),
    )
    .order_by(happenings.c.seq)
)


class Blockers:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def add(self, blocker: Blocker) -> None:
        row = {name: getattr(blocker, name) for name in _FIELDS}
        self._tx.insert(blockers, {"workspace": self._workspace, **row})

    def get(self, blocker: BlockerId) -> Blocker | None:
        row = self._tx.one(_GET, tenant=self._workspace, blocker=blocker)
        return None if row is None else Blocker(*row)

    def numbered(self, team: TeamId, number: int) -> Blocker | None:
        row = self._tx.one(_NUMBERED, tenant=self._workspace, team=team, number=number)
        return None if row is None else Blocker(*row)

    def change(self, blocker: Blocker, **new: Any) -> bool:
        """Compare and set: True when the blocker was still in the state that we saw."""
        statement = (
            update(blockers)
            .where(_THIS, blockers.c.state == bindparam("seen_state"))
            .where(blockers.c.audience == bindparam("seen_audience"))
            .where(blockers.c.told == bindparam("seen_told"))
            .where(blockers.c.owner.is_not_distinct_from(bindparam("seen_owner")))
            .where(blockers.c.helper.is_not_distinct_from(bindparam("seen_helper")))
            .where(blockers.c.put_to.is_not_distinct_from(bindparam("seen_put_to")))
            .values(new)
        )
        changed = self._tx.run(
            statement,
            tenant=self._workspace,
            blocker=blocker.id,
            seen_state=blocker.state,
            seen_audience=blocker.audience,
            seen_told=blocker.told,
            seen_owner=blocker.owner,
            seen_helper=blocker.helper,
            seen_put_to=blocker.put_to,
        )
        for node in {blocker.owner, blocker.put_to, blocker.helper, blocker.function} - {None}:
            self._tx.forget(ALSO_ON, self._workspace, blocker.waiter, node)
        return bool(changed.rowcount)

    def page(self, which: str, *, skip: int, size: int, **whose: Any) -> list[Blocker]:
        """Longest wait first. `which`: list and all (of a team, for a person), mine, waiting; queue
        (of a person, and places they speak for); or ended, of mine, the latest first."""
        rows = self._rows(which, {"skip": skip, "size": size, **whose})
        return [Blocker(*row) for row in rows]

    def count(self, which: str, **whose: Any) -> int:
        row = self._tx.one(_COUNTS[which], tenant=self._workspace, **whose)
        return int(row[0]) if row is not None else 0

    def put_to(self, whom: str, function: str) -> list[Blocker]:
        """Open blockers on this function that were put to that person, group or channel."""
        rows = self._tx.all(_PUT, tenant=self._workspace, whom=whom, about=function)
        return [Blocker(*row) for row in rows]

    def recent(
        self, team: TeamId, person: PersonId, *, since: datetime, most: int
    ) -> list[Blocker]:
        """Open blockers of the team, reported since then, that this person may see."""
        values = {"team": team, "person": person, "since_then": since, "most": most}
        rows = self._tx.all(_RECENT, tenant=self._workspace, **values)
        return [Blocker(*row) for row in rows]

    def untold(self, team: TeamId, told: str) -> list[Blocker]:
        """Open blockers whose audience should know, and does not, for this reason."""
        rows = self._tx.all(_UNTOLD, tenant=self._workspace, team=team, told=told)
        return [Blocker(*row) for row in rows]

    def waiting_for_a_look(self) -> list[Blocker]:
        """Open blockers that were kept although Slack could not be asked who reported them."""
        return [Blocker(*row) for row in self._tx.all(_UNTOLD_ALL, tenant=self._workspace)]

    def knowers(self, function: str) -> list[PersonId]:
        """Who ended waits on this function before, the latest first."""
        rows = self._tx.all(_KNOWERS, tenant=self._workspace, function=function)
        return [row.helper for row in rows]

    def note(
        self, blocker: BlockerId, *, at: datetime, person: PersonId, what: str, note: str | None
    ) -> None:
        self._tx.insert(
            happenings,
            {
                "workspace": self._workspace,
                "blocker": blocker,
                "at": at,
                "person": person,
                "what": what,
                "note": note,
            },
        )

    def history(self, blocker: BlockerId) -> list[Happening]:
        rows = self._tx.all(_HISTORY, tenant=self._workspace, blocker=blocker)
        return [Happening(*row) for row in rows]

    def _rows(self, which: str, values: Mapping[str, Any]) -> Sequence[Any]:
        return self._tx.all(_PAGES[which], tenant=self._workspace, **values)
