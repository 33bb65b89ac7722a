"""Whom a wait is on: each name that is near it is weighed, and people are known by their ids."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.reading.candidates import Candidate, candidates
from bot.reading.linear import Trained, trained
from bot.reading.sense_of import Senses, senses_of
from bot.reading.slack_words import ENTITY
from bot.reading.whom_features import of_candidate
from bot.reading.words import Word, words_of

_NAMES = re.compile(r"[^\W\d_][\w.-]*[\w]|[^\W\d_]")


def whom(
    model: Trained,
    words: Sequence[Word],
    senses: Sequence[Senses],
    first: int,
    last: int,
    *,
    names: Collection[str],
) -> tuple[str, ...]:
    """As written, of the wait from word `first` to before `last`."""
    found = candidates(words, first, last, names=names)
    kept = [one for _, one in _weighed(model, words, senses, first, last, found)]
    return tuple(dict.fromkeys(one.name for one in sorted(kept, key=lambda one: one.first)))


def people_in(text: str, *, people: Mapping[str, str]) -> tuple[str, ...]:
    """Ids of those on whom a line waits that is a wait as a whole, the likeliest first."""
    if not _names_somebody(text, people):
        return ()
    words = words_of(text)
    known = [one for one in candidates(words, 0, len(words), names=people) if _id(one.name, people)]
    if not known:
        return ()
    kept = _weighed(trained(), words, senses_of(words), 0, len(words), known)
    first = sorted(kept, key=lambda row: (-int(row[0]), row[1].first))
    ids = (_id(one.name, people) for _, one in first)
    return tuple(dict.fromkeys(who for who in ids if who))


def _weighed(
    model: Trained,
    words: Sequence[Word],
    senses: Sequence[Senses],
    first: int,
    last: int,
    found: Iterable[Candidate],
) -> list[tuple[float, Candidate]]:
    """The likely ones with their odds; of two that lie over each other the likelier."""
    likely = []
    for one in found:
        sights = set(of_candidate(words, senses, one, first=first, last=last))
        odds = model.whom.odds(sights)
        if odds >= model.levels["whom"]:
            likely.append((odds, one))
    kept: list[tuple[float, Candidate]] = []
    for odds, one in sorted(likely, key=lambda row: (-row[0], row[1].first)):
        if all(one.last <= other.first or other.last <= one.first for _, other in kept):
            kept.append((odds, one))
    return kept


def _names_somebody(text: str, people: Mapping[str, str]) -> bool:
    """Most lines do not, and need not be weighed."""
    return "<@" in text or not people.keys().isdisjoint(_NAMES.findall(text.lower()))


def _id(name: str, people: Mapping[str, str]) -> str | None:
    entity = ENTITY.fullmatch(name)
    if entity:
        return entity["person"]
    small = name.lower()
    return people.get(small) or people.get(small.split(" ")[0])
