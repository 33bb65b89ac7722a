"""Socket Mode: the same story; silence is noticed, nothing is lost between two connections."""

import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from sandbox.faults import Fault
from sandbox.server import Server
from tests.faults.conftest import Place
from tests.faults.judge import answers, gathered, verdict
from tests.faults.load import Deed, Hands, Load, Patient
from tests.faults.processes import BotProcess, bugs_in, wait_for
from tests.faults.settling import Hours

pytestmark = [pytest.mark.processes, pytest.mark.timeout(1800)]

NOTICED_WITHIN = 30  # seconds


@pytest.fixture
def bot(place: Place, database_url: str) -> BotProcess:
    return place(database_url, sockets=True).start()


@pytest.fixture
def people(slack: Server) -> Iterator[Patient]:
    used = Patient(slack)
    yield used
    used.close()


def test_a_wait_is_tracked_seen_and_ended(bot: BotProcess, people: Patient) -> None:
    people.says("ana", "/blocked waiting on ETL changes for the churn table from @dana")
    people.sees_alone("ana", "Data engineering")
    people.hears("ben", "ETL changes for the churn table")
    people.clicks("dana", "On it", on="ETL changes")
    people.hears("ben", "@dana is on it")
    people.clicks("dana", "Resolved", on="ETL changes")
    people.hears("ana", "Resolved: blocker #1")
    people.says("chiara", "/blocked")
    assert people.fills("chiara", words="waiting on the grain silo") == {"ok": True}
    people.hears("ben", "grain silo")


def test_it_keeps_two_connections_and_dials_again_when_they_are_cut(
    slack: Server, bot: BotProcess, people: Patient
) -> None:
    two_are_open(slack)
    people.controls("sockets", do="close")
    wait_for(lambda: bool(open_connections(slack)), NOTICED_WITHIN)
    two_are_open(slack)
    people.says("ana", "/blocked waiting on the grain silo")
    people.hears("ben", "grain silo")


def test_slack_may_ask_it_to_reconnect(slack: Server, bot: BotProcess, people: Patient) -> None:
    two_are_open(slack)
    before = set(map(id, slack.workspace.sockets.connections))
    people.controls("sockets", do="disconnect", reason="refresh_requested")
    wait_for(lambda: before.isdisjoint(map(id, slack.workspace.sockets.connections)), 30)
    two_are_open(slack)
    people.says("ana", "/blocked waiting on the grain silo")
    people.hears("ben", "grain silo")


def test_a_silent_connection_is_noticed_and_replaced(
    slack: Server, bot: BotProcess, people: Hands, hours: Hours
) -> None:
    two_are_open(slack)
    silent = open_connections(slack)
    people.controls("sockets", do="silence")
    people.says("ana", "blocked waiting on the grain silo", to="dm")
    wait_for(lambda: len(set(open_connections(slack)) - set(silent)) == 2, NOTICED_WITHIN)
    assert bot.health() == 200
    hours.clock.passes(minutes=6)  # what went into the silence comes again
    people.hears("ana", "Got it, tracked as #1", at="dm")


def test_it_is_not_ready_while_nothing_can_be_received(
    slack: Server, bot: BotProcess, people: Patient
) -> None:
    two_are_open(slack)
    people.controls("faults", method="apps.connections.open", kind="status", times=-1)
    people.controls("sockets", do="close")
    wait_for(lambda: bot.health() == 503, NOTICED_WITHIN, "it says that it receives")
    assert "sockets" in bot.wrong()
    slack.workspace.faults.clear()
    wait_for(lambda: bot.health() == 200, 60, "it does not come back")
    assert open_connections(slack)


def test_an_event_whose_connection_closed_before_the_answer_comes_again_and_counts_once(
    slack: Server, database_url: str, bot: BotProcess, hours: Hours
) -> None:
    two_are_open(slack)
    slack.workspace.faults.add(Fault("users.info", "slow", seconds=0.5))
    deed = Deed("dm", "nonce0000000001", "ana", "dm")
    with closing(Hands(slack)) as hands:
        hands.says("ana", f"blocked waiting on ETL changes for {deed.nonce}", to="dm")
    wait_for(lambda: not slack.workspace.faults.waiting, 10)
    cut(slack)
    wait_for(lambda: answers(slack)["dm", "dispatch_failed"] > 0, 10)
    two_are_open(slack)
    hours.settle(database_url)
    evidence = gathered(slack, database_url, [deed])
    assert evidence.accepted["dm", deed.nonce], "Slack came again"
    assert verdict(evidence) == []


def test_no_cut_loses_anything(
    slack: Server, database_url: str, hours: Hours, bot: BotProcess, seed: int, proof: bool
) -> None:
    with Load(slack, seed=seed) as load:
        for _ in range(100 if proof else 2):
            time.sleep(1.0)
            cut(slack)
        time.sleep(0.5)
    wait_for(lambda: bool(open_connections(slack)), 60)
    hours.settle(database_url)
    evidence = gathered(slack, database_url, load.deeds)
    print(evidence.summary())
    assert verdict(evidence) == []
    assert bugs_in(bot.said()) == []


def test_a_kill_in_socket_mode_loses_nothing(
    slack: Server, database_url: str, hours: Hours, bot: BotProcess, seed: int, proof: bool
) -> None:
    with Load(slack, seed=seed) as load:
        for _ in range(100 if proof else 3):
            time.sleep(0.7)
            bot.kill()
            hours.bury()
            bot.start()
            hours.jump(seconds=16)
    hours.settle(database_url)
    assert verdict(gathered(slack, database_url, load.deeds)) == []
    assert bugs_in(bot.said()) == []


def open_connections(slack: Server) -> list[object]:
    return list(slack.workspace.sockets.connections)


def two_are_open(slack: Server) -> None:
    wait_for(lambda: len(open_connections(slack)) == 2, 60, "two connections are not open")


def cut(slack: Server) -> None:
    people = Patient(slack)
    people.controls("sockets", do="close")
    people.close()
