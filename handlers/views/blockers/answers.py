"""What one person is told after their own act: only they see it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from bot.told import Card, Told
from handlers.views import kit, words
from handlers.views.blockers import actions as act
from handlers.views.blockers import fair, outlook, phrases
from handlers.views.blockers.endings import ENDINGS
from handlers.views.blockers.lists import LISTS
from handlers.views.blockers.replies import REPLIES
from handlers.views.blockers.saying import said, stands
from handlers.views.blockers.silence import SILENCE
from handlers.views.kit import Answer, Block, Element

Say = Callable[[Told, Card, str], Answer]
_MOST_HISTORY = 20
_MOST_TEAMS = 20
_HAPPENED = {
    "reported": "reported",
    "taken": "taken in hand",
    "offered": "help offered",
    "asked": "somebody was asked quietly",
    "resolved": "resolved",
    "reopened": "opened again",
    "withdrawn": "withdrawn",
    "reworded": "said differently",
    "moved": "moved to a team",
    "audience": "shown to other people",
    "effort": "work noted",
    "put": "put to whoever answers for it",
    "promised": "a day was named",
    "queued": "put in a queue",
    "info_asked": "more information needed",
    "info_given": "information given",
    "forwarded": "passed on",
    "not_mine": "found to be somebody else's",
    "talk": "both brought together",
    "merged": "tied to a wait of the same cause",
    "unmerged": "found to be a wait of its own",
    "mentioned": "said to go on",
    "brought": "brought to somebody",
    "silence": "no answer, so counted as unconfirmed",
}


def answer(told: Told, *, for_: str) -> Answer:
    """The answer to a person's act; `for_` is that person."""
    if told.what in LISTS:
        return LISTS[told.what](told)
    if told.card is None:
        return _gone()
    return _SAY.get(told.what, _as_it_stands)(told, told.card, for_)


def _gone() -> Answer:
    text = "That blocker is no longer there. `/blocked list` shows the open ones."
    return kit.answer(text, [kit.section(text)])


def _reported(told: Told, card: Card, for_: str) -> Answer:
    lead = f"Got it, tracked as *{phrases.number(card)}*. {phrases.audience(card)}"
    return _understood(told, card, lead)


def _again(told: Told, card: Card, for_: str) -> Answer:
    earlier = told.facts.get("earlier")
    lead = (
        f"#{earlier} ended more than 7 days ago, so this is a new wait: "
        f"*{phrases.number(card)}*. {phrases.audience(card)}"
    )
    if for_ != card.blocker.waiter:
        return said(lead, card, details=True, words_too=True, buttons=[act.resolve(card)])
    return _understood(told, card, lead)


def _changed(told: Told, card: Card, for_: str) -> Answer:
    lead = f"*{phrases.number(card)}* is changed. {phrases.audience(card)}"
    return _understood(told, card, lead)


def _moved(told: Told, card: Card, for_: str) -> Answer:
    lead = f"Moved: its number is now *{phrases.number(card)}*. {phrases.audience(card)}"
    return _understood(told, card, lead)


def _shown_to_others(told: Told, card: Card, for_: str) -> Answer:
    lead = f"*{phrases.number(card)}*: {phrases.audience(card)}"
    return _understood(told, card, lead)


def _reopened(told: Told, card: Card, for_: str) -> Answer:
    lead = f"*{phrases.number(card)}* is open again, as the same wait."
    if for_ == card.blocker.waiter:
        lead = f"{lead} {phrases.audience(card)}"
    return said(lead, card, details=True, buttons=[act.resolve(card)])


def _understood(told: Told, card: Card, lead: str) -> Answer:
    """How it was understood, with what its author may want to correct."""
    if not card.blocker.is_open:
        return stands(card)
    buttons = [act.edit(card), act.undo(card), act.resolve(card)]
    lead = f"{lead} {_usual_time(told, card)}".rstrip()
    corrections = [kit.actions(*act.corrections(card))]
    offered = fair.next_steps(told, card)
    choices = offered + corrections + _audiences(card) + _teams(card, told.facts.get("teams"))
    return said(lead, card, details=True, words_too=True, buttons=buttons, more=choices)


def _usual_time(told: Told, card: Card) -> str:
    return outlook.forecast_line(told.facts.get("forecast"), card.blocker.function)


def _audiences(card: Card) -> list[Block]:
    buttons = act.audiences(card)
    return [kit.actions(*buttons)] if buttons else []


def _teams(card: Card, teams: object) -> list[Block]:
    """A person of several teams, in a DM: which of them is it for?"""
    if not isinstance(teams, list) or not teams:
        return []
    buttons = [_team(card, *one) for one in teams[:_MOST_TEAMS]]
    return [
        kit.section("Is it for one of your teams? Then its channel will see it."),
        kit.actions(*buttons),
    ]


def _team(card: Card, team: str, channel: str, name: str = "") -> Element:
    face = f"#{words.one_line(name, 60)}" if name else "a private channel"
    return act.act(f"Move to {face}", act.MOVE, card, part=team, team=team)


def _withdrawn(told: Told, card: Card, for_: str) -> Answer:
    lead = f"Undone: *{phrases.number(card)}* is withdrawn and its message goes. Your words were:"
    return said(lead, card, words_too=True)


def _asked(told: Told, card: Card, for_: str) -> Answer:
    lead = (
        f"I'm asking one person who knows {phrases.function_name(card.blocker.function)} "
        f"whether they have 20 minutes for *{phrases.number(card)}*. No names before a yes."
    )
    if told.facts.get("later"):
        lead = f"{lead} It reaches them when their working day begins."
    return said(lead, card)


