"""Two processes on one PostgreSQL: both take requests, one speaks, and either may die or freeze."""

import time
from functools import partial
from itertools import cycle
from random import Random

import pytest

from sandbox.faults import Fault
from sandbox.server import Server
from tests.faults.conftest import Place
from tests.faults.judge import gathered, verdict
from tests.faults.load import Load
from tests.faults.processes import BotProcess, bugs_in, wait_for
from tests.faults.settling import Hours

pytestmark = [pytest.mark.postgres, pytest.mark.processes, pytest.mark.timeout(1800)]

LEASE_SECONDS = 15
UNSURE_AFTER = 10  # seconds in which a process that wakes up knows that it slept too long


def test_the_one_who_speaks_is_killed_and_the_other_takes_over(
    slack: Server,
    postgres_url: str,
    hours: Hours,
    place: Place,
    dice: Random,
    seed: int,
    proof: bool,
) -> None:
    bots = [place(postgres_url).start(), place(postgres_url).start()]
    with Load(slack, seed=seed, before_each=Alternately(slack, bots)) as load:
        for _ in range(33 if proof else 1):
            load.go_on()
            slow(slack, 0.03)
            for _ in range(3):
                time.sleep(dice.uniform(0.3, 1.0))
                victim = speaker(bots)
                victim.kill()
                hours.bury()
                hours.jump(seconds=LEASE_SECONDS + 1)
                time.sleep(dice.uniform(0.1, 0.5))
                victim.start()
            load.rest()
            slack.workspace.faults.clear()
            hours.settle(postgres_url)
    hours.settle(postgres_url)

    evidence = gathered(slack, postgres_url, load.deeds)
    print(evidence.summary())
    assert verdict(evidence) == []
    assert all(bot.letters_carried() for bot in bots)
    assert [bug for bot in bots for bug in bugs_in(bot.said())] == []


def test_one_that_froze_beyond_its_lease_says_nothing_twice(
    slack: Server,
    postgres_url: str,
    hours: Hours,
    place: Place,
    dice: Random,
    seed: int,
    proof: bool,
) -> None:
    bots = [place(postgres_url).start(), place(postgres_url).start()]
    hours.run()
    with Load(slack, seed=seed, before_each=Alternately(slack, bots)) as load:
        for _ in range(50 if proof else 1):
            load.go_on()
            slow(slack, 0.3)  # so that there is much in its hands when it freezes
            time.sleep(dice.uniform(1.5, 2.5))
            sleeper = speaker(bots)
            sleeper.freeze()
            froze = time.monotonic()
            other = bots[1 - bots.index(sleeper)]
            if not proof:
                hours.jump(seconds=LEASE_SECONDS - UNSURE_AFTER)
            wait_for(partial(carries_more, other, other.letters_carried()), 30, "no take-over")
            time.sleep(max(0.0, froze + UNSURE_AFTER + dice.uniform(0.5, 2.0) - time.monotonic()))
            sleeper.thaw()
            load.rest()
            slack.workspace.faults.clear()
            hours.settle(postgres_url)
    hours.settle(postgres_url)

    evidence = gathered(slack, postgres_url, load.deeds)
    print(evidence.summary())
    assert verdict(evidence) == []
    assert [bug for bot in bots for bug in bugs_in(bot.said())] == []


def test_a_lease_is_given_back_at_the_end_so_that_nobody_waits(
    slack: Server, postgres_url: str, hours: Hours, place: Place, seed: int
) -> None:
    first = place(postgres_url).start()
    with Load(slack, seed=seed) as load:
        wait_for(lambda: first.letters_carried() > 3, 20)
        second = place(postgres_url).start()
        slack.workspace.deliveries.request_url = second.slack_url
        first.terminate()
        assert first.ends(within=25) == 0
        before = second.letters_carried()
        wait_for(lambda: second.letters_carried() > before, 5, "the clock stood still")
    hours.settle(postgres_url)
    assert verdict(gathered(slack, postgres_url, load.deeds)) == []


class Alternately:
    """Slack brings this to the one process, and that to the other."""

    def __init__(self, slack: Server, bots: list[BotProcess]) -> None:
        self._deliveries = slack.workspace.deliveries
        self._addresses = cycle([bot.slack_url for bot in bots])

    def __call__(self) -> None:
        self._deliveries.request_url = next(self._addresses)


def speaker(bots: list[BotProcess]) -> BotProcess:
    """The one that carries letters now."""
    before = [bot.letters_carried() for bot in bots]
    found: list[BotProcess] = []

    def speaks() -> bool:
        found[:] = [bot for bot, n in zip(bots, before, strict=True) if bot.letters_carried() > n]
        return bool(found)

    wait_for(speaks, 20, "nobody speaks")
    return found[0]


def carries_more(bot: BotProcess, than: int) -> bool:
    return bot.letters_carried() > than


def slow(slack: Server, seconds: float) -> None:
    """Each letter takes Slack a moment, so that some are always in the air."""
    slack.workspace.faults.add(Fault("chat.postMessage", "slow", seconds=seconds, times=-1))
