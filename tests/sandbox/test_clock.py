"""The clock: it can be read, turned and set, and who follows it misses nothing on the way."""

import socket
import time
from collections.abc import Callable, Iterator

import httpx
import pytest

from sandbox.server import Server
from tests.sandbox.follower import Follower
from tests.sandbox.page import Page

START = 1_763_716_800.0  # 2025-11-21 09:20 UTC
Following = Callable[..., Follower]


@pytest.fixture
def follow(server: Server) -> Iterator[Following]:
    followers: list[Follower] = []

    def start(name: str = "app", *, due: list[float] | None = None) -> Follower:
        followers.append(Follower(server.url, name, due=due).start())
        return followers[-1]

    yield start
    for follower in followers:
        follower.stop()


def frozen(page: Page) -> None:
    page.post("/clock/set", to=str(START), running=False)


def test_a_running_clock_goes_with_the_machines(page: Page) -> None:
    first = page.get("/clock")
    assert first["running"] is True
    assert abs(first["now"] - time.time()) < 1
    time.sleep(0.05)
    assert page.get("/clock")["now"] > first["now"]


def test_a_turn_without_followers_goes_straight_there(page: Page) -> None:
    frozen(page)
    turned = page.post("/clock/turn", to="+1h")
    assert (turned["now"], turned["stops"]) == (START + 3600, [])


def test_a_turn_stops_at_every_moment_that_is_due(page: Page, follow: Following) -> None:
    frozen(page)
    follower = follow(due=[START + 60, START + 60, START + 120, START + 7200])
    turned = page.post("/clock/turn", to="+1h")
    assert turned["stops"] == [START + 60, START + 120]
    assert follower.did == [START + 60, START + 60, START + 120]
    assert page.get("/clock")["now"] == START + 3600


def test_two_followers_are_both_waited_for(page: Page, follow: Following) -> None:
    frozen(page)
    one = follow("one", due=[START + 10, START + 30])
    two = follow("two", due=[START + 20])
    page.post("/clock/turn", to="+1m")
    assert (one.did, two.did) == ([START + 10, START + 30], [START + 20])


def test_work_that_comes_up_on_the_way_is_done_at_its_moment(page: Page, follow: Following) -> None:
    frozen(page)
    follower = follow(due=[START + 10])

    def again(at: float) -> None:
        if at < START + 50:
            follower.due.append(at + 10)

    follower.deed = again
    page.post("/clock/turn", to="+1h")
    assert follower.did == [START + 10 * n for n in range(1, 6)]


def test_what_is_due_exactly_at_the_target_is_done(page: Page, follow: Following) -> None:
    frozen(page)
    follower = follow(due=[START + 3600])
    page.post("/clock/turn", to="+1h")
    assert follower.did == [START + 3600]


def test_a_follower_that_hangs_does_not_hold_a_turn_for_ever(server: Server, page: Page) -> None:
    frozen(page)
    server.workspace.followers.patience = 0.5
    stuck = {"follower": "stuck", "version": 1, "done_until": START, "next_due": START}
    page.post("/clock/report", **stuck)
    assert page.post("/clock/turn", to="+1h")["now"] == START + 3600
    assert page.get("/sandbox")["followers"] == []


def test_a_follower_never_done_at_a_moment_is_left_behind(
    server: Server, page: Page, follow: Following
) -> None:
    frozen(page)
    follower = follow(due=[START + 10])
    server.workspace.followers.report("never", version=10**6, done_until=START, next_due=START + 5)
    turned = page.post("/clock/turn", to="+1h")
    assert turned["now"] == START + 3600
    assert len(turned["stops"]) < 200
    assert follower.did == [START + 10]


def test_a_follower_that_hangs_up_is_forgotten_at_once(server: Server, page: Page) -> None:
    frozen(page)
    version = page.get("/clock")["version"]
    page.post("/clock/report", follower="app", version=version, done_until=START, next_due=None)
    place = httpx.URL(server.url)
    with socket.create_connection((place.host, place.port or 80)) as waiting:
        path = f"/clock/next?after={version}&timeout=20&follower=app"
        waiting.sendall(f"GET {path} HTTP/1.1\r\nhost: x\r\n\r\n".encode())
        time.sleep(0.2)
        assert page.get("/sandbox")["followers"] == ["app"]
    time.sleep(0.2)
    assert page.get("/sandbox")["followers"] == []


def test_a_follower_may_leave(page: Page) -> None:
    page.post("/clock/report", follower="app", version=1, done_until=START, next_due=None)
    page.post("/clock/report", follower="app", gone=True)
    assert page.get("/sandbox")["followers"] == []


def test_a_clock_that_ran_runs_on_after_a_turn(page: Page) -> None:
    before = page.get("/clock")
    page.post("/clock/turn", to="+1h")
    after = page.get("/clock")
    assert after["running"] is True
    assert 3600 <= after["now"] - before["now"] < 3605
    assert after["version"] > before["version"]


def test_now_goes_back_to_the_machines_time(page: Page) -> None:
    page.post("/clock/turn", to="+1w")
    page.post("/clock/turn", to="now")
    assert abs(page.get("/clock")["now"] - time.time()) < 2


def test_waiting_for_the_next_version_ends_with_it_or_with_the_time(page: Page) -> None:
    version = page.get("/clock")["version"]
    before = time.monotonic()
    assert page.get("/clock/next", after=version, timeout=0.2)["version"] == version
    assert time.monotonic() - before >= 0.2
    page.post("/clock/set", running=False)
    assert page.get("/clock/next", after=version, timeout=5)["version"] == version + 1


def test_a_moment_nobody_understands_is_refused(page: Page) -> None:
    assert page.post("/clock/turn", to="whenever")["error"] == "invalid_moment"
