"""Opening the code hosts: from what whoever runs us has set to clients that speak to them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

import httpx

from bot.hosts import GITHUB, GITLAB, Opened, introduce
from bot.house import House
from bot.ids import WorkspaceId
from handlers.directory import Directory
from handlers.hosts.client import Client
from handlers.hosts.desk import Desk
from handlers.hosts.fence import Fence
from handlers.hosts.github import HEADERS, GitHub
from handlers.hosts.gitlab import GitLab
from handlers.hosts.keys import App, github_token, gitlab_token, is_private_key
from handlers.hosts.wire import TIMEOUT, Key, Wire

_MOST_CONNECTIONS = 4
_HAS_ITS_API_APART = re.compile(r"^api\.(?:github\.com|[\w-]+\.ghe\.com)$")


@dataclass(frozen=True, slots=True)
class HostSettings:
    """Of one host; without a token and an app it stays closed."""

    kind: str
    api_url: str
    token: str = field(default="", repr=False)
    app_id: str = ""
    app_key: str = field(default="", repr=False)
    hook_secret: str = field(default="", repr=False)

    @property
    def is_open(self) -> bool:
        return bool(self.token or (self.app_id and self.app_key))

    @property
    def web(self) -> str:
        """As links name it: github.com for api.github.com, git.example.com for its /api/v3."""
        url = httpx.URL(self.api_url)
        host = url.host.removeprefix("api.") if _HAS_ITS_API_APART.search(url.host) else url.host
        return f"{host}:{url.port}" if url.port else host


def wrong_with(one: HostSettings) -> str:
    """What to do before it can be opened; "" when nothing is."""
    if one.token or not (one.app_id or one.app_key):
        return ""
    if not (one.app_id and one.app_key):
        return "a GitHub App needs both its id and its private key"
    return "" if is_private_key(one.app_key) else "that is no private key in PEM"


def host_client(settings: Sequence[HostSettings], *, private: Sequence[str]) -> httpx.AsyncClient:
    """One for all hosts; whoever opens it closes it."""
    limits = httpx.Limits(max_connections=_MOST_CONNECTIONS, keepalive_expiry=4.0)
    fence = Fence(
        httpx.AsyncHTTPTransport(limits=limits, retries=0, trust_env=False),
        origins=[one.api_url for one in settings if one.is_open],
        private=private,
    )
    return httpx.AsyncClient(
        transport=fence,
        timeout=TIMEOUT,
        follow_redirects=False,
        trust_env=False,
        headers={"user-agent": "Pinwheel"},
    )


async def open_desk(
    house: House,
    workspace: WorkspaceId,
    settings: Sequence[HostSettings],
    client: httpx.AsyncClient,
    now: Callable[[], datetime],
    directory: Directory,
) -> Desk:
    """The hosts that we have a key to are known to the rooms from the start."""
    opened = tuple(Opened(one.kind, one.web) for one in settings if one.is_open)
    await house.do(workspace, partial(introduce, opened=opened))
    return Desk(house, workspace, hosts_of(settings, client, now=now), directory.address_of)


def hosts_of(
    settings: Sequence[HostSettings], client: httpx.AsyncClient, *, now: Callable[[], datetime]
) -> Mapping[str, Client]:
    """By kind. `now` is what we sign with: the real time, which the hosts know as well."""
    return {one.kind: _MAKES[one.kind](one, client, now) for one in settings if one.is_open}


def _github(one: HostSettings, client: httpx.AsyncClient, now: Callable[[], datetime]) -> Client:
    key: Key = github_token(one.token) if one.token else App(one.app_id, one.app_key, now=now)
    wire = Wire(one.api_url, client, key, headers=HEADERS)
    return GitHub(wire, one.web, is_app=not one.token)


def _gitlab(one: HostSettings, client: httpx.AsyncClient, now: Callable[[], datetime]) -> Client:
    return GitLab(Wire(one.api_url, client, gitlab_token(one.token)), one.web)


_MAKES: Mapping[
    str, Callable[[HostSettings, httpx.AsyncClient, Callable[[], datetime]], Client]
] = {
    GITHUB: _github,
    GITLAB: _gitlab,
}
