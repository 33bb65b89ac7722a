"""The form of a standup: open waits, ticks for the last plan, the questions; and what was sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from bot.blockers import BlockerId
from bot.standups import HOWS, MOST_IN_FIELD, Form, Given, Tick
from handlers.views import kit, words
from handlers.views.blockers import phrases as waits
from handlers.views.kit import Block, Element
from handlers.views.standups import actions as act
from handlers.views.standups import phrases, unsaid
from handlers.views.standups.answers import answer

ANSWER = "standups.answer"
CONFIRMED = "standups.confirmed"
_CARRIED = {"still": "Still waiting", "resolved": "Resolved", "changed": "Changed"}


@dataclass(frozen=True, slots=True)
class Entered:
    """What was entered, words as they were typed."""

    given: tuple[Given, ...]
    ticks: tuple[Tick, ...]
    carried: Mapping[BlockerId, str]
    chosen: Mapping[str, str]  # to what was asked beside


def form(found: Form) -> dict[str, Any]:
    place = phrases.place(found.place_name, found.place)
    audience = f"For *{phrases.day(found.date)}*. {place} will see your answer."
    blocks: list[Block] = [kit.context(audience), *_waits(found), *_ticks(found)]
    return kit.modal(
        "Standup",
        [*blocks, *unsaid.blocks(found.unsaid), *_fields(found)],
        callback=ANSWER,
        metadata=act.value(team=found.team, date=found.date, draft=found.draft),
        submit="Post",
    )


def read_form(state: Mapping[str, Any], found: Form) -> Entered:
    """`state`: the submission's view.state.values; `found`: what the form was filled with.

    Total, whatever comes.
    """
    free = "".join(_text(state, one.field) for one in found.fields if _is_free(one.field))
    given = [Given("said", "", free)] if free.strip() else []
    given.extend(
        Given(one.field, one.question, _text(state, one.field).strip())
        for one in found.fields
        if not _is_free(one.field)
    )
    ticks = [(item, _choice(state, tick_name(item))) for item in found.items]
    carried = {card.blocker.id: _choice(state, _carry(card.blocker.id)) for card in found.blockers}
    return Entered(
        given=tuple(one for one in given if one.words),
        ticks=tuple(Tick(item, how) for item, how in ticks if how in HOWS),
        carried={blocker: how for blocker, how in carried.items() if how in _CARRIED},
        chosen=_chosen(state, found),
    )


def form_refusal(found: Form, sentence: str) -> dict[str, str]:
    """A refusal in the form, where everything entered stays."""
    return {found.fields[0].field: kit.clip(sentence, 2_000)}


def confirmed(value: object) -> dict[str, Any]:
    """The same modal after it was sent, or after a button in it."""
    return kit.modal("Standup", answer(value)["blocks"], callback=CONFIRMED, close="Done")


def tick_name(item: str) -> str:
    """By its words, so that a plan that changed meanwhile mixes nothing up."""
    return f"tick-{sha256(item.encode()).hexdigest()[:12]}"


def _chosen(state: Mapping[str, Any], found: Form) -> dict[str, str]:
    said = {about: _choice(state, unsaid.name(about)) for about in unsaid.subjects(found.unsaid)}
    return {about: choice for about, choice in said.items() if choice}


def _waits(found: Form) -> list[Block]:
    """Above all others: what is open needs no new words."""
    return [
        kit.input_(
            _carry(card.blocker.id),
            f"{waits.number(card)} {words.one_line(card.blocker.words, 300, names=found.names)}",
            kit.select("static_select", _CARRIED, hint="How is it?"),
            optional=True,
        )
        for card in found.blockers
    ]


def _ticks(found: Form) -> list[Block]:
    if not found.items or found.last is None:
        return []
    blocks: list[Block] = [kit.section(f"*Your plan of {phrases.day(found.last)}*")]
    for item, how in zip(found.items, found.ticked, strict=True):
        choice = kit.select("static_select", phrases.HOWS, chosen=how or None, hint="How is it?")
        label = words.one_line(item, 300, names=found.names)
        blocks.append(kit.input_(tick_name(item), label, choice, optional=True))
    return blocks


def _fields(found: Form) -> list[Block]:
    return [
        kit.input_(one.field, words.one_line(one.question, 300), _lines(one.words), optional=True)
        for one in found.fields
    ]


def _lines(said: str) -> Element:
    return kit.text_input(said, most=MOST_IN_FIELD, lines=True)


def _carry(blocker: str) -> str:
    return f"carry-{blocker}"


def _is_free(field: str) -> bool:
    return field.startswith("said-")


def _text(state: Mapping[str, Any], name: str) -> str:
    value = kit.field(state, name).get("value")
    return value if isinstance(value, str) else ""


def _choice(state: Mapping[str, Any], name: str) -> str:
    option = kit.field(state, name).get("selected_option")
    value = option.get("value") if isinstance(option, Mapping) else None
    return value if isinstance(value, str) else ""
