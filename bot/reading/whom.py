"""Whom a wait is on: each name that is near it is weighed, and people are known by their ids."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.reading.candidates import Candidate, candidates
from bot.reading.linear import Trained, trained
from bot.reading.sense_of import Senses, senses_of
from bot.reading.slack_words import ENTITY
from bot.reading.small_words import listed
from bot.reading.whom_features import of_candidate
from bot.reading.words import Word, words_of

_JOINED = listed("and or & &amp; , y e o u und oder et ou")
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
    first = sorted(_together(words, kept), key=lambda row: (-int(row[0]), row[1].first))
    ids = (_id(one.name, people) for _, one in first)
    return tuple(dict.fromkeys(who for who in ids if who))


def _together(
    words: Sequence[Word], kept: Iterable[tuple[float, Candidate]]
) -> list[tuple[float, Candidate]]:
    """Of "Dana and Priya" each is waited on as clearly as the other."""
    chains: list[list[tuple[float, Candidate]]] = []
    for odds, one in sorted(kept, key=lambda row: row[1].first):
        between = words[chains[-1][-1][1].last : one.first] if chains else ()
        if len(between) == 1 and between[0].low in _JOINED:
            chains[-1].append((odds, one))
        else:
            chains.append([(odds, one)])
    return [(max(row[0] for row in chain), one) for chain in chains for _, one in chain]


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
