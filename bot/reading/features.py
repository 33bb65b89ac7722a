"""What is seen of a piece of a text: its words, their senses in order, what stands around."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.reading.claims import claims
from bot.reading.pieces import Laid, Piece
from bot.reading.sense_of import Senses, senses_of
from bot.reading.small_words import listed

_WITHIN = 6  # words between two senses that are seen as a pair
_AFTER = 8  # pieces behind that can turn what a piece says
_MOST_WORDS = 60  # of a piece are looked at
_SMALL_MARKS = frozenset(".,;:-•*()[]·–—")
_TURNING = listed("CLOSED FINE HUMOR META ELSE THANKS WISH IF SAID REVERSE NONE GAVE UNNEEDED AGO")


@dataclass(frozen=True, slots=True)
class Seen:
    """A text's senses, and what each of its pieces says by itself, gathered once."""

    senses: Sequence[Senses]
    of_piece: Sequence[frozenset[str]]
    lows: Sequence[frozenset[str]]
    own: Sequence[set[str]]
    shape: Sequence[str]


def seen(text: Laid, *, field: str) -> Seen:
    senses = senses_of(text.words)
    reaches = [range(one.first, min(one.last, one.first + _MOST_WORDS)) for one in text.pieces]
    of_piece = [frozenset().union(*senses[reach.start : reach.stop]) for reach in reaches]
    own = []
    for at, reach in enumerate(reaches):
        after = frozenset().union(*of_piece[at + 1 : at + 1 + _AFTER])
        claimed = _claims(text, senses, text.pieces[at], after)
        own.append({*_words(text, reach), *_orders(senses, reach), *claimed})
    return Seen(
        senses,
        of_piece,
        [frozenset([text.words[at].low for at in reach]) for reach in reaches],
        own,
        list(_shape(text, field)),
    )


def of_piece(text: Laid, sights: Seen, at: int, *, field: str) -> set[str]:
    """Everything that a linear model may weigh of the piece."""
    found = {"+", *sights.own[at], *sights.shape, *_place(text, at)}
    found.update(_beside(sights, at, len(text.pieces)))
    if field:
        found.update(_in_field(text, sights, at))
    return found


def of_text(sights: Seen, *, field: str) -> set[str]:
    """What a model of the whole text may weigh: what its pieces say by themselves."""
    found = {"+", *sights.shape}.union(*sights.own)
    if field:
        found.update(f"F={sense}" for sense in frozenset().union(*sights.of_piece))
    return found


def _claims(
    text: Laid, senses: Sequence[Senses], piece: Piece, after: frozenset[str]
) -> Iterator[str]:
    """Also with what turns them in the clauses behind: "fixed now", "haha", "says Ana"."""
    turning = _TURNING & after
    for claim in set(claims(text, senses, piece)):
        yield claim
        yield from [f"{claim}, then {sense}" for sense in turning]


def _words(text: Laid, reach: range) -> Iterator[str]:
    before = "^"
    for word in text.words[reach.start : reach.stop]:
        low = word.low
        if word.kind == "mark" and word.raw in _SMALL_MARKS:
            continue
        yield low
        yield f"{before} {low}"
        before = low
        if word.kind == "word":
            yield from parts(low)
    yield f"{before} $"


@lru_cache(maxsize=16384)
def parts(low: str) -> tuple[str, ...]:
    """The beginning stands for the stem, the end for the form: "warten", "wartet"."""
    stem = (f"{low[:5]}-",) if len(low) > 5 else ()
    return (*stem, f"-{low[-3:]}") if len(low) > 4 else stem


def _orders(senses: Sequence[Senses], reach: range) -> Iterator[str]:
    """Each sense, each two in their order with few words between, and each two in a row."""
    recent: list[tuple[int, Senses]] = []
    for at in reach:
        here = senses[at]
        if not here:
            continue
        while recent and recent[0][0] < at - _WITHIN:
            recent.pop(0)
        yield from _alone(here)
        for _, earlier in recent:
            yield from _pairs(earlier, here)
        recent.append((at, here))
    yield from [f"^{sense}" for sense in senses[reach.start]]
    row = ["^", *[here[0] for at in reach if (here := senses[at])], "$"]
    yield from [f"2 {one} {two}" for one, two in pairwise(row)]


@lru_cache(maxsize=8192)
def _alone(senses: Senses) -> tuple[str, ...]:
    own = tuple(f"={sense}" for sense in senses)
    return (*own, *(f"{one}>{other}" for n, other in enumerate(senses) for one in senses[:n]))


@lru_cache(maxsize=65536)
def _pairs(earlier: Senses, later: Senses) -> tuple[str, ...]:
    return tuple(f"{one}>{other}" for one in earlier for other in later)


def _shape(text: Laid, field: str) -> Iterator[str]:
    """How long the text is, how it is laid out, whether it tells what was done."""
    words, alone = len(text.words), len(text.pieces) == 1
    past = sum(word.low.endswith("ed") for word in text.words)
    yield f"words {min(words, 15)}"
    yield f"tens {min(words, 60) // 6}"
    yield f"pieces {min(len(text.pieces), 8)}"
    yield f"lines {min(text.text.count(chr(10)), 5)}"
    yield f"past {min(past, 3)}"
    yield f"written {text.text[:1].isupper()} {text.text.endswith(('.', '!'))}"
    if alone:
        yield "alone"
        yield f"alone {min(words, 10)}"
        yield f"alone {past > 0} {min(words, 10) // 2}"
    if field:
        yield "field"
        yield f"field {min(len(text.pieces), 3)}"
        yield f"field {alone}"


def _place(text: Laid, at: int) -> Iterator[str]:
    piece = text.pieces[at]
    yield f"gap{piece.gap}"
    yield f"long{min(piece.last - piece.first, 12) // 2}"
    if text.struck(piece):
        yield "struck"
    if text.quoted(piece):
        yield "quoted"
    if not at:
        yield "first"
    if at + 1 == len(text.pieces):
        yield "last"
    if text.words[piece.last - 1].raw == "?" or (
        piece.last < len(text.words) and text.words[piece.last].raw == "?"
    ):
        yield "asks"


def _in_field(text: Laid, sights: Seen, at: int) -> Iterator[str]:
    piece = text.pieces[at]
    yield f"fieldlong{min(piece.last - piece.first, 12) // 2}"
    yield from (f"F={sense}" for sense in sights.of_piece[at])


def _beside(sights: Seen, at: int, count: int) -> Iterator[str]:
    if at:
        yield from [f"<={sense}" for sense in sights.of_piece[at - 1]]
        yield from [f"<{low}" for low in sights.lows[at - 1]]
    if at + 1 < count:
        yield from [f">={sense}" for sense in sights.of_piece[at + 1]]
        yield from [f">{low}" for low in sights.lows[at + 1]]
