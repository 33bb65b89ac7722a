"""The rush: 1,500 standups due in one minute, on one core, while people press Enter."""

import json
import math
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from statistics import median
from typing import Any

from sqlalchemy import func, select

from benchmarks.databases import Sqlite
from benchmarks.figures import Figure, at_most
from benchmarks.load import Plan
from benchmarks.machine import peak_megabytes
from benchmarks.pressing import Pressed, Pressing
from benchmarks.processes import HOME, Listening, Slack, a_bot, a_slack, on_core
from bot import standups
from bot.ids import ChannelId, PersonId, TeamId, WorkspaceId
from bot.mornings import KIND
from bot.people import Channel, Person
from storage.records import Records
from storage.rhythms import Rhythm
from storage.schema import letters
from storage.store import Store, open_store
from storage.teams import Team
from storage.transaction import Transaction

STANDUPS = 1_500
CROWD = 500  # in one team; the others are in teams of TEAM
TEAM = 10
PER_SECOND = 20.0  # Enters
PRESSED_SECONDS = 62.0
HEAD_START = 2.0  # seconds before the standups are due
MOST_P99_SECONDS = 1.0
MOST_MEGABYTES = 512.0
WORKSPACE_PER_SECOND, WORKSPACE_BURST = 10.0, 60.0  # what the sandbox lets pass, as Slack does
SLACK_SHARE = 1.1  # of the least time that those limits leave for all that is said
GIVE_UP_SECONDS = 600.0
AT_ONCE = 100  # people and teams kept in one transaction
# What must be written waits for its turn behind what is planned; a look does not.
LINES = ["waiting on ETL changes for the churn table, run {0}", "list"]
TRACKED = "Got it, tracked as"


@dataclass(frozen=True)
class Crowd:
    """Who is asked: the channels, each with its people."""

    channels: dict[ChannelId, list[PersonId]]

    @property
    def people(self) -> list[PersonId]:
        return [person for members in self.channels.values() for person in members]


@dataclass(frozen=True)
class Post:
    to: str
    at: float


@dataclass(frozen=True)
class Rush:
    """What came of it; epoch seconds."""

    due: float
    pressed: Pressed
    letters: Counter[str]  # by person
    planned: float  # when the last was owed
    all_out: float
    posts: int  # of any kind, from when they were due until then
    megabytes: float


def measure(database: Sqlite) -> list[Figure]:
    with a_slack(core=-1) as slack:
        crowd = _crowd()
        _move_in(slack, crowd)
        url = database.new()
        with a_bot(slack, url):
            pass  # it introduces itself
        due = _next_minute(time.time() + 20)
        with closing(open_store(url)) as store:
            _keep(store, WorkspaceId(slack.team_id), crowd, due)
        slack.control("/sandbox/limits", {"on": True})
        with a_bot(slack, url, core=0) as bot:
            rush = _rush(slack, bot, crowd, due, url)
    return _figures(rush)


def _figures(rush: Rush) -> list[Figure]:
    tracked, looks = _sorted(rush.pressed.took[::2]), _sorted(rush.pressed.took[1::2])
    least = max(0.0, rush.posts - WORKSPACE_BURST) / WORKSPACE_PER_SECOND
    twice = sum(count > 1 for count in rush.letters.values())
    where = "one core (affinity), the sandbox and the people on another"
    return [
        at_most(
            f"{STANDUPS:,} standups due in one minute: Enter to `/blocked` tracked meanwhile, p99",
            _p99(tracked),
            MOST_P99_SECONDS,
            unit=" s",
            beside=f"p50 {median(tracked) * 1_000:.0f} ms, the slowest of {len(tracked)} "
            f"{tracked[-1]:.2f} s; looks: p99 {_p99(looks) * 1_000:.0f} ms; {where}; SQLite",
        ),
        at_most(
            f"{STANDUPS:,} standups: most memory that the bot held",
            rush.megabytes,
            MOST_MEGABYTES,
            unit=" MB",
            beside="resident, by the system's own high-water mark",
        ),
        at_most(
            f"{STANDUPS:,} standups: until all letters are out, of the least that Slack allows",
            (rush.all_out - rush.due) / least,
            SLACK_SHARE,
            beside=f"{rush.all_out - rush.due:.0f} s against {least:.0f} s for {rush.posts:,} "
            f"messages; all of them owed after {rush.planned - rush.due:.1f} s",
        ),
        at_most(
            f"{STANDUPS:,} standups: people asked twice, or not at all",
            float(twice + STANDUPS - len(rush.letters)),
            0,
        ),
    ]


def _sorted(took: list[float | None]) -> list[float]:
    return sorted(math.inf if one is None else one for one in took)


def _p99(took: list[float]) -> float:
    return took[int(len(took) * 0.99)]


def _rush(slack: Slack, bot: Listening, crowd: Crowd, due: float, url: str) -> Rush:
    pressed = _pressed(_plan(slack, bot, crowd), due)
    people = set(crowd.people)
    calls = _until(lambda: _posts(slack), lambda found: len(_asked(found, people)) >= STANDUPS)
    all_out = max(one.at for one in _asked(calls, people))
    time.sleep(5)  # whatever would be sent twice
    return Rush(
        due=due,
        pressed=pressed,
        letters=Counter(one.to for one in _asked(_posts(slack), people)),
        planned=_owed_at(url),
        all_out=all_out,
        posts=sum(due <= one.at <= all_out for one in calls),
        megabytes=peak_megabytes(bot.process),
    )


