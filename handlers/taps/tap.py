"""A tap: who pressed what, where it stood, and what it carries."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncRespond

from bot.ids import PersonId
from handlers.knock import Knock

Body = dict[str, Any]
Value = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tap:
    knock: Knock
    name: str  # the id of what was pressed, without the part that keeps ids apart
    value: Value  # what it carries, or what was chosen
    body: Body
    respond: AsyncRespond

    @property
    def by(self) -> PersonId:
        return self.knock.person

    @property
    def view(self) -> Body | None:
        """The form or the Home tab on which it stood."""
        return self.body.get("view")

    @property
    def at_home(self) -> bool:
        """On the Home tab, or in what opened over it."""
        view = self.view or {}
        return view.get("type") == "home" or view.get("private_metadata") == OVER_HOME

    @property
    def is_alone(self) -> bool:
        """On an answer of ours in a conversation, which only this person sees."""
        return bool((self.body.get("container") or {}).get("is_ephemeral"))

    @property
    def message(self) -> Body | None:
        """A letter of ours in this person's DM."""
        return None if self.is_alone or not self.knock.in_dm else self.body.get("message")


OVER_HOME = '{"home":true}'
