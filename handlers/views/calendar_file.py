"""What stands in a calendar file, shown to the one who sent it before anything is kept."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.told import Told
from handlers.views import kit
from handlers.views.kit import Answer
from handlers.views.profiles import stretches

TAKE, LEAVE = "calendar.take", "calendar.leave"
_MOST_SHOWN = 10


def answer(told: Told) -> Answer:
    return _left() if told.what == "calendar.left" else _found(told)


def _found(told: Told) -> Answer:
    facts = told.facts
    count = "1 day" if facts["days"] == 1 else f"{facts['days']:,} days"
    shown = ", ".join(stretches(facts["off"][:_MOST_SHOWN]))
    hidden = len(facts["off"]) - _MOST_SHOWN
    text = f"{count} off found: {shown}{f' and {hidden} more times' if hidden > 0 else ''}."
    if facts["cut_at"]:
        text += f" Later ones are too many for one go: send me the file again after {_day(facts)}."
    text += " Take them?"
    value = kit.value({"off": facts["text"]})
    take = kit.button("Take them", TAKE, value=value, style="primary")
    leave = kit.button("Leave it", LEAVE, value="{}")
    note = kit.context("Only you see this. I keep the days alone, nothing else of the file.")
    return kit.answer(text, [kit.section(text), kit.actions(take, leave), note])


def _left() -> Answer:
    text = "Nothing was kept of that calendar."
    return kit.answer(text, [kit.section(text)])


def _day(facts: Mapping[str, Any]) -> str:
    found = date.fromisoformat(facts["cut_at"])
    return f"{found.day} {found:%b %Y}"
