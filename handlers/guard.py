"""The guard: lets in what Slack signed just now, of a sane size, before anybody parses it."""

import hmac
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request

MOST_BYTES = 1024 * 1024
OLDEST_SECONDS = 300
AHEAD_SECONDS = 60
_TIMESTAMP = re.compile(r"[0-9]{1,12}\Z")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}\Z")


@dataclass(frozen=True)
class TurnedAway(Exception):
    """Why a request is not let in; the status says it to the sender."""

    status: int
    reason: str


class Guard:
    def __init__(self, signing_secret: str, now: Callable[[], datetime]) -> None:
        self._secret = signing_secret.encode()
        self._now = now

    def check(self, headers: Mapping[str, str], body: bytes) -> None:
        """Raises TurnedAway(401) unless Slack signed exactly these bytes, just now.

        The SDK's own check raises on a timestamp that is no number, on a signature that is not
        ASCII and on a body that is not UTF-8, and allows five minutes ahead.
        """
        timestamp = headers.get("x-slack-request-timestamp", "")
        signature = headers.get("x-slack-signature", "")
        if not _TIMESTAMP.match(timestamp) or not _SIGNATURE.match(signature):
            raise TurnedAway(401, "unsigned")
        age = self._now().timestamp() - int(timestamp)
        if not -AHEAD_SECONDS <= age <= OLDEST_SECONDS:
            raise TurnedAway(401, "stale")
        if not hmac.compare_digest(self._signature(timestamp, body), signature):
            raise TurnedAway(401, "forged")

    def _signature(self, timestamp: str, body: bytes) -> str:
        signed = b"v0:" + timestamp.encode() + b":" + body
        return "v0=" + hmac.digest(self._secret, signed, "sha256").hex()


async def body_of(request: Request) -> bytes:
    """The raw body. Raises TurnedAway(413) as soon as it is too large, however it comes."""
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > MOST_BYTES:
        raise TurnedAway(413, "large")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise TurnedAway(413, "large")
    return bytes(body)
