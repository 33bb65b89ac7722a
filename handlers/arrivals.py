"""Arrivals and departures: channels we are invited to, people who change, workspaces that leave."""

from typing import Any

from slack_bolt.async_app import AsyncApp

from bot import blockers, people, teams, workspaces
from bot.ids import ChannelId, PersonId
from bot.world import Work
from handlers.directory import person_from
from handlers.door import Door

Body = dict[str, Any]

CHANNEL_CHANGES = (
    "channel_archive",
    "channel_rename",
    "channel_unarchive",
    "group_archive",
    "group_rename",
    "group_unarchive",
)


FAREWELLS = ("app_uninstalled", "tokens_revoked")


def register(app: AsyncApp, door: Door) -> None:
    @app.event("member_joined_channel")
    async def joined(event: Body) -> None:
        await _joined(door, event)

    @app.event("member_left_channel")
    async def left(event: Body) -> None:
        await _left(door, ChannelId(event["channel"]), ourselves=event["user"] == door.bot_user)

    async def changed(event: Body) -> None:
        channel = event["channel"]
        await _changed(door, ChannelId(channel["id"] if isinstance(channel, dict) else channel))

    for change in CHANNEL_CHANGES:
        app.event(change)(changed)

    @app.event("user_change")
    async def person_changed(event: Body) -> None:
        await _person_changed(door, event["user"])

    async def refused(event: Body) -> None:
        await door.house.do(door.workspace, lambda work: workspaces.refused(work, event["type"]))

    for farewell in FAREWELLS:
        app.event(farewell)(refused)


async def _joined(door: Door, event: Body) -> None:
    channel, inviter = ChannelId(event["channel"]), event.get("inviter")
    if event["user"] == door.bot_user:
        await _we_joined(door, channel, PersonId(inviter) if inviter else None)
    else:
        await _changed(door, channel)


async def _we_joined(door: Door, channel: ChannelId, inviter: PersonId | None) -> None:
    door.directory.forget(channel)
    described = await door.directory.describe(channel)
    if described is None:
        await _changed(door, channel)
        return

    def verb(work: Work) -> None:
        teams.invited(work, described, by=inviter)
        blockers.tell_what_waited(work, described)

    await door.house.do(door.workspace, verb, lane=channel)


async def _left(door: Door, channel: ChannelId, *, ourselves: bool) -> None:
    door.directory.forget(channel)
    if ourselves:
        await door.house.do(door.workspace, lambda work: people.we_left(work, channel))


async def _changed(door: Door, channel: ChannelId) -> None:
    """Look it up before relying on it again."""
    door.directory.forget(channel)
    await door.house.do(door.workspace, lambda work: people.doubt(work, channel))


async def _person_changed(door: Door, said: Body) -> None:
    person = person_from(said, door.house.world.now(), door.workspace)
    door.directory.forget(person.id)
    await door.house.do(
        door.workspace, lambda work: people.learn(work, people=[person], channels=[])
    )
