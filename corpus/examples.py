"""What the models learn from: each text as the reader sees it, with what the labels say of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.reading.candidates import candidates
from bot.reading.features import of_piece, of_text, seen
from bot.reading.function_features import of_wait
from bot.reading.joining import of_joint
from bot.reading.linear import WHOLE
from bot.reading.pieces import Laid, Piece, laid
from bot.reading.whom_features import of_candidate
from corpus.same_name import plain_name
from corpus.texts import Label, Text

Binary = tuple[set[str], bool]


@dataclass(frozen=True, slots=True)
class Examples:
    """Of one text."""

    pieces: list[Binary]
    whole: Binary
    joints: list[Binary]
    people: list[Binary]
    functions: list[tuple[Mapping[str, float], str]]
    counts: float


def examples_of(text: Text) -> Examples:
    lay = laid(text.text)
    sights = seen(lay, field=text.field)
    owners = [_owner(lay, piece, text.waits) for piece in lay.pieces]
    views = [of_piece(lay, sights, at, field=text.field) for at in range(len(owners))]
    return Examples(
        [(view, owner is not None) for view, owner in zip(views, owners, strict=True)],
        (of_text(sights, field=text.field), bool(text.waits)),
        [
            (set(of_joint(lay, sights, at)), owners[at - 1] == owners[at])
            for at in range(1, len(owners))
            if owners[at - 1] is not None and owners[at] is not None
        ],
        [one for label in text.waits for one in _people(lay, sights.senses, label)],
        [
            (_in_parts(of_wait(lay.words, sights.senses, *_reach(lay, label))), label.function)
            for label in text.waits
        ],
        text.counts,
    )


def _owner(lay: Laid, piece: Piece, labels: Iterable[Label]) -> int | None:
    """The wait in which most of the piece lies."""
    words = [word for word in lay.words[piece.first : piece.last] if word.kind != "mark"]
    for which, label in enumerate(labels):
        inside = sum(label.start <= word.start and word.end <= label.end for word in words)
        if 2 * inside > len(words):
            return which
    return None


def _reach(lay: Laid, label: Label) -> tuple[int, int]:
    inside = [
        at for at, word in enumerate(lay.words) if word.start < label.end and word.end > label.start
    ]
    return inside[0], inside[-1] + 1


def _in_parts(counted: Mapping[str, int]) -> dict[str, float]:
    return {one: much / WHOLE for one, much in counted.items()}


def _people(lay: Laid, senses: Sequence[tuple[str, ...]], label: Label) -> Iterator[Binary]:
    first, last = _reach(lay, label)
    wanted = {plain_name(name) for name in label.waiting_on}
    around = candidates(lay.words, first, last)
    inside = {plain_name(one.name) for one in around if first <= one.first < last}
    for one in around:
        name = plain_name(one.name)
        is_one = name in wanted and (first <= one.first < last or name not in inside)
        yield set(of_candidate(lay.words, senses, one, first=first, last=last)), is_one