def _still_asking(told: Told, card: Card, for_: str) -> Answer:
    lead = (
        f"Somebody was asked about *{phrases.number(card)}* {phrases.ago(told.facts.get('ago'))} "
        "and may still answer. I ask one person at a time."
    )
    return said(lead, card)


def _nobody_to_ask(told: Told, card: Card, for_: str) -> Answer:
    lead = (
        f"I don't know anybody else to ask about {phrases.function_name(card.blocker.function)} "
        "yet. I learn it from who ends such waits. A mention in the channel may help meanwhile."
    )
    return said(lead, card)


def _ask_yes(told: Told, card: Card, for_: str) -> Answer:
    waiter = phrases.person(card.blocker.waiter)
    lead = f"Thank you! {waiter} waits on this, and now knows that you can help. {_meet(card)}"
    return said(lead, card, details=True, words_too=True, buttons=[act.resolve(card)])


def _meet(card: Card) -> str:
    """Where the two are put in touch; a private channel's name is not ours to tell."""
    blocker = card.blocker
    if blocker.audience == "channel" and blocker.told == "yes" and card.channel_kind == "channel":
        return f"You meet in the thread in <#{card.channel}>."
    return "Please send them a message."


def _ask_no(told: Told, card: Card, for_: str) -> Answer:
    text = "No problem, and thanks for saying so. Nobody learns who was asked."
    return kit.answer(text, [kit.section(text)])


def _sent_again(told: Told, card: Card, for_: str) -> Answer:
    return said(f"*{phrases.number(card)}* is on its way again.", card)


def _it_is_there(told: Told, card: Card, for_: str) -> Answer:
    return said(f"Good, so *{phrases.number(card)}* was seen. I leave it as it is.", card)


def _as_it_stands(told: Told, card: Card, for_: str) -> Answer:
    return stands(card)


def _shown(told: Told, card: Card, for_: str) -> Answer:
    """One blocker, whole, with all that this person can do."""
    waiter = phrases.person(card.blocker.waiter, for_=for_)
    lead = f"*{phrases.number(card)}*, reported by {waiter}. {phrases.state(card)}"
    if card.blocker.is_open:
        behind = outlook.chain_line(told.cards)
        lead = f"{lead} The wait so far: {phrases.waited(card)}. {behind}".rstrip()
    blocks: list[Block] = []
    if for_ == card.blocker.waiter:
        blocks.append(kit.context(phrases.audience(card)))
    blocks.extend(_shared(told, card, for_))
    history = _history(told.facts, for_)
    blocks.extend([kit.context(history)] if history else [])
    if for_ == card.blocker.waiter and card.blocker.is_open:
        blocks.extend([*fair.next_steps(told, card, _quiet(card)), *_audiences(card)])
    return said(lead, card, details=True, words_too=True, buttons=_can_do(card, for_), more=blocks)


def _shared(told: Told, card: Card, for_: str) -> list[Block]:
    """The open waits of the same cause, and what can be said of all of them."""
    others = told.facts.get("shares")
    if not isinstance(others, list) or not others or not card.blocker.is_open:
        return []
    numbers = ", ".join(f"#{one}" for one in others[:_MOST_TEAMS])
    buttons = [act.act("Looks clear for all", fair.CLEAR, card)]
    if for_ == card.blocker.waiter:
        buttons.append(act.act("Not the same", fair.UNMERGE, card))
    return [kit.context(f"The same cause as {numbers}."), kit.actions(*buttons)]


def _can_do(card: Card, for_: str) -> Iterable[Element]:
    if card.blocker.state == "resolved":
        return [act.reopen(card)]
    if not card.blocker.is_open:
        return []
    if for_ == card.blocker.waiter:
        return [act.edit(card), act.undo(card), act.resolve(card)]
    if for_ in (card.blocker.owner, card.blocker.put_to):
        return [*fair.answers(card), act.resolve(card)]
    help_ = act.act("I can help", act.HELP, card)
    return [_quiet(card), help_, act.act("On it", act.TAKE, card), act.resolve(card)]


def _quiet(card: Card) -> Element:
    return act.act("Ask quietly", act.QUIET, card)


def _history(facts: Mapping[str, object], for_: str) -> str:
    happened = facts.get("history")
    if not isinstance(happened, list):
        return ""
    lines = [_line(for_, *one) for one in happened[-_MOST_HISTORY:]]
    hidden = len(happened) - len(lines)
    return "\n".join(([f"{hidden} earlier"] if hidden else []) + lines)


def _line(for_: str, iso: str, person: str, what: str, note: str | None = None) -> str:
    at = _instant(iso)
    deed = _HAPPENED.get(what.partition(":")[0], "changed")
    by = phrases.person(person, for_=for_)
    told = f': "{words.line(note, 60)}"' if note else ""
    return f"{phrases.moment(at) if at else 'Earlier'}: {deed} by {by}{told}"


def _instant(iso: object) -> datetime | None:
    if not isinstance(iso, str):
        return None
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return at if at.tzinfo is not None else None


_SAY: Mapping[str, Say] = {
    "reported": _reported,
    "again": _again,
    "changed": _changed,
    "moved": _moved,
    "audience": _shown_to_others,
    "reopened": _reopened,
    "withdrawn": _withdrawn,
    "asked": _asked,
    "nobody_to_ask": _nobody_to_ask,
    "still_asking": _still_asking,
    "ask_yes": _ask_yes,
    "ask_no": _ask_no,
    "sent_again": _sent_again,
    "it_is_there": _it_is_there,
    "shown": _shown,
    **ENDINGS,
    **REPLIES,
    **SILENCE,
}
