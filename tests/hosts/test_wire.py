"""What a code host can answer besides what was asked for, and what we make of each."""

import asyncio
import time
from collections.abc import Iterator, Sequence

import httpx
import pytest

from bot.hosts import GITHUB, Followed, Unread, Why
from handlers.hosts import wire
from handlers.hosts.fence import Fence, Outside
from handlers.hosts.keys import github_token
from handlers.hosts.wire import NotRead, Wire
from storage.types import ReviewId
from tests.hosts.serving import free_port, served
from tests.hosts.talking import NOON, to_github
from tests.hosts.weather import Weather

JUST_NOW = 1_773_057_600  # what the host's clock says in these answers
DATE = {"date": "Mon, 09 Mar 2026 12:00:00 GMT"}


@pytest.fixture
def sky() -> Iterator[tuple[str, Weather]]:
    """A host that is nothing but weather."""
    weather = Weather("http://127.0.0.1:9")
    with served(weather, free_port()) as url:
        yield url, weather


def unread(url: str) -> Unread:
    """Why a pull request could not be read there."""
    web = url.partition("://")[2]
    one = Followed(ReviewId("r"), GITHUB, f"{web}/ana/churn", 1, due_at=NOON)

    async def looking() -> Unread:
        async with to_github(url) as host:
            with pytest.raises(NotRead) as not_read:
                await host.look(one)
            return not_read.value.unread

    return asyncio.run(looking())


@pytest.mark.parametrize(
    ("status", "headers", "message", "why", "seconds"),
    [
        (401, {}, "Bad credentials", Why.REFUSED, None),
        (403, {}, "Resource not accessible by integration", Why.FORBIDDEN, None),
        (403, {"retry-after": "17"}, "secondary", Why.LIMITED, 17),
        (
            403,
            {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(JUST_NOW + 90), **DATE},
            "API rate limit exceeded",
            Why.LIMITED,
            90,
        ),
        (
            429,
            {"ratelimit-remaining": "0", "ratelimit-reset": str(JUST_NOW + 30), **DATE},
            "Retry later",
            Why.LIMITED,
            30,
        ),
        (429, {}, "Too many", Why.LIMITED, 60),
        (403, {}, "You have exceeded a secondary rate limit", Why.LIMITED, 60),
        (403, {"retry-after": "999999999"}, "no", Why.LIMITED, 3900),
        (404, {}, "Not Found", Why.GONE, None),
        (410, {}, "Gone", Why.GONE, None),
        (422, {}, "Validation failed", Why.INVALID, None),
        (500, {}, "Oops", Why.ILL, None),
        (502, {}, "Oops", Why.ILL, None),
        (503, {"retry-after": "5"}, "Oops", Why.ILL, 5),
    ],
)
def test_each_refusal_is_understood(
    sky: tuple[str, Weather],
    status: int,
    headers: dict[str, str],
    message: str,
    why: Why,
    seconds: float | None,
) -> None:
    url, weather = sky
    weather.said(message, status=status, headers=headers)
    found = unread(url)
    assert (found.why, found.seconds) == (why, seconds)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>We are down</html>",
        b"null",
        b"[]",
        b'"text"',
        b"{}",
        b'{"number": "1"}',
        b"[" * 100_000,
        b'{"html_url": "https://x.example/a/b/pull/1", "number": 99999999999999999999}',
        b"\xff\xfe",
    ],
    ids=range(10),
)
def test_garbage_moves_nothing(sky: tuple[str, Weather], body: bytes) -> None:
    url, weather = sky
    weather.turns(status=200, body=body)
    assert unread(url).why is Why.ILL


def test_an_endless_answer_is_not_read_to_its_end(sky: tuple[str, Weather]) -> None:
    url, weather = sky
    weather.turns(status=200, body=b'"' + b"x" * (wire.MOST_BYTES + 1) + b'"')
    assert unread(url) == Unread(Why.ILL, "too large")


def test_nobody_there_is_an_illness() -> None:
    assert unread(f"http://localhost:{free_port()}").why is Why.ILL


def test_a_slow_host_is_left_after_a_while(sky: tuple[str, Weather]) -> None:
    url, weather = sky
    weather.turns(status=200, seconds=5)

    async def reading() -> None:
        async with httpx.AsyncClient(transport=_fence(url)) as client:
            await Wire(url, client, github_token("secret"), patience=0.3).get("/user")

    began = time.monotonic()
    with pytest.raises(NotRead) as not_read:
        asyncio.run(reading())
    assert not_read.value.unread == Unread(Why.ILL, "TimeoutError")
    assert time.monotonic() - began < 3


