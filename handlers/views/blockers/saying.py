"""One sentence about a blocker, with as much of the blocker around it as the moment needs."""

from collections.abc import Iterable

from bot.told import Card
from handlers.views import kit, words
from handlers.views.blockers import actions as act
from handlers.views.blockers import phrases
from handlers.views.kit import Answer, Block, Element


def said(
    lead: str,
    card: Card,
    *,
    details: bool = False,
    words_too: bool = False,
    buttons: Iterable[Element] = (),
    more: Iterable[Block] = (),
) -> Answer:
    """`lead` is mrkdwn of ours; then the author's words, how it was understood, what to do."""
    text, blocks = lead, [kit.section(lead)]
    if words_too:
        text = f"{text}\n{words.in_text(card.blocker.words, mentions=True)}"
        blocks.append(words.rich(card.blocker.words))
    if details:
        found = phrases.details(card)
        text = f"{text}\n{phrases.as_sentence(found)}"
        blocks.append(kit.section(phrases.as_lines(found)))
    offered = list(buttons)
    blocks.extend([kit.actions(*offered)] if offered else [])
    blocks.extend(more)
    return kit.answer(text, blocks)


def stands(card: Card) -> Answer:
    """How it stands, when there is nothing else to say."""
    buttons = []
    if card.blocker.is_open:
        buttons = [act.resolve(card)]
    elif card.blocker.state == "resolved":
        buttons = [act.reopen(card)]
    return said(f"*{phrases.number(card)}*: {phrases.state(card)}", card, buttons=buttons)


def line_about(card: Card, text: str, *buttons: Element) -> Answer:
    """In the thread the message above says what it is about; elsewhere the line must."""
    row = [kit.actions(*buttons)] if buttons and card.blocker.is_open else []
    if phrases.has_thread(card):
        return kit.answer(text, [kit.section(text), *row])
    return with_words(card, text, *row)


def with_words(card: Card, text: str, *more: Block) -> Answer:
    """A sentence, then the author's words, then what to do."""
    shown = words.in_text(card.blocker.words, mentions=True)
    blocks = [kit.section(text), words.rich(card.blocker.words), *more]
    return kit.answer(f"{text}\n{shown}", blocks)
