"""The gateway: the only place where letters meet Slack."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.deliveries import Answer, Parcel, Trouble, WorkspaceId, without_group

METHODS: Mapping[str, str] = {
    "post": "chat.postMessage",
    "whisper": "chat.postEphemeral",
    "edit": "chat.update",
    "delete": "chat.delete",
}
HISTORY = "conversations.history"
REPLIES = "conversations.replies"
OPEN = "conversations.open"

EVENT_TYPE = "pinwheel_letter"
TIMEOUT_SECONDS = 10.0
CONNECT_SECONDS = 5.0  # less, so that it is known that nothing left us
PAGE = 200
# Below what servers usually keep an idle connection for: a request sent into one that is just
# being closed would leave a letter in doubt.
KEEP_ALIVE_SECONDS = 4.0
MOST_CONNECTIONS = 64
GROUPS_REMEMBERED = 20_000

Body = Mapping[str, Any]

# No byte of the request has left us when one of these is raised.
_UNREACHED = (
    aiohttp.ClientConnectorError,
    aiohttp.ClientHttpProxyError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
    aiohttp.ServerFingerprintMismatch,
)


def open_session() -> aiohttp.ClientSession:
    """One for the whole process; inside a running event loop. Who opens it closes it."""
    connector = aiohttp.TCPConnector(
        limit=MOST_CONNECTIONS, keepalive_timeout=KEEP_ALIVE_SECONDS, ttl_dns_cache=300
    )
    timeout = aiohttp.ClientTimeout(total=TIMEOUT_SECONDS, sock_connect=CONNECT_SECONDS)
    return aiohttp.ClientSession(connector=connector, timeout=timeout)


class Gateway:
    """Every call returns an Answer; nothing that Slack or the network does raises.

    `client_of` gives a workspace's client, asked anew for each call as tokens may rotate.
    """

    def __init__(self, client_of: Callable[[WorkspaceId], AsyncWebClient]) -> None:
        self._client_of = client_of
        self._groups: dict[tuple[WorkspaceId, str], str] = {}

    async def open_group(self, workspace: WorkspaceId, people: str) -> Answer | None:
        """Our conversation with several people, before the first letter to it. None: it is open."""
        if "," not in people or (workspace, people) in self._groups:
            return None
        opened = await self.open_dm(workspace, people)
        channel = (opened.body.get("channel") or {}).get("id", "")
        if not (opened.ok and channel):
            return without_group(opened)
        if len(self._groups) >= GROUPS_REMEMBERED:
            self._groups.clear()
        self._groups[workspace, people] = channel
        return None

    async def carry(self, workspace: WorkspaceId, parcel: Parcel, body: Body) -> Answer:
        """Say it. `body` is text and blocks; ignored where a message is taken down."""
        letter = parcel.letter
        channel = self._groups.get((workspace, parcel.channel), parcel.channel)
        place: dict[str, Any] = {"channel": channel}
        if letter.verb in ("edit", "delete"):
            place["ts"] = parcel.ts
        elif parcel.thread_ts is not None:
            place["thread_ts"] = parcel.thread_ts
        if letter.verb == "delete":
            return await self._call(workspace, METHODS["delete"], place)
        if letter.verb == "edit":
            # Slack's default for edits would look for names and channels in the words.
            return await self._call(workspace, METHODS["edit"], {**body, **place, "parse": "none"})
        if letter.verb == "whisper":
            place["user"] = letter.whisper_to
            return await self._call(workspace, METHODS["whisper"], {**body, **place})
        return await self._call(
            workspace, METHODS["post"], {**body, **place, **_marks(str(letter.id))}
        )

    async def take_down(self, workspace: WorkspaceId, channel: str, ts: str) -> Answer:
        return await self._call(workspace, METHODS["delete"], {"channel": channel, "ts": ts})

    async def open_dm(self, workspace: WorkspaceId, person: str) -> Answer:
        """The id of our DM with a person, or with several; opening it twice changes nothing."""
        return await self._call(workspace, OPEN, {"users": person})

    async def read(
        self,
        workspace: WorkspaceId,
        channel: str,
        *,
        thread_ts: str | None,
        oldest: datetime,
        cursor: str | None = None,
    ) -> Answer:
        """One page of a conversation, or of one thread in it, with the messages' metadata."""
        asked = {
            "channel": channel,
            "oldest": f"{oldest.timestamp():.6f}",
            "inclusive": True,
            "limit": PAGE,
            "include_all_metadata": True,
        }
        if thread_ts is not None:
            asked["ts"] = thread_ts
        if cursor is not None:
            asked["cursor"] = cursor
        method = HISTORY if thread_ts is None else REPLIES
        return await self._call(workspace, method, asked, reading=True)

    async def _call(
        self, workspace: WorkspaceId, method: str, args: Body, *, reading: bool = False
    ) -> Answer:
        client = self._client_of(workspace)
        if client.retry_handlers:
            raise RuntimeError("a client that repeats calls by itself would post twice")
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                if reading:
                    response = await client.api_call(method, http_verb="GET", params=dict(args))
                else:
                    response = await client.api_call(method, json=dict(args))
        except SlackApiError as refusal:
            return _answer(refusal.response)
        except _UNREACHED:
            return Answer(trouble=Trouble.UNREACHED)
        except Exception:  # noqa: BLE001 - whatever went wrong midway, it may have arrived
            return Answer(trouble=Trouble.LOST)
        return _answer(response)


def _marks(letter: str) -> dict[str, Any]:
    return {
        "metadata": {"event_type": EVENT_TYPE, "event_payload": {"id": letter}},
        "unfurl_links": False,
        "unfurl_media": False,
    }


def _answer(response: Any) -> Answer:
    """From the SDK's response, or from the bare one that it attaches to a body it cannot read."""
    status = getattr(response, "status_code", None) or getattr(response, "status", None)
    data = getattr(response, "data", None)
    headers = getattr(response, "headers", None) or {}
    return Answer(
        status=status,
        body=data if isinstance(data, dict) else {},
        retry_after=headers.get("Retry-After"),
        date=_date(headers.get("Date")),
    )


def _date(header: str | None) -> datetime | None:
    try:
        said = parsedate_to_datetime(header or "")
    except ValueError:
        return None
    return said if said.tzinfo is not None else said.replace(tzinfo=UTC)
