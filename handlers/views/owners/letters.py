"""The letters about owners: the question, and what became of it."""

from collections.abc import Callable, Mapping
from typing import Any

from handlers.views import kit, words
from handlers.views.blockers.actions import value
from handlers.views.blockers.phrases import person
from handlers.views.kit import Answer
from handlers.views.owners import phrases

Facts = Mapping[str, Any]
_MOST_WHY = 300


def asked(facts: Facts) -> Answer:
    """Who asks, why, what would happen, how to mute; answered once, and then it says so."""
    function = phrases.function(facts)
    lead = f"{_called(facts)}{person(facts.get('asked_by'))} asks: do you answer for *{function}*?"
    if facts.get("said"):
        return _answered(facts, lead)
    why = words.line(str(facts.get("why") or ""), _MOST_WHY, mentions=False)
    reason = f'Why: "{why}".' if why else "Why: waits on it have nobody to go to."
    then = (
        "Nothing is put to you before your yes. After it, a wait reaches you only when the one who "
        "waits taps to ask, and within your hours. You answer with one tap: on it, in queue, need "
        f"info, not mine. Mute it any time: `/pinwheel owner {facts.get('function')} mute`."
    )
    carried = value(function=facts.get("function"), at=facts.get("asked_at"))
    buttons = kit.actions(
        kit.button("Yes", phrases.YES, value=carried, style="primary"),
        kit.button("No, thanks", phrases.NO, value=carried),
    )
    blocks = [kit.section(lead), kit.section(reason), kit.section(then), buttons]
    return kit.answer(f"{lead} {reason} {then}", blocks)


def accepted(facts: Facts) -> Answer:
    text = (
        f"{phrases.whom(facts)} answers for *{phrases.function(facts)}* from now on, in every "
        "team. Whoever waits on it is offered to ask them."
    )
    return kit.answer(text, [kit.section(text)])


def declined(facts: Facts) -> Answer:
    text = (
        f"It is a no to answering for *{phrases.function(facts)}*. That is fine; is there "
        "somebody else? `/pinwheel owner` asks them."
    )
    return kit.answer(text, [kit.section(text)])


def replaced(facts: Facts) -> Answer:
    text = (
        f"{phrases.whom(facts)} answers for *{phrases.function(facts)}* from now on, and the "
        "queue went along. What only you were shown stays with you. Thank you for having done it!"
    )
    return kit.answer(text, [kit.section(text)])


def _answered(facts: Facts, lead: str) -> Answer:
    said, by = facts.get("said"), person(facts.get("said_by"))
    end = f"{by} said yes." if said == "yes" else f"{by} said no, and that is fine."
    mute = f" `/pinwheel owner {facts.get('function')} mute` or `none` changes it."
    text = f"{lead} {end}{mute if said == 'yes' else ''}"
    return kit.answer(text, [kit.section(text)])


def _called(facts: Facts) -> str:
    """The group that is asked is called by its own id, this once."""
    group = str(facts.get("whom") or "")
    called = facts.get("kind") == "group" and group.isalnum() and not facts.get("said")
    return f"<!subteam^{group}>, " if called else ""


LETTERS: Mapping[str, Callable[[Facts], Answer]] = {
    "owner.asked": asked,
    "owner.accepted": accepted,
    "owner.declined": declined,
    "owner.replaced": replaced,
}
