"""The form that asks somebody to answer for a function."""

from collections.abc import Mapping
from typing import Any

from bot.functions import FUNCTIONS, OTHER
from bot.owners import OwnerLine, target_of
from handlers.views import kit
from handlers.views.blockers.actions import value

ASK = "owners.ask"
FUNCTION, PERSON, CHANNEL, WHY = "function", "person", "channel", "why"
_CHOICES = {one: name for one, name in FUNCTIONS.items() if one != OTHER}


def form(*, function: str | None, channel: str) -> dict[str, Any]:
    """`channel` is where it was opened. A user group is asked by a typed line."""
    choice = kit.select("static_select", _CHOICES, chosen=function, hint="Choose one")
    why = kit.text_input(None, most=300)
    channels = {"type": "channels_select"}
    return kit.modal(
        "Who answers for it?",
        [
            kit.input_(FUNCTION, "For which function?", choice),
            kit.input_(PERSON, "Who?", {"type": "users_select"}, optional=True),
            kit.input_(CHANNEL, "Or a channel that answers?", channels, optional=True),
            kit.input_(WHY, "Why them?", why, optional=True, hint="They read it when asked."),
        ],
        callback=ASK,
        metadata=value(channel=channel),
        submit="Ask them",
    )


def read_form(state: Mapping[str, Any]) -> OwnerLine:
    """What was entered, as a typed line says it; "form" where nobody was chosen."""
    function = (_field(state, FUNCTION).get("selected_option") or {}).get("value")
    person = _field(state, PERSON).get("selected_user")
    whom = person or _field(state, CHANNEL).get("selected_channel")
    why = str(_field(state, WHY).get("value") or "").strip()
    if not whom:
        return OwnerLine("form", function)
    return OwnerLine("ask", function, target_of(whom), why)


def _field(state: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    block = state.get(name)
    field = block.get(name) if isinstance(block, Mapping) else None
    return field if isinstance(field, Mapping) else {}
