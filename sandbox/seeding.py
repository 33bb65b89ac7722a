"""Making a workspace from a manifest and a seed file: people, groups, channels, earlier talk."""

import tomllib
from collections.abc import Callable
from pathlib import Path

from sandbox.clock import Clock
from sandbox.conversations import CHANNEL, PRIVATE, Conversation
from sandbox.ids import Ids
from sandbox.installation import Installation
from sandbox.manifest import Manifest, read_manifest
from sandbox.people import Group, Person
from sandbox.wire import Json, SlackError, truth
from sandbox.workspace import Workspace

SEED = Path(__file__).parent / "seeds" / "data_science.toml"


def workspace(
    *,
    manifest: Path,
    machine: Callable[[], float],
    salt: str,
    secret: str,
    seed: Path = SEED,
    start: float | None = None,
    running: bool = True,
) -> Workspace:
    """A workspace ready to be served.

    `machine` tells real epoch seconds, `salt` (capitals and digits) makes this run's ids its own,
    `secret` goes into its tokens; `start` and `running` set the clock.
    """
    plan = tomllib.loads(seed.read_text(encoding="utf-8"))
    ids = Ids(salt)
    ws = Workspace(
        name=plan["workspace"]["name"],
        domain=plan["workspace"]["domain"],
        team_id=plan["workspace"]["id"],
        ids=ids,
        clock=Clock(machine, start=start, running=running),
        app=_installation(read_manifest(manifest), ids, secret),
        prepared=plan["workspace"].get("prepared", ""),
        tries=plan["workspace"].get("tries", []),
        history=plan.get("history", []),
    )
    _people_and_places(ws, plan)
    return ws


def person(ws: Workspace, entry: Json) -> Person:
    """Add a person as a seed or a control describes one (id, name, real_name, tz, ...)."""
    name = str(entry.get("name") or "")
    if not name or ws.people.named(name) is not None:
        raise SlackError("name_taken" if name else "invalid_arguments")
    outsider = truth(entry.get("is_outsider"))
    return ws.people.add(
        Person(
            id=str(entry.get("id") or ws.ids.new("U")),
            name=name,
            real_name=str(entry.get("real_name") or name.capitalize()),
            tz=str(entry.get("tz") or "Europe/Berlin"),
            team_id=str(entry.get("team_id") or ("T0ELSEWHERE" if outsider else ws.team_id)),
            title=str(entry.get("title") or ""),
            email=str(entry.get("email") or f"{name}@{ws.domain}.example"),
            is_guest=truth(entry.get("is_guest")),
            is_outsider=outsider,
            is_admin=truth(entry.get("is_admin")),
            deleted=truth(entry.get("deleted")),
        )
    )


def channel(ws: Workspace, entry: Json) -> Conversation:
    """Add a channel; `members` are user ids or names ("app" is the app's bot)."""
    name = str(entry.get("name") or "")
    if not name or ws.conversations.named(name) is not None:
        raise SlackError("name_taken" if name else "invalid_name")
    members = [member(ws, one) for one in entry.get("members") or []]
    return ws.conversations.add(
        Conversation(
            id=str(entry.get("id") or ws.ids.new("C")),
            name=name,
            kind=PRIVATE if truth(entry.get("private")) else CHANNEL,
            created=int(ws.now()),
            creator=next((m for m in members if m != ws.app.user_id), ws.app.user_id),
            members=dict.fromkeys(members),
            topic=str(entry.get("topic") or ""),
            shared=truth(entry.get("shared")),
        )
    )


def open_app_dm(ws: Workspace, someone: Person) -> None:
    """Everyone of the workspace finds the app among their direct messages."""
    if not someone.is_bot and not someone.is_outsider:
        ws.direct([ws.app.user_id, someone.id])


def _people_and_places(ws: Workspace, plan: Json) -> None:
    for entry in plan.get("people", []):
        person(ws, entry)
    ws.people.add(_bot(ws))
    for entry in plan.get("groups", []):
        users = [member(ws, one) for one in entry["users"]]
        group = Group(entry["id"], entry["handle"], entry["name"], users)
        ws.people.groups[group.id] = group
    for entry in plan.get("channels", []):
        channel(ws, entry)
    for someone in ws.people:
        open_app_dm(ws, someone)
    for entry in plan.get("direct", []):
        ws.direct([member(ws, one) for one in entry["members"]])


def _bot(ws: Workspace) -> Person:
    return Person(
        id=ws.app.user_id,
        name=ws.manifest.bot_name.lower().replace(" ", "_"),
        real_name=ws.manifest.bot_name,
        tz="America/Los_Angeles",  # where Slack places every bot
        team_id=ws.team_id,
        is_bot=True,
        bot_id=ws.app.bot_id,
    )


def member(ws: Workspace, name: str) -> str:
    """By id or name; "app" is the app's bot."""
    if name == "app":
        return ws.app.user_id
    found = ws.people.named(name)
    return found.id if found else ws.people.get(name).id


def _installation(manifest: Manifest, ids: Ids, secret: str) -> Installation:
    return Installation(
        manifest=manifest,
        app_id="A0SANDBOX",
        bot_id="B0SANDBOX",
        user_id="U0APP",
        bot_token=f"xoxb-{secret}",
        app_token=f"xapp-1-{secret}",
        setup_token=f"xoxp-{secret}",
        signing_secret=f"{secret}-signing",
        verification_token=ids.new("verify").lower(),
        client_id="100.200",
        client_secret=f"{secret}-client",
    )
