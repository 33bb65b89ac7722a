"""Letters: what each kind says, from the facts it was posted with and what is true now."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from bot.told import Card, Told
from handlers.views import (
    answers,
    hosts,
    ledger,
    mornings,
    notices,
    owners,
    pairs,
    reviews,
    rhythms,
    standups,
    teams,
)
from handlers.views.blockers import channel_post, found, silence, voice
from handlers.views.kit import Answer

Facts = Mapping[str, Any]

_OF_MANY = "morning.letter"


def render(kind: str, card: Card | None, facts: Facts, *, now: datetime) -> Answer:
    """Raises KeyError for a kind that nobody renders or a fact that is missing, and ValueError
    for a blocker's letter without its blocker: mistakes of ours."""
    if kind in _ABOUT_A_BLOCKER:
        if card is None:
            raise ValueError(f"{kind} without its blocker")
        return _ABOUT_A_BLOCKER[kind](card, facts, now)
    if kind == _OF_MANY:
        return mornings.letter(facts, now=now, say=partial(render, now=now))
    return _OTHERS[kind](card, facts)


def _of_now(say: Callable[[Card, Facts], Answer]) -> Callable[[Card, Facts, datetime], Answer]:
    return lambda card, facts, now: say(card, facts)


def _without_card(say: Callable[[Facts], Answer]) -> Callable[[Card | None, Facts], Answer]:
    return lambda card, facts: say(facts)


def _told(card: Card | None, facts: Facts) -> Answer:
    """An answer that has to travel: facts["told"] is a Told, facts["for"] whose answer it is."""
    told: Told = facts["told"]
    waiter = "" if told.card is None else told.card.blocker.waiter
    return answers.answer(told, for_=facts.get("for") or waiter, value=facts.get("value"))


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
    "silence.waiter_asked": lambda card, facts, now: silence.waiter_asked(card, facts),
    "silence.owner_asked": lambda card, facts, now: silence.owner_asked(
        card, what=facts["what"], to=facts["to"]
    ),
    **{kind: _of_now(say) for kind, say in voice.LETTERS.items()},
    "silence.brought": lambda card, facts, now: silence.brought(card),
}
_OTHERS: Mapping[str, Callable[[Card | None, Facts], Answer]] = {
    "blocker.unconfirmed": lambda card, facts: notices.unconfirmed(card, letter=facts["letter"]),
    **{kind: _without_card(say) for kind, say in owners.LETTERS.items()},
    "channel.greeted": lambda card, facts: teams.greeting(facts.get("inviter")),
    "digest.posted": lambda card, facts: ledger.digest(
        facts["week"], facts.get("known_by_one", ())
    ),
    **{kind: _without_card(say) for kind, say in hosts.LETTERS.items()},
    "found.suggested": lambda card, facts: found.suggested(facts),
    "ledger.circle": lambda card, facts: ledger.circle(facts["cards"], easiest=facts["easiest"]),
    **{kind: _without_card(say) for kind, say in reviews.LETTERS.items()},
    **{kind: _without_card(say) for kind, say in pairs.LETTERS.items()},
    "rhythm.newcomer_told": lambda card, facts: rhythms.newcomer(facts),
    "rhythm.permission_asked": lambda card, facts: rhythms.permission(facts),
    "rhythm.turned_off": lambda card, facts: rhythms.turned_off(facts),
    "rhythm.turned_on": lambda card, facts: rhythms.turned_on(facts),
    "standup.answered": lambda card, facts: standups.reply(facts["reply"]),
    "standup.previewed": lambda card, facts: standups.answer(facts["value"]),
    "standup.reminded": lambda card, facts: standups.reminder(facts),
    "standup.summary": lambda card, facts: standups.summary(facts["summary"]),
    "team.trouble": lambda card, facts: notices.trouble(facts["channel"], facts["reason"]),
    "answer.told": _told,
}
KINDS = frozenset(_ABOUT_A_BLOCKER) | frozenset(_OTHERS) | {_OF_MANY}
