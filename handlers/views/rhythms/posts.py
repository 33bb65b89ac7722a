"""What the channel reads: who turned a rhythm on or off, when it first happens, who takes part."""

from collections.abc import Mapping
from typing import Any

from handlers.views import kit, words
from handlers.views.kit import Answer
from handlers.views.rhythms import actions as act
from handlers.views.rhythms import phrases

Facts = Mapping[str, Any]


def turned_on(facts: Facts) -> Answer:
    """Redrawn as people join or leave, and when it is turned off."""
    if not facts["on"]:
        text = f"{phrases.title(facts)} was on here; it is off now."
        return kit.answer(text, [kit.section(text)])
    text = (
        f"<@{facts['by']}> turned on {phrases.title(facts)}. "
        f"{words.in_text(str(facts['what_happens']))}\n"
        f"When: {phrases.when(facts)}, first on {phrases.day(facts['first'])}."
        f"{_who(facts)}"
    )
    buttons = [*act.joining(facts), act.act("Turn off", act.STOP, facts)]
    return kit.answer(text, [kit.section(text), kit.actions(*buttons)])


def _who(facts: Facts) -> str:
    count, named = phrases.count(facts), phrases.people(facts["people"])
    return f"\n{count}{f': {named}' if named else ''}." if count else ""


def newcomer(facts: Facts) -> Answer:
    """To whoever joined the channel after it was turned on: nothing happens without their tap."""
    text = (
        f"{phrases.title(facts)} is on in {phrases.channel(facts)}: {phrases.when(facts)}. "
        f"{words.in_text(str(facts['what_happens']))} Would you like to take part? "
        "You are asked this once."
    )
    return kit.answer(text, [kit.section(text), kit.actions(*act.joining(facts))])


def turned_off(facts: Facts) -> Answer:
    text = f"<@{facts['by']}> turned off {phrases.title(facts)} here."
    return kit.answer(text, [kit.section(text)])


def permission(facts: Facts) -> Answer:
    """To an administrator: a person asks to turn it on in a large channel."""
    text = (
        f"<@{facts['by']}> asks to turn on {phrases.title(facts)} in {phrases.channel(facts)}, "
        f"which has {facts['size']} people. {words.in_text(str(facts['what_happens']))}"
        f"{phrases.by_a_tap(facts)} Above 50 an administrator allows it first."
    )
    value = act.value(facts["channel"], facts["feature"], asker=facts["by"])
    allow = kit.button("Allow", act.ALLOW, value=value, style="primary")
    return kit.answer(text, [kit.section(text), kit.actions(allow)])
