"""PostgreSQL goes away under load and comes back: refused meanwhile, never lost, soon well."""

import time
from random import Random

import pytest

from sandbox.server import Server
from tests.faults.conftest import Place
from tests.faults.judge import answers, gathered, verdict
from tests.faults.load import Load
from tests.faults.processes import bugs_in, wait_for
from tests.faults.settling import Hours
from tests.postgres import own_server

pytestmark = [pytest.mark.postgres, pytest.mark.processes, pytest.mark.timeout(1800)]

SERVICE_AGAIN = 10  # seconds


def test_a_restart_of_the_database_loses_nothing_and_is_soon_over(
    slack: Server, hours: Hours, place: Place, dice: Random, seed: int, proof: bool
) -> None:
    with own_server() as postgres:
        address = postgres.fresh()
        bot = place(address).start()
        # A click that could not be kept is told so beside the button, after its empty answer.
        flows = ("command", "form", "mention", "dm")
        with Load(slack, seed=seed, flows=flows) as load:
            for _ in range(50 if proof else 3):
                time.sleep(dice.uniform(0.2, 1.0))
                postgres.stop_at_once()
                time.sleep(dice.uniform(0.0, 2.0))
                postgres.start()
                wait_for(bot.is_ready, SERVICE_AGAIN, "no service after the database was back")
        hours.settle(address)

        evidence = gathered(slack, address, load.deeds)
        print(evidence.summary(), answers(slack))
        assert verdict(evidence) == []
        assert bugs_in(bot.said()) == []
        assert {answer for _, answer in answers(slack)} <= {"yes", "no", 503}
        assert bot.starts == 1
