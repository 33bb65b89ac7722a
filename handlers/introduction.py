"""The introduction: asks Slack who we are in our workspace, until it answers or says no."""

import asyncio
import contextlib
from functools import partial

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot import workspaces
from bot.house import House
from bot.ids import PersonId, WorkspaceId
from bot.workspaces import Workspace

log = structlog.get_logger()

_LONGEST_WAIT = 60.0


class Unwelcome(Exception):
    """Slack refuses the bot token; the text is Slack's own word for why."""


def slack_client(token: str, *, base_url: str, session: aiohttp.ClientSession) -> AsyncWebClient:
    """Slack's client on a shared session, with no retries that we do not see."""
    return AsyncWebClient(
        token=token, base_url=base_url, session=session, retry_handlers=[], timeout=10
    )


async def introduced(house: House, client: AsyncWebClient, stop: asyncio.Event) -> Workspace | None:
    """Our workspace, kept; None when told to stop before Slack answered. Raises Unwelcome."""
    wait = 1.0
    while not stop.is_set():
        try:
            us = _described(await client.auth_test())
        except SlackApiError as refusal:
            raise Unwelcome(str(refusal.response["error"])) from None
        except (aiohttp.ClientError, TimeoutError, OSError):
            log.warning("slack.unreachable", again_in=wait)
        else:
            await house.do(us.id, partial(workspaces.introduce, workspace=us))
            return us
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), wait)
        wait = min(wait * 2, _LONGEST_WAIT)
    return None


def _described(answer: AsyncSlackResponse) -> Workspace:
    headers = {name.lower(): value for name, value in answer.headers.items()}
    return Workspace(
        id=WorkspaceId(answer["team_id"]),
        name=answer["team"],
        bot_user=PersonId(answer["user_id"]),
        bot_id=answer.get("bot_id") or "",
        scopes=headers.get("x-oauth-scopes", "").replace(" ", ""),
    )
