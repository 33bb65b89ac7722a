"""Answers: what one person reads after an act of theirs, by the feature whose verb told it."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.told import Told
from handlers.views import (
    blockers,
    calendar_file,
    hosts,
    kit,
    notices,
    owners,
    pairs,
    pinwheel,
    profiles,
    reviews,
    rhythms,
    standups,
    vocabulary,
)
from handlers.views.blockers import found
from handlers.views.kit import Answer, Block, Element, View

_MOST_BLOCKS = 50


def feature_of(told: Told) -> str:
    """Answers are named `feature.something`; those of blockers and of the bot have one word."""
    return told.what.partition(".")[0]


def answer(told: Told, *, for_: str, value: object = None) -> Answer:
    """`for_` is whose answer it is; `value` what was looked up for it, where a feature needs that.

    Raises KeyError for what nobody renders: a mistake of ours.
    """
    say = _SAY.get(feature_of(told))
    return blockers.answer(told, for_=for_) if say is None else say(told, for_, value)


def in_form(told: Told, *, for_: str, value: object = None) -> View:
    """The form after it was sent, or after a button in it; or what opens over the Home tab."""
    form = _IN_FORM.get(feature_of(told))
    if form is not None:
        return form(told, for_, value)
    if feature_of(told) in _SAY:
        return over(answer(told, for_=for_, value=value))
    return blockers.confirmed(told, for_=for_)


def over(said: Answer) -> View:
    """An answer as a small form of its own."""
    return kit.modal("Pinwheel", said["blocks"], callback="answers.said", close="Done")


def settled(message: Mapping[str, Any], tapped: Mapping[str, Any], answer: Answer) -> Answer | None:
    """The letter without the buttons of the question that was answered, and the answer there.

    A letter may hold other questions: theirs stay. None where Slack would not take it.
    """
    blocks: list[Block] = []
    for block in message.get("blocks") or ():
        blocks.extend(_without_buttons(block) if _asks(block, tapped) else [block])
        if block.get("block_id") == tapped.get("block_id"):
            blocks.extend(answer["blocks"])
    if len(blocks) > _MOST_BLOCKS:
        return None
    text = kit.clip(str(message.get("text") or ""), kit.MOST_TEXT - len(answer["text"]) - 1)
    return Answer(text=f"{text}\n{answer['text']}", blocks=blocks)


def _asks(block: Block, tapped: Mapping[str, Any]) -> bool:
    """Whether its buttons are of the same question: the same row, or about the same blocker."""
    if block.get("block_id") == tapped.get("block_id"):
        return True
    about = _blocker(tapped)
    return bool(about) and any(_blocker(one) == about for one in _buttons(block))


def _buttons(block: Block) -> list[Element]:
    if block.get("type") == "actions":
        return list(block["elements"])
    return [block["accessory"]] if "accessory" in block else []


def _without_buttons(block: Block) -> list[Block]:
    if block.get("type") == "actions":
        return []
    return [{name: part for name, part in block.items() if name != "accessory"}]


def _blocker(element: Mapping[str, Any]) -> str:
    """A choice has no value of its own: its part is the blocker."""
    if "value" not in element:
        return kit.part_of(str(element.get("action_id", "")))
    return str(kit.read_value(element["value"]).get("blocker") or "")


_SAY: Mapping[str, Callable[[Told, str, Any], Answer]] = {
    "calendar": lambda told, for_, value: calendar_file.answer(told),
    "form_offered": lambda told, for_, value: pinwheel.form_offered(told.facts),
    "found": lambda told, for_, value: found.answer(told),
    "hosts": lambda told, for_, value: hosts.answer(told),
    "not_understood": lambda told, for_, value: pinwheel.not_understood(
        str(told.facts.get("text") or "")
    ),
    "owners": lambda told, for_, value: owners.answer(told, for_=for_),
    "pairs": lambda told, for_, value: pairs.answer(told, value),
    "profile": lambda told, for_, value: profiles.answer(told),
    "refused": lambda told, for_, value: notices.refusal(str(told.facts["sentence"])),
    "review": lambda told, for_, value: reviews.answer(value),
    "rhythm": lambda told, for_, value: rhythms.answer(told, for_=for_),
    "standup": lambda told, for_, value: standups.answer(value),
    "usage": lambda told, for_, value: pinwheel.usage(),
    "vocabulary": lambda told, for_, value: vocabulary.answer(told),
}
_IN_FORM: Mapping[str, Callable[[Told, str, Any], View]] = {
    "owners": lambda told, for_, value: owners.confirmed(told, for_=for_),
    "profile": lambda told, for_, value: profiles.confirmed(told),
    "rhythm": lambda told, for_, value: rhythms.confirmed(
        rhythms.answer(told, for_=for_)["blocks"]
    ),
    "standup": lambda told, for_, value: standups.confirmed(value),
}
