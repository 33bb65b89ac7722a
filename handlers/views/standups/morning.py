"""The standup's question in the morning letter, and the reminder of it."""

from datetime import datetime
from typing import Any

from bot.standups import Asked
from handlers.views import kit, words
from handlers.views.blockers import phrases as waits
from handlers.views.kit import Answer, Block, Element
from handlers.views.standups import actions as act
from handlers.views.standups import phrases


def question(asked: Asked, now: datetime) -> Answer:
    """Open until it is answered or skipped; then one line."""
    place = phrases.place(asked.place_name, asked.place)
    if asked.state == "answered":
        return _line(f"You answered the standup of {place}.", asked, "Edit")
    if asked.state == "skipped":
        return _line(f"No standup of {place} from you today.", asked, "Answer after all")
    since = f", since {phrases.day(asked.since)}" if asked.since else ""
    lead = f"*Standup of {place}*, {phrases.day(asked.date)}{since}"
    lines = [*_last(asked), *(f"• {words.line(one, 200)}" for one in asked.questions)]
    how = f"Write back here, or tap: {place} sees your answer once you post it."
    late = f"After {waits.hour(asked.ends_at)} it counts for the next standup."
    blocks: list[Block] = [kit.section(lead), *phrases.listed(lines)]
    blocks.extend([kit.actions(*_buttons(asked)), kit.context(f"{how} {late}")])
    return kit.answer("\n".join([lead, *lines, how, late]), blocks)


def reminder(facts: Any) -> Answer:
    place = phrases.place(str(facts.get("name") or ""), str(facts["place"]))
    text = (
        f"The standup of {place} is open until {waits.hour(facts['ends_at'])}. "
        "Write back here, or tap; nothing to say is fine too."
    )
    about = {"team": facts["team"], "date": facts["date"]}
    buttons = [
        act.act("Answer", act.FORM, f"{facts['team']}.reminded", style="primary", **about),
        act.act("Not today", act.SKIP, f"{facts['team']}.reminded", **about),
    ]
    return kit.answer(text, [kit.section(text), kit.actions(*buttons)])


def _last(asked: Asked) -> list[str]:
    """The day of the last answer is the last one that they worked on."""
    lines = []
    if asked.last is not None and asked.plan:
        lines.append(f"On {phrases.day(asked.last)} you planned:")
        lines.extend(f"◦ {phrases.item(one)}" for one in asked.plan)
    if asked.open_blockers:
        lines.append(f"{_open_waits(asked.open_blockers)} in the form.")
    return lines


def _open_waits(count: int) -> str:
    return "1 open wait of yours stands" if count == 1 else f"{count} open waits of yours stand"


def _buttons(asked: Asked) -> list[Element]:
    facts: dict[str, Any] = {"team": asked.team, "date": asked.date}
    buttons = [act.act("Answer", act.FORM, asked.team, style="primary", **facts)]
    if asked.last is not None:
        same = f"Same as {phrases.weekday(asked.last)}"
        buttons.append(act.act(same, act.SAME, asked.team, **facts))
    return [*buttons, act.act("Not today", act.SKIP, asked.team, **facts)]


def _line(text: str, asked: Asked, button: str) -> Answer:
    again = act.act(button, act.FORM, asked.team, team=asked.team, date=asked.date)
    return kit.answer(text, [kit.section(text), kit.actions(again)])
