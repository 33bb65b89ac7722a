"""On which function a wait is: the trained choice, and the words that decided."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.functions import OTHER, FunctionId
from bot.reading.function_features import of_wait
from bot.reading.function_table import STEMS, TOKEN, Found, Phrases, phrases_in
from bot.reading.linear import Trained, trained
from bot.reading.sense_of import Senses, senses_of
from bot.reading.words import Word, words_of

_REVIEW_LINK = re.compile(r"/(?:pull|pulls|merge_requests)/\d")
_REVIEW_LINK_ODDS = 0.7
_OUTSIDE_ODDS = 1.0


@dataclass(frozen=True, slots=True)
class Function:
    """What was understood, and the words that decided it, as they were written."""

    id: FunctionId
    words: tuple[str, ...]


def function_in(plain: str, *, outside: str | None = None, links: Sequence[str] = ()) -> Function:
    """Of a line that is a wait as a whole."""
    added: dict[FunctionId, float] = {}
    if outside:
        added["external_vendor"] = _OUTSIDE_ODDS
    if any(map(_REVIEW_LINK.search, links)):
        added["code_review"] = _REVIEW_LINK_ODDS
    tokens = list(TOKEN.finditer(plain))
    stems = [STEMS[token[0]] for token in tokens]
    phrases = phrases_in(stems)
    told = {one.function for one in phrases} | added.keys()
    best = _likeliest(plain, Phrases(stems, phrases), told, added)
    company = (outside,) if outside and best == "external_vendor" else ()
    return Function(best, tuple(dict.fromkeys((*_told(plain, tokens, phrases, best), *company))))


def _likeliest(
    plain: str,
    known: Phrases,
    told: Collection[FunctionId],
    added: Mapping[FunctionId, float],
) -> FunctionId:
    """Nothing is weighed where the words leave no choice, as they mostly do."""
    if len(told) < 2:
        return next(iter(told), OTHER)
    words = words_of(plain)
    seen = of_wait(words, senses_of(words), 0, len(words), known=known)
    model = trained().function
    odds = dict(zip(model.of, model.odds(seen), strict=True))
    return max(told, key=lambda one: (odds[one] + added.get(one, 0.0), one))


def odds_of(
    model: Trained,
    words: Sequence[Word],
    senses: Sequence[Senses],
    first: int,
    last: int,
) -> dict[FunctionId, float]:
    """For each function, of the wait from word `first` to before `last`."""
    odds = model.function.odds(of_wait(words, senses, first, last))
    return dict(zip(model.function.of, odds, strict=True))


def _told(
    plain: str,
    tokens: Sequence[re.Match[str]],
    phrases: Iterable[Found],
    function: FunctionId,
) -> Iterator[str]:
    """The table's phrases for it; those that lie within another are left out."""
    found = [one for one in phrases if one.function == function]
    reached = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.end > reached:
            yield plain[tokens[one.start].start() : tokens[one.end - 1].end()]
            reached = one.end
