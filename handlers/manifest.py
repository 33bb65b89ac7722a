"""The app manifest: what Slack is asked for, over Socket Mode or HTTP."""

from pathlib import Path
from typing import Any

import yaml

MANIFEST = Path(__file__).parent.parent / "manifest.yaml"


def read() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    return found


def scopes() -> list[str]:
    """What the bot token must be allowed."""
    return list(read()["oauth_config"]["scopes"]["bot"])


# Only for teams that mark waits by a reaction: the event, and the scopes that it takes.
REACTIONS = "reaction_added"
SCOPES_FOR_REACTIONS = ("reactions:read",)


def with_reactions(found: dict[str, Any]) -> dict[str, Any]:
    """The manifest for those who let Slack tell us of reactions."""
    events = found["settings"]["event_subscriptions"]["bot_events"]
    scopes = found["oauth_config"]["scopes"]["bot"]
    events[:] = sorted({*events, REACTIONS})
    scopes[:] = sorted({*scopes, *SCOPES_FOR_REACTIONS})
    return found


def over_http(found: dict[str, Any], url: str) -> dict[str, Any]:
    """The manifest for HTTP: one address takes everything that Slack sends."""
    address = f"{url.rstrip('/')}/slack/events"
    found["settings"]["socket_mode_enabled"] = False
    found["settings"]["interactivity"]["request_url"] = address
    found["settings"]["event_subscriptions"]["request_url"] = address
    for command in found["features"]["slash_commands"]:
        command["url"] = address
    return found
