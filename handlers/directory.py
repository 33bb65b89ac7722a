"""The directory: asks Slack who somebody is and what a channel is, before the transaction."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any, TypeVar

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import people, vocabulary
from bot.calendar import zone_named
from bot.errors import StoreBusy
from bot.house import House
from bot.ids import ChannelId, PersonId, WorkspaceId
from bot.people import Channel, Person
from bot.vocabulary import Learnt
from bot.world import Work
from handlers.away import away_until

PATIENCE_SECONDS = 1.0
ONE_KNOCK_SECONDS = 3.0
REMEMBERED_SECONDS = 60.0
Names = Mapping[str, str]
T = TypeVar("T")
_NO_ANSWER = (SlackApiError, aiohttp.ClientError, TimeoutError, OSError)
_NOT_TOLD = frozenset({"user_not_found", "user_not_visible", "missing_scope"})
_NOT_OURS = frozenset({"channel_not_found", "missing_scope", "not_in_channel"})

log = structlog.get_logger()


class SlackSilent(Exception):
    """Slack did not tell what we must know; who knocked shall knock again."""


class Directory:
    """Knows whom it met in the last minute; the rest it looks up, in the database and in Slack."""

    def __init__(
        self,
        house: House,
        client: AsyncWebClient,
        workspace: WorkspaceId,
        *,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._patience = patience
        self._house = house
        self._client = client
        self._workspace = workspace
        self._met: dict[str, float] = {}
        self._asked: dict[str, float] = {}
        self._zones: dict[str, str] = {}
        self._known_here: dict[tuple[str, str], tuple[float, Names, Learnt]] = {}
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._late: set[asyncio.Task[None]] = set()

    async def meet(self, person: PersonId, channel: ChannelId, *, in_dm: bool) -> None:
        """Let the use case know both. What Slack does not tell in time stays unknown."""
        unmet = [one for one in (person, channel) if one and not self._remembers(one)]
        if unmet:
            await asyncio.gather(
                self._once(person, lambda: self._meet_person(person)),
                self._once(channel, lambda: self._meet_channel(channel, in_dm=in_dm)),
            )

    async def acquaint(self, people_: Iterable[str]) -> None:
        """Let the use case know who was named, as far as Slack tells within a second."""
        ids = [PersonId(one) for one in people_]
        await asyncio.gather(
            *(self._once(one, partial(self._meet_person, one)) for one in dict.fromkeys(ids))
        )

    async def known_here(self, channel: ChannelId, person: PersonId) -> tuple[Names, Learnt]:
        """The names of the channel's team, to ids, and what corrections taught there.

        At most a minute old, and no correction of this process missed.
        """
        known = self._known_here.get((channel, person))
        if known is not None and time.monotonic() - known[0] < REMEMBERED_SECONDS:
            return known[1], known[2]
        names, learnt = await self._look(lambda work: vocabulary.known_here(work, channel, person))
        self._known_here[channel, person] = (time.monotonic(), names, learnt)
        return names, learnt

    def forget_taught(self) -> None:
        """Somebody may have corrected something."""
        self._known_here.clear()

    def zone(self, person: str) -> str:
        """The person's zone when they were met, for words like "since 9:30"."""
        return self._zones.get(person, "UTC")

    def today(self, person: str) -> date:
        """By that person's own clock."""
        return self._house.world.now().astimezone(zone_named(self.zone(person))).date()

    def forget(self, one: str) -> None:
        """Something about this person or channel changed."""
        self._met.pop(one, None)
        self._asked.pop(one, None)
        self._known_here.clear()

    async def describe(self, channel: ChannelId) -> Channel | None:
        """What Slack says of a channel now; None when it does not answer."""
        try:
            answer = await self._client.conversations_info(
                channel=channel, include_num_members=True
            )
        except SlackApiError as refusal:
            if refusal.response.get("error") in _NOT_OURS:
                return self._outside(channel)
            return None
        except _NO_ANSWER:
            return None
        return self._channel(answer["channel"])

    async def described(self, channel: ChannelId) -> Channel:
        """The same, for an event that Slack can bring again. Raises SlackSilent."""
        found = await self.describe(channel)
        if found is None:
            raise SlackSilent
        return found

    async def person(self, person: str) -> Person | None:
        try:
            answer = await self._client.users_info(user=person)
        except _NO_ANSWER:
            return None
        return person_from(answer["user"], self._house.world.now(), self._workspace)

    async def address_of(self, person: str) -> str | None:
        """Their e-mail address, asked for as it is needed and kept nowhere; None where we may not
        see it. Raises SlackSilent."""
        try:
            answer = await self._client.users_info(user=person)
        except SlackApiError as refusal:
            if refusal.response.get("error") in _NOT_TOLD:
                return None
            raise SlackSilent from refusal
        except _NO_ANSWER as silence:
            raise SlackSilent from silence
        profile = answer["user"].get("profile") or {}
        return str(profile.get("email") or "") or None

    async def members(self, channel: str, *, at_most: int) -> list[Person] | None:
        """The people of a channel; None when Slack did not tell all, or when there are more."""
        try:
            answer = await self._client.conversations_members(channel=channel, limit=200)
        except _NO_ANSWER:
            return None
        ids = answer["members"]
        if len(ids) > at_most:
            return []
        found = await asyncio.gather(*(self._known_or_asked(PersonId(one)) for one in ids))
        return None if None in found else [one for one in found if one is not None]

    async def _known_or_asked(self, person: PersonId) -> Person | None:
        known: Person | None = await self._look(lambda work: people.known_person(work, person))
        return known or await self.person(person)

    async def _once(self, one: str, meet: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Whoever knocks meanwhile waits for the same answer."""
        if not one or self._remembers(one):
            return
        meeting = self._under_way.get(one)
        if meeting is None:
            meeting = self._under_way[one] = asyncio.create_task(meet())
            meeting.add_done_callback(lambda _: self._under_way.pop(one, None))
        await asyncio.shield(meeting)

    async def _meet_person(self, person: PersonId) -> None:
        known = await self._look(lambda work: people.known_person(work, person))
        if known is None:
            await self._ask(person, self.person(person), self._learn_person)
        else:
            self._knows(known)

    async def _learn_person(self, told: Person | None) -> None:
        if told is not None:
            await self._learn(people_=[told], channels=[])
            self._knows(told)

    def _knows(self, person: Person) -> None:
        self._zones[person.id] = person.zone
        self._met[person.id] = time.monotonic()

    async def _meet_channel(self, channel: ChannelId, *, in_dm: bool) -> None:
        known = await self._look(lambda work: people.known_channel(work, channel))
        if known is not None:
            self._met[channel] = time.monotonic()
        elif in_dm:
            await self._learn_channel(self._dm(channel))
        else:
            await self._ask(channel, self.describe(channel), self._learn_channel)

    async def _learn_channel(self, told: Channel | None) -> None:
        if told is not None:
            await self._learn(people_=[], channels=[told])
            if told.here:
                self._met[told.id] = time.monotonic()

    async def _ask(
        self, one: str, asking: Coroutine[Any, Any, T], learn: Callable[[T], Awaitable[None]]
    ) -> None:
        """Not for long, because a person waits for us; what Slack tells later is learnt then."""
        asked_at = self._asked[one] = time.monotonic()
        told = asyncio.create_task(asking)
        await asyncio.wait({told}, timeout=self._patience)
        if told.done():
            await learn(await told)
            return
        log.warning("slack.slow")
        late = asyncio.create_task(self._learn_late(one, asked_at, told, learn))
        self._late.add(late)
        late.add_done_callback(self._late.discard)

    async def _learn_late(
        self, one: str, asked_at: float, told: Awaitable[T], learn: Callable[[T], Awaitable[None]]
    ) -> None:
        """Unless an event said meanwhile that it changed."""
        found = await told
        if self._asked.get(one) == asked_at:
            with suppress(StoreBusy):
                await learn(found)

    async def _look(self, verb: Any) -> Any:
        return await self._house.look(self._workspace, verb)

    async def _learn(self, *, people_: list[Person], channels: list[Channel]) -> None:
        def verb(work: Work) -> None:
            people.learn(work, people=people_, channels=channels)

        await self._house.do(self._workspace, verb)

    def _remembers(self, one: str) -> bool:
        """Met lately; or asked about just now, for the same knock, and Slack was silent."""
        now = time.monotonic()
        met, asked = self._met.get(one, -math.inf), self._asked.get(one, -math.inf)
        return now - met < REMEMBERED_SECONDS or now - asked < ONE_KNOCK_SECONDS

    def _channel(self, said: Mapping[str, Any]) -> Channel:
        return Channel(
            id=said["id"],
            name=said.get("name") or "",
            kind=_kind(said),
            here=bool(said.get("is_member") or said.get("is_im")),
            size=int(said.get("num_members") or 0),
            trouble="is_archived" if said.get("is_archived") else None,
            learnt_at=self._house.world.now(),
        )

    def _dm(self, channel: ChannelId) -> Channel:
        now = self._house.world.now()
        return Channel(channel, "", "dm", here=True, size=1, trouble=None, learnt_at=now)

    def _outside(self, channel: ChannelId) -> Channel:
        """A private channel or a group DM that does not know us."""
        now = self._house.world.now()
        return Channel(channel, "", "private", here=False, size=0, trouble=None, learnt_at=now)


def person_from(said: Mapping[str, Any], now: Any, workspace: WorkspaceId) -> Person:
    """Slack's user object as our record. Strangers of shared channels may lack a zone."""
    profile = said.get("profile") or {}
    name = profile.get("display_name") or profile.get("real_name") or said.get("name") or ""
    return Person(
        id=said["id"],
        name=name,
        handle=said.get("name") or "",
        zone=said.get("tz") or "UTC",
        home=said.get("team_id") or workspace,
        guest=bool(said.get("is_restricted") or said.get("is_ultra_restricted")),
        bot=bool(said.get("is_bot")) or said["id"] == "USLACKBOT",
        gone=bool(said.get("deleted")),
        learnt_at=now,
        admin=bool(said.get("is_admin") or said.get("is_owner")),
        away_until=away_until(profile, now, said.get("tz") or "UTC"),
    )


def _kind(said: Mapping[str, Any]) -> str:
    if said.get("is_im"):
        return "dm"
    if said.get("is_mpim"):
        return "group"
    return "private" if said.get("is_private") else "channel"
