"""The letters of the fair voice: to the one waited on, to the waiter, and where both meet."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.told import Card
from handlers.views import kit, words
from handlers.views.blockers import actions as act
from handlers.views.blockers import fair, phrases
from handlers.views.blockers.saying import line_about, said, with_words
from handlers.views.blockers.silence import GOES_ON
from handlers.views.kit import Answer, Block

Facts = Mapping[str, Any]
_MOST_SAID = 1_500


def put(card: Card, facts: Facts) -> Answer:
    """To whoever it was put to, by its author's tap; redrawn as things change."""
    blocker = card.blocker
    waiter = phrases.person(blocker.waiter)
    if blocker.put_to != facts["to"]:
        return said(f"*{phrases.number(card)}* went on to somebody else.", card, words_too=True)
    lead = f"*Blocker {phrases.number(card)}* from {waiter} was put to you. {phrases.state(card)}"
    blocks: list[Block] = []
    if blocker.is_open:
        blocks = [
            kit.actions(*fair.answers(card)),
            kit.actions(fair.talk(card), act.resolve(card)),
        ]
    return said(lead, card, details=True, words_too=True, more=blocks)


def put_to_group(card: Card, facts: Facts) -> Answer:
    """In the thread: the group that accepted to answer is called, once, by its own id."""
    group = str(facts.get("group") or "")
    called = f"<!subteam^{group}>, " if group.isalnum() else ""
    text = (
        f"{called}*{phrases.number(card)}* waits on "
        f"{phrases.function_name(card.blocker.function)}, for which you answer. "
        "One of you: please answer on the message above."
    )
    return kit.answer(text, [kit.section(text)])


def queued(card: Card, facts: Facts) -> Answer:
    waiter, by = phrases.person(card.blocker.waiter), phrases.person(facts.get("by"))
    text = f"{waiter}, *{phrases.number(card)}* is in {by}'s queue, {phrases.about(card)}."
    return line_about(card, text, fair.talk(card))


def info_asked(card: Card, facts: Facts) -> Answer:
    """The question stands whole; it is answered in the thread, or by a form where there is none."""
    waiter, by = phrases.person(card.blocker.waiter), phrases.person(facts.get("by"))
    question = str(facts.get("words") or "")
    lead = f"{waiter}, {by} needs to know this about *{phrases.number(card)}*:"
    blocks = [kit.section(lead), words.rich(question)]
    if not phrases.has_thread(card):
        give = act.act("Answer", fair.GIVE, card, style="primary", to=facts.get("by") or "")
        blocks += [kit.context("Your wait:"), words.rich(card.blocker.words), kit.actions(give)]
    return kit.answer(f"{lead} {_shortly(question)}", blocks)


def info_given(card: Card, facts: Facts) -> Answer:
    waiter, answer = phrases.person(card.blocker.waiter), str(facts.get("words") or "")
    lead = f"{waiter} answers about *{phrases.number(card)}*:"
    blocks = [kit.section(lead), words.rich(answer)]
    if card.blocker.is_open:
        blocks.append(kit.actions(*fair.answers(card)))
    return kit.answer(f"{lead} {_shortly(answer)}", blocks)


def forwarded(card: Card, facts: Facts) -> Answer:
    waiter, to = phrases.person(card.blocker.waiter), str(facts.get("to") or "")
    text = (
        f"{waiter}, *{phrases.number(card)}* went on to {phrases.party_of(card, to)}: "
        f"{phrases.function_name(card.blocker.function)}. Your clock keeps running."
    )
    if not to:
        text = (
            f"{waiter}, *{phrases.number(card)}* is one for "
            f"{phrases.function_name(card.blocker.function)}, and nobody answers for that yet. "
            "Do you know whom to ask? Tap Edit, or `/pinwheel owner` to find somebody."
        )
        return line_about(card, text, act.edit(card))
    return line_about(card, text)


def not_mine(card: Card, facts: Facts) -> Answer:
    by = phrases.person(facts.get("by"))
    text = (
        f"{by} looked at *{phrases.number(card)}*: it is not theirs, and they don't know whose it "
        "is. Do you? Choose below, and your clock keeps running."
    )
    return with_words(card, text, kit.actions(*act.corrections(card)))


def suggested(card: Card, facts: Facts) -> Answer:
    """To its author alone: one more person may see it only by the author's tap."""
    by, person = phrases.person(facts.get("by")), str(facts.get("person") or "")
    text = (
        f"{by} looked at *{phrases.number(card)}*: it is one for {phrases.person(person)}, "
        "who can't see it yet. Ask them? They see your words then."
    )
    ask = act.act("Ask them", fair.PUT_TO_PERSON, card, style="primary", person=person)
    return with_words(card, text, kit.actions(ask, act.edit(card)))


def talk(card: Card, facts: Facts) -> Answer:
    """Where the two meet: up to three times, each in the reader's own zone; nothing is booked."""
    one, other = phrases.person(card.blocker.waiter), phrases.person(facts.get("with"))
    lead = f"{one}, {other}: this is the place to talk about *{phrases.number(card)}*."
    times = [datetime.fromisoformat(at) for at in facts.get("times") or ()]
    if times:
        found = "\n".join(f"• {phrases.moment(at)}" for at in times)
        lead = f"{lead} Half an hour at one of these times suits you both; I book nothing:\n{found}"
    else:
        lead = f"{lead} Your working hours don't meet in the next days, so writing may be quicker."
    return line_about(card, lead)


def looks_clear(card: Card, facts: Facts) -> Answer:
    text = (
        f"What *{phrases.number(card)}* waits on looks clear: a wait of the same cause is over. "
        "Please check yours. I leave it open until you say so."
    )
    row = kit.actions(act.resolve(card), act.act("Still waiting", GOES_ON, card))
    return with_words(card, text, row)


def _shortly(text: str) -> str:
    return words.in_text(text, limit=_MOST_SAID)


LETTERS: Mapping[str, Callable[[Card, Facts], Answer]] = {
    "blocker.put": put,
    "blocker.put_to_group": put_to_group,
    "blocker.queued": queued,
    "blocker.info_asked": info_asked,
    "blocker.info_given": info_given,
    "blocker.forwarded": forwarded,
    "blocker.not_mine": not_mine,
    "blocker.suggested": suggested,
    "blocker.talk": talk,
    "blocker.looks_clear": looks_clear,
}
