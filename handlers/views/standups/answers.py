"""What one person is told after an act of theirs in a standup: only they see it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bot.standups import Confirmed, FoundHere, Plain, Preview, Shown, Which, Who, pieces_of
from handlers.views import kit, words
from handlers.views.blockers import actions as blocker_act
from handlers.views.blockers import phrases as waits
from handlers.views.blockers.found import corrections, taps
from handlers.views.kit import Answer, Block, Element
from handlers.views.standups import actions as act
from handlers.views.standups import phrases
from handlers.views.standups.thread import reply
from handlers.views.standups.usage import usage, which_team

_MOST_BLOCKS = 49
_MOST_SHOWN = 8
_MOST_IN_BLOCK = 2_800


def answer(value: object) -> Answer:
    """Raises KeyError for what nobody renders: a mistake of ours."""
    return _SAY[type(value)](value)


def _confirmed(value: Confirmed) -> Answer:
    lead = _where(value)
    blocks: list[Block] = [kit.section(lead), kit.actions(*_changes(value))]
    text = [lead]
    for found in value.waits:
        said, its_blocks = _found(found, value)
        text.append(said)
        blocks.extend(its_blocks)
    for card in value.changed:
        line = f"*{waits.number(card)}* changed? Say how: {words.line(card.blocker.words, 200)}"
        text.append(line)
        button = blocker_act.act("Edit", blocker_act.EDIT, card, part=card.blocker.id)
        blocks.extend([kit.section(line), kit.actions(button)])
    return kit.answer("\n".join(text), blocks[:_MOST_BLOCKS])


def _where(value: Confirmed) -> str:
    """For which day, and who sees it."""
    place, day = phrases.place(value.place_name, value.place), phrases.day(value.date)
    same = f", with the plan of {phrases.day(value.same_as)}" if value.same_as else ""
    lead = f"Your answer counts for *{day}*{same}."
    if value.shown:
        return f"{lead} {place} sees it in the standup's thread."
    if value.trouble == "not_in_channel":
        return f"{lead} I'm not in {place} yet: type `/invite @Pinwheel` there and I'll post it."
    if value.trouble:
        return f"{lead} I may not post in {place} just now, so only you see it."
    return f"{lead} {place} sees it on that day; until then only you do."


def _changes(value: Confirmed) -> list[Element]:
    facts: dict[str, Any] = {"team": value.team, "date": value.date}
    buttons = [act.act("Edit", act.FORM, f"{value.team}.edit", **facts)]
    if value.other is not None:
        text = f"Count it for {phrases.weekday(value.other)} {value.other.day} {value.other:%B}"
        buttons.append(act.act(text, act.COUNT_FOR, value.team, **facts, other=value.other))
    return buttons


def _found(found: FoundHere, value: Confirmed) -> tuple[str, list[Block]]:
    """A wait: clocked already; who else hears of it is one tap."""
    card = found.card
    number, said = waits.number(card), words.in_text(card.blocker.words, limit=400)
    facts: dict[str, Any] = {"team": value.team, "date": value.date, "blocker": card.blocker.id}
    if found.verdict is None and card.blocker.is_open:
        lead = f"I read a wait, clocked as *{number}*. Only you see it:"
        details = waits.as_lines(waits.details(card))
        others = f"{act.ASK}:{value.team}.{value.date}.{card.blocker.id}"
        return f"{lead} {said}", [
            kit.section(lead),
            words.rich(card.blocker.words),
            kit.section(details),
            kit.actions(*_taps(found, facts)),
            kit.actions(*corrections(others)),
        ]
    line = _settled(found, value)
    blocks: list[Block] = [kit.section(f"{line}\n{said}")]
    if found.verdict == "again":
        different = act.act("A different one", act.ANOTHER, card.blocker.id, about=number, **facts)
        blocks.append(kit.actions(different))
    return f"{line} {said}", blocks


def _taps(found: FoundHere, facts: Mapping[str, Any]) -> list[Element]:
    part, about = found.card.blocker.id, f"blocker {waits.number(found.card)}"

    def make(text: str, action: str, style: str | None = None) -> Element:
        return act.act(text, action, part, style=style, about=about, **facts)

    names = {"track": act.TRACK, "ask": act.ASK, "clock": act.CLOCK, "none": act.NO_BLOCKER}
    return taps(found.card, found.offers, make=make, names=names)


def _settled(found: FoundHere, value: Confirmed) -> str:
    number = waits.number(found.card)
    if found.verdict == "again":
        return f"*{number}* goes on: I took this for the wait that is open already."
    if found.verdict == "told" and found.card.blocker.audience == "me":
        place = phrases.place(value.place_name, value.place)
        return f"*{number}* is tracked. {place} sees it with your answer."
    if found.verdict == "told":
        return f"*{number}* is tracked. {waits.audience(found.card)}"
    if found.card.blocker.state == "withdrawn":
        return f"*{number}* is no blocker, and is not counted."
    if not found.card.blocker.is_open:
        return f"*{number}*: {waits.state(found.card)}"
    return f"*{number}* is clocked. {waits.audience(found.card)}"


def _judged(value: FoundHere) -> Answer:
    line = {
        "tracked": f"*{waits.number(value.card)}* is tracked. {waits.audience(value.card)}",
        "no_blocker": f"*{waits.number(value.card)}* is no blocker, and is not counted.",
    }.get(
        value.verdict or "",
        f"*{waits.number(value.card)}* is clocked. {waits.audience(value.card)}",
    )
    return kit.answer(line, [kit.section(line)])


def _preview(value: Preview) -> Answer:
    """What would be posted, whole, before anybody else reads it."""
    draft = value.draft
    names = [phrases.place(one.name, one.channel) for one in value.places]
    lead = f"Post to {' or '.join(names)}? Only you see this so far."
    if not names:
        lead = "You are in no team that holds standups, so there is nowhere to post this."
    blocks: list[Block] = [kit.section(lead)]
    blocks.extend(words.rich(piece) for piece in pieces_of(draft.words, _MOST_IN_BLOCK))
    buttons = [
        act.act(
            "Post" if len(value.places) == 1 else f"Post to {phrases.place_on_button(one.name)}",
            act.POST,
            one.team,
            style="primary",
            draft=draft.id,
            team=one.team,
            pieces=draft.pieces,
        )
        for one in value.places[:20]
    ]
    buttons.extend(
        act.act("Edit", act.FORM, f"{one.team}.draft", team=one.team, draft=draft.id)
        for one in value.places[:1]
    )
    buttons.append(act.act("Not a standup", act.DROP, draft.id, draft=draft.id))
    said = words.in_text(draft.words, mentions=True, limit=2_000)
    return kit.answer(f"{lead}\n{said}", [*blocks, kit.actions(*buttons)])


def _who(value: Who) -> Answer:
    place = f"#{words.line(value.place_name, 80, mentions=False)}" if value.place_name else "here"
    lines = [f"*Standup of {place}*: {'on' if value.is_on else 'off'}."]
    if value.people:
        lines.append(f"Takes part: {phrases.people(value.people)}")
    if value.round.answered:
        lines.append(
            f"Answered for {phrases.day(value.date)}: {phrases.people(value.round.answered)}"
        )
    if value.away:
        lines.append(f"Away on {phrases.day(value.date)}: {phrases.people(value.away)}")
    if value.next_at is not None:
        lines.append(f"Your next question: {waits.moment(value.next_at)}.")
    text = "\n".join(lines)
    return kit.answer(text, [kit.section(text)])


def _shown(value: Shown) -> Answer:
    whose = f" of <@{value.person}>" if value.person else ""
    if not value.replies:
        text = f"No answers{whose} were posted here for {phrases.day(value.date)}."
        return kit.answer(text, [kit.section(text)])
    lead = f"*Standup of {phrases.day(value.date)}*"
    said = [reply(one) for one in value.replies[:_MOST_SHOWN]]
    more = len(value.replies) - len(said)
    blocks: list[Block] = [kit.section(lead)]
    for one in said:
        blocks.extend(one["blocks"][: (_MOST_BLOCKS - 2) // len(said)])
    if more > 0:
        blocks.append(kit.context(f"And {more} more: name somebody, like `/standup show @ana`."))
    return kit.answer("\n".join([lead, *(one["text"] for one in said)]), blocks)


def _plain(value: Plain) -> Answer:
    if value.what in ("standup.help", "standup.gone"):
        return usage()
    said = _PLAIN[value.what](value.facts)
    buttons = [act.act("Ask me again", act.BACK, "back")] if "until" in value.facts else []
    blocks: list[Block] = [kit.section(said)]
    return kit.answer(said, [*blocks, kit.actions(*buttons)] if buttons else blocks)


def _away(facts: Mapping[str, Any]) -> str:
    until = date.fromisoformat(facts["until"])
    return f"You are not asked until *{phrases.day(until)}*. Your teams see only that you are away."


_PLAIN: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "standup.away": _away,
    "standup.back": lambda facts: "Welcome back: you are asked again from the next standup on.",
    "standup.confirmed": lambda facts: "That answer is no longer there. `/standup` opens the form.",
    "standup.draft": lambda facts: "That draft is no longer there. `/standup` opens the form.",
    "standup.dropped": lambda facts: "Fine, that was no standup. Nothing was posted.",
    "standup.skipped": lambda facts: "Fine, no standup from you today. `/standup` is there still.",
}
_SAY: Mapping[type, Callable[[Any], Answer]] = {
    Confirmed: _confirmed,
    FoundHere: _judged,
    Plain: _plain,
    Preview: _preview,
    Shown: _shown,
    Which: lambda value: which_team(value.places),
    Who: _who,
}
