"""What is seen of a wait to tell its function: words, their parts, the table's weights."""

from collections.abc import Iterator, Sequence

from bot.reading.function_table import Phrases, table_weights
from bot.reading.linear import WHOLE
from bot.reading.remembered import Remembered
from bot.reading.sense_of import Senses
from bot.reading.words import Word

_PARTS = 4  # letters
_HALF = WHOLE // 2
_NEAR = 20  # words around a wait that say a little of it
_MOST_WEIGHT = 30  # of the table for one function
_MOST_WORDS = 60  # of a wait are looked at


def of_wait(
    words: Sequence[Word],
    senses: Sequence[Senses],
    first: int,
    last: int,
    *,
    known: Phrases | None = None,
) -> dict[str, int]:
    """How much each counts; `first` to before `last` are the wait, the others say half as much.

    `known`: what the table was already found to say of the wait.
    """
    last = min(last, first + _MOST_WORDS)
    own = words[first:last]
    before, after = words[max(0, first - _NEAR) : first], words[last : last + _NEAR]
    alone = not before and not after
    seen = dict.fromkeys(_words(own), WHOLE)
    if not alone:
        seen |= dict.fromkeys([f"~{one}" for one in _plain_words([*before, *after])], _HALF)
    seen |= dict.fromkeys([f"={sense}" for here in senses[first:last] for sense in here], _HALF)
    mine = table_weights([word.low for word in own], known)
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


def _words(words: Sequence[Word]) -> list[str]:
    found: list[str] = []
    before = "^"
    for _, _, _, low, kind in words:
        found += (low, f"{before} {low}")
        before = low
        if kind == "word":
            found += _PARTS_OF[low]
    return found


def _parts(low: str) -> tuple[str, ...]:
    stem = (f"{low[:5]}-",) if len(low) > 5 else ()
    return stem + tuple(f"#{low[at : at + _PARTS]}" for at in range(len(low) - _PARTS + 1))


_PARTS_OF = Remembered(_parts)
