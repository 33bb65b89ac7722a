"""A list, a digest, a forecast and a look for circles: among 1,000 waits and among a million."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random
from statistics import median
from typing import Any

from sqlalchemy import Connection, event, text

from benchmarks.databases import Sqlite
from benchmarks.figures import Figure, at_most
from bot.blockers import listed
from bot.blockers.totals import silent_since
from bot.ledger.books import digest, known_cases
from bot.ledger.circles import closes_circles
from bot.world import Work
from storage.blockers import Blocker
from storage.people import Channel, Person
from storage.records import Records
from storage.store import Store, open_store
from storage.teams import Team
from storage.transaction import Transaction
from storage.types import BlockerId, ChannelId, PersonId, TeamId, WorkspaceId
from storage.workspaces import Workspace

MOST_RATIO = 2.0
SMALL, LARGE = 10, 10_000  # teams
WAITS_OF_A_TEAM = 100
ROUNDS = 20
HERE = WorkspaceId("T0BENCH")
NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
FUNCTIONS = ("data_engineering", "ml_engineering", "data_access", "code_review", "compute_gpu")
_PEOPLE = 8
_OPEN = 6
_STEP = 50  # statements of SQLite's machine between two counts
_KEYS = ("id", "team", "waiter", "owner", "helper", "channel", "person", "blocker")
_TABLES = ("channels", "people", "teams", "members", "blockers", "happenings")
Deed = Callable[[Work, int], object]


@dataclass
class Looks:
    """What one kind of look took, at one size."""

    milliseconds: list[float] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)
    first: float = 0.0  # the median of each team's first look, with nothing read before


@dataclass(frozen=True)
class Size:
    """A database with so many teams, those of them that are looked at, and its counted steps."""

    store: Store
    teams: range
    steps: list[int]


def measure(database: Sqlite) -> list[Figure]:
    """Both sizes in turns, so that whatever else the machine does is in both."""
    with _filled(database, SMALL) as small, _filled(database, LARGE) as large:
        return [
            figure
            for name, deed in DEEDS.items()
            for figure in _figures(name, *_looks(deed, small, large))
        ]


def _figures(name: str, small: Looks, large: Looks) -> Iterator[Figure]:
    what = f"{name}: 1,000,000 waits in 10,000 teams against 1,000 in 10"
    ms = median(small.milliseconds), median(large.milliseconds)
    steps = median(small.steps), median(large.steps)
    pairs = zip(small.milliseconds, large.milliseconds, strict=True)
    yield at_most(
        f"{what}, time",
        median(b / a for a, b in pairs),
        MOST_RATIO,
        beside=f"{ms[1]:.2f} ms against {ms[0]:.2f} ms; a team's first look {large.first:.2f} ms",
    )
    yield at_most(
        f"{what}, work of the database",
        steps[1] / steps[0],
        MOST_RATIO,
        beside=f"{steps[1]:,.0f} steps of SQLite's machine against {steps[0]:,.0f}",
    )


def _looks(deed: Deed, *sizes: Size) -> list[Looks]:
    """Ten teams of each, spread over all of them, are looked at again and again."""
    found = [Looks() for _ in sizes]
    for size, looks in zip(sizes, found, strict=True):
        looks.first = median(_timed(size, deed, team) for team in size.teams)
    for turn in range(ROUNDS * SMALL):
        for size, looks in zip(sizes, found, strict=True):
            before = size.steps[0]
            looks.milliseconds.append(_timed(size, deed, size.teams[turn % SMALL]))
            looks.steps.append((size.steps[0] - before) * _STEP)
    return found


@contextmanager
def _filled(database: Sqlite, teams: int) -> Iterator[Size]:
    store = open_store(database.new())
    try:
        _fill(store, teams)
        with _counting(store) as steps:
            yield Size(store, range(0, teams, teams // SMALL), steps)
    finally:
        store.close()


def _timed(size: Size, deed: Deed, team: int) -> float:
    began = time.perf_counter()
    size.store.read_now(lambda tx: deed(_work(tx), team))
    return (time.perf_counter() - began) * 1_000


@contextmanager
def _counting(store: Store) -> Iterator[list[int]]:
    """How often SQLite's machine took another _STEP of its steps: what it read shows there."""
    steps = [0]

    def count() -> None:
        steps[0] += 1

    def listen(connection: Any, _: object) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.set_progress_handler(count, _STEP)

    store.engine.dispose()
    event.listen(store.engine, "connect", listen)
    yield steps
    event.remove(store.engine, "connect", listen)


