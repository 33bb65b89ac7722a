"""Which senses the words of a text have, from the table of senses, phrases included."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from bot.reading.companies import COMPANIES
from bot.reading.first_names import FIRST_NAMES
from bot.reading.senses import SENSES
from bot.reading.senses_around import AROUND
from bot.reading.senses_deeds import DEEDS
from bot.reading.words import TOKEN, Word, folded

Senses = tuple[str, ...]


def _entries() -> tuple[
    dict[str, Senses], dict[str, Senses], dict[str, dict[tuple[str, ...], Senses]]
]:
    single: defaultdict[str, list[str]] = defaultdict(list)
    begins: defaultdict[str, list[str]] = defaultdict(list)
    phrases: defaultdict[str, defaultdict[tuple[str, ...], list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for sense, listed in {**SENSES, **AROUND, **DEEDS, "COMPANY": COMPANIES}.items():
        for entry in dict.fromkeys(" ".join(one.split()) for one in listed.split(",")):
            words = tuple(folded(found[0]) for found in TOKEN.finditer(entry.rstrip("*")))
            if len(words) > 1:
                phrases[words[0]][words].append(sense)
            elif entry.endswith("*"):
                begins[words[0]].append(sense)
            elif words:
                single[words[0]].append(sense)
    return (
        {word: tuple(senses) for word, senses in single.items()},
        {word: tuple(senses) for word, senses in begins.items()},
        {
            first: {words: tuple(senses) for words, senses in rest.items()}
            for first, rest in phrases.items()
        },
    )


_SINGLE, _BEGINS, _PHRASES = _entries()
_LENGTHS = {first: sorted(set(map(len, rows)), reverse=True) for first, rows in _PHRASES.items()}
_SHORTEST_BEGINNING, _LONGEST_BEGINNING = min(map(len, _BEGINS)), max(map(len, _BEGINS))


@lru_cache(maxsize=16384)
def _of_word(low: str) -> Senses:
    senses = dict.fromkeys(_SINGLE.get(low, ()))
    for length in range(_SHORTEST_BEGINNING, min(len(low), _LONGEST_BEGINNING) + 1):
        senses.update(dict.fromkeys(_BEGINS.get(low[:length], ())))
    if not senses and low.endswith(("'s", "'d", "'ll", "'re", "'ve")):
        return _of_word(low.rpartition("'")[0])
    return tuple(senses)


def senses_of(words: Sequence[Word]) -> list[Senses]:
    """For each word; a phrase gives its senses to its first word."""
    lows = [word.low for word in words]
    found: list[Senses] = []
    for at, word in enumerate(words):
        senses = _of_word(word.low) + _who(word)
        for _, more in _phrases(lows, at):
            senses += more
        found.append(senses)
    return found


def _phrases(lows: Sequence[str], at: int) -> list[tuple[int, Senses]]:
    """Those that begin here, with their lengths, the longest first."""
    lengths = _LENGTHS.get(lows[at])
    if not lengths:
        return []
    rows = _PHRASES[lows[at]]
    left = len(lows) - at
    return [
        (length, rows[words])
        for length in lengths
        if length <= left and (words := tuple(lows[at : at + length])) in rows
    ]


def _who(word: Word) -> Senses:
    if word.low in ("<@>", "<!>"):
        return ("NAME",)
    if not word.is_word:
        return ()
    if word.raw[0] == "@":
        return ("NAME",)
    if word.low.removesuffix("'s") in FIRST_NAMES:
        return ("NAME",)
    return ("CAP",) if word.capital and len(word.raw) > 1 else ()


def phrases_of(sense: str, lows: Sequence[str]) -> int:
    """How many of the first words are an entry of that sense; the longest entry counts."""
    if not lows:
        return 0
    lengths = (length for length, senses in _phrases(lows, 0) if sense in senses)
    return next(lengths, int(sense in _of_word(lows[0])))
