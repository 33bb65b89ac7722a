"""The manifest asks Slack for what the code uses: nothing is missing and nothing is too much."""

import ast
import inspect
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from typing import Any, cast

import pytest
from jsonschema import Draft7Validator
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.house import House
from bot.ids import PersonId, WorkspaceId
from bot.world import World
from handlers import manifest
from handlers.directory import Directory
from handlers.door import Door
from handlers.slack import listen
from storage.store import Store
from tests.house import reading
from tests.house.reading import ROOT, tree_of

SCHEMA = ROOT.parent / "shared/slack-manifest/manifest.schema.2.0.0.json"

# What a bot token needs for each method that we call: every scope that it takes for all the
# conversations we know. Reading channels' history is optional and not asked for.
SCOPES_OF_METHODS: dict[str, set[str]] = {
    "apps.connections.open": set(),  # by the app-level token
    "auth.test": set(),
    "chat.delete": {"chat:write"},
    "chat.postEphemeral": {"chat:write"},
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "conversations.history": {"im:history", "mpim:history"},
    "conversations.info": {"channels:read", "groups:read"},
    "conversations.members": {"channels:read", "groups:read"},
    "conversations.open": {"im:write", "mpim:write"},
    "conversations.replies": {"im:history", "mpim:history"},
    "files.completeUploadExternal": {"files:write"},
    "files.getUploadURLExternal": {"files:write"},
    "files.info": {"files:read"},
    "usergroups.list": {"usergroups:read"},
    "usergroups.users.list": {"usergroups:read"},
    "users.info": {"users:read", "users:read.email"},  # the second shows the address
    "views.open": set(),
    "views.publish": set(),
    "views.push": set(),
    "views.update": set(),
}
SCOPES_OF_EVENTS: dict[str, set[str]] = {
    "app_home_opened": set(),
    "app_mention": {"app_mentions:read"},
    "app_uninstalled": set(),
    "channel_archive": {"channels:read"},
    "channel_rename": {"channels:read"},
    "channel_unarchive": {"channels:read"},
    "group_archive": {"groups:read"},
    "group_rename": {"groups:read"},
    "group_unarchive": {"groups:read"},
    "member_joined_channel": {"channels:read", "groups:read"},
    "member_left_channel": {"channels:read", "groups:read"},
    "message.im": {"im:history"},
    "subteam_members_changed": {"usergroups:read"},
    "subteam_updated": {"usergroups:read"},
    "tokens_revoked": set(),
    "user_change": {"users:read"},
}
# Slack calls by one name what the manifest asks for by kind of conversation.
IN_THE_MANIFEST = {"message": "message.im"}


class Listening:
    """Stands where the Bolt app would, and notes what the features listen to."""

    def __init__(self) -> None:
        self.heard: dict[str, list[Any]] = {}

    def __getattr__(self, kind: str) -> Callable[..., Any]:
        def note(what: Any) -> Callable[[Any], Any]:
            self.heard.setdefault(kind, []).append(what)
            return lambda listener: listener

        return note


@pytest.fixture
def heard(store: Store) -> dict[str, list[Any]]:
    client = AsyncWebClient()
    world = World(lambda: datetime.now(UTC), lambda: "id", Random(1))
    house = House(store, world, wake=lambda: None)
    workspace = WorkspaceId("T1")
    directory = Directory(house, client, workspace)
    listening = Listening()
    listen(cast("AsyncApp", listening), Door(house, client, workspace, PersonId("U1"), directory))
    return listening.heard


def known_methods() -> dict[str, str]:
    """The SDK's name for a method, and Slack's."""
    found = {}
    for name, method in inspect.getmembers(AsyncWebClient, inspect.isfunction):
        called = re.search(r'self\.api_call\(\s*"([\w.]+)"', inspect.getsource(method))
        if called is not None:
            found[name] = called[1]
    return found


