"""The demo's earlier weeks, played to the real bot: on whichever weekday somebody tries it."""

import time
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sandbox.seeding import workspace
from sandbox.server import Server, serve
from tests.running import MANIFEST, a_bot
from tests.team import Team

LONGEST = 120.0  # seconds, on a machine that is busy


def at_noon(day: str) -> float:
    return (
        datetime.fromisoformat(f"{day} 12:00").replace(tzinfo=ZoneInfo("Europe/Berlin")).timestamp()
    )


@pytest.fixture(
    params=["2026-03-09", "2026-03-13", "2026-11-21"], ids=["monday", "friday", "saturday"]
)
def tried(request: pytest.FixtureRequest, database_url: str) -> Iterator[Team]:
    ahead = at_noon(request.param) - time.time()
    built = workspace(
        manifest=MANIFEST, machine=lambda: time.time() + ahead, salt="T", secret="probe"
    )
    with serve(built) as server, a_bot(server, database_url):
        play(server)
        talking = Team(server)
        yield talking
        talking.close()


def play(server: Server) -> None:
    team = Team(server)
    team.http.post("/sandbox/play")
    until = time.monotonic() + LONGEST
    while (played := team.http.get("/sandbox").json()["history"])["running"]:
        assert time.monotonic() < until, played
        time.sleep(0.1)
    assert played["missed"] == []
    team.close()


def test_a_visitor_finds_open_reviews_and_the_pairs_of_last_monday(tried: Team) -> None:
    tried.says("ana", "/review mine")
    mine = tried.answers("ana")[-1]
    assert "Yours to act on" in mine
    assert "churn-model#249" in mine
    assert "renewal-forecast#118" in mine

    tried.says("ana", "/pair")
    assert "you pair up" in tried.answers("ana")[-1]
    tried.says("ana", "/pair history")
    assert ", met" in tried.answers("ana")[-1]
