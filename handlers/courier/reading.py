"""Reading: a letter in doubt is looked for in the history of its conversation."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot.deliveries import (
    Answer,
    ChannelId,
    Doubt,
    Post,
    Unreadable,
    WorkspaceId,
    seconds_to_wait,
    why_unread,
)
from handlers.courier.gateway import EVENT_TYPE, HISTORY, OPEN, REPLIES, Gateway
from handlers.courier.limiter import Closed, Limiter

MOST_PAGES = 50
CLOCKS_DIFFER = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Found:
    """`others`: the same letter once more, later; they are to be taken down."""

    post: Post
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Absent:
    """In a complete reading."""


@dataclass(frozen=True, slots=True)
class Unread:
    """The reading was not complete; `limited` names the method that Slack told us to wait with."""

    wait: float = 0.0
    limited: str = ""


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Slack does not let us read there; `everywhere`: nor do anything else."""

    reason: str
    everywhere: bool = False


Reading = Found | Absent | Unread | Forbidden


class Reader:
    """Reads one conversation at a time, from before the attempt to now, to its end."""

    def __init__(self, gateway: Gateway, limiter: Limiter, *, now: Callable[[], datetime]) -> None:
        self._gateway = gateway
        self._limiter = limiter
        self._now = now

    async def look(self, workspace: WorkspaceId, doubt: Doubt) -> Reading:
        channel = doubt.channel
        if doubt.person is not None:
            opened = await self._open(workspace, doubt.person)
            if not isinstance(opened, str):
                return opened
            channel = opened
        pages = await self._pages(workspace, doubt, channel, doubt.oldest)
        if isinstance(pages, timedelta):
            pages = await self._pages(workspace, doubt, channel, doubt.oldest - pages, again=True)
        if isinstance(pages, list):
            return _verdict(pages, doubt, channel)
        return Unread() if isinstance(pages, timedelta) else pages

    async def _open(self, workspace: WorkspaceId, person: str) -> "str | Unread | Forbidden":
        answer = await self._ask(workspace, OPEN, partial(self._gateway.open_dm, workspace, person))
        if isinstance(answer, Unread):
            return answer
        channel = answer.body.get("channel")
        if answer.ok and isinstance(channel, dict) and isinstance(channel.get("id"), str):
            return str(channel["id"])
        return _no_reading(answer)

    async def _pages(
        self,
        workspace: WorkspaceId,
        doubt: Doubt,
        channel: str,
        oldest: datetime,
        *,
        again: bool = False,
    ) -> "list[Any] | timedelta | Unread | Forbidden":
        """All messages since `oldest`; or by how much our clock is ahead of Slack's, if it is."""
        messages: list[Any] = []
        cursor: str | None = None
        for _ in range(MOST_PAGES):
            read = partial(self._gateway.read, workspace, channel, oldest=oldest, cursor=cursor)
            read = partial(read, thread_ts=doubt.thread_ts)
            answer = await self._ask(workspace, _method(doubt), read)
            if isinstance(answer, Unread):
                return answer
            page = answer.body.get("messages")
            if not answer.ok or not isinstance(page, list):
                return _no_reading(answer)
            ahead = self._ahead(answer)
            if ahead > CLOCKS_DIFFER and not again:
                return ahead
            messages += page
            cursor = _next_cursor(answer)
            if cursor is None:
                return Unread() if answer.body.get("has_more") else messages
        return Unread()

    async def _ask(
        self, workspace: WorkspaceId, method: str, call: Callable[[], Awaitable[Answer]]
    ) -> Answer | Unread:
        try:
            async with self._limiter.turn(workspace, method, channel="", paced=False):
                answer = await call()
                if not answer.limited:
                    self._limiter.passed(workspace, method)
                    return answer
                wait = seconds_to_wait(answer)
                self._limiter.refused(workspace, method, channel="", seconds=wait)
                return Unread(wait, limited=method)
        except Closed as closed:
            return Unread((closed.until - self._now()).total_seconds())

    def _ahead(self, answer: Answer) -> timedelta:
        return timedelta(0) if answer.date is None else self._now() - answer.date


def _method(doubt: Doubt) -> str:
    return HISTORY if doubt.thread_ts is None else REPLIES


def _next_cursor(answer: Answer) -> str | None:
    more = answer.body.get("response_metadata")
    cursor = more.get("next_cursor") if isinstance(more, dict) else None
    return cursor if isinstance(cursor, str) and cursor else None


def _no_reading(answer: Answer) -> Unread | Forbidden:
    if answer.ok:
        return Unread()
    why = why_unread(answer)
    if why is Unreadable.PASSING:
        return Unread()
    return Forbidden(answer.error, everywhere=why is Unreadable.REFUSED)


def _verdict(messages: list[Any], doubt: Doubt, channel: str) -> Found | Absent:
    found = sorted((_ts(one) for one in messages if _is(one, doubt)), key=_moment)
    if not found:
        return Absent()
    return Found(Post(ChannelId(channel), found[0]), others=tuple(found[1:]))


def _is(message: Any, doubt: Doubt) -> bool:
    metadata = message.get("metadata") if isinstance(message, dict) else None
    if not isinstance(metadata, dict) or metadata.get("event_type") != EVENT_TYPE:
        return False
    payload = metadata.get("event_payload")
    return isinstance(payload, dict) and payload.get("id") == doubt.letter.id


def _ts(message: Any) -> str:
    return str(message.get("ts"))


def _moment(ts: str) -> tuple[int, str]:
    """Stamps are decimal numbers in text, never floats."""
    seconds, _, rest = ts.partition(".")
    return (int(seconds) if seconds.isdigit() else 0, rest)
