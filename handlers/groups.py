"""User groups at the door: who is in them is asked of Slack, and again when it changed."""

import asyncio
import re
from typing import Any

import aiohttp
import structlog
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import groups
from bot.groups import Group
from bot.ids import PersonId
from handlers.directory import PATIENCE_SECONDS
from handlers.door import Door

Body = dict[str, Any]

CHANGES = ("subteam_members_changed", "subteam_updated")
NEEDS_A_PLAN = frozenset({"plan_upgrade_required", "paid_teams_only"})
_NO_ANSWER = (SlackApiError, aiohttp.ClientError, TimeoutError, OSError)
_NEVER = NEEDS_A_PLAN | {"missing_scope", "no_such_subteam", "not_allowed_token_type"}

_GROUP = re.compile(r"<!subteam\^(S[A-Z0-9]+)[|>]")
_UNNAMED = re.compile(r"<!subteam\^(S[A-Z0-9]+)>")
_NOT_IN_A_HANDLE = re.compile(r"[^\w.-]")
_MOST_IN_WORDS = 5

log = structlog.get_logger()


def register(app: AsyncApp, door: Door) -> None:
    for name in CHANGES:
        _listen(app, door, name)


def _listen(app: AsyncApp, door: Door, name: str) -> None:
    @app.event(name)
    async def changed(event: Body) -> None:
        group = str(event.get("subteam_id") or (event.get("subteam") or {}).get("id") or "")
        if await door.house.do(door.workspace, lambda work: groups.doubt(work, group)):
            await acquaint(door, group)


async def acquaint(door: Door, id_: str) -> None:
    """Let the use case know the group, as far as Slack tells; what it told before stays."""
    told = await described(door.client, id_)
    if told is not None:
        now = door.house.world.now()
        group = Group(id_, handle=told.handle, members=told.members, learnt_at=now)
        await door.house.do(door.workspace, lambda work: groups.learn(work, group))


async def named_in(door: Door, words: str) -> str:
    """The words with the names of user groups, where Slack sent only their ids."""
    ids = list(dict.fromkeys(_GROUP.findall(words)))[:_MOST_IN_WORDS]
    if not ids:
        return words
    await asyncio.gather(*(_meet(door, one) for one in ids))
    handles = await door.house.look(door.workspace, groups.handles)
    return _UNNAMED.sub(lambda found: _named(found[1], handles.get(found[1])), words)


async def _meet(door: Door, id_: str) -> None:
    """What Slack does not tell just now, the planner asks again."""
    known = await door.house.look(door.workspace, groups.handles)
    if id_ not in known:
        await acquaint(door, id_)


def _named(id_: str, handle: str | None) -> str:
    return f"<!subteam^{id_}|@{handle}>" if handle else f"<!subteam^{id_}>"


async def described(client: AsyncWebClient, id_: str) -> Group | None:
    """What Slack says of it within a second: without members where it never tells, else None."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            users = (await client.usergroups_users_list(usergroup=id_))["users"]
            known = (await client.usergroups_list())["usergroups"]
    except SlackApiError as refusal:
        reason = str(refusal.response.get("error"))
        log.info("group.unknown", group=id_, reason=reason)
        return Group(id_) if reason in _NEVER else None
    except _NO_ANSWER:
        return None
    handle = next((str(one.get("handle") or "") for one in known if one.get("id") == id_), "")
    handle = _NOT_IN_A_HANDLE.sub("", handle)
    return Group(id_, handle, frozenset(map(PersonId, users)))
