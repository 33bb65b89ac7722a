"""SQLite held by somebody else for five seconds: a quick no with the words given back."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import make_url

from sandbox.server import Server
from tests.faults.conftest import Place
from tests.faults.judge import answers, gathered, verdict
from tests.faults.load import Hands, Load
from tests.faults.processes import bugs_in
from tests.faults.settling import Hours
from tests.team import words

pytestmark = [pytest.mark.processes]

LOCKED_SECONDS = 5
SLACK_WAITS = 3.0  # seconds


@pytest.fixture
def hands(slack: Server) -> Iterator[Hands]:
    used = Hands(slack)
    yield used
    used.close()


def test_a_command_gets_a_sentence_and_its_words_back(
    slack: Server, database_url: str, place: Place, hands: Hands
) -> None:
    place(database_url).start()
    with locked(database_url):
        began = time.monotonic()
        hands.says("ana", "/blocked waiting on the grain silo from @dana")
        took = time.monotonic() - began
    said = words(hands.messages("ana", "#ds-team")[-1])
    assert "I could not save that just now; nothing was kept." in said
    assert "waiting on the grain silo" in said
    assert took < SLACK_WAITS
    hands.says("ana", "/blocked waiting on the grain silo from @dana")
    assert "tracked as #1" in words(hands.sees_alone("ana", "grain silo"))


def test_a_form_keeps_what_was_entered(
    slack: Server, database_url: str, place: Place, hands: Hands
) -> None:
    place(database_url).start()
    hands.says("ana", "/blocked")
    with locked(database_url):
        answer = hands.fills("ana", words="waiting on the grain silo")
    assert "could not save" in answer["errors"]["words"]
    assert hands.fills("ana", words="waiting on the grain silo") == {"ok": True}


def test_a_click_is_told_beside_the_button(
    slack: Server, database_url: str, place: Place, hands: Hands, hours: Hours
) -> None:
    place(database_url).start()
    hands.says("ana", "/blocked waiting on the grain silo")
    hours.clock.passes(seconds=0)
    with locked(database_url):
        hands.clicks("ben", "Resolved", on="grain silo")
        hours.clock.passes(seconds=0)
    hands.sees_alone("ben", "could not save")
    hands.clicks("ben", "Resolved", on="grain silo")
    hours.clock.passes(seconds=0)
    hands.hears("ana", "Resolved: blocker #1")


def test_a_click_in_a_form_is_told_over_the_form(
    slack: Server, database_url: str, place: Place, hands: Hands, hours: Hours
) -> None:
    place(database_url).start()
    hands.says("ana", "/blocked")
    hands.fills("ana", words="waiting on the grain silo")
    hours.clock.passes(seconds=0)
    with locked(database_url):
        hands.clicks_in_form("ana", "Resolved")
        hours.clock.passes(seconds=0)
    assert "could not save" in words(hands.form("ana"))


def test_an_event_is_brought_again(
    slack: Server, database_url: str, place: Place, hands: Hands, hours: Hours
) -> None:
    place(database_url).start()
    with locked(database_url):
        hands.says("ana", "blocked waiting on the grain silo", to="dm")
        time.sleep(SLACK_WAITS)
    assert answers(slack) == {("dm", 503): 2}, "Slack came twice, and was sent away"
    hours.clock.passes(minutes=1)
    hands.hears("ana", "Got it, tracked as #1", at="dm")


def test_a_whole_team_is_answered_in_time_and_truly(
    slack: Server, database_url: str, place: Place, hours: Hours, seed: int
) -> None:
    bot = place(database_url).start()
    with Load(slack, seed=seed, flows=("command", "form", "mention", "dm")) as load:
        time.sleep(1)
        with locked(database_url):
            assert "database" in bot.wrong()
            time.sleep(LOCKED_SECONDS)
            assert bot.health() == 503
        assert bot.health() == 200
        time.sleep(1)
    hours.settle(database_url)

    evidence = gathered(slack, database_url, load.deeds)
    found = answers(slack)
    print(evidence.summary(), found)
    assert verdict(evidence) == []
    assert {answer for _, answer in found} == {"yes", "no", 503}
    assert bugs_in(bot.said()) == []


@contextmanager
def locked(database_url: str) -> Iterator[None]:
    """Somebody writes, and does not come to an end."""
    place = make_url(database_url).database or ""
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