def test_it_does_not_follow_to_another_host(sky: tuple[str, Weather]) -> None:
    url, weather = sky
    with served(Weather("http://127.0.0.1:9"), free_port()) as other:
        weather.turns(status=301, headers={"location": f"{other}/repos/ana/churn/pulls/1"})
        assert unread(url).why is Why.ELSEWHERE


def test_it_does_not_run_in_circles(sky: tuple[str, Weather]) -> None:
    url, weather = sky
    weather.turns(status=302, headers={"location": f"{url}/repos/ana/churn/pulls/1"})
    assert unread(url).why is Why.ILL
    assert len(weather.asked) == wire.MOST_REDIRECTS + 1


def test_a_next_page_on_another_host_is_not_asked_for(sky: tuple[str, Weather]) -> None:
    url, weather = sky
    weather.turns(
        status=200, body=b"[]", headers={"link": '<https://elsewhere.example/2>; rel="next"'}
    )

    async def reading() -> None:
        async with httpx.AsyncClient(transport=_fence(url)) as client:
            await Wire(url, client, github_token("secret")).pages("/repos/ana/churn/pulls")

    with pytest.raises(NotRead) as not_read:
        asyncio.run(reading())
    assert not_read.value.unread.why is Why.ELSEWHERE


def test_a_list_of_several_pages_is_whole_and_is_not_taken_for_unchanged(
    sky: tuple[str, Weather],
) -> None:
    url, weather = sky
    first = weather.turns(
        times=1,
        status=200,
        body=b'[{"id": 1}]',
        headers={"link": f'<{url}/things?page=2>; rel="next"', "etag": '"first"'},
    )
    weather.turns(status=200, body=b'[{"id": 2}]', headers={"etag": '"second"'})

    async def reading() -> wire.Pages:
        async with httpx.AsyncClient(transport=_fence(url)) as client:
            return await Wire(url, client, github_token("secret")).pages("/things")

    found = asyncio.run(reading())
    assert first.times == 0
    assert [item["id"] for item in found.items] == [1, 2]
    assert found.tag is None


def _fence(*origins: str, private: Sequence[str] = ("localhost",)) -> Fence:
    return Fence(httpx.AsyncHTTPTransport(), origins=origins, private=private)


async def _met(fence: Fence, url: str) -> httpx.Response:
    async with httpx.AsyncClient(transport=fence) as client:
        return await client.get(url)


def _resolving(*addresses: str) -> Fence:
    async def resolve(host: str, port: int) -> Sequence[str]:
        return addresses

    return Fence(httpx.AsyncHTTPTransport(), origins=["http://git.example.com:81"], resolve=resolve)


@pytest.mark.parametrize(
    "addresses",
    [
        ("127.0.0.1",),
        ("10.1.2.3",),
        ("169.254.169.254",),
        ("192.168.0.1",),
        ("::1",),
        ("fe80::1%eth0",),
        ("fd00::1",),
        ("0.0.0.0",),
        ("8.8.8.8", "10.0.0.1"),
        ("::ffff:127.0.0.1",),
    ],
)
def test_a_private_address_behind_a_listed_name_is_not_called(addresses: tuple[str, ...]) -> None:
    with pytest.raises(Outside):
        asyncio.run(_met(_resolving(*addresses), "http://git.example.com:81/user"))


@pytest.mark.parametrize(
    "url",
    ["http://elsewhere.example/", "http://git.example.com:82/", "https://git.example.com:81/"],
)
def test_what_is_not_listed_is_not_called(url: str) -> None:
    with pytest.raises(Outside):
        asyncio.run(_met(_resolving("8.8.8.8"), url))


def test_the_address_that_was_looked_at_is_the_one_that_is_called() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if request.url.host == "93.184.216.34":
            raise httpx.ConnectError("down", request=request)
        return httpx.Response(200, json={})

    async def resolve(host: str, port: int) -> Sequence[str]:
        return ["93.184.216.34", "2606:2800:220:1::1"]

    fence = Fence(httpx.MockTransport(answer), origins=["https://git.example.com"], resolve=resolve)
    reply = asyncio.run(_met(fence, "https://git.example.com/api/v3/user"))

    assert reply.status_code == 200
    assert [one.url.host for one in seen] == ["93.184.216.34", "2606:2800:220:1::1"]
    assert {one.headers["host"] for one in seen} == {"git.example.com"}
    assert {one.extensions["sni_hostname"] for one in seen} == {"git.example.com"}


def test_a_name_that_nobody_knows_is_an_illness_not_a_crime() -> None:
    async def resolve(host: str, port: int) -> Sequence[str]:
        raise OSError("no such name")

    fence = Fence(
        httpx.AsyncHTTPTransport(), origins=["http://git.example.com:81"], resolve=resolve
    )
    with pytest.raises(httpx.ConnectError):
        asyncio.run(_met(fence, "http://git.example.com:81/user"))
