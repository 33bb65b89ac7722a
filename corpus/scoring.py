"""The score of a reader on labelled texts: messages, spans, functions, whom."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.functions import FUNCTIONS
from bot.reading import FoundWait
from corpus.same_name import plain_name
from corpus.texts import Label, Text

ENOUGH = 0.5  # of the words that two spans share, as F1, to be the same wait
_WORD = re.compile(r"\w+")

Read = Mapping[str, Sequence[FoundWait]]  # what was found, by the text's id


@dataclass
class Tally:
    """Right, wrongly found, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        all_of_them = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / all_of_them if all_of_them else 1.0


@dataclass
class Score:
    messages: Tally = field(default_factory=Tally)
    without: int = 0  # messages without a wait
    spans: Tally = field(default_factory=Tally)
    overlaps: list[float] = field(default_factory=list)  # of the matched spans
    functions: list[tuple[str, str]] = field(default_factory=list)  # labelled, read
    whom: Tally = field(default_factory=Tally)
    errors: list[tuple[str, Text, str]] = field(default_factory=list)  # class, text, what

    @property
    def false_alarms(self) -> float:
        return self.messages.wrong / self.without if self.without else 0.0

    @property
    def macro(self) -> float:
        """Over the functions that the matched waits have."""
        tallies: defaultdict[str, Tally] = defaultdict(Tally)
        for wanted, got in self.functions:
            if wanted == got:
                tallies[wanted].right += 1
            else:
                tallies[wanted].missed += 1
                tallies[got].wrong += 1
        asked = [tallies[one].f1 for one in FUNCTIONS if tallies[one].right + tallies[one].missed]
        return sum(asked) / len(asked) if asked else 1.0

    @property
    def overlap(self) -> float:
        return sum(self.overlaps) / len(self.overlaps) if self.overlaps else 1.0


def score(texts: Iterable[Text], read: Read) -> Score:
    total = Score()
    for text in texts:
        _add(total, text, read[text.id])
    return total


def _add(total: Score, text: Text, found: Sequence[FoundWait]) -> None:
    total.without += not text.waits
    if text.waits and found:
        total.messages.right += 1
    elif found:
        total.messages.wrong += 1
        total.errors.append((f"false alarm: {text.kind}", text, found[0].words))
    elif text.waits:
        total.messages.missed += 1
        first = text.waits[0]
        total.errors.append((f"missed: {text.kind}", text, text.text[first.start : first.end]))
    pairs = matched(text, found)
    total.spans.right += len(pairs)
    total.spans.wrong += len(found) - len(pairs)
    total.spans.missed += len(text.waits) - len(pairs)
    for label, wait, overlap in pairs:
        total.overlaps.append(overlap)
        _add_matched(total, text, label, wait)


def _add_matched(total: Score, text: Text, label: Label, wait: FoundWait) -> None:
    total.functions.append((label.function, wait.function))
    if label.function != wait.function:
        total.errors.append((f"function: {label.function} as {wait.function}", text, wait.words))
    wanted = {plain_name(name) for name in label.waiting_on}
    got = {plain_name(name) for name in wait.waiting_on}
    total.whom.right += len(wanted & got)
    total.whom.wrong += len(got - wanted)
    total.whom.missed += len(wanted - got)
    if wanted != got:
        total.errors.append(("whom", text, f"{sorted(got)} for {sorted(wanted)}: {wait.words}"))


def matched(text: Text, found: Sequence[FoundWait]) -> list[tuple[Label, FoundWait, float]]:
    """Each label with the one wait that covers it best, the best pairs first."""
    pairs = [
        (_overlap(text.text, label, wait), at, which)
        for at, label in enumerate(text.waits)
        for which, wait in enumerate(found)
    ]
    labels: set[int] = set()
    waits: set[int] = set()
    kept = []
    for overlap, at, which in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if overlap >= ENOUGH and at not in labels and which not in waits:
            labels.add(at)
            waits.add(which)
            kept.append((text.waits[at], found[which], overlap))
    return kept


def _overlap(text: str, label: Label, wait: FoundWait) -> float:
    """F1 of the words' places."""
    wanted = _places(text, label.start, label.end)
    got = _places(text, wait.start, wait.end)
    both = (wanted & got).total()
    return 2 * both / (wanted.total() + got.total()) if both else 0.0


def _places(text: str, start: int, end: int) -> Counter[int]:
    return Counter(found.start() for found in _WORD.finditer(text, start, end))
