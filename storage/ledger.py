"""The ledger's looks at blockers: who waits on whom, how long each wait lasted, never the words."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, case, func, or_, select

from storage.blockers import ALSO_ON, Blocker, Happening
from storage.schema import blockers, channels, happenings, teams
from storage.transaction import Transaction
from storage.types import BlockerId, ChannelId, PersonId, TeamId, WorkspaceId

FORWARDED = "forwarded"  # what happened begins so where a wait was handed on
SPOKEN_FOR = ("open", "in_hand")  # of the unconfirmed nobody knows
SILENCE = "silence"  # and is this where nobody said a word any more


@dataclass(frozen=True, slots=True)
class Clocked:
    """One wait as the ledger counts it."""

    id: BlockerId
    team: TeamId
    waiter: PersonId
    function: str
    project: str | None
    audience: str
    told: str
    state: str
    since: datetime
    ended_at: datetime | None
    effort: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A team by its channel."""

    team: TeamId
    channel: ChannelId
    name: str
    kind: str


_OURS = blockers.c.workspace == bindparam("tenant")
_TEAM = blockers.c.team == bindparam("team")
_COLUMNS = tuple(blockers.c[name] for name in Clocked.__dataclass_fields__)
_WHOLE = tuple(blockers.c[name] for name in Blocker.__dataclass_fields__)
_A_WAIT = blockers.c.state != "withdrawn"
_RUNNING = and_(blockers.c.ended_at.is_(None), blockers.c.since < bindparam("until"))
_ENDED = and_(blockers.c.ended_at > bindparam("begin"), blockers.c.since < bindparam("until"))
_TOUCHING = {
    (of_team, ended): select(*_COLUMNS).where(
        _OURS, *([_TEAM] if of_team else []), _A_WAIT, _ENDED if ended else _RUNNING
    )
    for of_team in (True, False)
    for ended in (True, False)
}
_LAST_BEGUN = (
    select(*_COLUMNS)
    .where(_OURS, blockers.c.function == bindparam("function"), _A_WAIT)
    .order_by(blockers.c.since.desc())
    .limit(bindparam("size"))
)
_LAST_EFFORTS = (
    select(blockers.c.effort)
    .where(_OURS, blockers.c.function == bindparam("function"), _A_WAIT)
    .order_by(blockers.c.since.desc())
    .limit(bindparam("size"))
)
_WAITS_OF = select(*_WHOLE).where(
    _OURS,
    blockers.c.waiter.in_(bindparam("waiters", expanding=True)),
    blockers.c.state.in_(SPOKEN_FOR),
)
_on_whom = case(
    (and_(blockers.c.state == "in_hand", blockers.c.helper.is_not(None)), blockers.c.helper),
    else_=func.coalesce(blockers.c.put_to, blockers.c.owner, blockers.c.user_group),
)
_ALSO_ON = (
    select(func.coalesce(_on_whom, blockers.c.function).label("node"), blockers.c.told)
    .where(
        _OURS,
        blockers.c.waiter == bindparam("person"),
        blockers.c.state.in_(SPOKEN_FOR),
        blockers.c.id != bindparam("but"),
        or_(
            _on_whom == bindparam("other"),
            and_(
                _on_whom.is_(None),
                blockers.c.function.in_(bindparam("answers_for", expanding=True)),
            ),
        ),
        or_(blockers.c.told == "yes", bindparam("told") != "yes"),
    )
    .limit(1)
)
_OF_SOME = and_(
    happenings.c.workspace == bindparam("tenant"),
    happenings.c.blocker.in_(bindparam("some", expanding=True)),
)
# Few waits are handed on or fall silent; of the others nobody needs the past.
_EVENTFUL = (
    select(happenings.c.blocker)
    .where(_OF_SOME, or_(happenings.c.what == SILENCE, happenings.c.what.startswith(FORWARDED)))
    .distinct()
)
_PASTS = (
    select(
        happenings.c.blocker,
        happenings.c.at,
        happenings.c.person,
        happenings.c.what,
        happenings.c.note,
    )
    .where(_OF_SOME)
    .order_by(happenings.c.seq)
)
_PLACES = (
    select(teams.c.id, channels.c.id, channels.c.name, channels.c.kind)
    .join(
        channels,
        and_(channels.c.workspace == teams.c.workspace, channels.c.id == teams.c.channel),
    )
    .where(teams.c.workspace == bindparam("tenant"), channels.c.workspace == bindparam("tenant"))
    .where(or_(channels.c.name == bindparam("named"), teams.c.id == bindparam("named")))
    .order_by(teams.c.id)
)
_AT_ONCE = 500  # ids in one statement


