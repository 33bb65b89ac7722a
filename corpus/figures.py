"""The score as figures beside their goals, in all and by language and kind."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from benchmarks import pages
from benchmarks.figures import Figure, at_least, at_most, rows
from corpus.pairs import wrong_lines, wrong_pairs
from corpus.reading import read
from corpus.scoring import Read, Score, score
from corpus.texts import HERE, Text

_EXAMPLES = 3  # of each class of errors


def of_messages(total: Score) -> list[Figure]:
    return [
        at_least("messages: has a wait or not, F1", total.messages.f1, 0.90),
        at_most("false alarms on messages without a wait", total.false_alarms, 0.05),
        at_least(
            "spans, F1",
            total.spans.f1,
            0.85,
            beside=f"words shared by matched spans, mean F1 {total.overlap:.3f}",
        ),
        at_least("function, macro-F1", total.macro, 0.80, beside="of matched spans"),
        at_least("whom, F1", total.whom.f1, 0.85, beside="of matched spans"),
    ]


def of_pairs(part: str) -> list[Figure]:
    path = HERE / part / "pairs.jsonl"
    if not path.exists():
        return []
    f1, merges = wrong_pairs(path)
    return [
        at_least("pairs: the same wait, F1", f1, 0.90),
        at_most("pairs: wrong merges", merges, 0.02),
    ]


def of_lines(part: str) -> list[Figure]:
    path = HERE / part / "lines.jsonl"
    return (
        [at_least("`/blocked` lines: the action", wrong_lines(path), 0.97)] if path.exists() else []
    )


def by(texts: Sequence[Text], found: Read, key: Callable[[Text], str]) -> list[Figure]:
    """Messages by language or kind; nothing was promised of a part."""
    names = sorted({key(text) for text in texts})
    return [_of_some(name, [text for text in texts if key(text) == name], found) for name in names]


def _of_some(name: str, texts: Sequence[Text], found: Read) -> Figure:
    some = score(texts, found)
    if some.without == len(texts):
        return Figure(name, f"{some.false_alarms:.3f} false alarms", beside=f"{len(texts)} texts")
    shown = f"messages F1 {some.messages.f1:.3f}, spans F1 {some.spans.f1:.3f}"
    return Figure(name, shown, beside=f"{len(texts)} texts")


def error_classes(total: Score) -> list[tuple[str, int, list[str]]]:
    """The classes of errors, the most frequent first, with a few examples."""
    counted = Counter(name for name, _, _ in total.errors)
    return [
        (name, times, [what for one, _, what in total.errors if one == name][:_EXAMPLES])
        for name, times in counted.most_common()
    ]


def measured(part: str, texts: Sequence[Text]) -> tuple[Score, list[Figure]]:
    found = read(texts)
    total = score(texts, found)
    figures = [*of_messages(total), *of_pairs(part), *of_lines(part)]
    figures += by(texts, found, lambda text: f"language: {text.lang}")
    return total, figures + by(texts, found, lambda text: f"kind: {text.kind}")


def keep(figures: Iterable[Figure], total: Score, *, date: str, part: str) -> None:
    """On the reader's page."""
    lines = [f"Measured on {date}, the {part} part.", "", *rows(figures)]
    lines += ["", "| class of error | times |", "|---|---|"]
    lines += [f"| {name} | {times} |" for name, times, _ in error_classes(total)]
    pages.keep("reader.md", "score", lines)
