"""The wire: one code host's API over HTTP, with what can go wrong said in a few words."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Protocol

import httpx

from bot.hosts import Unread, Why
from handlers.hosts.fence import Outside, origin_of

TIMEOUT = httpx.Timeout(10.0, connect=5.0)
WHOLE_SECONDS = 25.0  # of one call with its redirects, however slowly it trickles in
MOST_BYTES = 5 * 1024 * 1024
MOST_REDIRECTS = 3
MOST_PAGES = 30
PAGE = 100
LIMITED_WITHOUT_A_NUMBER = 60.0
LONGEST_LIMIT = 3900.0  # an hour, and a little: no honest host asks for more

_MOVED = frozenset({301, 302, 307, 308})
_KEEPS_METHOD = frozenset({307, 308})
_GONE = frozenset({404, 410, 451})
_INVALID = frozenset({400, 405, 409, 413, 422})

Json = Any


class NotRead(Exception):
    """What was asked was not done; `unread` says why."""

    def __init__(self, why: Why, reason: str = "", *, seconds: float | None = None) -> None:
        super().__init__(f"{why} {reason}")
        self.unread = Unread(why, reason, seconds)


class Key(Protocol):
    """What opens a host to us: headers for a path, asked anew for each call as tokens expire."""

    async def headers(self, wire: "Wire", path: str) -> Mapping[str, str]: ...

    def refused(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    body: Json
    headers: Mapping[str, str]  # small letters

    @property
    def tag(self) -> str | None:
        return self.headers.get("etag")

    @property
    def unchanged(self) -> bool:
        return self.status == 304


@dataclass(frozen=True, slots=True)
class Pages:
    """A whole list; `tag` only where it spares reading it again: not where it has a second page,
    which can change without the first."""

    items: list[Json]
    tag: str | None
    unchanged: bool = False


class Wire:
    """Every call returns a Reply that can be used, or raises NotRead."""

    def __init__(
        self,
        base: str,
        client: httpx.AsyncClient,
        key: Key,
        *,
        headers: Mapping[str, str] | None = None,
        patience: float = WHOLE_SECONDS,
    ) -> None:
        self._base = base.rstrip("/")
        self._client = client
        self._key = key
        self._headers = headers or {}
        self._patience = patience

    async def get(self, path: str, *, tag: str | None = None, **query: Any) -> Reply:
        headers = {"if-none-match": tag} if tag else {}
        return await self.call("GET", path, headers=headers, query=query)

    async def pages(self, path: str, *, tag: str | None = None, **query: Any) -> Pages:
        first = await self.get(path, tag=tag, per_page=PAGE, **query)
        if first.unchanged:
            return Pages([], tag, unchanged=True)
        items, link = _list(first), _next(first)
        tag = first.tag if link is None and len(items) < PAGE else None
        for _ in range(MOST_PAGES):
            if link is None:
                return Pages(items, tag)
            reply = await self.call("GET", link)
            items, link = [*items, *_list(reply)], _next(reply)
        return Pages(items, None)

    async def call(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Json = None,
        key: Mapping[str, str] | None = None,
    ) -> Reply:
        """`path` after the host's base, or a whole address that it gave us itself."""
        url = httpx.URL(path if path.startswith("http") else self._base + path)
        if origin_of(url) != origin_of(httpx.URL(self._base)):
            raise NotRead(Why.ELSEWHERE, f"it named {url.host}")
        if query:
            url = url.copy_merge_params(dict(query))
        opened = await self._key.headers(self, path) if key is None else key
        try:
            async with asyncio.timeout(self._patience):
                whole = {**self._headers, **(headers or {}), **opened}
                reply = await self._follow(method, url, whole, body)
        except Outside as outside:
            raise NotRead(Why.ELSEWHERE, str(outside)) from None
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as trouble:
            raise NotRead(Why.ILL, type(trouble).__name__) from None
        if reply.status == 401:
            self._key.refused()
        _judge(reply)
        return reply

    async def _follow(
        self, method: str, url: httpx.URL, headers: Mapping[str, str], body: Json
    ) -> Reply:
        """Redirects are followed within the host: that is how it says that something moved."""
        for _ in range(MOST_REDIRECTS + 1):
            reply = await self._once(method, url, headers, body)
            if reply.status not in _MOVED:
                return reply
            there = url.join(reply.headers.get("location", ""))
            if origin_of(there) != origin_of(url):
                raise NotRead(Why.ELSEWHERE, f"it sent us to {there.host}")
            if method != "GET" and reply.status not in _KEEPS_METHOD:
                raise NotRead(Why.GONE, f"status {reply.status}")
            url = there
        raise NotRead(Why.ILL, "it sends us in circles")

    async def _once(
        self, method: str, url: httpx.URL, headers: Mapping[str, str], body: Json
    ) -> Reply:
        async with self._client.stream(method, url, headers=headers, json=body) as response:
            found = bytearray()
            async for chunk in response.aiter_bytes():
                found += chunk
                if len(found) > MOST_BYTES:
                    raise NotRead(Why.ILL, "too large")
        small = {name.lower(): value for name, value in response.headers.items()}
        return Reply(response.status_code, _parsed(bytes(found)), small)


