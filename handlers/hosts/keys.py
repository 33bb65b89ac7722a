"""Keys: what opens a code host to us, a token or a GitHub App that gets one for each owner."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import jwt

from bot.hosts import Why
from handlers.hosts.wire import NotRead, Wire

_REPOSITORY = re.compile(r"(?:.*?)/repos/(?P<owner>[^/?]+)/(?P<name>[^/?]+)")
_VALID = timedelta(minutes=9)  # of what we sign; ten is the most that GitHub takes
_BACK = timedelta(seconds=60)  # clocks differ a little
_TOKEN_SECONDS = 3000.0  # GitHub's are good for an hour


@dataclass(frozen=True, slots=True)
class Token:
    """A token that somebody made for us."""

    header: str
    value: str

    async def headers(self, wire: Wire, path: str) -> Mapping[str, str]:
        return {self.header: self.value}

    def refused(self) -> None:
        """It stays what it is; somebody must make another."""


def is_private_key(written: str) -> bool:
    try:
        jwt.encode({}, written, "RS256")
    except (jwt.PyJWTError, ValueError):
        return False
    return True


def github_token(secret: str) -> Token:
    return Token(*_bearer(secret).popitem())


def gitlab_token(secret: str) -> Token:
    return Token("private-token", secret)


class App:
    """A GitHub App: signs for itself, and is given a token for each owner that installed it."""

    def __init__(
        self,
        app_id: str,
        private_key: str,
        *,
        now: Callable[[], datetime],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._id = app_id
        self._private_key = private_key
        self._now = now
        self._seconds = seconds
        self._tokens: dict[str, tuple[str, float]] = {}

    async def headers(self, wire: Wire, path: str) -> Mapping[str, str]:
        found = _REPOSITORY.match(path)
        if found is None:
            return self._signed()
        owner = found["owner"].lower()
        token, until = self._tokens.get(owner, ("", 0.0))
        if self._seconds() >= until:
            token = await self._new_token(wire, f"/repos/{owner}/{found['name']}/installation")
            self._tokens[owner] = token, self._seconds() + _TOKEN_SECONDS
        return _bearer(token)

    def refused(self) -> None:
        """A token was taken back before its time: the next call gets another."""
        self._tokens.clear()

    async def _new_token(self, wire: Wire, installation: str) -> str:
        found = await wire.call("GET", installation, key=self._signed())
        path = f"/app/installations/{found.body['id']}/access_tokens"
        made = await wire.call("POST", path, key=self._signed(), body={})
        token = made.body.get("token") if isinstance(made.body, dict) else None
        if not isinstance(token, str):
            raise NotRead(Why.ILL, "no token")
        return token

    def _signed(self) -> Mapping[str, str]:
        now = self._now()
        claims = {"iat": now - _BACK, "exp": now + _VALID, "iss": self._id}
        return _bearer(jwt.encode(claims, self._private_key, "RS256"))


def _bearer(secret: str) -> dict[str, str]:
    return {"authorization": f"Bearer {secret}"}
