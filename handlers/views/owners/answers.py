"""What a person is told who looks at owners, asks somebody, answers, mutes or marks."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.told import Told
from handlers.views import kit
from handlers.views.blockers.actions import value
from handlers.views.kit import Answer, Block, Element
from handlers.views.owners import phrases

_HOW = (
    "`/pinwheel owner data_engineering @dana` asks somebody, a user group or a channel; "
    "`… mute`, `… unmute`, `… none` for your own; `… deliberate` for a hand-off that is meant "
    "to be, like one to specialists."
)


def answer(told: Told, *, for_: str) -> Answer:
    return _SAY[told.what](told.facts, for_)


def _listed(facts: Mapping[str, Any], for_: str) -> Answer:
    title = "*Who answers for what*, in the whole workspace"
    blocks: list[Block] = [kit.section(title)]
    lines = []
    for row in facts.get("rows") or ():
        lines.append(_row(row))
        blocks.append({**kit.section(lines[-1]), "accessory": _button(row, for_)})
    blocks.append(kit.context(_HOW))
    return kit.answer("\n".join([title, *lines, _HOW]), blocks)


def _row(row: Mapping[str, Any]) -> str:
    name, owner, asked = phrases.function(row), row.get("owner"), row.get("asked")
    said = "nobody yet"
    if owner:
        said = phrases.whom(owner) + (" (muted)" if owner.get("muted") else "")
    if asked:
        said = f"{said}; {phrases.whom(asked)} is asked"
    return f"*{name}*: {said}{' · a deliberate hand-off' if row.get('deliberate') else ''}"


def _button(row: Mapping[str, Any], for_: str) -> Element:
    function, owner = str(row.get("function")), row.get("owner") or {}
    if for_ and for_ == owner.get("whom"):
        action, face = (phrases.UNMUTE, "Unmute") if owner.get("muted") else (phrases.MUTE, "Mute")
    else:
        action, face = phrases.ADD, "Hand over" if owner else "Ask somebody"
    label = f"{face}: {phrases.function(row)}"
    return kit.button(face, kit.nth(action, function), value=value(function=function), label=label)


def _asked(facts: Mapping[str, Any], for_: str) -> Answer:
    return _one(
        f"{phrases.whom(facts)} is asked whether they answer for *{phrases.function(facts)}*. "
        "Nothing is put to them before a yes, and you hear what they say."
    )


def _accepted(facts: Mapping[str, Any], for_: str) -> Answer:
    text = (
        f"Thank you! *{phrases.function(facts)}* waits can be put to {phrases.whom(facts)} now. "
        f"`/pinwheel queue` shows them; `/pinwheel owner {facts.get('function')} mute` keeps "
        "messages away."
    )
    count = facts.get("waiting")
    if count:
        text = f"{text} {count} {'is' if count == 1 else 'are'} in the queue already."
    return _one(text, _queue_button())


def _declined(facts: Mapping[str, Any], for_: str) -> Answer:
    return _one(f"No problem: nothing on *{phrases.function(facts)}* is put to you.")


def _same(facts: Mapping[str, Any], for_: str) -> Answer:
    return _one(f"{phrases.whom(facts)} answers for *{phrases.function(facts)}* already.")


def _over(facts: Mapping[str, Any], for_: str) -> Answer:
    return _one(f"That question about *{phrases.function(facts)}* is over by now.")


def _muted(facts: Mapping[str, Any], for_: str) -> Answer:
    return _one(
        f"Muted: waits on *{phrases.function(facts)}* stand in the queue, and send no message.",
        _queue_button(),
    )


def _unmuted(facts: Mapping[str, Any], for_: str) -> Answer:
    return _one(f"Waits on *{phrases.function(facts)}* that are put to you send a message again.")


def _stepped_down(facts: Mapping[str, Any], for_: str) -> Answer:
    return _one(
        f"*{phrases.function(facts)}* is nobody's from now on, thank you for having done it. "
        "What is in the queue stays with you until you pass it on."
    )


def _withdrawn(facts: Mapping[str, Any], for_: str) -> Answer:
    return _one(f"Your question about *{phrases.function(facts)}* is taken back.")


def _marked(facts: Mapping[str, Any], for_: str) -> Answer:
    name = phrases.function(facts)
    if facts.get("deliberate"):
        return _one(
            f"*{name}* is marked as a deliberate hand-off: clocked and forecast as before, and "
            "counted apart, because some hand-offs are right."
        )
    return _one(f"*{name}* counts as an ordinary hand-off again.")


def _queue_button() -> Element:
    return kit.button("Show the queue", phrases.QUEUE, value=value())


def _one(text: str, *buttons: Element) -> Answer:
    row = [kit.actions(*buttons)] if buttons else []
    return kit.answer(text, [kit.section(text), *row])


_SAY: Mapping[str, Callable[[Mapping[str, Any], str], Answer]] = {
    "owners.listed": _listed,
    "owners.asked": _asked,
    "owners.accepted": _accepted,
    "owners.declined": _declined,
    "owners.same": _same,
    "owners.over": _over,
    "owners.muted": _muted,
    "owners.unmuted": _unmuted,
    "owners.stepped_down": _stepped_down,
    "owners.withdrawn": _withdrawn,
    "owners.marked": _marked,
}
