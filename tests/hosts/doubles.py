"""GitHub's double with the weather before it, one of each for a whole run, as fixtures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.hosts import emulated
from tests.hosts.emulated import Repository
from tests.hosts.serving import free_port, served
from tests.hosts.weather import Weather


@dataclass(frozen=True)
class Double:
    url: str  # where the weather is
    behind: str
    weather: Weather
    app_key: str  # of the GitHub App that Ana installed

    @property
    def web(self) -> str:
        """As links name it."""
        return self.url.partition("://")[2]


@pytest.fixture(scope="session")
def github(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Double]:
    why = emulated.missing()
    if why is not None:
        pytest.skip(why)
    port, behind = free_port(), free_port()
    place = tmp_path_factory.mktemp("github")
    weather, key = Weather(f"http://127.0.0.1:{behind}"), _a_key()
    with (
        served(weather, port) as url,
        emulated.github_double(place, port=behind, called=url, app_key=key) as real,
    ):
        yield Double(url, real, weather, key)


def _a_key() -> str:
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return made.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    ).decode()


@pytest.fixture
def weather(github: Double) -> Iterator[Weather]:
    github.weather.calm()
    yield github.weather
    github.weather.calm()


@pytest.fixture
def repository(
    github: Double, weather: Weather, request: pytest.FixtureRequest
) -> Iterator[Repository]:
    """A new one for each test, so that the double need not be started anew."""
    name = re.sub(r"[^a-z0-9]+", "-", request.node.name.lower()).strip("-")[:80]
    made = Repository(github.behind, name)
    yield made
    made.close()
