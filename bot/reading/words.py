"""The words of a text with their places; Slack's entities, links and code stay whole."""

import re
import unicodedata
from typing import NamedTuple

from bot.reading.remembered import Remembered

TOKEN = re.compile(
    r"(?P<entity><[@#!][^<>\n]*>|<https?://[^<>\n]*>|<mailto:[^<>\n]*>)"
    r"|(?P<link>https?://[^\s<>|]+)"
    r"|(?P<code>```.+?```|`[^`\n]+`)"
    r"|(?P<face>:[a-z0-9_+-]{2,40}:(?!\w))"
    r"|(?P<escape>&(?:amp|lt|gt);)"
    r"|(?P<elided>\b(?:[ldjnsmtc]|qu|jusqu|lorsqu|puisqu)['’](?=[^\W\d_]{2}))"
    r"|(?P<word>@?[^\W_]\w*(?:['’./&+-]\w+)*)"
    r"|(?P<mark>[^\w\s])"
    r"|(?P<rest>_+\w*)",
    re.DOTALL | re.IGNORECASE,
)


class Word(NamedTuple):
    """One word, entity or mark. `low` is small, without accents: what tables are asked for."""

    start: int
    end: int
    raw: str
    low: str
    kind: str

    @property
    def is_word(self) -> bool:
        return self.kind == "word"

    @property
    def capital(self) -> bool:
        return self.raw[0].isupper()


def words_of(text: str) -> list[Word]:
    return [
        Word(found.start(), found.end(), found[0], _low(found[0], kind), kind)
        for found in TOKEN.finditer(text)
        if (kind := found.lastgroup or "")
    ]


def _low(raw: str, kind: str) -> str:
    if kind == "entity":
        return {"@": "<@>", "#": "<#>", "!": "<!>"}.get(raw[1], "<link>")
    if kind in _STANDS_FOR:
        return _STANDS_FOR[kind]
    return raw if kind == "mark" else _FOLDED[raw]


_STANDS_FOR = {"link": "<link>", "code": "<code>"}


def folded(word: str) -> str:
    """Small letters without accents; any number reads the same."""
    return _FOLDED[word]


def _fold(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return letters.replace("ß", "ss")


_FOLDED = Remembered(_fold)
