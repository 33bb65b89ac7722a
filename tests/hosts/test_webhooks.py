"""Webhooks: who may say that something happened, and what is taken from what they say."""

import asyncio
import hmac
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.routing import Route

from bot.errors import StoreBusy
from bot.hosts import GITHUB, GITLAB, Hint
from handlers.hosts import HookAddress
from handlers.metrics import Metrics

SECRET = "open sesame"
PULL = {
    "action": "closed",
    "repository": {"full_name": "Ana/Churn"},
    "pull_request": {"number": 7, "html_url": "https://github.com/Ana/Churn/pull/7"},
}
MERGE = {
    "object_kind": "merge_request",
    "project": {"path_with_namespace": "Data/Churn"},
    "object_attributes": {"iid": 7, "url": "https://gitlab.com/data/churn/-/merge_requests/7"},
}
NOTE = {
    "object_kind": "note",
    "project": {"path_with_namespace": "data/churn"},
    "object_attributes": {"id": 900, "url": "https://gitlab.com/data/churn/-/merge_requests/7"},
    "merge_request": {"iid": 7, "url": "https://gitlab.com/data/churn/-/merge_requests/7"},
}


class Address:
    """One host's address, and the hints that came through."""

    def __init__(self, kind: str = GITHUB, *, secret: str = SECRET, busy: bool = False) -> None:
        self.hints: list[Hint] = []
        self._busy = busy
        web = f"{kind}.com"
        hook = HookAddress(kind, web=web, secret=secret, take=self._take, metrics=Metrics())
        self._app = Starlette(routes=[Route("/", hook.take, methods=["POST"])])

    async def _take(self, hint: Hint) -> None:
        if self._busy:
            raise StoreBusy("the database is locked")
        self.hints.append(hint)

    def hears(self, body: bytes, headers: Mapping[str, str | bytes]) -> int:
        sent = {
            name.encode(): value if isinstance(value, bytes) else value.encode()
            for name, value in headers.items()
        }

        async def posting() -> int:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url="http://us") as client:
                return (await client.post("/", content=body, headers=sent)).status_code

        return asyncio.run(posting())


def signed(body: bytes, **more: str) -> dict[str, str | bytes]:
    right = hmac.new(SECRET.encode(), body, sha256).hexdigest()
    return {"x-hub-signature-256": f"sha256={right}", "x-github-delivery": "d-1", **more}


def github(said: Any) -> tuple[int, list[Hint]]:
    address = Address()
    body = json.dumps(said).encode()
    return address.hears(body, signed(body)), address.hints


def gitlab(said: Any) -> tuple[int, list[Hint]]:
    address = Address(GITLAB)
    headers = {"x-gitlab-token": SECRET, "idempotency-key": "k-1"}
    return address.hears(json.dumps(said).encode(), headers), address.hints


def test_a_pull_request_is_hinted_at() -> None:
    hint = Hint(GITHUB, "d-1", "github.com/ana/churn", 7, "https://github.com/ana/churn/pull/7")
    assert github(PULL) == (204, [hint])


@pytest.mark.parametrize("said", [MERGE, NOTE])
def test_a_merge_request_is_hinted_at(said: Any) -> None:
    link = "https://gitlab.com/data/churn/-/merge_requests/7"
    assert gitlab(said) == (204, [Hint(GITLAB, "k-1", "gitlab.com/data/churn", 7, link)])


def test_a_push_hints_at_all_requests_of_its_repository() -> None:
    pushed = {"ref": "refs/heads/labels", "repository": PULL["repository"]}
    assert github(pushed) == (204, [Hint(GITHUB, "d-1", "github.com/ana/churn")])


@pytest.mark.parametrize("said", [{}, {"zen": "Keep it simple"}, {"repository": "churn"}])
def test_what_is_about_no_repository_is_taken_and_means_nothing(said: Any) -> None:
    assert github(said) == (204, [])


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b"payload=%7B%7D", b"[" * 90_000])
def test_garbage_is_refused_although_it_is_signed(body: bytes) -> None:
    address = Address()
    assert address.hears(body, signed(body)) == 400
    assert address.hints == []


_BODY = json.dumps(PULL).encode()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-hub-signature-256": ""},
        {"x-hub-signature-256": "sha256=" + "0" * 64},
        {"x-hub-signature-256": "sha256=" + "0" * 63},
        {"x-hub-signature-256": "sha1=" + "0" * 40},
        {"x-hub-signature-256": "sha256=\u00e9".encode()},
        {"x-hub-signature": "sha1=" + hmac.new(SECRET.encode(), _BODY, "sha1").hexdigest()},
        signed(_BODY + b"\n"),
        {"x-hub-signature-256": "SHA256=" + str(signed(_BODY)["x-hub-signature-256"])[7:]},
    ],
    ids=range(9),
)
def test_what_github_did_not_sign_is_turned_away(headers: dict[str, str | bytes]) -> None:
    address = Address()
    assert address.hears(_BODY, headers) == 401
    assert address.hints == []


@pytest.mark.parametrize("token", ["", "open", SECRET + " x", SECRET.upper(), "\u00e9"])
def test_what_gitlab_did_not_send_is_turned_away(token: str) -> None:
    address = Address(GITLAB)
    assert address.hears(json.dumps(MERGE).encode(), {"x-gitlab-token": token.encode()}) == 401
    assert address.hints == []


def test_without_a_secret_nothing_is_taken() -> None:
    address = Address(secret="")
    assert address.hears(_BODY, signed(_BODY)) == 404
    assert address.hints == []


def test_what_cannot_be_kept_is_to_be_sent_again() -> None:
    assert Address(busy=True).hears(_BODY, signed(_BODY)) == 503


def test_a_body_that_is_too_large_is_not_read() -> None:
    body = b" " * (1024 * 1024 + 1)
    assert Address().hears(body, signed(body)) == 413


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists))
def test_whatever_stands_in_a_field_is_survived(found: Any) -> None:
    said = {"repository": {"full_name": found}, "pull_request": found, "issue": {"number": found}}
    assert github(said)[0] == 204
    about = {"iid": found, "url": found}
    assert gitlab({**MERGE, "object_attributes": about, "project": found})[0] == 204
