"""What a person reads after they turned a rhythm on or off, joined it, or changed it."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.told import Told
from handlers.views import kit, words
from handlers.views.kit import Answer, Block, Element
from handlers.views.rhythms import actions as act
from handlers.views.rhythms import phrases
from handlers.views.rhythms.screen import screen

Facts = Mapping[str, Any]


def answer(told: Told, *, for_: str = "") -> Answer:
    """Raises KeyError for what nobody renders: a mistake of ours."""
    return _ANSWERS[told.what](told.facts, for_)


def _proposed(facts: Facts, for_: str) -> Answer:
    text = f"{_asks(facts)}\n{_when(facts)}"
    place = phrases.channel(facts)
    audience = f"Nothing is on yet. Tap Start, and {place} reads who turned it on and when it is."
    blocks: list[Block] = [kit.section(text)]
    if not facts["by_tap"] and len(facts["people"]) > 1:
        blocks.append(_leave_out())
    blocks.append(kit.actions(act.act("Start", act.START, facts, style="primary")))
    return kit.answer(f"{text}\n{audience}", [*blocks, kit.context(audience)])


def _asks(facts: Facts) -> str:
    said = words.in_text(str(facts["what_happens"]))
    if not facts["asks_people"]:
        return f"{phrases.title(facts)} is off here. {said}"
    if facts["by_tap"]:
        return (
            f"{phrases.title(facts)} is off here. {said} This channel has {facts['size']} people, "
            "so people join by a tap. You take part, and one message here asks who else does."
        )
    return (
        f"{phrases.title(facts)} is off here. {said} These would take part: "
        f"{phrases.people(facts['people'])}. Each of them can tap Not me."
    )


def _leave_out() -> Block:
    chooser: Element = {
        "type": "multi_users_select",
        "action_id": act.WITHOUT,
        "placeholder": kit.plain("Leave somebody out"),
    }
    return {**kit.section("Somebody who should not be asked?"), "accessory": chooser}


def _needs_admin(facts: Facts, for_: str) -> Answer:
    text = (
        f"{phrases.channel(facts)} has {facts['size']} people. Above 50 an administrator of the "
        f"workspace allows {phrases.title(facts)} first. Whom shall I ask?"
    )
    chooser = kit.chooser(
        "users_select", f"{act.ASK}:{facts['channel']}.{facts['feature']}", hint="An administrator"
    )
    return kit.answer(text, [kit.section(text), kit.actions(chooser)])


def _turned_on(facts: Facts, for_: str) -> Answer:
    text = (
        f"{phrases.title(facts)} is on. {_when(facts)} "
        f"{phrases.channel(facts)} reads that you turned it on."
    )
    return _with(text, act.act("Turn off", act.STOP, facts), act.settings(facts["channel"]))


def _already_on(facts: Facts, for_: str) -> Answer:
    text = f"{phrases.title(facts)} is on here: {phrases.when(facts)}."
    return _with(text, *act.joining(facts))


def _turned_off(facts: Facts, for_: str) -> Answer:
    text = f"{phrases.title(facts)} is off. {phrases.channel(facts)} reads that you turned it off."
    return _with(text, act.act("Turn on again", act.PROPOSE, facts))


def _already_off(facts: Facts, for_: str) -> Answer:
    text = f"{phrases.title(facts)} is off here."
    return _with(text, act.act("Use the defaults", act.PROPOSE, facts))


def _taking_part(facts: Facts, for_: str) -> Answer:
    text = (
        f"You take part in {phrases.title(facts)} of {phrases.channel(facts)}: "
        f"{phrases.when(facts)}."
    )
    return _with(text, act.act("Not me", act.NOT_ME, facts))


def _not_taking_part(facts: Facts, for_: str) -> Answer:
    text = f"You no longer take part in {phrases.title(facts)} of {phrases.channel(facts)}."
    return _with(text, act.act("Take part", act.TAKE_PART, facts))


def _changed(facts: Facts, for_: str) -> Answer:
    lines = [_change(one) for one in facts["changes"]]
    return _with("\n".join(lines) if lines else "Nothing was changed.")


def _change(one: Facts) -> str:
    """What the change means for the round that runs, and from when it holds."""
    name = phrases.title(one)
    if not one["on"]:
        return f"{name}: kept for when it is turned on."
    what = f"now {phrases.when(one)}" if one["rule_too"] else "the new settings are kept"
    if not one["running"]:
        return f"{name}: {what}, from {phrases.day(one['first'])} on."
    return (
        f"{name}: {what}. The round of {phrases.day(one['running'])} goes on as it began; the "
        f"change holds from {phrases.day(one['first'])}."
    )


def _allowed(facts: Facts, for_: str) -> Answer:
    return _with(
        f"{phrases.title(facts)} is on in {phrases.channel(facts)}. {_when(facts)}"
        f"{phrases.by_a_tap(facts)}"
    )


def _handed_over(facts: Facts, for_: str) -> Answer:
    return _with(f"<@{facts['to']}> keeps this team from now on.")


def _cannot_keep(facts: Facts, for_: str) -> Answer:
    return _with(
        f"<@{facts['to']}> is not in this team yet. Once they are in it, they can keep it."
    )


def _asked_admin(facts: Facts, for_: str) -> Answer:
    return _with(f"I asked <@{facts['to']}>. You hear from me once they allow it.")


def _no_admin(facts: Facts, for_: str) -> Answer:
    return _with(f"<@{facts['to']}> does not administer this workspace. Please choose another.")


def _settings_offered(facts: Facts, for_: str) -> Answer:
    text = "Tap to open the settings. Only you see the form."
    return _with(text, act.settings(facts["channel"]))


def _when(facts: Facts) -> str:
    return f"When: {phrases.when(facts)}, first on {phrases.day(facts['first'])}."


def _with(text: str, *buttons: Element) -> Answer:
    blocks = [kit.section(text)]
    return kit.answer(text, [*blocks, kit.actions(*buttons)] if buttons else blocks)


_ANSWERS: Mapping[str, Callable[[Facts, str], Answer]] = {
    "rhythm.allowed": _allowed,
    "rhythm.already_off": _already_off,
    "rhythm.already_on": _already_on,
    "rhythm.asked_admin": _asked_admin,
    "rhythm.cannot_keep": _cannot_keep,
    "rhythm.changed": _changed,
    "rhythm.handed_over": _handed_over,
    "rhythm.needs_admin": _needs_admin,
    "rhythm.no_admin": _no_admin,
    "rhythm.not_taking_part": _not_taking_part,
    "rhythm.proposed": _proposed,
    "rhythm.settings_offered": _settings_offered,
    "rhythm.taking_part": _taking_part,
    "rhythm.team": screen,
    "rhythm.turned_off": _turned_off,
    "rhythm.turned_on": _turned_on,
}
