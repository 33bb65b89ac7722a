"""Matches the words of two waits: who of the one goes with whom of the other."""

import re
from dataclasses import dataclass, field

from bot.reading import same_kinds as kinds
from bot.reading.same_items import Item, Prepared
from bot.reading.same_spelling import spelled_alike
from bot.reading.same_words import BRANDS

_FROM_LISTS = frozenset((kinds.THING, kinds.SYSTEM, kinds.NEED, kinds.PARTY))
_PARTS = re.compile(r"[_.]+")


@dataclass(slots=True)
class Match:
    """Pairs with how well they match, and who is left over."""

    pairs: list[tuple[Item, Item, float]] = field(default_factory=list)
    left: list[Item] = field(default_factory=list)
    right: list[Item] = field(default_factory=list)


def match(a: Prepared, b: Prepared) -> Match:
    found = Match()
    theirs = {item.key: item for item in b.items}
    for item in a.items:
        other = theirs.get(item.key)
        if other is None or two_of_a_kind(item, other):
            found.left.append(item)
        else:
            del theirs[item.key]
            found.pairs.append((item, other, 1.0 if item.form == other.form else 0.85))
    found.right = list(theirs.values())
    _match_alike(found)
    _match_initials(found, found.left, found.right, b)
    _match_initials(found, found.right, found.left, a)
    return found


def two_of_a_kind(a: Item, b: Item) -> bool:
    """Tableau and Looker: both dashboards, and two."""
    return a.key == b.key and a.form != b.form and a.form in BRANDS and b.form in BRANDS


def _match_alike(found: Match) -> None:
    """The most alike first; which side is which makes no difference."""
    alike = [
        (how, item, other)
        for item in found.left
        for other in found.right
        if (how := _alike(item, other))
    ]
    for how, item, other in sorted(alike, key=_best_first):
        if item in found.left and other in found.right:
            found.left.remove(item)
            found.right.remove(other)
            found.pairs.append((item, other, how))


def _best_first(one: tuple[float, Item, Item]) -> tuple[float, list[str]]:
    how, item, other = one
    return -how, sorted((item.form, other.form))


def _alike(a: Item, b: Item) -> float:
    if a.kind == b.kind == kinds.NEED:
        return 0.5 if a.key.partition(".")[0] == b.key.partition(".")[0] else 0.0
    if a.kind in _FROM_LISTS and (b.kind in _FROM_LISTS or b.kind == kinds.PERSON):
        return 0.0
    if b.kind in _FROM_LISTS and a.kind == kinds.PERSON:
        return 0.0
    if kinds.CODE in (a.kind, b.kind):
        return _in_parts(a, b)
    return spelled_alike(a.form, b.form)


def _in_parts(a: Item, b: Item) -> float:
    """`churn_features` and the churn features."""
    if a.kind == b.kind:
        return 0.0
    code, word = (a, b) if a.kind == kinds.CODE else (b, a)
    parts = _PARTS.split(code.form)
    return 0.7 if len(parts) > 1 and word.form in parts else 0.0


def _match_initials(found: Match, short: list[Item], spelled: list[Item], other: Prepared) -> None:
    """ "SOW" and "statement of work" are one. What the words spell out is no longer left over."""
    for item in tuple(short):
        if not _may_be_initials(item.raw):
            continue
        start, end = _spelled_out(item.raw.casefold(), other.tokens)
        covered = [one for one in spelled if start <= one.at < end]
        if not covered:
            continue
        short.remove(item)
        for one in covered:
            spelled.remove(one)
        found.pairs.append((item, covered[0], 0.9))


def _may_be_initials(raw: str) -> bool:
    return 2 <= len(raw) <= 5 and raw.isalpha() and sum(map(str.isupper, raw)) >= 2


def _spelled_out(initials: str, tokens: tuple[str, ...]) -> tuple[int, int]:
    """Where words with these initials stand one after the other."""
    for at in range(len(tokens) - len(initials) + 1):
        part = tokens[at : at + len(initials)]
        if all(word[0] == initial for word, initial in zip(part, initials, strict=True)):
            return at, at + len(initials)
    return 0, 0
