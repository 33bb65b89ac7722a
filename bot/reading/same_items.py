"""Takes a wait apart into what could be matched with another: numbers, names, needs, things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bot.reading.first_names import FIRST_NAMES
from bot.reading.same_kinds import CODE, ID, MEASURE, NAME, NUMBER, PERSON, WEIGHTS, WORD
from bot.reading.same_lexicon import is_listed, may_begin, meaning_of
from bot.reading.same_tokens import Token, tokens_in
from bot.reading.same_words import ACTS, COUNTED, SMALL, UNITS
from bot.reading.slack_words import unravel

_EMOJI = re.compile(r":[a-z0-9_+-]+:")
_LINK_ID = re.compile(r"/(?:pull|pulls|merge_requests|issues|browse|tickets?|cases?)/([\w-]+)")
_AB_TEST = re.compile(r"\bA/B\b(?:[ -]tests?\b)?", re.IGNORECASE)
_YEAR = re.compile(r"20[1-3]\d")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|h|k|tb|gb|mb|d|w|x|am|pm)\Z")
_MOST_WORDS = 4
_LETTERS_ALONE = frozenset(("I", "Q", "W"))
_MOST_TOKENS = 80  # who says more than that says it in the beginning


@dataclass(frozen=True, slots=True)
class Item:
    """`key` is what it stands for, `form` how it is written, in small letters."""

    key: str
    form: str
    kind: str
    at: int
    raw: str

    @property
    def weight(self) -> float:
        return WEIGHTS[self.kind]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A wait taken apart once, to be compared with many."""

    tokens: tuple[str, ...]
    items: tuple[Item, ...]


def prepare(text: str) -> Prepared:
    said = unravel(text)
    plain = _AB_TEST.sub(" experiment ", _EMOJI.sub(" ", said.plain))
    tokens = list(islice(tokens_in(plain), _MOST_TOKENS))
    items: dict[str, Item] = {}
    for link in said.links:
        for found in _LINK_ID.finditer(link):
            _keep(items, _number_item(found[1], 0, ID))
    for item in _items(tokens):
        _keep(items, item)
    return Prepared(tuple(token.stem for token in tokens), tuple(items.values()))


def _keep(items: dict[str, Item], item: Item) -> None:
    items.setdefault(item.key, item)


def _items(tokens: list[Token]) -> Iterator[Item]:
    shouting = sum(token.raw.isupper() for token in tokens) * 2 > len(tokens) > 3
    at = 0
    while at < len(tokens):
        phrase = _phrase(tokens, at, shouting) if tokens[at].kind == "word" else None
        if phrase is not None:
            yield phrase[0]
        elif tokens[at].kind == "word":
            yield from _unknown(tokens, at, shouting)
        else:
            yield _odd(tokens, at)
        at += phrase[1] if phrase else 1


def _phrase(tokens: list[Token], at: int, shouting: bool) -> tuple[Item, int] | None:
    """The longest known phrase that begins here, and of how many words it is."""
    if not may_begin(tokens[at].low, tokens[at].stem):
        return None
    for length in range(min(_MOST_WORDS, len(tokens) - at), 0, -1):
        part = tokens[at : at + length]
        lows = tuple(one.low for one in part)
        found = meaning_of(lows, tuple(one.stem for one in part))
        if found is None:
            continue
        if length == 1 and (_is_small(part[0], shouting) or _is_a_name(part[0])):
            return None
        raw = " ".join(one.raw for one in part)
        return Item(found[0], " ".join(lows), found[1], at, raw), length
    return None


def _is_a_name(token: Token) -> bool:
    """ "Julie" is nobody's "Juli"."""
    known = token.low in FIRST_NAMES and token.raw[0].isupper()
    return known and not is_listed(token.low)


def _is_small(token: Token, shouting: bool) -> bool:
    """ "DE" and "IT" are teams, "de" and "it" are not."""
    if token.low not in SMALL:
        return False
    return not token.raw.isupper() or shouting or (len(token.raw) == 1 and token.begins)


def _unknown(tokens: list[Token], at: int, shouting: bool) -> Iterator[Item]:
    token = tokens[at]
    if _is_small(token, shouting) or token.raw in _LETTERS_ALONE:
        return
    if len(token.low) == 1 and (token.begins or not token.raw.isupper()):
        return
    if any(c.isdigit() for c in token.low):
        yield _digits(token, at)
        return
    yield Item(token.stem, token.low, _kind_of(tokens, at), at, token.raw)


def _kind_of(tokens: list[Token], at: int) -> str:
    token = tokens[at]
    large = token.raw[0].isupper()
    if token.low in FIRST_NAMES and (large or not token.begins):
        return PERSON
    if large and _is_persons(tokens, at):
        return PERSON
    return NAME if large and not token.begins else WORD


def _is_persons(tokens: list[Token], at: int) -> bool:
    """A capital, and then what only somebody does: "Zanele to publish"."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return after in ACTS and not tokens[at].raw.isupper()


def _digits(token: Token, at: int) -> Item:
    if _ORDINAL.fullmatch(token.low):
        return Item(token.low, token.low, MEASURE, at, token.raw)
    if re.fullmatch(r"v\d+", token.low):
        return Item(token.low[1:], token.low[1:], NUMBER, at, token.raw)
    return Item(token.low, token.low, CODE, at, token.raw)


def _odd(tokens: list[Token], at: int) -> Item:
    token = tokens[at]
    if token.kind == "number":
        return _number(tokens, at)
    if token.kind in ("ticket", "hash"):
        return _number_item(token.low.lstrip("#!"), at, ID)
    kind = PERSON if token.kind == "mention" else CODE
    return Item(token.low, token.low, kind, at, token.raw)


def _number(tokens: list[Token], at: int) -> Item:
    """A long one, or one after "PR" or "case", names something; before "days" it measures."""
    before = tokens[at - 1].stem if at else ""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    digits = tokens[at].low.replace(",", ".")
    long = digits.isdigit() and len(digits) > 2 and not _YEAR.fullmatch(digits)
    names = long or before in COUNTED
    return _number_item(digits, at, MEASURE if after in UNITS else ID if names else NUMBER)


def _number_item(written: str, at: int, kind: str) -> Item:
    key = written.casefold().lstrip("0") or "0"
    if kind == MEASURE:
        key = f"~{key}"
    return Item(key, key, kind, at, written)
