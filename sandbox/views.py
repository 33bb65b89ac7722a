"""Open modals, stacked for each person, and everyone's Home tab."""

from dataclasses import dataclass, field

from sandbox.elements import state_of
from sandbox.wire import Json, SlackError

MOST_STACKED = 3


@dataclass(slots=True)
class View:
    id: str
    user: str
    body: Json
    hash: str
    root: str
    previous: str | None
    channel: str | None = None

    def slack(self, app: Json, values: Json | None = None) -> Json:
        """Slack's view object; `app` holds the ids around it, `values` what was entered."""
        body = self.body
        return {
            "id": self.id,
            "type": body["type"],
            "blocks": body["blocks"],
            "callback_id": body.get("callback_id", ""),
            "private_metadata": body.get("private_metadata", ""),
            "external_id": body.get("external_id", ""),
            "title": body.get("title"),
            "submit": body.get("submit"),
            "close": body.get("close"),
            "clear_on_close": bool(body.get("clear_on_close", False)),
            "notify_on_close": bool(body.get("notify_on_close", False)),
            "state": {"values": state_of(body["blocks"], values or {})},
            "hash": self.hash,
            "root_view_id": self.root,
            "previous_view_id": self.previous,
            **app,
        }


@dataclass
class Views:
    """`stacks` holds the open modals of a person, the one on top last."""

    stacks: dict[str, list[View]] = field(default_factory=dict)
    homes: dict[str, View] = field(default_factory=dict)

    def open(self, view: View) -> None:
        """A modal opened anew takes the place of the whole stack."""
        self.stacks[view.user] = [view]

    def push(self, view: View) -> None:
        """Raises SlackError("push_limit_reached") above three."""
        stack = self.stacks.setdefault(view.user, [])
        if len(stack) >= MOST_STACKED:
            raise SlackError("push_limit_reached")
        stack.append(view)

    def stack(self, user_id: str) -> list[View]:
        return self.stacks.get(user_id, [])

    def find(self, *, view_id: str | None = None, external_id: str | None = None) -> View:
        """By id, or by the app's own external id; raises SlackError("not_found")."""
        for view in self._all():
            if view_id is not None and view.id == view_id:
                return view
            if external_id and view.body.get("external_id") == external_id:
                return view
        raise SlackError("not_found")

    def close(self, view: View, *, whole_stack: bool = False) -> list[View]:
        """Close the view and what lies on it, or its whole stack; returns what was closed."""
        stack = self.stacks.get(view.user, [])
        if view not in stack:
            return []
        at = 0 if whole_stack else stack.index(view)
        closed = stack[at:]
        del stack[at:]
        return closed

    def _all(self) -> list[View]:
        return [*self.homes.values(), *(v for stack in self.stacks.values() for v in stack)]
