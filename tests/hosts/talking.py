"""Talking to a double as the product does: the same client, through the same fence."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime

from bot.hosts import GITHUB, GITLAB
from handlers.hosts import Client, HostSettings, host_client, hosts_of

NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)


@asynccontextmanager
async def talking_to(kind: str, url: str, *, token: str) -> AsyncIterator[Client]:
    settings = [HostSettings(kind, url, token=token)]
    async with host_client(settings, private=["localhost", "127.0.0.1"]) as client:
        yield hosts_of(settings, client, now=lambda: datetime.now(UTC))[kind]


def to_github(url: str, *, token: str = "token-ana") -> AbstractAsyncContextManager[Client]:
    return talking_to(GITHUB, url, token=token)


def to_gitlab(url: str, *, token: str = "token-ana") -> AbstractAsyncContextManager[Client]:
    return talking_to(GITLAB, url, token=token)
