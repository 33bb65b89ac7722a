"""Knocks: what Slack sent, read once into who, where, and a key by which it is known again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.errors import NotAMember
from bot.ids import ChannelId, PersonId

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Knock:
    key: str
    person: PersonId
    channel: ChannelId
    in_dm: bool
    trigger: str = ""  # opens a form, once, within three seconds
    thread: str | None = None
    message: str | None = None  # the ts of a channel's message of ours that was clicked


def of_command(body: Body) -> Knock:
    return Knock(
        key=f"command:{body['trigger_id']}",
        person=PersonId(body["user_id"]),
        channel=ChannelId(body["channel_id"]),
        in_dm=_is_small(body.get("channel_name", "")),
        trigger=body["trigger_id"],
    )


def _is_small(channel_name: str) -> bool:
    """A DM or a group DM, with us in it or not: what is said there is nobody else's."""
    return channel_name == "directmessage" or channel_name.startswith("mpdm-")


def of_click(body: Body, *, workspace: str) -> Knock:
    """Raises NotAMember, as the others do."""
    channel = ChannelId((body.get("channel") or {}).get("id", ""))
    return Knock(
        key=f"click:{body['trigger_id']}",
        person=_member(body, workspace),
        channel=channel,
        in_dm=channel.startswith("D"),
        trigger=body["trigger_id"],
        message=_message_of(body.get("container") or {}),
    )


def _member(body: Body, workspace: str) -> PersonId:
    """Raises NotAMember for people of other workspaces, who meet us in shared channels."""
    person = body["user"]
    if person.get("team_id", workspace) != workspace:
        raise NotAMember
    return PersonId(person["id"])


def _message_of(container: Mapping[str, Any]) -> str | None:
    """Of a message that everybody in the conversation sees, at the top level."""
    if container.get("is_ephemeral") or container.get("thread_ts"):
        return None
    return container.get("message_ts")


def of_submission(body: Body, *, workspace: str, channel: ChannelId) -> Knock:
    view = body["view"]
    return Knock(
        key=f"view:{view['id']}:{view.get('hash', '')}",
        person=_member(body, workspace),
        channel=channel,
        in_dm=channel.startswith("D"),
    )


def of_event(body: Body) -> Knock:
    event = body["event"]
    return Knock(
        key=f"event:{body['event_id']}",
        person=PersonId(event.get("user", "")),
        channel=ChannelId(event.get("channel", "")),
        in_dm=event.get("channel_type") == "im",
        thread=event.get("thread_ts"),
    )


def of_shortcut(body: Body, *, workspace: str) -> Knock:
    """Of a message's menu; we need not be in its conversation."""
    channel = body["channel"]
    return Knock(
        key=f"click:{body['trigger_id']}",
        person=_member(body, workspace),
        channel=ChannelId(channel["id"]),
        in_dm=_is_small(channel.get("name") or ""),
        trigger=body["trigger_id"],
        thread=body["message"].get("thread_ts"),
    )


def of_reaction(body: Body) -> Knock:
    """On a message; whoever reacted is told in its channel, and only they see it."""
    event = body["event"]
    channel = ChannelId(event["item"].get("channel", ""))
    return Knock(
        key=f"event:{body['event_id']}",
        person=PersonId(event.get("user", "")),
        channel=channel,
        in_dm=channel.startswith("D"),
    )
