"""What the doctor says of the code hosts."""

import asyncio
from datetime import UTC, datetime

from bot.hosts import GITHUB, GITLAB
from handlers.doctor import Finding
from handlers.hosts import HostSettings, ask_hosts
from tests.hosts.doubles import Double
from tests.hosts.emulated import APP
from tests.hosts.serving import free_port
from tests.hosts.weather import Weather


def findings(*settings: HostSettings, private: tuple[str, ...] = ("localhost",)) -> list[Finding]:
    return asyncio.run(ask_hosts(settings, private=private, now=datetime.now(UTC)))


def test_it_says_as_whom_we_are_known(github: Double, weather: Weather) -> None:
    by_token = HostSettings(GITHUB, github.url, token="token-dana")
    by_app = HostSettings(GITHUB, github.url, app_id=str(APP), app_key=github.app_key)
    assert findings(by_token) == [Finding("GitHub knows us as dana", True)]
    assert findings(by_app) == [Finding("GitHub knows us as pinwheel", True)]


def test_it_says_what_to_do_about_a_key_that_is_not_taken(github: Double, weather: Weather) -> None:
    weather.said("Bad credentials", status=401)
    [found] = findings(HostSettings(GITHUB, github.url, token="token-dana"))
    assert not found.well
    assert "did not take our key" in found.what
    assert "make a new token" in found.advice


def test_it_says_where_a_private_address_has_to_be_named(github: Double) -> None:
    [found] = findings(HostSettings(GITHUB, github.url, token="t"), private=())
    assert "PINWHEEL_PRIVATE_HOSTS" in found.advice


def test_it_says_that_nobody_answers() -> None:
    nowhere = f"http://localhost:{free_port()}"
    [found] = findings(HostSettings(GITLAB, nowhere, token="t"))
    assert (found.well, "check the network" in found.advice) == (False, True)


def test_it_says_nothing_of_a_host_that_nobody_opened() -> None:
    assert findings(HostSettings(GITHUB, "https://api.github.com")) == []


def test_it_says_what_an_app_lacks() -> None:
    [found] = findings(HostSettings(GITHUB, "https://api.github.com", app_id="1"))
    assert found.advice == "a GitHub App needs both its id and its private key"
