"""The app as its manifest describes it: commands, shortcuts, scopes, events."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from sandbox.wire import Json


@dataclass(frozen=True, slots=True)
class Command:
    command: str
    description: str
    usage_hint: str
    escapes: bool


@dataclass(frozen=True, slots=True)
class Shortcut:
    name: str
    kind: str  # "message" or "global"
    callback_id: str
    description: str


@dataclass(frozen=True, slots=True)
class Manifest:
    name: str
    bot_name: str
    commands: tuple[Command, ...]
    shortcuts: tuple[Shortcut, ...]
    scopes: frozenset[str]
    events: frozenset[str]
    home_tab: bool

    def command(self, name: str) -> Command | None:
        return next((c for c in self.commands if c.command == name), None)

    def shortcut(self, callback_id: str) -> Shortcut | None:
        return next((s for s in self.shortcuts if s.callback_id == callback_id), None)


def read_manifest(path: Path) -> Manifest:
    """Read a Slack app manifest (YAML, or JSON, which YAML contains)."""
    found: Json = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    features = found.get("features", {})
    subscriptions = found.get("settings", {}).get("event_subscriptions", {})
    scopes = found.get("oauth_config", {}).get("scopes", {})
    name = found.get("display_information", {}).get("name", "App")
    return Manifest(
        name=name,
        bot_name=features.get("bot_user", {}).get("display_name", name),
        commands=tuple(map(_command, features.get("slash_commands", []))),
        shortcuts=tuple(map(_shortcut, features.get("shortcuts", []))),
        scopes=frozenset(scopes.get("bot", [])) | frozenset(scopes.get("bot_optional", [])),
        events=frozenset(subscriptions.get("bot_events", [])),
        home_tab=bool(features.get("app_home", {}).get("home_tab_enabled", False)),
    )


def _command(entry: Json) -> Command:
    return Command(
        command=entry["command"],
        description=entry.get("description", ""),
        usage_hint=entry.get("usage_hint", ""),
        escapes=bool(entry.get("should_escape", False)),
    )


def _shortcut(entry: Json) -> Shortcut:
    return Shortcut(
        name=entry["name"],
        kind=entry["type"],
        callback_id=entry["callback_id"],
        description=entry.get("description", ""),
    )
