"""The buttons of blockers: their ids, and the small value that each of them carries."""

from collections.abc import Mapping
from typing import Any

from bot.functions import FUNCTIONS
from bot.told import Card
from handlers.views import kit
from handlers.views.blockers.phrases import audience_button, number
from handlers.views.kit import Element

QUIET = "blockers.quiet"
HELP = "blockers.help"
TAKE = "blockers.take"
TAKEOVER = "blockers.takeover"
RESOLVE = "blockers.resolve"
REOPEN = "blockers.reopen"
EDIT = "blockers.edit"
UNDO = "blockers.undo"
SHOW = "blockers.show"
FUNCTION = "blockers.function"  # a choice, not a button: its part is the blocker
OWNER = "blockers.owner"  # the same
AUDIENCE = "blockers.audience"  # value: audience
POST = "blockers.post"  # in the large channel after all
MOVE = "blockers.move"  # value: team
EFFORT = "blockers.effort"  # value: effort, one of EFFORTS
ASK_YES = "blockers.ask_yes"  # value: ask
ASK_NO = "blockers.ask_no"  # value: ask
PAGE = "blockers.page"  # value: which, page, channel
OPEN_FORM = "blockers.open_form"
SEND_AGAIN = "blockers.send_again"  # value: letter
IT_IS_THERE = "blockers.it_is_there"  # value: letter

_FUNCTIONS = {one["value"]: one for one in kit.options(FUNCTIONS)}
_ALL_FUNCTIONS = tuple(_FUNCTIONS.values())
EFFORTS = {"minutes": "Minutes", "hours": "Hours", "day": "A day", "days": "Days"}


def value(blocker: str = "", **more: object) -> str:
    """What a button carries: the blocker's id and a few small facts."""
    return kit.value({"blocker": blocker, **more})


def value_of(action: Mapping[str, Any]) -> dict[str, Any]:
    """The same of what was tapped; of a choice its part is the blocker, and what was chosen."""
    chosen = kit.chosen_in(action)
    if not chosen:
        return kit.read_value(action.get("value"))
    return {"blocker": kit.part_of(action["action_id"]), "chosen": chosen}


def act(
    text: str,
    action: str,
    card: Card,
    *,
    part: object = None,
    style: str | None = None,
    **more: object,
) -> Element:
    return kit.button(
        text,
        action if part is None else kit.nth(action, part),
        value=value(card.blocker.id, **more),
        style=style,
        label=f"{text}: blocker {number(card)}",
    )


def resolve(card: Card, *, part: object = None, style: str | None = None) -> Element:
    return act("Resolved", RESOLVE, card, part=part, style=style)


def reopen(card: Card, *, part: object = None) -> Element:
    return act("Reopen", REOPEN, card, part=part)


def edit(card: Card) -> Element:
    return act("Edit", EDIT, card)


def undo(card: Card) -> Element:
    return act("Undo", UNDO, card)


def corrections(card: Card) -> list[Element]:
    """What may have been understood wrongly, each put right by one choice."""
    blocker = card.blocker
    function = kit.chooser(
        "static_select", kit.nth(FUNCTION, blocker.id), hint="Whose work?", options=_ALL_FUNCTIONS
    )
    if blocker.function in _FUNCTIONS:
        function["initial_option"] = _FUNCTIONS[blocker.function]
    owner = kit.chooser("users_select", kit.nth(OWNER, blocker.id), hint="From whom?")
    if blocker.owner:
        owner["initial_user"] = blocker.owner
    return [function, owner]


def audiences(card: Card) -> list[Element]:
    """One button for each other audience that this blocker could have."""
    blocker = card.blocker
    if blocker.told == "asking":
        post = act(f"Post to {audience_button(card, 'channel')}", POST, card, style="primary")
        return [post, act("Keep it to me", AUDIENCE, card, part="me", audience="me")]
    offered = []
    if blocker.audience != "channel" and card.channel and card.channel_kind != "dm":
        offered.append(("channel", f"Show to {audience_button(card, 'channel')}"))
    if blocker.audience != "asked" and blocker.owner not in (None, blocker.waiter):
        offered.append(("asked", "Only the one I wait on"))
    if blocker.audience != "me":
        offered.append(("me", "Only me"))
    return [act(text, AUDIENCE, card, part=to, audience=to) for to, text in offered]
