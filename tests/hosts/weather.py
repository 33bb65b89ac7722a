"""The weather before a code host: what comes between, from cold answers to a day of silence.

It lets everything through to the double behind it, adds the tags that GitHub has and the double
has not, and remembers what was asked.
"""

import asyncio
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any

import httpx
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

_HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length"}


@dataclass
class Spell:
    """One kind of bad weather: for which calls, how many of them, and what comes instead."""

    path: str = ".*"
    method: str = ".*"
    times: int = -1  # for ever
    status: int = 0  # 0: the double answers
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b"{}"
    seconds: float = 0.0  # before anything is said
    drop_after: bool = False  # the double does it, and nobody hears of it

    def fits(self, method: str, path: str) -> bool:
        fits = re.fullmatch(self.method, method) and re.fullmatch(self.path, path)
        return bool(self.times and fits)


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    status: int
    headers: Mapping[str, str]


class Weather:
    def __init__(self, behind: str) -> None:
        self._behind = behind
        self.spells: list[Spell] = []
        self.asked: list[Asked] = []
        self.renamed: dict[str, str] = {}  # "/repos/ana/churn" -> where it leads now

    def calm(self) -> None:
        self.spells, self.asked, self.renamed = [], [], {}

    def turns(self, **what: Any) -> Spell:
        spell = Spell(**what)
        self.spells.append(spell)
        return spell

    def said(self, message: str, **what: Any) -> Spell:
        return self.turns(body=json.dumps({"message": message}).encode(), **what)

    def calls(self, pattern: str) -> list[Asked]:
        """Those whose method and path fit."""
        return [one for one in self.asked if re.fullmatch(pattern, f"{one.method} {one.path}")]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        answer = await self._answer(request, await request.body())
        headers = dict(request.headers.items())
        self.asked.append(Asked(request.method, request.url.path, answer.status_code, headers))
        await answer(scope, receive, send)

    async def _answer(self, request: Request, body: bytes) -> Response:
        path = request.url.path
        for old, new in self.renamed.items():
            if path.startswith(f"{old}/") or path == old:
                there = request.url.replace(path=path.replace(old, new, 1))
                return Response(b'{"message": "Moved"}', 301, {"location": str(there)})
        spell = next((one for one in self.spells if one.fits(request.method, path)), None)
        if spell is None:
            return await self._passed_on(request, body)
        spell.times -= 1
        await asyncio.sleep(spell.seconds)
        if spell.status:
            headers = {"date": formatdate(usegmt=True), **spell.headers}
            return Response(spell.body, spell.status, headers)
        answer = await self._passed_on(request, body)
        return Response(b"gone", 502) if spell.drop_after else answer

    async def _passed_on(self, request: Request, body: bytes) -> Response:
        headers = {
            name: value
            for name, value in request.headers.items()
            if name not in ("content-length", "if-none-match", "accept-encoding")
        }
        path = request.scope["raw_path"].decode()  # as it was written: %2F is no slash
        url = f"{self._behind}{path}?{request.url.query}"
        async with httpx.AsyncClient(trust_env=False) as client:
            found = await client.request(request.method, url, headers=headers, content=body)
        kept = {name: one for name, one in found.headers.items() if name not in _HOP_BY_HOP}
        if request.method == "GET" and found.status_code == 200:
            tag = f'"{hashlib.sha256(found.content).hexdigest()[:32]}"'
            kept["etag"] = tag
            if request.headers.get("if-none-match") == tag:
                return Response(status_code=304, headers={"etag": tag})
        return Response(found.content, found.status_code, kept)
