"""Arrivals and departures: channels we are invited to, people who change, workspaces that leave."""

from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot import blockers, deliveries, newcomers, people, standups, teams, workspaces
from bot.features import FEATURES
from bot.ids import ChannelId, PersonId
from bot.world import Work
from handlers.directory import person_from
from handlers.door import Door

Body = dict[str, Any]
Hears = Callable[[Door, Body], Awaitable[None]]

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
    listeners: dict[str, Hears] = {
        "member_joined_channel": _joined,
        "member_left_channel": _left,
        "user_change": _person_changed,
        **dict.fromkeys(CHANNEL_CHANGES, _channel_changed),
        **dict.fromkeys(FAREWELLS, _farewell),
    }
    for name, hears in listeners.items():
        _listen(app, door, name, hears)


def _listen(app: AsyncApp, door: Door, name: str, hears: Hears) -> None:
    @app.event(name)
    async def heard(event: Body) -> None:
        await hears(door, event)


async def _channel_changed(door: Door, event: Body) -> None:
    said = event["channel"]
    channel = ChannelId(said["id"] if isinstance(said, dict) else said)
    await _changed(door, channel)
    if event["type"].endswith("_unarchive"):
        await _open_again(door, channel)
    elif event["type"].endswith("_archive"):
        await door.house.do(door.workspace, lambda work: deliveries.archived(work, channel))


async def _farewell(door: Door, event: Body) -> None:
    if event["type"] == "tokens_revoked" and not (event.get("tokens") or {}).get("bot"):
        return  # somebody's own token, which we never use
    await door.house.do(door.workspace, lambda work: workspaces.refused(work, event["type"]))


async def _joined(door: Door, event: Body) -> None:
    channel, inviter = ChannelId(event["channel"]), event.get("inviter")
    if event["user"] == door.bot_user:
        await _we_joined(door, channel, PersonId(inviter) if inviter else None)
    else:
        await _changed(door, channel)
        await _somebody_joined(door, channel, PersonId(event["user"]))


async def _somebody_joined(door: Door, channel: ChannelId, person: PersonId) -> None:
    await door.directory.acquaint([person])
    await door.house.do(
        door.workspace, lambda work: newcomers.joined(work, FEATURES, channel, person)
    )


async def _we_joined(door: Door, channel: ChannelId, inviter: PersonId | None) -> None:
    door.directory.forget(channel)
    described = await door.directory.described(channel)

    def verb(work: Work) -> None:
        teams.invited(work, described, by=inviter)
        blockers.tell_what_waited(work, described)
        standups.show_what_waited(work, channel)

    await door.house.do(door.workspace, verb, lane=channel)


async def _left(door: Door, event: Body) -> None:
    channel, person = ChannelId(event["channel"]), PersonId(event["user"])
    door.directory.forget(channel)

    def verb(work: Work) -> None:
        if person == door.bot_user:
            people.we_left(work, channel)
        else:
            teams.left(work, channel, person)
            people.doubt(work, channel)

    await door.house.do(door.workspace, verb)


async def _changed(door: Door, channel: ChannelId) -> None:
    """Look it up before relying on it again."""
    door.directory.forget(channel)
    await door.house.do(door.workspace, lambda work: people.doubt(work, channel))


async def _open_again(door: Door, channel: ChannelId) -> None:
    """What it missed meanwhile is told now."""
    described = await door.directory.described(channel)

    def verb(work: Work) -> None:
        people.learn(work, people=[], channels=[described])
        blockers.tell_what_waited(work, described)
        standups.show_what_waited(work, channel)

    await door.house.do(door.workspace, verb, lane=channel)


async def _person_changed(door: Door, event: Body) -> None:
    person = person_from(event["user"], door.house.world.now(), door.workspace)
    door.directory.forget(person.id)
    await door.house.do(
        door.workspace, lambda work: people.learn(work, people=[person], channels=[])
    )
