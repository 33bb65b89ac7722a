"""SIGTERM under load, and the pause: work in hand ends, leases go back, nothing is lost."""

import time
from contextlib import closing
from datetime import UTC, datetime
from random import Random

import pytest
from sqlalchemy import func, select

from sandbox.faults import Fault
from sandbox.server import Server
from storage.outbox import Letter, Outbox
from storage.schema import leases, letters
from storage.store import open_store
from storage.transaction import Transaction
from storage.types import LetterId, WorkspaceId
from tests.faults.conftest import Place
from tests.faults.judge import gathered, verdict
from tests.faults.load import Hands, Load, working_channels
from tests.faults.processes import bugs_in, wait_for
from tests.faults.settling import Hours

pytestmark = [pytest.mark.processes, pytest.mark.timeout(1800)]

SECONDS_TO_END = 25
SECONDS_TO_PAUSE = 5


def test_it_ends_in_order_under_load(
    slack: Server,
    any_database: str,
    hours: Hours,
    place: Place,
    dice: Random,
    seed: int,
    proof: bool,
) -> None:
    bot = place(any_database, by_command=any_database.startswith("sqlite"))
    slack.workspace.faults.add(Fault("chat.postMessage", "slow", seconds=0.2, times=-1))
    with Load(slack, seed=seed) as load:
        for _ in range(100 if proof else 2):
            bot.start()
            time.sleep(dice.uniform(0.2, 1.5))
            bot.terminate()
            assert bot.ends(within=SECONDS_TO_END) == 0
            assert left_behind(any_database, hours.clock.now()) == (0, 0)
    slack.workspace.faults.clear()
    bot.start()
    hours.settle(any_database)
    assert verdict(gathered(slack, any_database, load.deeds)) == []
    assert bugs_in(bot.said()) == []


def test_it_ends_in_time_although_slack_does_not_answer(
    slack: Server, database_url: str, hours: Hours, place: Place, seed: int
) -> None:
    bot = place(database_url).start()
    with Load(slack, seed=seed, flows=("dm", "command")) as load:
        slack.workspace.faults.add(Fault("*", "hang", after=True, times=-1))
        wait_for(lambda: bool(slack.workspace.records.entries), 10)
        time.sleep(1)
        bot.terminate()
    assert bot.ends(within=SECONDS_TO_END) == 0
    slack.workspace.faults.clear()
    bot.start()
    hours.settle(database_url)
    assert verdict(gathered(slack, database_url, load.deeds)) == []


def test_a_pause_stops_what_nobody_asked_for_and_only_that(
    slack: Server, database_url: str, hours: Hours, place: Place
) -> None:
    hours.run()
    bot = place(database_url).start()
    slack.workspace.faults.add(Fault("chat.postMessage", "slow", seconds=0.2, times=-1))
    channels = working_channels(slack, 50)
    owe_unasked(database_url, WorkspaceId(slack.workspace.team_id), channels, hours.clock.now())
    wait_for(lambda: greeted(slack, channels) > 1, 10)

    bot.pinwheel("pause")
    time.sleep(SECONDS_TO_PAUSE)
    by_then = greeted(slack, channels)
    with closing(Hands(slack)) as hands:
        hands.says("ana", "/blocked waiting on the grain silo")
        wait_for(lambda: bool(hands.posts("grain silo")), 5, "an answer was held back too")
    time.sleep(1)
    assert greeted(slack, channels) == by_then < len(channels)

    bot.pinwheel("pause", "--off")
    slack.workspace.faults.clear()
    wait_for(lambda: greeted(slack, channels) == len(channels), 20)


def left_behind(database_url: str, now: float) -> tuple[int, int]:
    """Letters in the air, and leases that nobody else could take now."""
    in_the_air = select(func.count()).where(letters.c.state == "sending")

    def look(tx: Transaction) -> tuple[int, int]:
        flying = tx.all(in_the_air.execution_options(everywhere=True))[0][0]
        until = [row.until for row in tx.all(select(leases.c.until))]
        return flying, sum(one > datetime.fromtimestamp(now, UTC) for one in until)

    with closing(open_store(database_url)) as store:
        return store.read_now(look)


def owe_unasked(database_url: str, here: WorkspaceId, channels: list[str], now: float) -> None:
    made = datetime.fromtimestamp(now, UTC)

    def put(tx: Transaction) -> None:
        for channel in channels:
            letter = Letter(
                id=LetterId(f"greeting-{channel}"),
                verb="post",
                kind="channel.greeted",
                conversation=channel,
                facts={"inviter": None},
                made_at=made,
                not_before=made,
                asked=False,
            )
            Outbox(tx, here).put(letter)

    with closing(open_store(database_url)) as store:
        store.write_now(put)


def greeted(slack: Server, channels: list[str]) -> int:
    places = [slack.workspace.conversations.get(channel) for channel in channels]
    return sum(bool(place.messages.by_ts) for place in places)
