"""What is seen of a candidate for whom a wait is on: its form, and the words beside it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.reading.candidates import DOES, NO_PART, Candidate
from bot.reading.first_names import FIRST_NAMES
from bot.reading.sense_of import Senses, phrases_of
from bot.reading.words import Word

_SENSES = ("PARTY", "TEAM", "COMPANY", "THING", "ROLE", "GIFT")


def of_candidate(
    words: Sequence[Word], senses: Sequence[Senses], one: Candidate, *, first: int, last: int
) -> Iterator[str]:
    """`first` and `last` are the words of the wait."""
    inside = first <= one.first and one.last <= last
    where = "in" if inside else "before" if one.first < first else "after"
    form = _form(words, one)
    yield "+"
    yield where
    yield f"kind {one.kind}"
    yield f"kind {one.kind} {where}"
    yield f"form {form}"
    yield f"form {form} {where}"
    yield f"long {one.last - one.first}"
    yield f"owns {words[one.last - 1].raw.endswith((chr(39) + 's', '’s'))}"
    if one.first == first:
        yield "begins"
    if one.last == last:
        yield "ends"
    then = f"then {_then(words, one)}"
    yield from (then, f"{then} {form}", f"{then} {one.kind}", f"{then} {where}")
    yield from _itself(words, one, where)
    yield from _beside(words, senses, one, form)


def _itself(words: Sequence[Word], one: Candidate, where: str) -> Iterator[str]:
    told, whole = _of_words(tuple(word.low for word in words[one.first : one.last]))
    yield from told
    yield from [f"{sense} {where}" for sense in whole]


@lru_cache(maxsize=4096)
def _of_words(lows: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the words say, and which senses they have as a whole."""
    head = lows[-1].removesuffix("'s")
    whole = [f"whole {sense}" for sense in _SENSES if phrases_of(sense, lows) == len(lows)]
    heads = [f"head {sense}" for sense in _SENSES if phrases_of(sense, [head])]
    begins = [f"begins {sense}" for sense in _SENSES if phrases_of(sense, lows[:-1])]
    ends = (f"head {head}", f"end {head[-3:]}", f"end {head[-4:]}")
    return (*(f"has {low}" for low in lows), *ends, *whole, *heads, *begins), tuple(whole)


def _beside(
    words: Sequence[Word], senses: Sequence[Senses], one: Candidate, form: str
) -> Iterator[str]:
    before = words[one.first - 1].low if one.first else "^"
    earlier = words[one.first - 2].low if one.first > 1 else "^"
    after = words[one.last].low if one.last < len(words) else "$"
    later = words[one.last + 1].low if one.last + 1 < len(words) else "$"
    yield f"< {before}"
    yield f"<< {earlier} {before}"
    yield f"<. {earlier}"
    yield f"> {after}"
    yield f">> {after} {later}"
    yield f">. {later}"
    yield f"< {before} {form}"
    yield f"> {after} {form}"
    yield f"<> {before} {after}"
    for at in range(max(0, one.first - 3), one.first):
        for sense in senses[at]:
            yield f"<{one.first - at} {sense}"
            yield f"<{one.first - at} {sense} {one.kind}"
    for at in range(one.last, min(one.last + 3, len(words))):
        for sense in senses[at]:
            yield f">{at - one.last} {sense}"
            yield f">{at - one.last} {sense} {one.kind}"


def _then(words: Sequence[Word], one: Candidate) -> str:
    """Whether it goes on into a longer name of a thing: "ETL changes"."""
    owns = "owner of " if words[one.last - 1].raw.endswith(("'s", "’s")) else ""
    if one.last == len(words):
        return f"{owns}end"
    after = words[one.last]
    if not after.is_word:
        return f"{owns}{'mark' if after.kind == 'mark' else after.low}"
    if after.low in NO_PART:
        return f"{owns}small word"
    return f"{owns}{'name' if after.capital else 'verb' if after.low in DOES else 'word'}"


def _form(words: Sequence[Word], one: Candidate) -> str:
    word = words[one.first]
    if one.kind in ("mention", "handle"):
        return one.kind
    known = word.low.removesuffix("'s") in FIRST_NAMES
    start = one.first == 0 or words[one.first - 1].raw in ".!?:-•\n("
    shape = "caps" if word.raw.isupper() else "capital" if word.capital else "small"
    if any(letter.isdigit() or letter in "_/" for letter in word.raw):
        shape += "digit"
    return f"{shape}{' start' if start else ''}{' known' if known else ''}"
