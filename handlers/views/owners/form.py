"""The form that asks somebody to answer for a function."""

from collections.abc import Mapping
from typing import Any

from bot.functions import FUNCTIONS, OTHER
from bot.owners import OwnerLine, target_of
from bot.told import Told
from handlers.views import kit
from handlers.views.blockers.actions import value
from handlers.views.kit import View
from handlers.views.owners.answers import answer

ASK = "owners.ask"
_TITLE = "Who answers for it?"
FUNCTION, PERSON, CHANNEL, WHY = "function", "person", "channel", "why"
_CHOICES = {one: name for one, name in FUNCTIONS.items() if one != OTHER}


def form(*, function: str | None, channel: str) -> View:
    """`channel` is where it was opened. A user group is asked by a typed line."""
    choice = kit.select("static_select", _CHOICES, chosen=function, hint="Choose one")
    why = kit.text_input(None, most=300)
    channels = {"type": "channels_select"}
    return kit.modal(
        _TITLE,
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


def confirmed(told: Told, *, for_: str) -> View:
    """The form after it was sent."""
    blocks = answer(told, for_=for_)["blocks"]
    return kit.modal(_TITLE, blocks, callback=ASK, close="Done")


def form_errors(line: OwnerLine) -> dict[str, str]:
    """What the person has to put right, by field; empty when all is well."""
    if line.target is not None:
        return {}
    return {PERSON: "Please choose a person, or a channel below."}


def read_form(state: Mapping[str, Any]) -> OwnerLine:
    """What was entered, as a typed line says it; "form" where nobody was chosen."""
    function = (kit.field(state, FUNCTION).get("selected_option") or {}).get("value")
    person = kit.field(state, PERSON).get("selected_user")
    whom = person or kit.field(state, CHANNEL).get("selected_channel")
    why = str(kit.field(state, WHY).get("value") or "").strip()
    if not whom:
        return OwnerLine("form", function)
    return OwnerLine("ask", function, target_of(whom), why)
