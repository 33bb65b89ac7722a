"""The letters about reviews: asked, answered, found a reviewer, still waiting."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.reviews import ANSWERED, ASKED, NUDGED, SEATED, ReviewCard
from handlers.views import kit, words
from handlers.views.blockers.phrases import who
from handlers.views.hosts import link_yours
from handlers.views.kit import Answer, Block
from handlers.views.reviews import actions as act
from handlers.views.reviews import card as cards
from handlers.views.reviews import phrases

Facts = Mapping[str, Any]
_MOST_IN_THE_MORNING = 8
_ANSWERS = {
    "approved": "{who} approved it.",
    "commented": "{who} has comments for you.",
    "changes_requested": "{who} asks for changes.",
    "too_big": "{who} finds it too big to review in one go. Can it be split?",
    "have_this": "{who} says: we have this already.{link}",
}


def asked(facts: Facts) -> Answer:
    """Who asks, what for, and why this reader."""
    card: ReviewCard = facts["card"]
    why = phrases.why(card)
    lead = f"{phrases.author(card)} would like your eyes on this{_because(why)}."
    if not any(one.person == card.reader for one in card.seats):
        lead = "This is with somebody else now. Thank you all the same!"
    elif not card.review.is_open:
        lead = "This review is over."
    elif card.unlinked:
        lead = f"{lead}\n{link_yours(card.unlinked, as_reviewer=True)}"
    return cards.shown(card, lead)


def answered(facts: Facts) -> Answer:
    card: ReviewCard = facts["card"]
    address = words.address(facts.get("link"))
    link = f" {address}" if address else ""
    said = _ANSWERS[facts["what"]].format(who=who(facts.get("who")), link=link)
    return cards.shown(card, said)


def seated(facts: Facts) -> Answer:
    card: ReviewCard = facts["card"]
    reason = phrases.why_them(card, str(facts.get("who")))
    lead = f"{who(facts.get('who'))} looks at it{f' ({reason})' if reason else ''}."
    return cards.shown(card, lead)


def nudged(facts: Facts) -> Answer:
    """About the work: it waits, and what ends that, one tap each."""
    card: ReviewCard = facts["card"]
    if card.role == "author":
        return cards.shown(card, "This waits for its next version, or for a word from you.")
    return cards.shown(card, "This waits for a look. A word is enough, or hand it on.")


def morning(found: Sequence[ReviewCard], now: datetime) -> Answer:
    """Yours to act on, the oldest first."""
    lead = "*Reviews that are yours to act on, the oldest first*"
    lines = [_line(one) for one in found[:_MOST_IN_THE_MORNING]]
    return kit.answer("\n".join([lead, *lines]), [kit.section(lead), *rows(found)])


def rows(found: Sequence[ReviewCard]) -> list[Block]:
    """One below the other, each with a button that opens it."""
    shown: list[Block] = [
        {**kit.section(_line(one)), "accessory": act.act("Open", act.SHOW, one, part=one.review.id)}
        for one in found[:_MOST_IN_THE_MORNING]
    ]
    if len(found) > _MOST_IN_THE_MORNING:
        more = len(found) - _MOST_IN_THE_MORNING
        shown.append(kit.context(f"{more} more: `/review mine`"))
    return shown


def _line(card: ReviewCard) -> str:
    what = "your next version" if card.role == "author" else "your look"
    return f"{phrases.name(card)} waits for {what}{phrases.waited(card)} · {phrases.address(card)}"


def _because(why: str) -> str:
    return f": {why}" if why else ""


LETTERS: Mapping[str, Callable[[Facts], Answer]] = {
    ANSWERED: answered,
    ASKED: asked,
    NUDGED: nudged,
    SEATED: seated,
}
