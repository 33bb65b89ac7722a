"""Many teams' pairs due in the same minute, and the bot killed half-way: each group DM once."""

import time
from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime
from random import Random
from typing import Any

import pytest

from bot import pairs
from bot.rhythms import Rhythm
from bot.world import Work
from sandbox.server import Server
from storage.people import Channel, Person
from storage.records import Records
from storage.store import open_store
from storage.teams import Team
from storage.types import ChannelId, PersonId, TeamId, WorkspaceId
from tests.faults.conftest import Place
from tests.faults.processes import bugs_in
from tests.faults.settling import Hours, owed
from tests.running import MONDAY_MORNING
from tests.team import words

PEOPLE = 12
A_WEEK = 7 * 86_400
MOST_SECONDS = 1_500.0
BEGINS = datetime.fromtimestamp(MONDAY_MORNING + A_WEEK, UTC)  # 10:00 in Berlin: all are at work
pytestmark = [pytest.mark.processes, pytest.mark.timeout(3600)]


def test_a_hundred_teams_of_twelve_hear_once_each(
    slack: Server,
    database_url: str,
    hours: Hours,
    place: Place,
    dice: Random,
    proof: bool,
) -> None:
    teams, kills = (100, 12) if proof else (4, 2)  # Slack opens 50 a minute: a while
    names = [f"U0P{number:04}" for number in range(teams * PEOPLE)]
    bot = place(database_url).start()  # which introduces itself
    bot.kill()
    hours.bury()
    people_come(hours, names)
    turn_on(slack.workspace.team_id, database_url, names)
    slack.workspace.limits.change({"on": True})
    bot.start()
    hours.jump(seconds=A_WEEK)
    for _ in range(kills):
        time.sleep(dice.uniform(0.5, 2.5))
        bot.kill()
        hours.bury()
        bot.start()
        hours.jump(seconds=dice.choice((1, 16, 40)))
    say_all(hours, database_url)

    assert owed(database_url) == 0
    told = heard(slack)
    assert set(told.values()) == {1}
    assert sorted(who for together in told for who in together) == sorted(names)
    refused = calls_refused(slack)
    assert sum(refused.values()) < 0.1 * teams * PEOPLE, refused
    assert bugs_in(bot.said()) == []


def people_come(hours: Hours, names: list[str]) -> None:
    for name in names:
        hours.controls("people", {"id": name, "name": name.lower(), "tz": "Europe/Berlin"})


def turn_on(workspace: str, database_url: str, names: list[str]) -> None:
    """Each twelve people are a team whose pairs begin in the same minute."""

    def verb(tx: Any) -> None:
        now = datetime.fromtimestamp(MONDAY_MORNING, UTC)
        work = Work(Records(tx, WorkspaceId(workspace)), now=now, new_id=lambda: "")
        for number in range(0, len(names), PEOPLE):
            _one_team(
                work, TeamId(f"t{number}"), [PersonId(one) for one in names[number:][:PEOPLE]]
            )

    with closing(open_store(database_url)) as store:
        store.write_now(verb)


def _one_team(work: Work, team: TeamId, people: list[PersonId]) -> None:
    records, place = work.records, ChannelId(f"C{team.upper()}")
    records.channels.put(Channel(place, team, "channel", True, PEOPLE, None, work.now))
    records.teams.add(Team(team, place, people[0], work.now, work.now))
    for one in people:
        home = records.workspace
        person = Person(one, one, one.lower(), "Europe/Berlin", home, False, False, False, work.now)
        records.people.put(person)
        records.teams.join(team, one, at=work.now)
        records.rhythms.join(team, pairs.NAME, one, work.now)
    zone, day = "Europe/Berlin", date(2026, 3, 16)
    rhythm = Rhythm(team, pairs.NAME, "mon 10:00", zone, {}, True, people[0], day, BEGINS)
    records.rhythms.put(rhythm)


def say_all(hours: Hours, database_url: str) -> None:
    """Slack opens fifty conversations in a minute: the clock runs, as on a wall, until all are."""
    hours.run()
    until = time.monotonic() + MOST_SECONDS
    while owed(database_url) and time.monotonic() < until:
        time.sleep(1)
    hours.run(on=False)


def heard(slack: Server) -> Counter[frozenset[str]]:
    """How often each group DM was told that it is a pair."""
    found: Counter[frozenset[str]] = Counter()
    for one in slack.workspace.conversations:
        if one.kind == "mpim" and any(who.startswith("U0P") for who in one.members):
            people = frozenset(who for who in one.members if who.startswith("U0P"))
            said = [words(message.slack()) for message in one.messages.by_ts.values()]
            found[people] += sum("you pair up" in text for text in said)
    return found


def calls_refused(slack: Server) -> Counter[str]:
    """By Slack's limits."""
    return Counter(
        one["method"]
        for one in slack.workspace.records.entries
        if one["direction"] == "call" and "ratelimited" in str(one)
    )