def _parsed(content: bytes) -> Json:
    """None for what is no JSON, or a depth that nobody means."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def _judge(reply: Reply) -> None:
    """Raises NotRead for all but an answer that can be used."""
    status, said = reply.status, _said(reply)
    if status in (403, 429) and (seconds := _limit(reply)) is not None:
        raise NotRead(Why.LIMITED, f"status {status}", seconds=seconds)
    if status == 401:
        raise NotRead(Why.REFUSED, said)
    if status == 403:
        raise NotRead(Why.FORBIDDEN, said)
    if status in _GONE:
        raise NotRead(Why.GONE, f"status {status}")
    if status in _INVALID:
        raise NotRead(Why.INVALID, said)
    if status not in (204, 304) and not 200 <= status < 300:
        raise NotRead(Why.ILL, f"status {status}", seconds=_retry_after(reply))
    if status not in (204, 304) and reply.body is None:
        raise NotRead(Why.ILL, "no JSON")


def _said(reply: Reply) -> str:
    message = reply.body.get("message") if isinstance(reply.body, dict) else None
    return str(message or f"status {reply.status}")[:200]


def _limit(reply: Reply) -> float | None:
    """The seconds to wait; None where it is no limit but a plain no."""
    asked = _retry_after(reply)
    if asked is not None:
        return asked
    headers = reply.headers
    left = headers.get("x-ratelimit-remaining", headers.get("ratelimit-remaining"))
    if left == "0":
        return _until_reset(reply)
    if reply.status == 429 or "rate limit" in _said(reply).lower():
        return LIMITED_WITHOUT_A_NUMBER
    return None


def _retry_after(reply: Reply) -> float | None:
    said = reply.headers.get("retry-after", "")
    return min(float(said), LONGEST_LIMIT) if said.isdecimal() else None


def _until_reset(reply: Reply) -> float:
    """By the host's own clock, which need not be ours."""
    headers = reply.headers
    reset = headers.get("x-ratelimit-reset", headers.get("ratelimit-reset", ""))
    now = date_of(reply)
    if not reset.isdecimal() or now is None:
        return LIMITED_WITHOUT_A_NUMBER
    return min(max(1.0, int(reset) - now.timestamp()), LONGEST_LIMIT)


def date_of(reply: Reply) -> datetime | None:
    """What time it is at the host."""
    try:
        said = parsedate_to_datetime(reply.headers.get("date", ""))
    except ValueError:
        return None
    return said if said.tzinfo is not None else said.replace(tzinfo=UTC)


def _list(reply: Reply) -> list[Json]:
    if not isinstance(reply.body, list):
        raise NotRead(Why.ILL, "no list")
    return reply.body


def _next(reply: Reply) -> str | None:
    """The page after this one, as the host's own Link header names it."""
    links = httpx.Response(200, headers={"link": reply.headers.get("link", "")}).links
    return links.get("next", {}).get("url")
