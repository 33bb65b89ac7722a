"""Which senses the words of a text have, from the table of senses, phrases included."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from bot.reading.companies import COMPANIES
from bot.reading.first_names import FIRST_NAMES
from bot.reading.remembered import Remembered
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
_SECOND = {first: frozenset(words[1] for words in rows) for first, rows in _PHRASES.items()}
_SHORTEST_BEGINNING, _LONGEST_BEGINNING = min(map(len, _BEGINS)), max(map(len, _BEGINS))


def _find_senses(low: str) -> Senses:
    senses = dict.fromkeys(_SINGLE.get(low, ()))
    for length in range(_SHORTEST_BEGINNING, min(len(low), _LONGEST_BEGINNING) + 1):
        senses.update(dict.fromkeys(_BEGINS.get(low[:length], ())))
    if not senses and low.endswith(("'s", "'d", "'ll", "'re", "'ve")):
        return _OF_WORD[low.rpartition("'")[0]]
    return tuple(senses)


def _find_own(raw: str) -> Senses:
    """Of a word by itself, as it is written: its capital says something too."""
    low = folded(raw)
    return _OF_WORD[low] + _who(raw, low)


def _find_begun(low: str) -> frozenset[str]:
    """The senses of all entries that begin with this word."""
    return frozenset(_OF_WORD[low]).union(*_PHRASES.get(low, {}).values())


_OF_WORD = Remembered(_find_senses)
_OWN = Remembered(_find_own)
_BEGUN = Remembered(_find_begun)
_NAME: Senses = ("NAME",)


def senses_of(words: Sequence[Word]) -> list[Senses]:
    """For each word; a phrase gives its senses to its first word."""
    found = [_OWN[word.raw] if word.kind == "word" else _of_mark(word) for word in words]
    lows = [word.low for word in words]
    for at, (low, then) in enumerate(pairwise(lows)):
        if low in _SECOND and then in _SECOND[low]:
            for _, more in _phrases(lows, at):
                found[at] += more
    return found


def _of_mark(word: Word) -> Senses:
    named = word.low in ("<@>", "<!>")
    return _OF_WORD[word.low] + _NAME if named else _OF_WORD[word.low]


def _phrases(lows: Sequence[str], at: int) -> list[tuple[int, Senses]]:
    """Those that begin here, with their lengths, the longest first."""
    rows, left = _PHRASES[lows[at]], len(lows) - at
    return [
        (length, rows[words])
        for length in _LENGTHS[lows[at]]
        if length <= left and (words := tuple(lows[at : at + length])) in rows
    ]


def _who(raw: str, low: str) -> Senses:
    if raw[0] == "@" or low.removesuffix("'s") in FIRST_NAMES:
        return _NAME
    return ("CAP",) if raw[0].isupper() and len(raw) > 1 else ()


def phrases_of(sense: str, lows: Sequence[str]) -> int:
    """How many of the first words are an entry of that sense; the longest entry counts."""
    if not lows or sense not in _BEGUN[lows[0]]:
        return 0
    found = _phrases(lows, 0) if lows[0] in _PHRASES else []
    lengths = (length for length, senses in found if sense in senses)
    return next(lengths, int(sense in _OF_WORD[lows[0]]))
