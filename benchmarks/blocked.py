"""`/blocked`, signed, durable and whole, against a bare app that only acknowledges."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

from sqlalchemy import func, select

from benchmarks.databases import Database
from benchmarks.figures import Figure, at_least, at_most
from benchmarks.load import Load, Plan
from benchmarks.machine import cpu_seconds, fsync_seconds
from benchmarks.processes import HOME, Listening, Slack, a_bot
from storage.schema import blockers
from storage.store import open_store

CONNECTIONS = (16, 64)
ROUNDS = 5
WARM_UP_SECONDS = 1.0
MOST_REQUESTS = 30_000
MOST_P99_MS = 150.0
LEAST_RATIO = {"SQLite": 0.25, "PostgreSQL": 0.12}

PEOPLE = ["U0ANA", "U0BEN", "U0CHIARA", "U0DANA", "U0ELI"]
CHANNELS = ["C0DSTEAM", "C0MLPLATFORM", "C0CHURN"]
LINES = [
    "waiting on ETL changes for the churn table from <@U0DANA|dana>",
    "Access to the billing bucket, asked for on Monday (ticket {0})",
    "<@U0BEN|ben> has to review https://code.example.com/merge/{0}",
    "GPU quota for run {0}: the fine-tuning of the ranking model is stopped",
    "product has to decide whether segment {0} counts as active",
    "labels for batch {0} from the vendor Labelworks since yesterday",
    "the feature store is slow, slowed down on experiment {0}",
]
TRACKED = "Got it, tracked as"


@dataclass
class Runs:
    """Loads of one server at one number of connections, round by round, with its CPU share."""

    rates: list[float] = field(default_factory=list)
    p99s: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    load_shares: list[float] = field(default_factory=list)

    def add(self, load: Load, cpu: float) -> None:
        self.rates.append(load.good / load.seconds)
        self.p99s.append(sorted(load.took)[int(len(load.took) * 0.99)] * 1_000)
        self.shares.append(cpu / load.seconds)
        self.load_shares.append(load.cpu / load.seconds)


class Race:
    """The bot, new in each round, and the bare app, loaded in turns."""

    def __init__(
        self, slack: Slack, bare: Listening, database: Database, *, seconds: float
    ) -> None:
        self._slack = slack
        self._bare = bare
        self._database = database
        self._seconds = seconds
        self._bot = {count: Runs() for count in CONNECTIONS}
        self._reference = {count: Runs() for count in CONNECTIONS}

    def run(self, rounds: int) -> None:
        self._load(self._bare, 16, WARM_UP_SECONDS, expected="")
        for number in range(rounds):
            self._round(bot_first=bool(number % 2))

    def figures(self, *, fsync: float) -> Iterator[Figure]:
        name = self._database.name
        for count in CONNECTIONS:
            bot, bare = self._bot[count], self._reference[count]
            ratio = median(a / b for a, b in zip(bot.rates, bare.rates, strict=True))
            beside = (
                f"{median(bot.rates):,.0f}/s against {median(bare.rates):,.0f}/s; CPU of the bot "
                f"{median(bot.shares):.0%}, of the bare app {median(bare.shares):.0%}, of the "
                f"load {median(bot.load_shares):.0%} and {median(bare.load_shares):.0%}"
            )
            what = f"`/blocked` on {name}, {count} connections: of the bare app's rate"
            yield at_least(what, ratio, LEAST_RATIO[name], beside=beside)
        yield at_most(
            f"`/blocked` on {name}: p99 at 64 connections",
            median(self._bot[64].p99s),
            MOST_P99_MS,
            unit=" ms",
            beside=f"fsync {fsync * 1_000:.2g} ms; {self._database.settings}; the bare app's p99 "
            f"{median(self._reference[64].p99s):.0f} ms",
        )

    def _round(self, *, bot_first: bool) -> None:
        url = self._database.new()
        with a_bot(self._slack, url) as bot:
            said = self._met(bot)
            for count in CONNECTIONS:
                if not bot_first:
                    self._measure(self._bare, self._reference[count], count, expected="")
                said += self._measure(bot, self._bot[count], count, expected=TRACKED)
                if bot_first:
                    self._measure(self._bare, self._reference[count], count, expected="")
        _all_kept(url, said)

    def _met(self, bot: Listening) -> int:
        """People, channels and teams are known before it counts."""
        first = self._load(bot, 1, 30.0, expected=TRACKED, most=len(PEOPLE) * len(CHANNELS))
        return first.good + self._load(bot, 16, WARM_UP_SECONDS, expected=TRACKED).good

    def _measure(self, server: Listening, runs: Runs, count: int, *, expected: str) -> int:
        cpu = cpu_seconds(server.process)
        load = self._load(server, count, self._seconds, expected=expected)
        runs.add(load, cpu_seconds(server.process) - cpu)
        return load.good

    def _load(
        self,
        server: Listening,
        connections: int,
        seconds: float,
        *,
        expected: str,
        most: int = MOST_REQUESTS,
    ) -> Load:
        plan = Plan(
            port=server.port,
            connections=connections,
            seconds=seconds,
            most=most,
            secret=self._slack.signing_secret,
            team_id=self._slack.team_id,
            people=PEOPLE,
            channels=CHANNELS,
            lines=LINES,
            expected=expected,
            salt=str(time.monotonic_ns()),
        )
        return loaded(plan)


def loaded(plan: Plan) -> Load:
    """Raises RuntimeError when an answer was not the one expected."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.load"],
        input=json.dumps(asdict(plan)),
        cwd=HOME,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    load = Load(**json.loads(done.stdout))
    if load.bad:
        raise RuntimeError(f"{load.bad} answers were wrong, the first: {load.first_bad}")
    return load


def measure(
    slack: Slack, bare: Listening, database: Database, place: Path, *, rounds: int, seconds: float
) -> list[Figure]:
    race = Race(slack, bare, database, seconds=seconds)
    before = fsync_seconds(place)
    race.run(rounds)
    return list(race.figures(fsync=median([before, fsync_seconds(place)])))


def _all_kept(url: str, said: int) -> None:
    """What was answered is in the database, each once; the bot is gone by now."""
    store = open_store(url)
    count = select(func.count()).select_from(blockers).execution_options(everywhere=True)
    found = store.read_now(lambda tx: tx.one(count))
    store.close()
    if found is None or found[0] != said:
        raise RuntimeError(f"{said} were acknowledged, and {found} are kept")