class Ledger:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def touching(
        self, begin: datetime, until: datetime, *, team: TeamId | None = None
    ) -> list[Clocked]:
        """Waits of this time, of one team or of all: whatever was waited for in it."""
        whose = {} if team is None else {"team": team}
        span = {"begin": begin, "until": until, **whose}
        ended = self._tx.all(_TOUCHING[team is not None, True], tenant=self._workspace, **span)
        del span["begin"]
        running = self._tx.all(_TOUCHING[team is not None, False], tenant=self._workspace, **span)
        return [Clocked(*row) for row in (*ended, *running)]

    def last_begun(self, function: str, *, size: int) -> list[Clocked]:
        """The latest waits on a function, whether they ended or not."""
        rows = self._tx.all(_LAST_BEGUN, tenant=self._workspace, function=function, size=size)
        return [Clocked(*row) for row in rows]

    def last_efforts(self, function: str, *, size: int) -> list[str]:
        """The work that was told of the same."""
        rows = self._tx.all(_LAST_EFFORTS, tenant=self._workspace, function=function, size=size)
        return [row.effort for row in rows if row.effort is not None]

    def waits_of(self, people: Collection[PersonId]) -> list[Blocker]:
        """What these people wait on now."""
        rows = self._tx.all(_WAITS_OF, tenant=self._workspace, waiters=sorted(people))
        return [Blocker(*row) for row in rows]

    def also_on(
        self, blocker: Blocker, node: str, other: PersonId, *, answers_for: Collection[str]
    ) -> bool:
        """Whether its waiter waits on that person by another wait, which at least as many know of:
        on them, or on a function that they answer for.

        Remembered by what it is on (a person or a function) while nothing of that changes here:
        most waits are on what one waited on before.
        """
        key = (ALSO_ON, self._workspace, blocker.waiter)
        known: str | None = self._tx.recall(*key, node)
        if known == "yes" or (known and blocker.told != "yes"):
            return True
        row = self._tx.one(
            _ALSO_ON,
            tenant=self._workspace,
            person=blocker.waiter,
            but=blocker.id,
            other=other,
            answers_for=sorted(answers_for),
            told=blocker.told,
        )
        if row is not None:
            self._tx.keep(row.told, *key, row.node)
        return row is not None

    def pasts(self, some: Collection[BlockerId]) -> dict[BlockerId, list[Happening]]:
        """What happened to those of these waits that were handed on or fell silent."""
        found: dict[BlockerId, list[Happening]] = {}
        for part in _parts(sorted(some)):
            rows = self._tx.all(_EVENTFUL, tenant=self._workspace, some=part)
            eventful = [row.blocker for row in rows]
            for row in self._tx.all(_PASTS, tenant=self._workspace, some=eventful):
                found.setdefault(row.blocker, []).append(Happening(*row[1:]))
        return found

    def places(self, named: str) -> list[Place]:
        """Teams of this id, or whose channel is called this."""
        rows = self._tx.all(_PLACES, tenant=self._workspace, named=named)
        return [Place(*row) for row in rows]


def _parts(ids: Sequence[BlockerId]) -> Iterator[Sequence[BlockerId]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
