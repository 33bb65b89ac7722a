"""The standup's thread: its first message, grown as answers come, and one reply a person."""

from collections.abc import Iterable

from bot.ids import PersonId
from bot.standups import Reply, Summary, pieces_of
from handlers.views import kit, words
from handlers.views.blockers import phrases as waits
from handlers.views.kit import Answer, Block
from handlers.views.standups import phrases

_MOST_IN_BLOCK = 2_800
_MOST_BLOCKS = 48


def summary(shown: Summary) -> Answer:
    """Away is told apart from not heard from; neither is a reproach."""
    found = shown.round

    def named(people: Iterable[str]) -> str:
        return ", ".join(phrases.called(one, shown.names.get(PersonId(one), "")) for one in people)

    title = f"*Standup of {phrases.day(shown.date)}*"
    lines = [f"Answers in the thread: {named(found.answered)}"]
    if not found.answered:
        lines = ["No answers in the thread."]
    if found.away:
        lines.append(f"Away: {named(found.away)}")
    if shown.settled and found.silent:
        lines.append(f"Not heard from: {named(found.silent)}")
    text = "\n".join([title, *lines])
    return kit.answer(text, [kit.section(text)])


def reply(shown: Reply, *, name_it: bool = False) -> Answer:
    """One person's answer; `name_it` tells the day too, away from its thread."""
    answer = shown.answer
    who = phrases.called(answer.person, shown.name)
    lead = f"{who}, {phrases.day(answer.date)}" if name_it else who
    if answer.same_as is not None:
        lead = f"{lead}: same plan as {phrases.day(answer.same_as)}"
    ticks = [phrases.ticked(one.how, one.item) for one in answer.ticks]
    if answer.same_as is not None:
        ticks = [f"• {phrases.item(one.item)}" for one in answer.ticks]
    if not answer.ticks and not answer.given:
        lead = f"{lead}: nothing new today"
    blocks: list[Block] = [kit.section(lead), *phrases.listed(ticks)]
    told = [lead, *ticks]
    for one in answer.given:
        blocks.extend(_given(one.question, one.words))
        told.append(_in_text(one.question, one.words))
    lines = [f"Tracked as *{waits.number(card)}*. {waits.state(card)}" for card in shown.waits]
    blocks.extend([kit.context("\n".join(lines))] if lines else [])
    return kit.answer("\n".join([*told, *lines]), blocks[:_MOST_BLOCKS])


def _given(question: str, said: str) -> list[Block]:
    label = [kit.context(words.in_text(question, limit=300))] if question else []
    return [*label, *(words.rich(piece) for piece in pieces_of(said, _MOST_IN_BLOCK))]


def _in_text(question: str, said: str) -> str:
    lead = f"{words.line(question, 150)} " if question else ""
    return f"{lead}{words.in_text(said, mentions=True, limit=1_200)}"
