"""The scene of every fault: a small Slack, databases of both kinds, processes that may die."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random, SystemRandom

import pytest

from sandbox.server import Server
from tests.faults.processes import BotProcess
from tests.faults.settling import Hours
from tests.recorded import keep_calls
from tests.running import a_slack

Place = Callable[..., BotProcess]


@pytest.fixture(scope="session")
def proof() -> bool:
    """Whether there is time to prove it, not only to show it."""
    return bool(os.environ.get("PINWHEEL_PROOF"))


@pytest.fixture
def seed(record_property: Callable[[str, object], None]) -> int:
    """Another one at each run, printed with a failure; PINWHEEL_SEED repeats one."""
    chosen = int(os.environ.get("PINWHEEL_SEED") or SystemRandom().randrange(2**32))
    record_property("seed", chosen)
    print(f"PINWHEEL_SEED={chosen}")
    return chosen


@pytest.fixture
def dice(seed: int) -> Random:
    return Random(seed)


@pytest.fixture
def slack() -> Iterator[Server]:
    """A sandbox whose clock stands until it is turned, and does not wait long for the dead."""
    with a_slack() as server:
        server.workspace.followers.patience = 3.0
        yield server
        keep_calls(server)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def any_database(request: pytest.FixtureRequest) -> str:
    """The address of a migrated, empty database of either kind."""
    name = "database_url" if request.param == "sqlite" else "postgres_url"
    address: str = request.getfixturevalue(name)
    return address


@pytest.fixture
def hours(slack: Server) -> Iterator[Hours]:
    """Slack's time, to be turned."""
    with closing(Hours(slack)) as turned:
        yield turned


@pytest.fixture
def place(slack: Server, tmp_path: Path) -> Iterator[Place]:
    """Makes places where a bot may run; whatever still runs there at the end is ended."""
    places: list[BotProcess] = []

    def found(
        database_url: str,
        *,
        sockets: bool = False,
        by_command: bool = False,
        log_level: str = "info",
    ) -> BotProcess:
        made = BotProcess(
            slack,
            database_url,
            tmp_path,
            sockets=sockets,
            by_command=by_command,
            log_level=log_level,
        )
        places.append(made)
        if not sockets and len(places) == 1:
            slack.workspace.deliveries.request_url = made.slack_url
        return made

    yield found
    for one in places:
        one.close()
