"""Webhooks: a code host tells that something happened; who may say so, what it is about."""

import hmac
import json
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from hashlib import sha256
from typing import Any

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response

from bot.errors import StoreBusy
from bot.hosts import GITHUB, GITLAB, Hint
from bot.links import read_link
from handlers.guard import TurnedAway, body_of
from handlers.hosts.opening import HostSettings
from handlers.hosts.reading import mapping, name, text
from handlers.metrics import Metrics

log = structlog.get_logger()

Headers = Mapping[str, str]
Take = Callable[[Hint], Awaitable[object]]  # raises StoreBusy
_SIGNATURE = re.compile(r"sha256=[0-9a-f]{64}\Z")


class HookAddress:
    """One host's address. Without a secret nothing is taken there."""

    def __init__(self, kind: str, *, web: str, secret: str, take: Take, metrics: Metrics) -> None:
        self._kind = kind
        self._web = web
        self._secret = secret.encode()
        self._take = take
        self._metrics = metrics

    async def take(self, request: Request) -> Response:
        if not self._secret:
            return PlainTextResponse("No secret is set for this address.\n", 404)
        status = await self._status(request)
        self._metrics.knocks.labels(self._kind, str(status)).inc()
        return Response(status_code=status)

    async def _status(self, request: Request) -> int:
        """2xx only for what is kept: the host, or whoever looks there, may send it again."""
        try:
            body = await body_of(request)
            headers = dict(request.headers.items())
            _CHECKS[self._kind](headers, body, self._secret)
            hint = _hint(self._kind, self._web, headers, body)
            if hint is not None:
                await self._take(hint)
        except TurnedAway as away:
            log.warning("hook.turned_away", host=self._kind, reason=away.reason)
            return away.status
        except ClientDisconnect:
            return 400
        except StoreBusy:
            return 503
        return 204


def hook_addresses(
    settings: Sequence[HostSettings], take: Take, metrics: Metrics
) -> Mapping[str, HookAddress]:
    """By kind, open ones and others: who sends to a closed one is told so."""
    return {
        one.kind: HookAddress(
            one.kind, web=one.web, secret=one.hook_secret, take=take, metrics=metrics
        )
        for one in settings
    }


def _check_github(headers: Headers, body: bytes, secret: bytes) -> None:
    """Over the raw bytes; the older SHA-1 is not taken."""
    said = headers.get("x-hub-signature-256", "")
    if not _SIGNATURE.match(said):
        raise TurnedAway(401, "unsigned")
    right = "sha256=" + hmac.new(secret, body, sha256).hexdigest()
    if not hmac.compare_digest(said, right):
        raise TurnedAway(401, "forged")


def _check_gitlab(headers: Headers, body: bytes, secret: bytes) -> None:
    """GitLab sends the secret itself."""
    said = headers.get("x-gitlab-token", "")
    if not said:
        raise TurnedAway(401, "unsigned")
    # Of equal length, so that how long it takes tells nothing of the secret.
    if not hmac.compare_digest(sha256(said.encode()).digest(), sha256(secret).digest()):
        raise TurnedAway(401, "forged")


_CHECKS: Mapping[str, Callable[[Headers, bytes, bytes], None]] = {
    GITHUB: _check_github,
    GITLAB: _check_gitlab,
}


def _hint(kind: str, web: str, headers: Headers, body: bytes) -> Hint | None:
    """None for what is about no repository. Raises TurnedAway(400) for what is no JSON object."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        raise TurnedAway(400, "garbage") from None
    if not isinstance(said, dict):
        raise TurnedAway(400, "garbage")
    return _MEANS[kind](web, headers, said)


def _of_github(web: str, headers: Headers, said: Mapping[str, Any]) -> Hint | None:
    place = name(said.get("repository"), "full_name")
    if not place:
        return None
    about = mapping(said.get("pull_request") or said.get("issue"))
    link = read_link(text(about.get("html_url")))
    return Hint(
        GITHUB,
        headers.get("x-github-delivery", "")[:100],
        f"{web}/{place}",
        _number(about.get("number")),
        link.url if link is not None else "",
    )


def _of_gitlab(web: str, headers: Headers, said: Mapping[str, Any]) -> Hint | None:
    place = name(said.get("project"), "path_with_namespace")
    if not place:
        return None
    is_request = said.get("object_kind") == "merge_request"
    about = mapping(said.get("object_attributes" if is_request else "merge_request"))
    link = read_link(text(about.get("url")))
    delivery = headers.get("idempotency-key") or headers.get("x-gitlab-event-uuid", "")
    return Hint(
        GITLAB,
        delivery[:100],
        f"{web}/{place}",
        _number(about.get("iid")),
        link.url if link is not None else "",
    )


def _number(found: Any) -> int:
    return found if isinstance(found, int) and 0 < found < 2**31 else 0


_MEANS: Mapping[str, Callable[[str, Headers, Mapping[str, Any]], Hint | None]] = {
    GITHUB: _of_github,
    GITLAB: _of_gitlab,
}
