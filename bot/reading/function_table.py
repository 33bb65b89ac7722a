"""The table of words for functions, read where its phrases stand in a wait."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from bot.functions import FunctionId
from bot.reading.remembered import Remembered
from bot.reading.vocabulary import TOGETHER, WORDS
from bot.reading.vocabulary_abroad import WORDS_ABROAD
from bot.reading.vocabulary_around import WORDS_AROUND
from bot.reading.vocabulary_more import MORE_WORDS

Phrase = tuple[str, ...]
# The phrases that begin with one word: their lengths, the longest first, and what each weighs.
Rows = tuple[tuple[int, ...], dict[Phrase, tuple[FunctionId, int]]]

TOKEN = re.compile(r"[^\W_]+")
_NEAR = 4  # words between two that belong together

# Where a word stands decides how much it says: "waiting on ETL changes for the GPU dashboard".
_PLAIN, _AWAITED, _FIRST_AWAITED, _PURPOSE = 1.0, 2.0, 3.0, 0.5


class Found(NamedTuple):
    function: FunctionId
    weight: float
    start: int  # of its first word, counted in words
    end: int


class Phrases(NamedTuple):
    """What the table knows in a row of stems."""

    words: Sequence[str]
    found: Sequence[Found]


def table_weights(lows: Sequence[str], known: Phrases | None = None) -> dict[FunctionId, float]:
    """The table's weight for each function, for words in small letters.

    `known`: found earlier, mostly in the same words.
    """
    words = [part for low in lows for part in _PARTS[low]]
    weights: defaultdict[FunctionId, float] = defaultdict(float)
    for one in known.found if known and known.words == words else phrases_in(words):
        weights[one.function] += one.weight
    return weights


def phrases_in(words: Sequence[str]) -> list[Found]:
    """The table's phrases and pairs, by their place; `words` are stems."""
    places = _places(words)
    found = [*_phrases(words, places), *_pairs(words, places)]
    found.sort(key=_PLACE)
    return found


_PLACE = itemgetter(2, 3)


def stem(word: str) -> str:
    """Small letters and no plural: enough for a table of words."""
    return STEMS[word]


def _stem(word: str) -> str:
    word = word.lower()
    return word[:-1] if len(word) > 2 and word[-1] == "s" and word[-2] != "s" else word


STEMS = Remembered(_stem)
_PARTS = Remembered(lambda low: tuple(stem(part) for part in TOKEN.findall(low)))


def _stems(phrase: str) -> Phrase:
    return tuple(stem(word) for word in phrase.split())


def _listed(phrases: str) -> list[Phrase]:
    return [_stems(phrase) for phrase in phrases.split(",")]


def _by_first_word() -> dict[str, Rows]:
    """Of two rows for the same phrase the first one counts."""
    table: defaultdict[str, dict[Phrase, tuple[FunctionId, int]]] = defaultdict(dict)
    for words in (WORDS, MORE_WORDS, WORDS_ABROAD, WORDS_AROUND):
        for function, weighed in words.items():
            for weight, phrases in weighed.items():
                for phrase in _listed(phrases):
                    table[phrase[0]].setdefault(phrase, (function, weight))
    return {
        word: (tuple(sorted(set(map(len, rows)), reverse=True)), rows)
        for word, rows in table.items()
    }


def _singles(phrases: str) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _listed(phrases))


def _by_either_word() -> dict[str, list[tuple[FunctionId, int, frozenset[str]]]]:
    table: defaultdict[str, list[tuple[FunctionId, int, frozenset[str]]]] = defaultdict(list)
    for function, weight, ones, others in TOGETHER:
        for one in _singles(ones):
            table[one].append((function, weight, _singles(others)))
    return dict(table)


_TABLE = _by_first_word()
_PAIRED = _by_either_word()
_AWAITING = _singles(
    "wait, waiting, waited, await, awaiting, blocked, stuck, held, depend, depending, need, needed"
    ", needing, require, requiring, missing, lack, lacking, no, without, pending, from, until, want"
    ", chasing, still"
)
_ASKING = _singles("wait, waiting, waited, asked, asking, ask, look, looking, request")
_PURPOSES = _singles("for, so, because, before, since, while, then")
_TURNS = dict.fromkeys(_PURPOSES, _PURPOSE) | dict.fromkeys(_AWAITING, _AWAITED)
_MUST = frozenset(
    (stem(first), stem(second))
    for first, second in (
        ("has", "to"),
        ("have", "to"),
        ("needs", "to"),
        ("need", "to"),
        ("has", "not"),
        ("have", "not"),
        ("is", "reviewing"),
    )
)
_MUST_FIRST = frozenset(first for first, _ in _MUST)
_MUST_ALONE = _singles("must, should, hasn, haven, didn")


def _places(words: Sequence[str]) -> list[float]:
    """How much a word says at each place, by the words for waiting and for purposes before it."""
    places, place = [], _PLAIN
    for at, word in enumerate(words):
        if word in _TURNS and not (word == "for" and at and words[at - 1] in _ASKING):
            place = _TURNS[word]
        places.append(place)
    return places


def _phrases(words: Sequence[str], places: Sequence[float]) -> Iterator[Found]:
    """The longest phrase of the table at each word; the first after a cue is what is awaited."""
    at, first = 0, False
    while at < len(words):
        first = first or words[at] in _AWAITING
        row = _longest(words, at) if words[at] in _TABLE else None
        if row is None:
            at += 1
            continue
        end = at + row[0]
        awaited = first and places[at] == _AWAITED
        place = _FIRST_AWAITED if awaited or _must_act(words, end) else places[at]
        yield Found(row[1], row[2] * place, at, end)
        at, first = end, False


def _longest(words: Sequence[str], at: int) -> tuple[int, FunctionId, int] | None:
    lengths, rows = _TABLE[words[at]]
    for length in lengths:
        phrase = tuple(words[at : at + length])
        if phrase in rows:
            return len(phrase), *rows[phrase]
    return None


def _must_act(words: Sequence[str], at: int) -> bool:
    """In "legal has to sign off" the wait is on legal; also in "the legal team must"."""
    for n, word in enumerate(words[at : at + 2], at):
        if word in _MUST_ALONE or (word in _MUST_FIRST and tuple(words[n : n + 2]) in _MUST):
            return True
    return False


def _pairs(words: Sequence[str], places: Sequence[float]) -> Iterator[Found]:
    """The first words that belong together, for each function."""
    told: set[FunctionId] = set()
    for at, word in enumerate(words):
        if word not in _PAIRED:
            continue
        for function, weight, others in _PAIRED[word]:
            near = range(max(0, at - _NEAR), min(at + _NEAR + 1, len(words)))
            other = next((n for n in near if words[n] in others), None)
            if other is None or function in told:
                continue
            told.add(function)
            half = weight * min(places[at], places[other]) / 2
            yield Found(function, half, at, at + 1)
            yield Found(function, half, other, other + 1)
