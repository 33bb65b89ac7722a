"""The morning letter: what each feature has to say, in one message a day."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.told import Card
from handlers.views import kit, reviews, standups
from handlers.views.kit import Answer, Block

# What was kept for the morning, by kind, each told as it would be told alone.
Kept = Sequence[tuple[str, Card | None, Mapping[str, Any]]]
Say = Callable[[str, Card | None, Mapping[str, Any]], Answer]

NOTHING_LEFT = "There is nothing left to do about this morning's letter."
ATTENTION = "attention"
_MOST_BLOCKS = 50

# What the composers made of each part, as text and blocks.
PARTS: Mapping[str, Callable[[Any, datetime], Answer]] = {
    "reviews": reviews.morning,
    "standup": standups.question,
}


def letter(facts: Mapping[str, Any], *, now: datetime, say: Say) -> Answer:
    """Its parts, one after the other; `say` tells what was kept in the words of its own kind."""
    said = [
        _kept(value, say) if part == ATTENTION else PARTS[part](value, now)
        for part, value in facts["parts"]
    ]
    if not said:
        return kit.answer(NOTHING_LEFT, [kit.section(NOTHING_LEFT)])
    return _joined(said)


def _kept(found: Kept, say: Say) -> Answer:
    lead = "This waited for your morning:"
    if len(found) > 1:
        lead = f"{len(found)} things waited for your morning:"
    told = [_numbered(say(*one), number) for number, one in enumerate(found)]
    joined = _joined(told)
    return Answer(text=f"{lead}\n{joined['text']}", blocks=[kit.context(lead), *joined["blocks"]])


def _joined(said: Sequence[Answer]) -> Answer:
    blocks: list[Block] = []
    for one in said:
        blocks.extend([kit.divider()] if blocks else [])
        blocks.extend(one["blocks"])
    text = "\n\n".join(one["text"] for one in said)
    return Answer(text=kit.clip(text, kit.MOST_TEXT), blocks=blocks[:_MOST_BLOCKS])


def _numbered(answer: Answer, number: int) -> Answer:
    """Its buttons keep apart from those of the others: what follows the colon means nothing."""
    return Answer(text=answer["text"], blocks=[_apart(one, number) for one in answer["blocks"]])


def _apart(block: Block, number: int) -> Block:
    if "accessory" in block:
        return {**block, "accessory": _named(block["accessory"], number)}
    if block["type"] == "actions":
        return {**block, "elements": [_named(one, number) for one in block["elements"]]}
    return block


def _named(element: dict[str, Any], number: int) -> dict[str, Any]:
    """A part that is there already keeps it apart."""
    action = element.get("action_id", "")
    return element if ":" in action else {**element, "action_id": f"{action}:{number}"}
