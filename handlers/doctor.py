"""The doctor's questions to Slack: what is missing, what is off, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from handlers.groups import NEEDS_A_PLAN

SKEW_SECONDS = 60
_HELLO_SECONDS = 10
GROUPS = "usergroups:read"
_UNTIL_THEN = {
    GROUPS: "until then anybody in the channel may answer for a user group",
    "files:write": "until then a pair adds its times to calendars by a link",
    "users:read.email": "until then people link their accounts by /review me github:their-login",
}


@dataclass(frozen=True, slots=True)
class Finding:
    what: str
    well: bool
    advice: str = ""


async def ask_slack(
    client: AsyncWebClient, *, scopes: Iterable[str], now: datetime
) -> list[Finding]:
    """The bot token, its scopes, and how far our clock is from Slack's."""
    try:
        answer = await client.auth_test()
    except SlackApiError as refusal:
        reason = str(refusal.response.get("error"))
        advice = "copy the token anew from OAuth & Permissions, or reinstall the app"
        return [Finding(f"Slack refuses SLACK_BOT_TOKEN ({reason})", False, advice)]
    except (aiohttp.ClientError, TimeoutError, OSError):
        advice = "check the network, the proxy and SLACK_API_BASE_URL"
        return [Finding("Slack does not answer", False, advice)]
    findings = [Finding(f"Slack knows the bot in {answer['team']}", True)]
    headers = {name.lower(): value for name, value in answer.headers.items()}
    granted = set(headers.get("x-oauth-scopes", "").replace(" ", "").split(","))
    findings += [_missing(scope) for scope in scopes if scope not in granted]
    if GROUPS in granted:
        findings += await _groups(client)
    return findings + _skew(headers.get("date"), now)


async def ask_sockets(client: AsyncWebClient, *, app_token: str, ours: int) -> list[Finding]:
    """Whether processes that this database does not know share the app token's stream."""
    try:
        opened = await client.apps_connections_open(app_token=app_token)
        counted = await _connections(opened["url"])
    except SlackApiError as refusal:
        reason = str(refusal.response.get("error"))
        advice = "make an app-level token with connections:write under Basic Information"
        return [Finding(f"Slack refuses SLACK_APP_TOKEN ({reason})", False, advice)]
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError, KeyError):
        return [Finding("No Socket Mode connection could be opened", False, "check the network")]
    others = counted - 1 - ours
    if others > 0:
        advice = (
            "another process, with another database, takes part of what Slack sends;"
            " stop it, or give it an app of its own"
        )
        return [Finding(f"{others} unknown connection(s) on SLACK_APP_TOKEN", False, advice)]
    return [Finding("Socket Mode can connect, and nobody else does", True)]


async def _connections(url: str) -> int:
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(url, timeout=aiohttp.ClientWSTimeout(ws_close=2)) as socket,
    ):
        hello = await socket.receive_json(timeout=_HELLO_SECONDS)
        return int(hello["num_connections"])


def _missing(scope: str) -> Finding:
    advice = "add it under OAuth & Permissions (or update the manifest), then reinstall the app"
    if scope in _UNTIL_THEN:
        advice += f"; {_UNTIL_THEN[scope]}"
    return Finding(f"Scope {scope} is missing", False, advice)


async def _groups(client: AsyncWebClient) -> list[Finding]:
    """Free workspaces have none, and nothing is wrong with that."""
    try:
        await client.usergroups_list()
    except SlackApiError as refusal:
        if refusal.response.get("error") in NEEDS_A_PLAN:
            advice = "nothing to do: waits are put to people and channels"
            return [Finding("This Slack plan has no user groups", True, advice)]
    except (aiohttp.ClientError, TimeoutError, OSError):
        pass  # what it answered to the first question counts
    return []


def _skew(date: str | None, now: datetime) -> list[Finding]:
    if date is None:
        return []
    seconds = (now - parsedate_to_datetime(date)).total_seconds()
    if abs(seconds) <= SKEW_SECONDS:
        return [Finding("The clock agrees with Slack's", True)]
    side = "ahead of" if seconds > 0 else "behind"
    what = f"The clock is {abs(seconds):.0f} s {side} Slack's"
    return [Finding(what, False, "set it by NTP; Slack's requests are refused beyond 5 minutes")]
