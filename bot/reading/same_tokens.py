"""The words of a wait one by one: numbers, tickets, identifiers, words without their endings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.reading.same_lexicon import mended, plain_letters, stem
from bot.reading.slack_words import PERSON_MARK

_TOKEN = re.compile(
    rf"{PERSON_MARK}(?P<mention>\w+){PERSON_MARK}"
    r"|(?P<ticket>(?<![\w-])[^\W\d_]{2,12}-\d+(?![\w-]))"
    r"|(?P<hash>(?<!\w)[#!]\d+)"
    r"|(?P<code>[^\W_]+(?:_+[^\W_]+)+(?:\.\w+)*|[^\W\d_]\w*(?:\.[^\W\d_]\w*)+)"
    r"|(?P<number>(?>\d+(?:[.,]\d+)*)(?![^\W\d_]))"
    r"|(?P<word>\w+(?:['’]\w+)*)"
)
_ENDS = (".", "!", "?", "\n", ";", ":")
# German writes as one word what others write as two.
_ENDINGS = ("daten", "tabelle", "zahlen", "modell", "liste", "export", "freigabe", "zugriff")


@dataclass(frozen=True, slots=True)
class Token:
    """`raw` as written, `low` in small letters without accents; `begins` a sentence."""

    raw: str
    low: str
    stem: str
    kind: str
    begins: bool


def tokens_in(plain: str) -> Iterator[Token]:
    end = 0
    for found in _TOKEN.finditer(plain):
        kind, raw = found.lastgroup or "word", found[0].strip(PERSON_MARK)
        gap = plain[end : found.start()]
        begins = end == 0 or any(mark in gap for mark in _ENDS)
        end = found.end()
        if kind == "word":
            yield from _words(raw.replace("’", "'"), begins)
        else:
            low = plain_letters(raw)
            yield Token(raw, low, low, kind, begins)


def _words(raw: str, begins: bool) -> Iterator[Token]:
    """Without "'s" and "l'"; two of a word put together."""
    face, _, tail = raw.partition("'")
    if len(face) <= 2 < len(tail):
        face = tail
    low = plain_letters(face) + ("t" if tail == "t" else "")
    low = mended(low)
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            start = low.removesuffix(ending)
            yield Token(start, start, stem(start), "word", begins)
            low = face = ending
    yield Token(face, low, stem(low), "word", begins)
