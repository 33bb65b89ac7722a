"""Our GitHub App against GitHub's double: it signs for itself and gets a token for each owner."""

import asyncio
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot.hosts import Why
from handlers.hosts.fence import Fence
from handlers.hosts.keys import App
from handlers.hosts.wire import NotRead, Wire
from tests.hosts.doubles import Double
from tests.hosts.emulated import APP, Repository
from tests.hosts.weather import Weather


class Signed:
    """A wire that is opened by the App."""

    def __init__(self, github: Double, *, key: str = "", ahead: timedelta = timedelta(0)) -> None:
        self._url = github.url
        self.seconds = 0.0
        self._app = App(
            str(APP),
            key or github.app_key,
            now=lambda: datetime.now(UTC) + ahead,
            seconds=lambda: self.seconds,
        )

    def get(self, *paths: str) -> list[int]:
        async def reading() -> list[int]:
            fence = Fence(httpx.AsyncHTTPTransport(), origins=[self._url], private=["localhost"])
            async with httpx.AsyncClient(transport=fence) as client:
                wire = Wire(self._url, client, self._app)
                return [(await wire.get(path)).status for path in paths]

        return asyncio.run(reading())


@pytest.fixture
def app(github: Double) -> Signed:
    return Signed(github)


def minted(weather: Weather) -> int:
    return len(weather.calls("POST /app/installations/.*/access_tokens"))


def test_a_token_is_made_once_for_an_owner(
    app: Signed, repository: Repository, weather: Weather
) -> None:
    path = f"/repos/{repository.place}"
    assert app.get(path, f"{path}/pulls", path) == [200, 200, 200]
    assert minted(weather) == 1


def test_another_is_made_before_it_expires(
    app: Signed, repository: Repository, weather: Weather
) -> None:
    app.get(f"/repos/{repository.place}")
    app.seconds += 3001
    app.get(f"/repos/{repository.place}")
    assert minted(weather) == 2


def test_another_is_made_when_the_first_was_taken_back(
    app: Signed, repository: Repository, weather: Weather
) -> None:
    path = f"/repos/{repository.place}"
    app.get(path)
    weather.said("Bad credentials", status=401, path=path, times=1)
    with pytest.raises(NotRead) as refused:
        app.get(path)
    assert refused.value.unread.why is Why.REFUSED
    assert app.get(path) == [200]
    assert minted(weather) == 2


def test_where_it_is_not_installed_nothing_is_read(app: Signed, weather: Weather) -> None:
    with pytest.raises(NotRead) as missing:
        app.get("/repos/ben/secrets")
    assert missing.value.unread.why is Why.GONE


def test_what_is_signed_too_late_is_refused(
    github: Double, repository: Repository, weather: Weather
) -> None:
    late = Signed(github, ahead=-timedelta(hours=1))
    with pytest.raises(NotRead) as refused:
        late.get(f"/repos/{repository.place}")
    assert refused.value.unread.why is Why.REFUSED
