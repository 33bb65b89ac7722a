"""The courier: how fast letters leave, freely and under Slack's limits."""

import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPConnection
from typing import Any

from benchmarks.databases import Database
from benchmarks.figures import Figure, at_least, at_most
from benchmarks.machine import cpu_seconds
from benchmarks.processes import Listening, Slack, a_bot, a_slack
from bot import blockers, people, teams
from bot.blockers import Wait
from bot.ids import ChannelId, PersonId, WorkspaceId
from bot.people import Channel, Person
from bot.world import Work
from storage.records import Records
from storage.store import Store, open_store
from storage.transaction import Transaction

LETTERS = 10_000
AT_ONCE = 500
LEAST_RATE = 300.0
LIMITED_SECONDS = 90.0
WORKSPACE_PER_SECOND, WORKSPACE_BURST = 10.0, 60.0
LEAST_SHARE = 0.99
GIVE_UP_SECONDS = 300.0
METHOD = "chat.postMessage"
WAITER = PersonId("U0ANA")


@dataclass(frozen=True)
class Call:
    """One call as the sandbox recorded it; epoch seconds of its clock."""

    at: float
    status: int
    retry_after: float


def measure(database: Database) -> list[Figure]:
    return [_freely(database), *_limited(database)]


def _freely(database: Database) -> Figure:
    """Ten thousand letters, each to a conversation of its own, and nobody says "too many"."""
    with a_slack() as slack:
        url = _owing(slack, database)
        with a_bot(slack, url) as bot:
            cpu = cpu_seconds(bot.process)
            _until(lambda: _sent(bot) >= LETTERS)
            cpu = cpu_seconds(bot.process) - cpu
        calls = _calls(slack)
    first, last = calls[0].at, calls[-1].at
    return at_least(
        f"courier: {LETTERS:,} letters to as many conversations, without limits",
        (len(calls) - 1) / (last - first),
        LEAST_RATE,
        unit="/s",
        beside=f"{len(calls):,} calls in {last - first:.1f} s; CPU {cpu / (last - first):.0%}",
    )


def _limited(database: Database) -> Iterator[Figure]:
    """With the sandbox's limits on: what they allow, and no call while told to wait."""
    with a_slack() as slack:
        slack.control("/sandbox/limits", {"on": True})
        url = _owing(slack, database)
        with a_bot(slack, url):
            _until(lambda: bool(_calls(slack)))
            time.sleep(LIMITED_SECONDS + 1)
        calls = _calls(slack)
    began = calls[0].at
    within = [call for call in calls if call.at <= began + LIMITED_SECONDS]
    let_pass = sum(call.status == 200 for call in within)
    allowed = WORKSPACE_BURST + WORKSPACE_PER_SECOND * LIMITED_SECONDS
    refused = sum(call.status == 429 for call in within)
    yield at_least(
        "courier under Slack's limits: of what they allow",
        let_pass / allowed,
        LEAST_SHARE,
        beside=f"{let_pass} of {allowed:.0f} in {LIMITED_SECONDS:.0f} s, {refused} refusals",
    )
    yield at_most("courier: calls made inside a Retry-After", float(_too_early(calls)), 0)


def _too_early(calls: list[Call]) -> int:
    closed_until, early = 0.0, 0
    for call in calls:
        early += call.at < closed_until
        if call.status == 429:
            closed_until = max(closed_until, call.at + call.retry_after)
    return early


def _owing(slack: Slack, database: Database) -> str:
    """A database in which each of many channels is owed the news of one blocker."""
    channels = [ChannelId(f"C1{number:06}") for number in range(LETTERS)]
    for channel in channels:
        body = {"id": channel, "name": channel.lower(), "members": ["ana", "app"]}
        slack.control("/sandbox/channels", body)
    url = database.new()
    with a_bot(slack, url):
        pass  # it introduces itself
    store = open_store(url)
    for at in range(0, LETTERS, AT_ONCE):
        _write(store, WorkspaceId(slack.team_id), channels[at : at + AT_ONCE])
    store.close()
    return url


def _write(store: Store, workspace: WorkspaceId, channels: list[ChannelId]) -> None:
    now = datetime.now(UTC)

    def deed(tx: Transaction) -> None:
        records = Records(tx, workspace)
        work = Work(records, now=now, new_id=lambda: secrets.token_urlsafe(12))
        for channel in channels:
            _report(work, channel)

    store.write_now(deed)


def _report(work: Work, channel: ChannelId) -> None:
    """Through the product's own use cases, so that the letters are those of every day."""
    here = Channel(
        channel, channel.lower(), "channel", here=True, size=2, trouble=None, learnt_at=work.now
    )
    home = work.records.workspace
    ana = Person(
        WAITER, "ana", "ana", "UTC", home, guest=False, bot=False, gone=False, learnt_at=work.now
    )
    people.learn(work, people=[ana], channels=[here])
    wait = Wait(words=f"waiting on access to {channel}", function="data_access")
    blockers.report(work, wait, waiter=WAITER, channel=channel)
    if (team := work.records.teams.of_channel(channel)) is not None:
        teams.fill(work, team.id, people=[])


def _calls(slack: Slack) -> list[Call]:
    recorded: list[dict[str, Any]] = slack.control("/sandbox/records")
    return [
        Call(one["at"], one["status"], (one["answer"] or {}).get("retry_after", 0.0))
        for one in recorded
        if one["direction"] == "call" and one["method"] == METHOD
    ]


def _sent(bot: Listening) -> int:
    """By the bot's own count."""
    connection = HTTPConnection("127.0.0.1", bot.port, timeout=30)
    connection.request("GET", "/metrics")
    numbers = connection.getresponse().read().decode()
    connection.close()
    counted = (line for line in numbers.splitlines() if 'outcome="sent"' in line)
    return int(float(next(counted, "0 0").rpartition(" ")[2])) if numbers else 0


def _until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + GIVE_UP_SECONDS
    while not is_so():
        if time.monotonic() > end:
            raise RuntimeError("the courier did not get there in time")
        time.sleep(0.25)