def _list(work: Work, team: int) -> object:
    told = listed(work, "list", person=_named("U0", team), channel=ChannelId(_named("C", team)))
    if len(told.cards) != _OPEN:
        raise RuntimeError(f"{len(told.cards)} waits are listed, not {_OPEN}")
    return told


def _digest(work: Work, team: int) -> object:
    week = digest(work, TeamId(_named("t", team)), silent_since, until=NOW)
    if week.open != _OPEN:
        raise RuntimeError(f"{week.open} waits are open, not {_OPEN}")
    return week


def _forecast(work: Work, team: int) -> object:
    """What it takes once a minute for each function: the forecast is kept in memory."""
    return known_cases(work, FUNCTIONS[team % len(FUNCTIONS)], silent_since)


def _graph(work: Work, team: int) -> object:
    """The wait that closes a circle of six, the longest way that these teams have."""
    blocker = work.records.blockers.get(BlockerId(_named("b0", team)))
    circles = [] if blocker is None else closes_circles(work, blocker)
    if [len(circle.waits) for circle in circles] != [_OPEN]:
        raise RuntimeError("the circle was not found")
    return circles


DEEDS: dict[str, Deed] = {
    "`/blocked list`": _list,
    "digest": _digest,
    "forecast": _forecast,
    "graph": _graph,
}


def _named(name: str, team: int) -> Any:
    return f"{name}-{team}"


def _work(tx: Transaction) -> Work:
    return Work(Records(tx, HERE), now=NOW, new_id=lambda: "new")


def _fill(store: Store, teams: int) -> None:
    """One team is made by the records; the others are it again, under other ids."""
    store.write_now(_first_team)
    with store.engine.begin() as connection:
        for table in _TABLES:
            _copied(connection, table, teams)


def _copied(connection: Connection, table: str, teams: int) -> None:
    names = [row[1] for row in connection.execute(text(f"PRAGMA table_info({table})"))]
    columns = [name for name in names if name != "seq"]
    made = ", ".join(_renamed(name, table) for name in columns)
    connection.execute(
        text(
            "WITH RECURSIVE other(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM other "
            f"WHERE n < :last) INSERT INTO {table} ({', '.join(columns)}) "
            f"SELECT {made} FROM {table}, other WHERE workspace = :tenant"
        ),
        {"last": teams - 1, "tenant": HERE},
    )


def _renamed(name: str, table: str) -> str:
    """Ids end in the number of their team."""
    return f"replace({name}, '-0', '-' || n)" if name in _KEYS else name


def _first_team(tx: Transaction) -> None:
    records, dice = Records(tx, HERE), Random(1)
    records.workspaces.introduce(Workspace(HERE, "Bench", PersonId("U0BOT"), "B0", ""))
    channel, team = ChannelId("C-0"), TeamId("t-0")
    records.channels.put(Channel(channel, "team", "channel", True, 9, None, NOW))
    people = [PersonId(f"U{number}-0") for number in range(_PEOPLE)]
    records.teams.add(Team(team, channel, people[0], NOW, NOW))
    for person in people:
        known = Person(person, "N", "n", "Europe/Berlin", HERE, False, False, False, NOW)
        records.people.put(known)
        records.teams.join(team, person, at=NOW)
    for number in range(WAITS_OF_A_TEAM):
        wait = _wait(number, people, team, dice)
        records.blockers.add(wait)
        note = partial(records.blockers.note, wait.id, person=wait.waiter, note=None)
        note(at=wait.since, what="reported")
        if wait.ended_at is not None:
            note(at=wait.ended_at, what="resolved")


def _wait(number: int, people: list[PersonId], team: TeamId, dice: Random) -> Blocker:
    """The first are open and go round in a circle; the others ended within the last year."""
    is_open = number < _OPEN
    since = NOW - timedelta(hours=dice.uniform(1, 90 if is_open else 8_000))
    ended = None if is_open else min(NOW, since + timedelta(hours=dice.lognormvariate(2.5, 1)))
    return Blocker(
        id=BlockerId(f"b{number}-0"),
        team=team,
        number=number + 1,
        waiter=people[number % _OPEN],
        words="waiting on the schema change for the churn table",
        function=FUNCTIONS[number % len(FUNCTIONS)],
        owner=people[(number + 1) % _OPEN],
        user_group=None,
        outside=None,
        project=None,
        link=None,
        severity="stopped",
        audience="channel",
        told="yes",
        state="open" if is_open else "resolved",
        helper=None,
        since=since,
        reported_at=since,
        ended_at=ended,
    )
