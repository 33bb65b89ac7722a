"""What a piece claims: each cue for a wait, and what around it says that it is none after all."""

from collections.abc import Iterator, Sequence

from bot.reading.pieces import Laid, Piece
from bot.reading.sense_of import Senses

CUES = (
    "WAIT",
    "BLOCK",
    "NEED",
    "PENDING",
    "DEPENDS",
    "CANT",
    "HASNT",
    "NOBODY",
    "BROKEN",
    "MISSING",
)
_ALL_CUES = frozenset(CUES)
_NEAR = 4  # words before a cue that can turn it
_AFTER = 5  # and after it
_MOST_WORDS = 60  # of a piece are looked at
_SOMEBODY = frozenset(("NAME", "PARTY", "THEY", "TEAM"))
_BEFORE = (("IF", "if"), ("WISH", "wish"), ("SAID", "said"), ("META", "meta"), ("HUMOR", "humor"))
_SPOKEN = frozenset(("WAIT", "BLOCK", "NEED", "DEPENDS", "CANT"))
_NOTHING: frozenset[str] = frozenset()


def claims(text: Laid, senses: Sequence[Senses], piece: Piece) -> Iterator[str]:
    """`claim WAIT` where nothing speaks against it, else what does: `claim WAIT not`."""
    told: set[str] = set()
    for at in range(piece.first, min(piece.last, piece.first + _MOST_WORDS)):
        cues = _ALL_CUES.intersection(senses[at]) - told
        if not cues:
            continue
        told |= cues
        around = set(_around(text, senses, piece, at))
        for cue in cues:
            against = around | set(_of_cue(senses, piece, at, cue))
            yield from [f"claim {cue} {one}" for one in against or ("plain",)]
            if not against and cue in _SPOKEN:
                yield "claim plain"


def _of_cue(senses: Sequence[Senses], piece: Piece, at: int, cue: str) -> Iterator[str]:
    near = _NOTHING.union(*senses[max(piece.first, at - _NEAR) : at])
    if "NOT" in near and cue not in ("HASNT", "NOBODY"):
        yield "not"
    if "FIRST" not in near and cue in _SPOKEN:
        if not _SOMEBODY.isdisjoint(near):
            yield "other"
        elif "CAP" in near:
            yield "large"


def _around(text: Laid, senses: Sequence[Senses], piece: Piece, at: int) -> Iterator[str]:
    if "WAITED" in _NOTHING.union(*senses[max(piece.first, at - _NEAR) : at + 1]):
        yield "past"
    before = _NOTHING.union(*senses[piece.first : at])
    yield from [reason for sense, reason in _BEFORE if sense in before]
    yield from _behind(senses, piece, at)
    if text.struck(piece):
        yield "struck"
    if text.quoted(piece):
        yield "quoted"


def _behind(senses: Sequence[Senses], piece: Piece, at: int) -> Iterator[str]:
    last = min(piece.last, at + 1 + _AFTER)
    close = _NOTHING.union(*senses[at + 1 : last])
    if "ME" in close or any("REVERSE" in senses[n] for n in range(at, last)):
        yield "me"
    if "JOB" in close:
        yield "job"
    behind = _NOTHING.union(*senses[at + 1 : min(piece.last, at + _MOST_WORDS)])
    yield from [sense.lower() for sense in ("HUMOR", "CLOSED", "GAVE") if sense in behind]
