"""What is seen of two pieces that stand side by side: one wait in two clauses, or two waits."""

from collections.abc import Iterator

from bot.reading.features import Seen
from bot.reading.pieces import Laid

_CUES = ("WAIT", "BLOCK", "NEED", "UNTIL", "CANT", "PENDING", "NOBODY", "BROKEN", "HASNT", "CHASED")


def of_joint(text: Laid, sights: Seen, at: int) -> Iterator[str]:
    """Of the piece at `at` and the one before it."""
    before, here = text.pieces[at - 1], text.pieces[at]
    yield "+"
    yield f"gap {here.gap}"
    yield f"line {before.line == here.line}"
    yield f"sentence {before.sentence == here.sentence}"
    first = text.words[here.first].low
    yield f"first {first}"
    yield f"gap {here.gap} first {first}"
    yield f"last {text.words[before.last - 1].low}"
    yield f"long {min(before.last - before.first, 8) // 2} {min(here.last - here.first, 8) // 2}"
    for sense in sights.senses[here.first]:
        yield f"^{sense}"
        yield f"gap {here.gap} ^{sense}"
    for cue in _CUES:
        yield f"{cue} {cue in sights.of_piece[at - 1]} {cue in sights.of_piece[at]}"
    for sense in sights.of_piece[at]:
        yield f"={sense}"
