"""The lists of words as one: what a phrase stands for, and which known word a slip meant."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bot.reading.first_names import FIRST_NAMES
from bot.reading.same_kinds import NEED, PARTY, SYSTEM, THING
from bot.reading.same_spelling import slips
from bot.reading.same_systems import SYSTEMS
from bot.reading.same_things import THINGS
from bot.reading.same_words import NEEDS, PARTIES, SMALL

Meaning = tuple[str, str]  # what it stands for, and its kind

_SHORTEST_TO_MEND = 6
_MOST_KEPT = 20_000  # words whose stems are remembered


def plain_letters(word: str) -> str:
    """Small, and without accents."""
    low = word.casefold()
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


@lru_cache(maxsize=_MOST_KEPT)
def stem(low: str) -> str:
    """Light, for five languages at once: what is left over is matched by its beginning."""
    if len(low) > 4 and low.endswith("ies"):
        low = low[:-3] + "y"
    elif len(low) > 3 and low.endswith("s") and low[-2] not in "sui":
        low = low[:-1]
    if len(low) > 6 and low.endswith("ing"):
        low = _single(low[:-3])
    elif len(low) > 4 and low.endswith("ed"):
        low = _single(low[:-2])
    return low[:-1] if len(low) > 4 and low.endswith("e") else low


def _single(low: str) -> str:
    return low[:-1] if len(low) > 3 and low[-1] == low[-2] and low[-1] not in "ls" else low


def _lexicon() -> dict[tuple[str, ...], Meaning]:
    found: dict[tuple[str, ...], Meaning] = {}
    exact: dict[tuple[str, ...], Meaning] = {}
    groups: tuple[tuple[str, Mapping[str, tuple[str, ...]]], ...] = (
        (THING, THINGS),
        (SYSTEM, SYSTEMS),
        (NEED, NEEDS),
        (PARTY, PARTIES),
    )
    for kind, meanings in groups:
        for meaning, forms in meanings.items():
            for form in forms:
                words = tuple(form.split())
                found.setdefault(tuple(map(stem, words)), (meaning, kind))
                exact.setdefault(words, (meaning, kind))
    return found | exact


_LEXICON = _lexicon()
_KNOWN = frozenset(word for form in _LEXICON for word in form)
_BEGINNINGS = frozenset(form[0] for form in _LEXICON)


def meaning_of(lows: tuple[str, ...], stems: tuple[str, ...]) -> Meaning | None:
    """What the phrase stands for, and its kind. As written before as stemmed."""
    return _LEXICON.get(lows) or _LEXICON.get(stems)


def may_begin(low: str, stemmed: str) -> bool:
    """Whether any phrase begins so."""
    return stemmed in _BEGINNINGS or low in _BEGINNINGS


def is_listed(low: str) -> bool:
    return (low,) in _LEXICON


def _misspellings() -> dict[str, str]:
    """Every known word of six letters and more, by what is left when one letter is missed."""
    return {
        short: word
        for word in sorted(_KNOWN)
        if len(word) >= _SHORTEST_TO_MEND and word.isalpha()
        for short in (word, *_without_a_letter(word))
    }


def _without_a_letter(word: str) -> Iterator[str]:
    """The first and the last are seldom missed, and a last one more is another word's ending."""
    return (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))


_MISSPELT = _misspellings()


@lru_cache(maxsize=_MOST_KEPT)
def mended(low: str) -> str:
    """The known word that this is, but for one slip of the finger; else as it was."""
    if len(low) < _SHORTEST_TO_MEND - 1 or low in FIRST_NAMES or low in SMALL:
        return low
    if stem(low) in _BEGINNINGS or low in _KNOWN:
        return low
    for short in (low, *_without_a_letter(low)):
        word = _MISSPELT.get(short, "")
        if word and word[-1] == low[-1] and slips(low, word, 1) <= 1:
            return word
    return low