def _plan(slack: Slack, bot: Listening, crowd: Crowd) -> Plan:
    """One of each team presses, in turns."""
    return Plan(
        port=bot.port,
        connections=0,
        seconds=PRESSED_SECONDS,
        most=int(PRESSED_SECONDS * PER_SECOND),
        secret=slack.signing_secret,
        team_id=slack.team_id,
        people=[members[0] for members in crowd.channels.values()],
        channels=list(crowd.channels),
        lines=LINES,
        expected=TRACKED,
        salt=str(time.monotonic_ns()),
    )


def _pressed(plan: Plan, due: float) -> Pressed:
    """From a process of its own. Says what was not answered well, which counts as never."""
    pressing = Pressing(asdict(plan), begin=due - HEAD_START, per_second=PER_SECOND)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.pressing"],
        input=json.dumps(asdict(pressing)),
        cwd=HOME,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        preexec_fn=on_core(-1),
    )
    pressed = Pressed(**json.loads(done.stdout))
    if pressed.first_bad:
        print(f"not answered: {pressed.first_bad}", file=sys.stderr)
    return pressed


def _until(look: Callable[[], list[Post]], is_enough: Callable[[list[Post]], bool]) -> list[Post]:
    end = time.monotonic() + GIVE_UP_SECONDS
    while not is_enough(found := look()):
        if time.monotonic() > end:
            raise RuntimeError("not all letters were out in time")
        time.sleep(1.0)
    return found


def _posts(slack: Slack) -> list[Post]:
    """To whom each message went, and when it was taken."""
    recorded: list[dict[str, Any]] = slack.control("/sandbox/records")
    return [
        Post(str(one["args"]["channel"]), one["at"])
        for one in recorded
        if one["method"] == "chat.postMessage" and (one["answer"] or {}).get("ok")
    ]


def _asked(posts: list[Post], people: set[PersonId]) -> list[Post]:
    return [one for one in posts if one.to in people]


def _owed_at(url: str) -> float:
    """When the last of the letters was owed."""
    last = select(func.max(letters.c.made_at)).where(letters.c.kind == KIND)
    with closing(open_store(url)) as store:
        found = store.read_now(lambda tx: tx.one(last.execution_options(everywhere=True)))
    if found is None:
        raise RuntimeError("no letter is kept")
    made_at: datetime = found[0]
    return made_at.timestamp()


def _crowd() -> Crowd:
    sizes = [CROWD, *[TEAM] * ((STANDUPS - CROWD) // TEAM)]
    people = (PersonId(f"U1{number:06}") for number in range(STANDUPS))
    return Crowd(
        {
            ChannelId(f"C1{number:06}"): list(islice(people, size))
            for number, size in enumerate(sizes)
        }
    )


def _move_in(slack: Slack, crowd: Crowd) -> None:
    for person in crowd.people:
        slack.control("/sandbox/people", {"id": person, "name": person.lower(), "tz": "UTC"})
    for channel, members in crowd.channels.items():
        body = {"id": channel, "name": channel.lower(), "members": [*members, "app"]}
        slack.control("/sandbox/channels", body)


def _keep(store: Store, home: WorkspaceId, crowd: Crowd, due: float) -> None:
    """Teams that turned their standups on before, each person known and taking part."""
    people = crowd.people
    for at in range(0, len(people), AT_ONCE):
        store.write_now(partial(_keep_people, home=home, people=people[at : at + AT_ONCE]))
    for channel, members in crowd.channels.items():
        store.write_now(partial(_keep_team, home=home, channel=channel, members=members, due=due))


def _keep_people(tx: Transaction, *, home: WorkspaceId, people: list[PersonId]) -> None:
    records, now = Records(tx, home), datetime.now(UTC)
    for person in people:
        records.people.put(
            Person(person, person, person.lower(), "UTC", home, False, False, False, now)
        )
        records.profiles.put(person, days="1234567")  # whatever day this is measured on


def _keep_team(
    tx: Transaction,
    *,
    home: WorkspaceId,
    channel: ChannelId,
    members: list[PersonId],
    due: float,
) -> None:
    records, now = Records(tx, home), datetime.now(UTC)
    at, size = datetime.fromtimestamp(due, UTC), len(members) + 1
    records.channels.put(Channel(channel, channel.lower(), "channel", True, size, None, now))
    team = TeamId(f"t{channel}")
    records.teams.add(Team(team, channel, members[0], now, now))
    for person in members:
        records.teams.join(team, person, at=now)
        records.rhythms.join(team, standups.FEATURE.name, person, now)
    rule = f"daily {at:%H:%M}"
    records.rhythms.put(
        Rhythm(team, standups.FEATURE.name, rule, "UTC", {}, True, members[0], at.date(), at)
    )


def _next_minute(after: float) -> float:
    return math.ceil(after / 60) * 60.0
