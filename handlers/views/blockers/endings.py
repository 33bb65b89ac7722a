"""What a person is told when a blocker is taken, helped with or ended; and who was first."""

from collections.abc import Callable, Mapping

from bot.told import Card, Told
from handlers.views import kit
from handlers.views.blockers import actions as act
from handlers.views.blockers import phrases
from handlers.views.blockers.saying import said, stands
from handlers.views.kit import Answer, Block

_EFFORTS = {"minutes": "minutes", "hours": "hours", "day": "a day", "days": "days"}


def _resolved(told: Told, card: Card, for_: str) -> Answer:
    blocker = card.blocker
    seen = f" {phrases.seen_by(card)}" if for_ == blocker.waiter else ""
    ended = f"*{phrases.number(card)}* is resolved after {phrases.waited(card)}."
    lead = f"{ended}{phrases.fix(blocker.fix)}{seen}"
    if blocker.effort:
        return said(lead, card, buttons=[act.reopen(card)])
    question = "How much work ended it?"
    asked = kit.section(question)
    blocks = [kit.section(lead), asked, _effort_buttons(card), kit.actions(act.reopen(card))]
    return kit.answer(f"{lead} {question}", blocks)


def _effort_buttons(card: Card) -> Block:
    buttons = [
        act.act(face, act.EFFORT, card, part=effort, effort=effort)
        for effort, face in act.EFFORTS.items()
    ]
    return kit.actions(*buttons)


def _effort_noted(told: Told, card: Card, for_: str) -> Answer:
    effort = _EFFORTS.get(card.blocker.effort or "", "some")
    lead = (
        f"Noted for *{phrases.number(card)}*: {effort} of work, after a wait of "
        f"{phrases.waited(card)}. Thank you."
    )
    return said(lead, card, buttons=[act.reopen(card)])


def _taken(told: Told, card: Card, for_: str) -> Answer:
    lead = f"You're on *{phrases.number(card)}*. Tap Resolved when it is over."
    return said(lead, card, buttons=[act.resolve(card)])


def _taken_over(told: Told, card: Card, for_: str) -> Answer:
    lead = f"You've taken over *{phrases.number(card)}*. Tap Resolved when it is over."
    return said(lead, card, buttons=[act.resolve(card)])


def _offered(told: Told, card: Card, for_: str) -> Answer:
    if for_ == card.blocker.waiter:
        return said(f"*{phrases.number(card)}* is your own wait.", card)
    lead = (
        f"Thank you! {phrases.person(card.blocker.waiter)} now knows that you can help with "
        f"*{phrases.number(card)}*. Tap On it to take it in hand."
    )
    return said(lead, card, buttons=[act.act("On it", act.TAKE, card)])


def _already_taken(told: Told, card: Card, for_: str) -> Answer:
    by, ago = told.facts.get("by") or card.blocker.helper, phrases.ago(told.facts.get("ago"))
    lead = (
        f"{phrases.who(by, for_=for_)} took *{phrases.number(card)}* in hand {ago}. "
        "You can help in the thread, or take it over."
    )
    return said(lead, card, buttons=[act.act("Take over", act.TAKEOVER, card)])


def _already(told: Told, card: Card, for_: str) -> Answer:
    """The second act is told what happened first."""
    sentence = _FIRST.get(str(told.facts.get("what")))
    if sentence is None or card.blocker.is_open:
        return stands(card)
    by = phrases.person(told.facts.get("by"), for_=for_)
    lead = sentence.format(
        number=phrases.number(card), by=by, ago=phrases.ago(told.facts.get("ago"))
    )
    lead = f"{lead}{phrases.fix(told.facts.get('note'))}"
    buttons = [act.reopen(card)] if card.blocker.state == "resolved" else []
    return said(lead, card, buttons=buttons)


def _already_open(told: Told, card: Card, for_: str) -> Answer:
    lead = f"*{phrases.number(card)}* is open, so there is nothing to reopen."
    return said(lead, card, buttons=[act.resolve(card)])


_FIRST = {
    "resolved": "*{number}* is over already: {by} resolved it {ago}.",
    "withdrawn": "*{number}* was withdrawn {ago}, so there is nothing left to do.",
}

ENDINGS: Mapping[str, Callable[[Told, Card, str], Answer]] = {
    "resolved": _resolved,
    "effort_noted": _effort_noted,
    "taken": _taken,
    "taken_over": _taken_over,
    "offered": _offered,
    "already": _already,
    "already_taken": _already_taken,
    "already_open": _already_open,
}
