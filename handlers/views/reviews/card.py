"""One review as a card: for its reviewer, for its author, for others of the team."""

from bot.links import HOSTED
from bot.reviews import ReviewCard
from handlers.views import kit
from handlers.views.kit import Answer, Block, Element
from handlers.views.reviews import actions as act
from handlers.views.reviews import phrases

_MAY_STILL = ("asked", "accepted", "commented", "changes")


def shown(card: ReviewCard, lead: str = "") -> Answer:
    """`lead`: a sentence of ours before it."""
    lines = [*([lead] if lead else []), *_lines(card)]
    blocks: list[Block] = [kit.section("\n".join(lines)), *buttons(card)]
    return kit.answer("\n".join(lines), blocks)


def _lines(card: ReviewCard) -> list[str]:
    head = f"*{phrases.name(card)}* · {phrases.kind(card)} by {phrases.author(card)}"
    return [head, phrases.address(card), *phrases.said(card), phrases.turn(card)]


def buttons(card: ReviewCard) -> list[Block]:
    """What this reader can do with it now."""
    if not card.review.is_open:
        return []
    if card.role == "author":
        return _of_author(card)
    return _of_reviewer(card) if card.role == "reviewer" else _of_others(card)


def _of_reviewer(card: ReviewCard) -> list[Block]:
    state = next(one.state for one in card.seats if one.person == card.reader)
    if state not in _MAY_STILL:
        return []
    verdicts = [
        act.act("Approve", act.APPROVE, card, style="primary"),
        act.act("I have comments", act.COMMENTS, card),
        act.act("We have this already", act.HAVE_THIS, card),
    ]
    if state == "asked":
        verdicts.insert(0, act.act("I'll look at it", act.ACCEPT, card))
    if card.review.kind not in HOSTED:
        verdicts.append(act.act("Seen", act.SEEN, card))
    return [kit.actions(*verdicts), kit.actions(act.hand_on(card), act.more(card))]


def _of_author(card: ReviewCard) -> list[Block]:
    found: list[Element] = []
    if card.review.turn == "author" and card.review.state == "open":
        found.append(act.act("Ready for another look", act.READY_AGAIN, card, style="primary"))
    if card.may_choose:
        found.append(act.act("Whoever is next", act.CHOOSE, card))
    found.append(act.act("Finished", act.FINISHED, card))
    found.append(act.act("Not needed any more", act.WITHDRAW, card))
    return [kit.actions(*found), kit.actions(act.ask_also(card))]


def _of_others(card: ReviewCard) -> list[Block]:
    return [kit.actions(act.act("I'll look at it", act.ACCEPT, card))]
