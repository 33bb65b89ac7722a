"""Letters: what each kind says, from the facts it was posted with and what is true now."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.told import Card, Told
from handlers.views import notices, pinwheel, teams
from handlers.views.blockers import answer, channel_post
from handlers.views.kit import Answer

Facts = Mapping[str, Any]


def render(kind: str, card: Card | None, facts: Facts, *, now: datetime) -> Answer:
    """Raises KeyError for a kind that nobody renders or a fact that is missing, and ValueError
    for a blocker's letter without its blocker: mistakes of ours."""
    if kind in _ABOUT_A_BLOCKER:
        if card is None:
            raise ValueError(f"{kind} without its blocker")
        return _ABOUT_A_BLOCKER[kind](card, facts, now)
    return _OTHERS[kind](card, facts)


def _told(card: Card | None, facts: Facts) -> Answer:
    """An answer that has to travel: facts["told"] is a Told, facts["for"] whose answer it is."""
    told: Told = facts["told"]
    if told.what in _OF_THE_BOT:
        return _OF_THE_BOT[told.what](told)
    waiter = "" if told.card is None else told.card.blocker.waiter
    return answer(told, for_=facts.get("for") or waiter)


_OF_THE_BOT: Mapping[str, Callable[[Told], Answer]] = {
    "usage": lambda told: pinwheel.usage(),
    "not_understood": lambda told: pinwheel.not_understood(str(told.facts.get("text") or "")),
    "form_offered": lambda told: pinwheel.form_offered(told.facts),
    "refused": lambda told: notices.refusal(str(told.facts["sentence"])),
}
_ABOUT_A_BLOCKER: Mapping[str, Callable[[Card, Facts, datetime], Answer]] = {
    "blocker.posted": lambda card, facts, now: channel_post(card, now=now),
    "blocker.asked": lambda card, facts, now: notices.quiet_ask(card, ask=facts["ask"]),
    "blocker.ask_declined": lambda card, facts, now: notices.ask_declined(card),
    "blocker.helper_found": lambda card, facts, now: notices.in_touch(card, facts["helper"]),
    "blocker.taken": lambda card, facts, now: notices.take_line(card, facts["helper"]),
    "blocker.resolved_for_you": lambda card, facts, now: notices.resolved_for_you(
        card, facts["by"]
    ),
    "blocker.reopened_for_you": lambda card, facts, now: notices.reopened_for_you(
        card, facts["by"]
    ),
    "blocker.not_for_guests": lambda card, facts, now: notices.not_for_guests(card),
}
_OTHERS: Mapping[str, Callable[[Card | None, Facts], Answer]] = {
    "blocker.unconfirmed": lambda card, facts: notices.unconfirmed(card, letter=facts["letter"]),
    "channel.greeted": lambda card, facts: teams.greeting(facts.get("inviter")),
    "team.trouble": lambda card, facts: notices.trouble(facts["channel"], facts["reason"]),
    "answer.told": _told,
}
KINDS = frozenset(_ABOUT_A_BLOCKER) | frozenset(_OTHERS)
