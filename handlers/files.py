"""Files that somebody sent us, or names by a link: fetched from Slack, and nowhere else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import FileTooLarge, FileUnread
from bot.ids import PersonId

MOST_BYTES = 1_000_000
PATIENCE_SECONDS = 2.0  # Slack waits for three
_CHUNK = 64 * 1024
_LINK = re.compile(r"<?https?://[^\s<>|/]+/files/[UW][A-Z0-9]+/(?P<id>F[A-Z0-9]+)[^\s<>]*>?")


@dataclass(frozen=True, slots=True)
class SentFile:
    name: str
    kind: str  # Slack's word for it, or its media type
    size: int
    url: str

    @property
    def is_calendar(self) -> bool:
        return self.name.lower().endswith(".ics") or self.kind in ("ics", "text/calendar")


def files_in(event: Mapping[str, Any]) -> list[SentFile]:
    """Of a message."""
    return [_file(one) for one in event.get("files") or ()]


def is_file_link(text: str) -> bool:
    return _LINK.fullmatch(text.strip()) is not None


async def file_of_link(client: AsyncWebClient, text: str, *, of: PersonId) -> SentFile:
    """Only a file of their own, which they sent us before. Raises FileUnread."""
    found = _LINK.fullmatch(text.strip())
    if found is None:
        raise FileUnread
    try:
        told = (await client.files_info(file=found["id"]))["file"]
    except (SlackApiError, aiohttp.ClientError, TimeoutError, OSError):
        raise FileUnread from None
    if told.get("user") != of:
        raise FileUnread
    return _file(told)


async def text_of(client: AsyncWebClient, file: SentFile) -> str:
    """Raises FileTooLarge, FileUnread."""
    if file.size > MOST_BYTES:
        raise FileTooLarge
    if client.session is None or not is_slacks(file.url, client.base_url):
        raise FileUnread
    try:
        return await _fetched(client.session, file.url, str(client.token))
    except (aiohttp.ClientError, TimeoutError, OSError):
        raise FileUnread from None


def is_slacks(url: str, base_url: str) -> bool:
    """The token goes only where the Web API is, or to a host under its name, as files.slack.com."""
    asked, ours = urlsplit(url), urlsplit(base_url)
    if (asked.scheme, asked.netloc) == (ours.scheme, ours.netloc):
        return True
    return asked.scheme == "https" and (asked.hostname or "").endswith(f".{ours.hostname}")


async def _fetched(session: aiohttp.ClientSession, url: str, token: str) -> str:
    """Slack shows its login page to whoever may not read a file."""
    async with session.get(
        url,
        headers={"Authorization": f"Bearer {token}"},
        allow_redirects=False,
        timeout=aiohttp.ClientTimeout(total=PATIENCE_SECONDS),
    ) as answer:
        if answer.status != 200 or answer.content_type == "text/html":
            raise FileUnread
        found = bytearray()
        async for chunk in answer.content.iter_chunked(_CHUNK):
            found += chunk
            if len(found) > MOST_BYTES:
                raise FileTooLarge
    return found.decode("utf-8-sig", errors="replace")


def _file(said: Mapping[str, Any]) -> SentFile:
    return SentFile(
        name=str(said.get("name") or ""),
        kind=str(said.get("filetype") or said.get("mimetype") or ""),
        size=int(said.get("size") or 0),
        url=str(said.get("url_private_download") or said.get("url_private") or ""),
    )
