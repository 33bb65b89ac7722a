"""What every test may use: migrated databases, and a team that talks to a whole bot."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from storage.migrate import upgrade
from storage.store import Store, open_store
from tests.postgres import postgres as postgres
from tests.postgres import postgres_url as postgres_url
from tests.running import a_bot, a_slack, copied
from tests.team import Clock, Team

# The same examples in every run, so that a change alone can turn a test red; `make proof` looks
# for new ones.
settings.register_profile("steady", derandomize=True, deadline=None)  # others work here too
settings.register_profile("proof", max_examples=1_000, deadline=None)
settings.load_profile("proof" if os.environ.get("PINWHEEL_PROOF") else "steady")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite database to copy."""
    place = tmp_path_factory.mktemp("template") / "empty.db"
    store = open_store(f"sqlite:///{place}")
    upgrade(store.engine)
    store.close()
    return place


@pytest.fixture
def database_url(migrated: Path, tmp_path: Path) -> str:
    return copied(migrated, tmp_path / "pinwheel.db")


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.close()


@pytest.fixture
def team(database_url: str) -> Iterator[Team]:
    """The sandbox's team on a Monday at 10:00 in Berlin, and the bot among them, over HTTP."""
    with a_slack() as server, a_bot(server, database_url):
        talking = Team(server)
        yield talking
        talking.close()


@pytest.fixture
def clock(team: Team) -> Clock:
    return team.clock
