"""A round of pairs over the real database: read beside the writer, matched, kept at once."""

import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import combinations, count
from random import Random
from statistics import median
from subprocess import run
from typing import Any

from benchmarks.databases import Sqlite
from benchmarks.figures import Figure, at_most
from bot import pairs
from bot.pairs.opening import begin, circle_of
from bot.world import Work
from storage.pairs import Meeting
from storage.people import Channel, Person
from storage.records import Records
from storage.schema import pair_circles, pair_meetings
from storage.store import Store, open_store
from storage.teams import Team
from storage.types import ChannelId, PersonId, TeamId, WorkspaceId
from storage.workspaces import Workspace

HERE, TEAM, PLACE = WorkspaceId("T0BENCH"), TeamId("t"), ChannelId("C0TEAM")
MOST_SECONDS = {100: 0.05, 500: 2.0, 2_000: 5.0}
MOST_MEGABYTES = {100: 150, 500: 150}
ROUNDS = {100: 15, 500: 7, 2_000: 5}
MONDAY = datetime(2026, 11, 16, 6, tzinfo=UTC)
_AWAY = 20  # of so many one is away


def measure(database: Sqlite) -> list[Figure]:
    """Each size in a process of its own, for its memory."""
    return [figure for people in MOST_SECONDS for figure in _figures(database, people)]


def _figures(database: Sqlite, people: int) -> Iterator[Figure]:
    command = [sys.executable, "-m", "benchmarks.rounds", database.new(), str(people)]
    run([*command, "fill"], check=True)
    said = run([*command, "measure"], check=True, capture_output=True, text=True).stdout.split()
    matched, whole, kept, megabytes = map(float, said)
    beside = f"with reading its inputs and keeping it {whole:.2f} s, of that {kept:.2f} s writing"
    most = MOST_SECONDS[people]
    what = f"a round of {people:,} people, one in {_AWAY} away"
    yield at_most(what, matched, most, unit=" s", beside=beside)
    if people in MOST_MEGABYTES:
        limit = MOST_MEGABYTES[people]
        yield at_most(f"{what}, memory over the base", megabytes, limit, unit=" MB")


def _measured(url: str, people: int) -> str:
    """Medians: of the matching, of all of it, of its writing; and the peak over the base."""
    store = open_store(url)
    store.read_now(lambda tx: _work(tx, MONDAY).records.pairs.circle(TEAM))
    base = _peak()
    times: list[tuple[float, float, float]] = []
    for number in range(ROUNDS[people]):
        now = MONDAY + timedelta(weeks=number)
        store.write_now(partial(_open, now=now))
        times.append(_round(store, now))
    store.close()
    medians = (median(each) for each in zip(*times, strict=True))
    return " ".join(f"{value:.4f}" for value in (*medians, _peak() - base))


def _round(store: Store, now: datetime) -> tuple[float, float, float]:
    began = time.perf_counter()
    ready = store.read_now(lambda tx: pairs.next_ready(_work(tx, now)))
    if ready is None:
        raise RuntimeError("there is no round to reckon")
    read = time.perf_counter()
    found = pairs.matched(ready.inputs)
    matched = time.perf_counter()
    if not store.write_now(lambda tx: pairs.keep(_work(tx, now), ready, found)):
        raise RuntimeError("the round was not kept")
    kept = time.perf_counter()
    return matched - read, kept - began, kept - matched


def _open(tx: Any, now: datetime) -> None:
    work, day = _work(tx, now), now.date()
    begin(work, circle_of(work, TEAM), day, day + timedelta(days=7))


_ids = count(1)


def _work(tx: Any, now: datetime) -> Work:
    return Work(Records(tx, HERE), now=now, new_id=lambda: f"L{next(_ids)}")


def _fill(store: Store, people: int) -> None:
    """Everybody met everybody at some time, as after many a round."""
    dice, names = Random(1), [PersonId(f"U{number:05}") for number in range(people)]

    def known(tx: Any) -> None:
        work = _work(tx, MONDAY)
        work.records.workspaces.introduce(Workspace(HERE, "Bench", PersonId("U0BOT"), "B0", ""))
        work.records.channels.put(Channel(PLACE, "t", "channel", True, people, None, MONDAY))
        work.records.teams.add(Team(TEAM, PLACE, names[0], None, MONDAY))
        for number, one in enumerate(names):
            _add(work, one, away=number % _AWAY == 0)
        circle_of(work, TEAM)

    def met(tx: Any) -> None:
        for one, other in combinations(names, 2):
            row = Meeting(one, other, met=dice.randint(1, people), made=1)
            tx.insert(pair_meetings, {"workspace": HERE, "circle": TEAM, **_row(row)})
        tx.run(_after_many(people))

    store.write_now(known)
    store.write_now(met)


def _add(work: Work, who: PersonId, *, away: bool) -> None:
    person = Person(who, who, who, "Europe/Berlin", HERE, False, False, False, MONDAY)
    work.records.people.put(person)
    work.records.teams.join(TEAM, who, at=MONDAY)
    work.records.rhythms.join(TEAM, pairs.NAME, who, MONDAY)
    if away:
        work.records.profiles.put(who, off=((date(2026, 1, 1), date(2027, 12, 31)),))


def _row(meeting: Meeting) -> dict[str, Any]:
    return {name: getattr(meeting, name) for name in Meeting.__dataclass_fields__}


def _after_many(rounds: int) -> Any:
    circles = pair_circles
    return circles.update().where(circles.c.workspace == HERE).values(rounds=rounds)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _filled(url: str, people: int) -> str:
    store = open_store(url)
    _fill(store, people)
    store.close()
    return ""


if __name__ == "__main__":
    do = {"fill": _filled, "measure": _measured}[sys.argv[3]]
    sys.stdout.write(do(sys.argv[1], int(sys.argv[2])))
