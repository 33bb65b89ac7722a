"""What a pair reads: that they are one, whether they met; and who is alone, a kind word."""

from collections.abc import Mapping
from typing import Any

from bot.pairs import MET, NOT_YET, Alone, Shown
from handlers.views import kit
from handlers.views.kit import Answer, Block
from handlers.views.pairs import actions as act
from handlers.views.pairs import phrases

_OFF = "This pair is off this time. Whoever is free is told here or by a DM."
_RELAXED = (
    "You share few working hours; there was no better way this time. A short call, or notes back "
    "and forth, will do."
)
_ANSWERED = {
    "met": "You met: well done, and thank you for telling.",
    "not_yet": "Not yet, and that is fine. Tap when you did.",
    "will_not": "Not this time. You come round again soon.",
}
_ALONE = {
    "bye": (
        "The number is odd this time, so you sit this round out. Nobody sits out a second time "
        "before everybody did."
    ),
    "alone": "You are the only one here this time, so there is no pair. I look again next round.",
    "left": "Your partner cannot make it this time, and nobody else is free. You come first soon.",
}
_NOW = "Like to pair anyway? `/pair now` finds whoever else is free today."


def made(pair: Shown) -> Answer:
    """In the DM of the people themselves; it says what is true as it is drawn."""
    if not pair.is_on:
        return kit.answer(_OFF, [kit.section(_OFF)])
    lead = _lead(pair)
    lines = [lead, *_body(pair)]
    blocks: list[Block] = [kit.section(line) for line in lines]
    if pair.pairing.relaxed:
        blocks.append(kit.context(_RELAXED))
        lines.append(_RELAXED)
    blocks.extend(_taps(pair))
    return kit.answer("\n".join(lines), blocks)


def asked(pair: Shown) -> Answer:
    """Once; any of them answers with one tap."""
    if pair.pairing.answer is not None:
        text = _ANSWERED[pair.pairing.answer]
        buttons = [act.act("We met", act.MET, pair.pairing.id)]
        more = [kit.actions(*buttons)] if pair.pairing.answer == NOT_YET else []
        return kit.answer(text, [kit.section(text), *more])
    if not pair.is_on:
        return kit.answer(_OFF, [kit.section(_OFF)])
    text = f"{phrases.people(pair.people)}, did you meet? One tap of either will do."
    buttons = [
        act.act("We met", act.MET, pair.pairing.id, style="primary"),
        act.act("Not yet", act.NOT_YET, pair.pairing.id),
        act.act("We will not", act.WILL_NOT, pair.pairing.id),
    ]
    return kit.answer(text, [kit.section(text), kit.actions(*buttons)])


def alone(one: Alone) -> Answer:
    text = _ALONE[one.why]
    if one.why == "alone":
        return kit.answer(text, [kit.section(text)])
    button = act.plain("Pair today", act.NOW)
    return kit.answer(f"{text} {_NOW}", [kit.section(f"{text} {_NOW}"), kit.actions(button)])


def _lead(pair: Shown) -> str:
    among = " across teams" if pair.is_across else ""
    return f"*{phrases.people(pair.people)}*, you pair up{among}: {phrases.what(pair)}."


def _body(pair: Shown) -> list[str]:
    agenda = "\n".join(f"• {one}" for one in phrases.agenda(pair))
    lines = [
        f"*Why you:* {phrases.why(pair)}",
        f"*Roles:* {phrases.roles(pair)}",
        f"*You could look at:*\n{agenda}",
    ]
    if pair.times:
        lines.append(f"*Times in everybody's hours:* {phrases.times(pair)}")
    return lines


def _taps(pair: Shown) -> list[Block]:
    if pair.pairing.answer == MET:
        return [kit.context(_ANSWERED[MET])]
    buttons = [act.act("We met", act.MET, pair.pairing.id, style="primary")]
    buttons.append(act.act("I can't this time", act.DROP_OUT, pair.pairing.id))
    dates = [
        button
        for number, at in enumerate(pair.times, 1)
        for button in (
            act.calendar(number, pair.pairing.id, phrases.calendar_page(pair, at)),
            act.calendar_file(number, pair.pairing.id, at),
        )
    ]
    return [kit.actions(*buttons), *([kit.actions(*dates)] if dates else [])]


LETTERS: Mapping[str, Any] = {
    "pairs.made": lambda facts: made(facts["pair"]),
    "pairs.asked": lambda facts: asked(facts["pair"]),
    "pairs.sat_out": lambda facts: alone(facts["alone"]),
}
