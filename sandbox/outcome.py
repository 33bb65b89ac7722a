"""What is delivered to the app, and what came of it."""

from dataclasses import dataclass
from typing import Any

from sandbox.wire import Json

COMMAND, INTERACTIVE, OPTIONS, EVENT = "command", "interactive", "options", "event"


@dataclass(frozen=True, slots=True)
class Delivery:
    """`name` is the command, the interaction's type or the event's type."""

    kind: str
    name: str
    payload: Json

    @property
    def wants_answer(self) -> bool:
        return self.kind in (COMMAND, OPTIONS) or self.name == "view_submission"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`error` is what the person is shown; `reason` is Slack's word for a retry's cause."""

    status: int | None = None
    body: Any = None
    error: str | None = None
    reason: str = "unknown_error"
    no_retry: bool = False

    @property
    def delivered(self) -> bool:
        return self.error is None

    def fields(self) -> Json:
        """The answer's fields; a plain text answer counts as its text."""
        if isinstance(self.body, dict):
            return self.body
        return {"text": str(self.body)} if self.body else {}