def used_methods() -> set[str]:
    """Every method of Slack's that the door names, by the SDK's name or by Slack's own."""
    known = known_methods()
    slacks_own = set(known.values())
    used = set()
    for file in reading.python_files("handlers"):
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.Attribute) and node.attr in known:
                used.add(known[node.attr])
            elif isinstance(node, ast.Constant) and node.value in slacks_own:
                used.add(str(node.value))
    return used


def asked_scopes() -> set[str]:
    return set(manifest.scopes())


def test_the_methods_that_we_call_are_those_of_the_table() -> None:
    assert used_methods() == set(SCOPES_OF_METHODS)


def test_each_command_is_heard_and_each_that_is_heard_is_offered(
    heard: dict[str, list[Any]],
) -> None:
    offered = {one["command"] for one in manifest.read()["features"]["slash_commands"]}
    assert set(heard["command"]) == offered


def test_each_event_is_heard_and_each_that_is_heard_is_asked_for(
    heard: dict[str, list[Any]],
) -> None:
    asked = manifest.read()["settings"]["event_subscriptions"]["bot_events"]
    said = {IN_THE_MANIFEST.get(event, event) for event in heard["event"]}
    assert said - {manifest.REACTIONS} == set(asked)
    assert asked == sorted(asked)


def test_reactions_are_asked_for_only_where_they_are_wanted(heard: dict[str, list[Any]]) -> None:
    assert manifest.REACTIONS in heard["event"]
    usual, wanted = manifest.read(), manifest.with_reactions(manifest.read())
    scopes = set(wanted["oauth_config"]["scopes"]["bot"])
    assert scopes - set(usual["oauth_config"]["scopes"]["bot"]) == {"reactions:read"}
    events = set(wanted["settings"]["event_subscriptions"]["bot_events"])
    assert events - set(usual["settings"]["event_subscriptions"]["bot_events"]) == {
        "reaction_added"
    }


def test_each_shortcut_is_heard_and_each_that_is_heard_is_offered(
    heard: dict[str, list[Any]],
) -> None:
    kinds = ("shortcut", "global_shortcut", "message_shortcut")
    offered = manifest.read()["features"].get("shortcuts", [])
    listened = [one for kind in kinds for one in heard.get(kind, [])]
    assert {one["callback_id"] for one in offered} == set(listened)


def test_the_scopes_are_those_that_methods_events_and_commands_need_and_no_more() -> None:
    events = manifest.read()["settings"]["event_subscriptions"]["bot_events"]
    needed = {"commands"}
    for method in used_methods():
        needed |= SCOPES_OF_METHODS[method]
    for event in events:
        needed |= SCOPES_OF_EVENTS[event]
    assert asked_scopes() == needed


def test_nobody_is_asked_for_the_right_to_read_channels_or_to_act_as_a_person() -> None:
    asked = asked_scopes()
    assert not asked & {"channels:history", "groups:history", "chat:write.public"}
    assert not manifest.read()["oauth_config"]["scopes"].get("user")


def test_mentions_reach_us_as_ids_and_people_can_write_to_us() -> None:
    features = manifest.read()["features"]
    assert all(one["should_escape"] for one in features["slash_commands"])
    assert features["app_home"]["messages_tab_enabled"]
    assert not features["app_home"]["messages_tab_read_only_enabled"]


@pytest.fixture
def slacks_schema() -> Draft7Validator:
    if not SCHEMA.exists():
        pytest.skip("shared/slack-manifest is not here: Slack's schema was not asked")
    return Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


@pytest.mark.parametrize("url", ["", "https://pinwheel.example.com"])
def test_the_manifest_is_valid_by_slacks_own_schema(
    slacks_schema: Draft7Validator, url: str
) -> None:
    found = manifest.over_http(manifest.read(), url) if url else manifest.read()
    wrong = [f"{list(error.path)}: {error.message}" for error in slacks_schema.iter_errors(found)]
    assert wrong == []


def test_slacks_own_schema_refuses_a_name_that_is_too_long(slacks_schema: Draft7Validator) -> None:
    found = manifest.read()
    found["display_information"]["name"] = "P" * 36
    assert not slacks_schema.is_valid(found)
