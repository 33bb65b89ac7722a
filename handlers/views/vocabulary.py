"""The words that a team taught us, each with a way to take it back; and its reaction."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.told import Told
from handlers.views import kit, words
from handlers.views.blockers import phrases
from handlers.views.kit import Answer, Block

REMOVE = "vocabulary.remove"  # value: team, kind, words, taught_by
_MOST_SHOWN = 20
_KEPT = ("team", "kind", "words", "taught_by")


def answer(told: Told) -> Answer:
    return _SAY[told.what](told.facts)


def _listed(facts: Mapping[str, Any]) -> Answer:
    rows = facts["rows"]
    if not rows:
        return _plainly(
            "Nobody has taught me words yet. Correct the function, the project or the person of "
            "a wait, and from then on I read the same words so."
        )
    lead = "*What your corrections taught me*, the latest first:"
    blocks: list[Block] = [kit.section(lead)]
    for at, row in enumerate(rows[:_MOST_SHOWN]):
        remove = kit.button(
            "Remove", kit.nth(REMOVE, at), value=_value(row), label=f"Remove: {_words(row, 50)}"
        )
        blocks.append(kit.section(_meaning(row)) | {"accessory": remove})
    more = len(rows) - _MOST_SHOWN
    if more > 0:
        blocks.append(kit.context(f"And {more} more."))
    return kit.answer("\n".join([lead, *map(_meaning, rows[:_MOST_SHOWN])]), blocks)


def _value(row: Mapping[str, Any]) -> str:
    return kit.value({name: row[name] for name in _KEPT})


def _meaning(row: Mapping[str, Any]) -> str:
    return f"“{_words(row, 150)}” means {_MEANS[row['kind']](row['meaning'])}"


def _words(row: Mapping[str, Any], limit: int) -> str:
    return words.line(str(row["words"]), limit, mentions=False)


def _unlearnt(facts: Mapping[str, Any]) -> Answer:
    said = _words(facts, 150)
    return _plainly(f"Forgotten: I read “{said}” in my own way again.")


def _signal(facts: Mapping[str, Any]) -> Answer:
    reaction = words.line(str(facts["reaction"]), 100, mentions=False)
    if not reaction:
        return _plainly(
            "No reaction marks a wait here. Choose one like `/pinwheel reaction :hourglass:`."
        )
    return _plainly(
        f"A message here that gets :{reaction}: is taken for a wait: its author is shown it, and "
        "nothing is told before they tap. For that Slack must tell me of reactions: "
        "whoever runs me can see by `pinwheel doctor` whether it does."
    )


def _plainly(text: str) -> Answer:
    return kit.answer(text, [kit.section(text)])


_MEANS: Mapping[str, Callable[[str], str]] = {
    "function": lambda meaning: f"{phrases.function_name(meaning)}.",
    "project": lambda meaning: f"the project {phrases.short(meaning)}.",
    "person": lambda meaning: f"{phrases.person(meaning)}.",
}
_SAY: Mapping[str, Callable[[Mapping[str, Any]], Answer]] = {
    "vocabulary.listed": _listed,
    "vocabulary.unlearnt": _unlearnt,
    "vocabulary.gone": lambda facts: _plainly("I had forgotten that already."),
    "vocabulary.signal": _signal,
}
