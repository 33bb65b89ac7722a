"""What one person is told after an act of theirs about pairs: only they see it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from bot.pairs import Mine, Past, Shown
from bot.told import Told
from handlers.views import kit
from handlers.views.blockers import phrases as waits
from handlers.views.kit import Answer, Block
from handlers.views.pairs import actions as act
from handlers.views.pairs import letters, phrases
from handlers.views.pairs.usage import usage
from handlers.views.standups.phrases import day as day_named

Facts = Mapping[str, Any]
_MOST_PAIRS = 5
_HOW = {"met": "met", "not_yet": "not yet", "will_not": "did not meet", None: "not told"}
_SAID = {
    "met": "Noted: you met. Thank you.",
    "not_yet": "Noted: not yet. You can tap again when you did.",
    "will_not": "Noted: not this time. You come round again soon.",
}


def answer(told: Told, value: object) -> Answer:
    """Raises KeyError for what nobody renders: a mistake of ours."""
    if told.what == "pairs.help":
        return usage()
    if isinstance(value, Mine):
        return _mine(value)
    if isinstance(value, list):
        return _history(value)
    if told.what == "pairs.file_refused" and isinstance(value, Shown):
        return _by_link(value, datetime.fromisoformat(told.facts["at"]))
    said = _PLAIN[told.what](told.facts)
    buttons = _BUTTONS.get(told.what, ())
    blocks: list[Block] = [kit.section(said)]
    if buttons:
        blocks.append(kit.actions(*(act.plain(text, action) for text, action in buttons)))
    return kit.answer(said, blocks)


def home_line(found: Mine) -> str:
    """For the Home tab: whom with, or when next."""
    if found.pairs:
        return " · ".join(_with(one) for one in found.pairs[:_MOST_PAIRS])
    return _nobody(found)


def _mine(found: Mine) -> Answer:
    if not found.pairs:
        said = _nobody(found)
        blocks: list[Block] = [kit.section(said)]
        if found.loose or found.next:
            blocks.append(kit.actions(act.plain("Pair today", act.NOW)))
        return kit.answer(said, blocks)
    shown = [letters.made(one) for one in found.pairs[:_MOST_PAIRS]]
    joined = [block for one in shown for block in one["blocks"]]
    return kit.answer("\n\n".join(one["text"] for one in shown), joined[:49])


def _with(pair: Shown) -> str:
    return f"Paired: {phrases.people(pair.people)}, {phrases.what(pair)}."


def _nobody(found: Mine) -> str:
    if not found.teams:
        return "You take part in no pairs yet. `/pair on` in the channel of your team changes that."
    coming = f" The next round is on {day_named(found.next)}." if found.next else ""
    if found.loose:
        return f"You have no partner in this round; you come first soon.{coming}"
    return f"You have no partner just now.{coming}"


def _history(found: list[Past]) -> Answer:
    if not found:
        said = "There are no pairs of yours yet."
        return kit.answer(said, [kit.section(said)])
    lines = [
        f"{day_named(one.day)}: {phrases.people(one.others)}, {_HOW[one.answer]}"
        for one in found
        if one.others
    ]
    said = "\n".join(["*Your pairs*", *lines])
    return kit.answer(said, [kit.section(said)])


def _by_link(pair: Shown, at: datetime) -> Answer:
    said = f"I could not put a file here. This adds {waits.moment(at)} to your calendar:"
    link = act.to_calendar(phrases.calendar_page(pair, at))
    return kit.answer(said, [kit.section(said), kit.actions(link)])


def _answered_before(facts: Facts) -> str:
    by = waits.who(facts.get("by"))
    return f"{by} said so before: {_HOW[facts.get('how')]}. That stands."


def _dropped_out(facts: Facts) -> str:
    others, still = list(facts["others"]), list(facts.get("still") or ())
    if not others and not still:
        return "Fine, you sit this round out."
    said = ["Fine, you are out of this round."]
    if others:
        get = "gets" if len(others) == 1 else "each get"
        said.append(f"{phrases.people(others)} {get} somebody else, or a word.")
    if still:
        said.append(f"{phrases.people(still)} meet without you.")
    return " ".join(said)


def _paused(facts: Facts) -> str:
    return f"Fine: no pairs for you until *{day_named(date.fromisoformat(facts['until']))}*."


def _never(facts: Facts) -> str:
    return (
        f"I will not pair you with <@{facts['other']}>. Only you know of this; "
        "the same line again takes it back."
    )


def _function(facts: Facts) -> str:
    return waits.function_name(str(facts["function"]))


def _leaving(facts: Facts) -> str:
    who = waits.who(facts["person"])
    on = day_named(date.fromisoformat(facts["on"]))
    return f"Noted: {who} moves on by *{on}*. What only they know is paired first until then."


_PLAIN: Mapping[str, Callable[[Facts], str]] = {
    "pairs.across": lambda facts: "Fine: once a month you meet somebody of another team.",
    "pairs.answered": lambda facts: _SAID[str(facts["how"])],
    "pairs.answered_before": _answered_before,
    "pairs.dropped_out": _dropped_out,
    "pairs.file_before": lambda facts: "That file is in the conversation of your pair.",
    "pairs.file_sent": lambda facts: "The file is in the conversation of your pair.",
    "pairs.forgiven": lambda facts: f"You may be paired with <@{facts['other']}> again.",
    "pairs.learns": lambda facts: (
        f"Noted: you would like to learn {_function(facts)}. Whoever can show it comes soon."
    ),
    "pairs.leaving": _leaving,
    "pairs.never": _never,
    "pairs.no_longer_learns": lambda facts: f"Fine: {_function(facts)} is off your list.",
    "pairs.no_longer_teaches": lambda facts: f"Fine: {_function(facts)} is off your profile.",
    "pairs.not_across": lambda facts: "Fine: no more pairs with other teams.",
    "pairs.paused": _paused,
    "pairs.resumed": lambda facts: "Welcome back: you are in from the next round on.",
    "pairs.spare": lambda facts: f"<@{facts['with']}> is free too: look into your new DM.",
    "pairs.spare_already": lambda facts: "You have a spare partner today: look into your DM.",
    "pairs.spare_waits": lambda facts: (
        "Nobody is free just now. Whoever asks next today is yours; I'll open the DM then."
    ),
    "pairs.staying": lambda facts: f"Noted: {waits.who(facts['person'])} stays.",
    "pairs.teaches": lambda facts: (
        f"Noted in your profile: you can show {_function(facts)}. Whoever wants it comes soon."
    ),
}
_BUTTONS = {"pairs.paused": (("Resume now", act.RESUME),)}
