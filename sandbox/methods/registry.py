"""The table of Web API methods: each with its scope, its tier, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.conversations import Conversation
from sandbox.people import Person
from sandbox.wire import Json, SlackError, decoded, truth
from sandbox.workspace import Workspace

FREE_TIER = 0


@dataclass(slots=True)
class Call:
    """One call: who makes it, with which scopes and arguments (None: every scope, for set-up)."""

    ws: Workspace
    args: Json
    caller: str
    scopes: frozenset[str] | None

    def needs(self, scope: str) -> None:
        """Raises SlackError("missing_scope") with what is needed and what is provided."""
        if not self.may(scope):
            provided = ",".join(sorted(self.scopes or ()))
            raise SlackError("missing_scope", needed=scope, provided=provided)

    def may(self, scope: str) -> bool:
        """Some fields are only shown with a scope of their own."""
        return self.scopes is None or scope in self.scopes

    def text(self, name: str, default: str = "") -> str:
        value = self.args.get(name)
        return default if value is None else str(value)

    def flag(self, name: str, *, default: bool = False) -> bool:
        return truth(self.args.get(name), default=default)

    def nested(self, name: str) -> Any:
        """An argument that may be JSON text; None when it is absent or empty."""
        value = self.args.get(name)
        return None if value in (None, "") else decoded(value)

    def number(self, name: str, default: int) -> int:
        try:
            return int(self.args.get(name) or default)
        except ValueError as error:
            raise SlackError("invalid_arguments") from error

    def listed(self, name: str) -> list[str]:
        """A list, or the comma-separated text that Slack also takes."""
        value = self.args.get(name)
        if isinstance(value, list):
            return [str(entry) for entry in value]
        return [entry.strip() for entry in str(value or "").split(",") if entry.strip()]

    def person(self, name: str = "user") -> Person:
        return self.ws.people.get(self.text(name))

    def conversation(self, name: str = "channel") -> Conversation:
        """One that the caller may know of; raises SlackError("channel_not_found")."""
        found = self.ws.conversations.get(self.text(name))
        if not found.visible_to(self.ws.people.get(self.caller)):
            raise SlackError("channel_not_found")
        return found


Run = Callable[[Call], Json]


@dataclass(frozen=True, slots=True)
class Method:
    run: Run
    scope: str | None
    tier: int
    app_token: bool = False


METHODS: dict[str, Method] = {}


def method(
    name: str, *, scope: str | None = None, tier: int = FREE_TIER, app_token: bool = False
) -> Callable[[Run], Run]:
    """Enter a function into the table; tier 0 has no limit of its own."""

    def entered(run: Run) -> Run:
        METHODS[name] = Method(run, scope, tier, app_token)
        return run

    return entered


def page(
    items: list[Any], call: Call, *, default: int = 100, most: int = 1000
) -> tuple[list[Any], Json]:
    """One page by `limit` and `cursor`, and the response_metadata that names the next."""
    limit = call.number("limit", default)
    if not 1 <= limit <= most:
        raise SlackError("invalid_limit")
    start = _offset(call.text("cursor"))
    following = start + limit
    cursor = f"next:{following}" if following < len(items) else ""
    return items[start:following], {"response_metadata": {"next_cursor": cursor}}


def _offset(cursor: str) -> int:
    if not cursor:
        return 0
    _, _, number = cursor.rpartition("next:")
    if not number.isdigit():
        raise SlackError("invalid_cursor")
    return int(number)
