"""The pieces that a text falls into: lines, sentences and clauses, each a run of its words."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from bot.reading.small_words import listed
from bot.reading.words import Word, words_of

_MOST_PIECES = 1000  # are read; far more than anybody writes
_ENDS = frozenset(".!?…;")
_MARKS = frozenset(',:()[]|•·→—–*-/"“”„«»>')
_JOINING = listed("""
    but so and because while although though therefore then which whereas hence cos bc cuz plus
    aber und weil daher deshalb darum also sondern wahrend obwohl denn sodass
    pero y porque asi entonces aunque mientras e mas porem entao embora enquanto pois
    mais et donc car parce alors puis tandis
    """)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words from `first` to before `last`; `gap` is what stood between it and the one before."""

    first: int
    last: int
    gap: str
    line: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Laid:
    """A text laid out."""

    text: str
    words: Sequence[Word]
    pieces: Sequence[Piece]
    strikes: Sequence[tuple[int, int]]
    quotes: Sequence[tuple[int, int]]

    def struck(self, piece: Piece) -> bool:
        return self._within(piece, self.strikes)

    def quoted(self, piece: Piece) -> bool:
        return self._within(piece, self.quotes)

    def _within(self, piece: Piece, stretches: Sequence[tuple[int, int]]) -> bool:
        start, end = self.words[piece.first].start, self.words[piece.last - 1].end
        at = bisect_right(stretches, start + 1, key=itemgetter(0)) - 1
        return at >= 0 and end <= stretches[at][1] + 1


def laid(text: str) -> Laid:
    words = words_of(text)
    return Laid(
        text,
        words,
        list(islice(_pieces(text, words), _MOST_PIECES)),
        _spans(_STRUCK, text),
        _spans(_QUOTED, text),
    )


_STRUCK = re.compile(r"~[^~\n]+~")
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»\n]{3,}[\"”“»]|^(?:>|&gt;).*$", re.MULTILINE)


def _spans(form: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [found.span() for found in form.finditer(text)]


def _pieces(text: str, words: Sequence[Word]) -> Iterator[Piece]:
    first, gap, line, sentence = 0, "start", 0, 0
    for at in range(len(words) + 1):
        found = "end" if at == len(words) else _gap(text, words, at)
        if not found:
            continue
        if any(word.kind != "mark" for word in words[first:at]):
            yield Piece(first, at, gap, line, sentence)
            gap = found
        elif found == "line" or gap == "start":
            gap = found
        first = at
        sentence += found in ("line", "end", "stop")
        line += found == "line"


def _gap(text: str, words: Sequence[Word], at: int) -> str:
    """What parts this word from the one before it; nothing where they belong together."""
    if not at:
        return ""
    before, word = words[at - 1], words[at]
    between = text[before.end : word.start]
    if "\n" in between:
        return "line"
    if before.kind == "mark":
        if before.raw in _ENDS:
            return "stop" if between or before.raw == ";" else ""
        if before.raw in _MARKS and before.raw not in "-/*>":
            return before.raw if between or before.raw in "(—–→•" else ""
    if word.kind == "mark" and between and word.raw in "(—–→•-[/":
        return word.raw if word.raw not in "-/" or text[word.end : word.end + 1].isspace() else ""
    return word.low if between and word.low in _JOINING and before.kind != "mark" else ""
