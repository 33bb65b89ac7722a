"""What a person is told after a fair answer of theirs: what became of it, and who hears it."""

from collections.abc import Callable, Mapping

from bot.told import Card, Told
from handlers.views.blockers import actions as act
from handlers.views.blockers import fair, phrases
from handlers.views.blockers.saying import said
from handlers.views.kit import Answer


def _on_it(told: Told, card: Card, for_: str) -> Answer:
    by = f", {phrases.by_when(card)}" if card.blocker.due else ""
    lead = f"You're on *{phrases.number(card)}*{by}. {_waiter_hears(card)}"
    lead = f"{lead} Tap Resolved when it is over."
    return said(lead, card, buttons=[fair.talk(card), act.resolve(card)])


def _queued(told: Told, card: Card, for_: str) -> Answer:
    lead = f"*{phrases.number(card)}* is in your queue, {phrases.about(card)}. "
    return said(lead + _waiter_hears(card), card, buttons=[fair.talk(card)])


def _info_asked(told: Told, card: Card, for_: str) -> Answer:
    lead = f"Asked about *{phrases.number(card)}*. {_waiter_hears(card)}"
    return said(lead, card, buttons=[fair.talk(card)])


def _info_given(told: Told, card: Card, for_: str) -> Answer:
    lead = f"{phrases.who(told.facts.get('to'))} has your answer about *{phrases.number(card)}*."
    return said(lead, card)


def _forwarded(told: Told, card: Card, for_: str) -> Answer:
    to = str(told.facts.get("to") or "")
    on = f"went on to {phrases.party_of(card, to)}" if to else "is off your desk"
    return said(f"Thank you! *{phrases.number(card)}* {on}. {_waiter_hears(card)}", card)


def _suggested(told: Told, card: Card, for_: str) -> Answer:
    waiter, to = phrases.person(card.blocker.waiter), phrases.person(told.facts.get("to"))
    lead = (
        f"Thank you! {to} can't see *{phrases.number(card)}* yet, so {waiter} is asked first "
        "whether they may."
    )
    return said(lead, card)


def _put(told: Told, card: Card, for_: str) -> Answer:
    whom = phrases.party_of(card, told.facts.get("whom"))
    function = phrases.function_name(card.blocker.function)
    lead = f"*{phrases.number(card)}* is put to {whom}, who answers for {function}."
    if told.facts.get("muted"):
        lead = f"{lead} They read their queue; no message is sent."
    return said(f"{lead} {phrases.audience(card)}", card, buttons=[act.resolve(card)])


def _put_to_nobody(told: Told, card: Card, for_: str) -> Answer:
    function = phrases.function_name(card.blocker.function)
    lead = (
        f"Nobody answers for {function} just now, so *{phrases.number(card)}* stays where it is. "
        "`/pinwheel owner` asks somebody to."
    )
    return said(lead, card)


def _needs_channel(told: Told, card: Card, for_: str) -> Answer:
    lead = (
        f"A group or a channel is many people, and *{phrases.number(card)}* is not shown to a "
        "channel yet. Show it to yours first, then ask them."
    )
    return said(lead, card, buttons=act.audiences(card))


def _talk(told: Told, card: Card, for_: str) -> Answer:
    where = "in the thread" if phrases.has_thread(card) else "in a DM of you both and me"
    lead = f"*{phrases.number(card)}*: you two meet {where}, with times to choose."
    return said(lead, card)


def _talk_again(told: Told, card: Card, for_: str) -> Answer:
    return said(f"You were brought together about *{phrases.number(card)}* already.", card)


def _talk_to_nobody(told: Told, card: Card, for_: str) -> Answer:
    lead = f"Nobody is asked about *{phrases.number(card)}* yet. Whom do you wait on? Tap Edit."
    return said(lead, card, buttons=[act.edit(card)])


def _merged(told: Told, card: Card, for_: str) -> Answer:
    lead = (
        f"*{phrases.number(card)}* has the same cause as #{told.facts.get('with')}. When one of "
        "them ends, whoever waits on the other is asked to look. Both stay open until then."
    )
    return said(lead, card, buttons=[act.act("Not the same", fair.UNMERGE, card)])


def _unmerged(told: Told, card: Card, for_: str) -> Answer:
    return said(f"*{phrases.number(card)}* is a wait of its own again.", card)


def _not_merged(told: Told, card: Card, for_: str) -> Answer:
    lead = f"The other one is no open wait of this team, so *{phrases.number(card)}* stands alone."
    return said(lead, card)


def _cleared(told: Told, card: Card, for_: str) -> Answer:
    count = told.facts.get("told")
    lead = "They were told before that it looks clear."
    if count:
        lead = f"{count} {'person is' if count == 1 else 'people are'} asked to check their wait."
    return said(f"{lead} I close none of them by myself.", card, buttons=[act.resolve(card)])


def _waiter_hears(card: Card) -> str:
    where = "the thread" if phrases.has_thread(card) else "a DM"
    return f"{phrases.who(card.blocker.waiter)} reads it in {where}."


REPLIES: Mapping[str, Callable[[Told, Card, str], Answer]] = {
    "on_it": _on_it,
    "queued": _queued,
    "info_asked": _info_asked,
    "info_given": _info_given,
    "forwarded": _forwarded,
    "not_mine": _forwarded,
    "suggested": _suggested,
    "put": _put,
    "put_to_nobody": _put_to_nobody,
    "put_needs_channel": _needs_channel,
    "talk": _talk,
    "talk_again": _talk_again,
    "talk_to_nobody": _talk_to_nobody,
    "merged": _merged,
    "unmerged": _unmerged,
    "not_merged": _not_merged,
    "cause_cleared": _cleared,
}
