"""What is seen of a wait to tell its function: words, their parts, the table's weights."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.reading.function_table import table_weights
from bot.reading.linear import WHOLE
from bot.reading.sense_of import Senses
from bot.reading.words import Word

_PARTS = 4  # letters
_HALF = WHOLE // 2
_NEAR = 20  # words around a wait that say a little of it
_MOST_WEIGHT = 30  # of the table for one function
_MOST_WORDS = 60  # of a wait are looked at


def of_wait(
    words: Sequence[Word], senses: Sequence[Senses], first: int, last: int
) -> dict[str, int]:
    """How much each counts; `first` to before `last` are the wait, the others say half as much."""
    last = min(last, first + _MOST_WORDS)
    own = words[first:last]
    before, after = words[max(0, first - _NEAR) : first], words[last : last + _NEAR]
    alone = not before and not after
    seen = dict.fromkeys(_words(own), WHOLE)
    if not alone:
        seen |= dict.fromkeys([f"~{one}" for one in _plain_words([*before, *after])], _HALF)
    seen |= dict.fromkeys([f"={sense}" for here in senses[first:last] for sense in here], _HALF)
    mine = table_weights([word.low for word in own])
    whole = mine if alone else table_weights([word.low for word in (*before, *own, *after)])
    for function, weight in mine.items():
        seen[f"T {function}"] = round(min(weight, _MOST_WEIGHT) * WHOLE / 8)
    for function, weight in whole.items():
        seen[f"t {function}"] = round(min(weight, _MOST_WEIGHT) * WHOLE / 16)
    return seen


def _plain_words(words: Sequence[Word]) -> Iterator[str]:
    for word in words:
        yield word.low
        if len(word.low) > 5:
            yield f"{word.low[:5]}-"


def _words(words: Sequence[Word]) -> Iterator[str]:
    before = "^"
    for word in words:
        low = word.low
        yield low
        yield f"{before} {low}"
        before = low
        if word.kind == "word":
            yield from _parts(low)


@lru_cache(maxsize=16384)
def _parts(low: str) -> tuple[str, ...]:
    stem = (f"{low[:5]}-",) if len(low) > 5 else ()
    return stem + tuple(f"#{low[at : at + _PARTS]}" for at in range(len(low) - _PARTS + 1))
