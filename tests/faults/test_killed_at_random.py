"""SIGKILL at any moment under load: nothing acknowledged is lost, nothing is said twice."""

import time
from random import Random

import pytest

from sandbox.faults import Fault
from sandbox.server import Server
from tests.faults.conftest import Place
from tests.faults.judge import gathered, verdict
from tests.faults.load import Load
from tests.faults.processes import BotProcess, bugs_in
from tests.faults.settling import Hours

MOST_LISTED = 50
pytestmark = [pytest.mark.processes, pytest.mark.timeout(1800)]


def test_no_kill_loses_or_doubles_anything(
    slack: Server,
    any_database: str,
    hours: Hours,
    place: Place,
    dice: Random,
    seed: int,
    proof: bool,
) -> None:
    bot = place(any_database).start()
    with Load(slack, seed=seed) as load:
        for _ in range(20 if proof else 1):
            load.go_on()
            for _ in range(13 if proof else 6):
                hold_letters_in_the_air(slack, after=dice.random() < 0.5)
                time.sleep(dice.uniform(0.05, 0.8))
                bot.kill()
                hours.bury()
                bot.start()
                hours.jump(seconds=dice.choice((0.1, 1, 16, 40)))
            load.rest()
            slack.workspace.faults.clear()
            hours.settle(any_database)
    hours.settle(any_database)

    evidence = gathered(slack, any_database, load.deeds)
    print(evidence.summary())
    assert verdict(evidence) == []
    assert listed_as_unconfirmed(bot) == min(evidence.unconfirmed, MOST_LISTED)
    assert bugs_in(bot.said()) == []


def listed_as_unconfirmed(bot: BotProcess) -> int:
    """How many letters whoever runs this is shown."""
    return sum(one["state"] == "unconfirmed" for one in bot.status()["worries"])


def hold_letters_in_the_air(slack: Server, *, after: bool) -> None:
    """Slack takes a moment for each, so that a kill meets some of them before or after the deed."""
    slack.workspace.faults.clear()
    for method in ("chat.postMessage", "chat.postEphemeral", "chat.update", "users.info"):
        slow = Fault(method, "slow", seconds=0.03, after=after, times=-1)
        slack.workspace.faults.add(slow)
