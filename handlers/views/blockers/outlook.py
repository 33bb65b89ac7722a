"""What lies ahead of a wait, in a sentence: how long such waits last, and what stands behind it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.calendar import DEFAULT
from bot.told import Card
from handlers.views import words
from handlers.views.blockers import phrases

_LINK = 80  # characters of a wait's words in a chain


def forecast_line(facts: Mapping[str, Any] | None, function: str) -> str:
    """How long such waits usually last, as one sentence; "" when too few are known."""
    if not facts:
        return ""
    half, most = timedelta(seconds=facts["half"]), facts["most"]
    said = f"half done in {in_working_days(half)}"
    if most is not None:
        last = timedelta(seconds=most)
        same_unit = half > DEFAULT.length and last > DEFAULT.length
        said = f"{said}, 85 % in {_days(last) if same_unit else in_working_days(last)}"
    known = f"{facts['cases']} earlier waits on {phrases.function_name(function)}"
    return f"Going by {known}: {said}."


def in_working_days(time: timedelta) -> str:
    """In minutes, hours or days of work; half a day is said as such."""
    if time < DEFAULT.length:
        minutes = time // timedelta(minutes=1)
        hours, rest = divmod(minutes, 60)
        said = [f"{hours} h"] if hours else []
        return " ".join([*said, *([f"{rest} min"] if rest else [])]) + " of working time"
    days = _days(time)
    return f"{days} working day{'' if days == '1' else 's'}"


def chain_line(cards: Sequence[Card]) -> str:
    """What stands behind a wait, nearest first; "" when nothing does."""
    links = [f'*{phrases.number(one)}* "{words.line(one.blocker.words, _LINK)}"' for one in cards]
    if not links:
        return ""
    if len(links) == 1:
        return f"Behind it: {links[0]}."
    return f"Behind it: {', which waits on '.join(links)}. That last one is the head of the chain."


def _days(time: timedelta) -> str:
    halves = round(time / (DEFAULT.length / 2))
    return f"{halves // 2}{'½' if halves % 2 else ''}"
