"""The one message about a blocker that its audience sees, redrawn as things change."""

from datetime import datetime

from bot.told import Card
from handlers.views import kit, words
from handlers.views.blockers import actions as act
from handlers.views.blockers import fair, phrases
from handlers.views.kit import Answer, Block, Element

_LONGEST_NAME = 80
_NAMES = {"resolved": "Resolved: blocker", "withdrawn": "Withdrawn: blocker"}


def channel_post(card: Card, *, now: datetime) -> Answer:
    """For the channel, or for the DM of the one waited on when only that person is asked.

    The words stay rich text in every state: an edit may not turn rich text into another kind.
    """
    title, state = _title(card), _state(card)
    details = phrases.details(card, now=now)
    blocks = [
        kit.section(title),
        words.rich(card.blocker.words),
        kit.section(phrases.as_lines(details)),
        kit.context(*state),
    ]
    buttons = _buttons(card)
    blocks.extend([kit.actions(*buttons)] if buttons else [])
    blocks.extend(_fair_answers(card))
    said = words.in_text(card.blocker.words, mentions=True)
    text = f"{title}: {said}\n{phrases.as_sentence(details)}\n{' '.join(state)}"
    return kit.answer(text, blocks)


def _title(card: Card) -> str:
    blocker = card.blocker
    name = f"{_NAMES.get(blocker.state, 'Blocker')} {phrases.number(card)}"
    return f"*{name}* from {_waiter(card)}"


def _waiter(card: Card) -> str:
    """In a channel by their name: a mention would call them to what they said themselves."""
    if card.blocker.audience == "channel" and card.waiter_name:
        return words.line(card.waiter_name, _LONGEST_NAME, mentions=False)
    return phrases.person(card.blocker.waiter)


def _state(card: Card) -> list[str]:
    lines = [phrases.state(card)]
    if card.blocker.audience == "asked":
        lines.append("Only you see this, and whoever reported it.")
    return lines


def _fair_answers(card: Card) -> list[Block]:
    """Those of the one waited on: all in one choice where others see the message too."""
    if not fair.is_asked_of_somebody(card):
        return []
    if card.blocker.audience == "asked":
        return [kit.actions(*fair.answers(card))]
    return [kit.actions(fair.in_one_choice(card))]


def _buttons(card: Card) -> list[Element]:
    if card.blocker.state == "resolved":
        return [act.reopen(card)]
    if not card.blocker.is_open:
        return []
    return [
        act.act("Ask quietly", act.QUIET, card),
        act.act("I can help", act.HELP, card),
        act.act("On it", act.TAKE, card),
        act.resolve(card, style="primary"),
    ]
