"""What a team has taught the reader: its own words for functions, projects and people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from bot.reading.same import sameness
from bot.reading.same_items import Item, Prepared, prepare
from bot.reading.same_kinds import ID, MEASURE, NUMBER, PERSON

FUNCTION, PROJECT, NICKNAME = "function", "project", "person"
MOST_WORDS = 8
MOST_CHARACTERS = 120  # of them together
_OF_NO_USE = frozenset((PERSON, NUMBER, MEASURE, ID))  # they tell one wait, not a kind of waits
_TELLING = 2  # words of which both must come again
_ALONE_FROM = 0.5  # of all the words, from which a single one decides
_ALIKE_FROM = 0.4  # of all the words, before a comparison is worth its time
_MOST_COMPARED = 2  # a comparison takes part of a millisecond


@dataclass(frozen=True, slots=True)
class Taught:
    """`words` of a wait, or a nickname, and what they mean in this team."""

    kind: str
    words: str
    meaning: str


@dataclass(frozen=True, slots=True)
class _Known:
    taught: Taught
    prepared: Prepared
    items: frozenset[str]
    telling: frozenset[str]
    place: int  # later ones win


@dataclass(frozen=True)
class Learnt:
    """All that was taught, the oldest first: of two that fit as well the later one wins."""

    taught: tuple[Taught, ...] = ()

    @cached_property
    def people(self) -> Mapping[str, str]:
        """Nicknames in small letters, to ids."""
        return {one.words.casefold(): one.meaning for one in self.taught if one.kind == NICKNAME}

    def meaning(self, kind: str, text: str) -> Taught | None:
        """What these words, or such as say the same, were said to mean."""
        known = self._known.get(kind)
        if not known:
            return None
        said = prepare(text)
        items = _items_of(said)
        words = _words_of(said, text)
        alike = [one for one in known if one.taught.words == words]
        if alike:
            return alike[-1].taught
        near = [(_alike(one.items, items), one) for one in known if not one.items.isdisjoint(items)]
        told = [(much, one) for much, one in near if _tells(one, items, much)]
        found = max(told, key=_fit, default=None) or _same(said, near)
        return None if found is None else found[1].taught

    @cached_property
    def _known(self) -> Mapping[str, tuple[_Known, ...]]:
        rows = [(place, one) for place, one in enumerate(self.taught) if one.kind != NICKNAME]
        return {
            kind: tuple(_known(one, place) for place, one in rows if one.kind == kind)
            for kind in (FUNCTION, PROJECT)
        }


NOTHING = Learnt()


def telling_words(text: str) -> str:
    """What a wait is on, as it was written: no names of people, no numbers, no small words."""
    return _words_of(prepare(text), text)


def _words_of(said: Prepared, text: str) -> str:
    """Where all are small words they stand as they are, unless somebody is named among them."""
    items = sorted(_useful(said), key=lambda one: one.at)
    if items:
        return _short(one.raw.casefold() for one in items)
    nobody = all(one.kind != PERSON for one in said.items)
    return _short(text.casefold().split()) if nobody else ""


def _short(words: Iterable[str]) -> str:
    return " ".join(islice(words, MOST_WORDS))[:MOST_CHARACTERS].rstrip()


def _known(taught: Taught, place: int) -> _Known:
    said = prepare(taught.words)
    useful = sorted(_useful(said), key=lambda one: (-one.weight, one.at))
    telling = frozenset(one.key for one in useful[:_TELLING])
    return _Known(taught, said, _items_of(said), telling, place)


def _useful(said: Prepared) -> list[Item]:
    return [one for one in said.items if one.kind not in _OF_NO_USE]


def _items_of(said: Prepared) -> frozenset[str]:
    return frozenset(one.key for one in _useful(said))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def _tells(one: _Known, items: frozenset[str], much: float) -> bool:
    """A name for a project tells by itself; of a function one word says too little."""
    if not one.telling or not one.telling <= items:
        return False
    alone = len(one.telling) < _TELLING and one.taught.kind == FUNCTION
    return much >= _ALONE_FROM if alone else True


def _same(said: Prepared, near: Iterable[tuple[float, _Known]]) -> tuple[float, _Known] | None:
    """The nearest that says the same in other words."""
    likely = [one for one in near if one[0] >= _ALIKE_FROM]
    nearest = sorted(likely, key=_fit, reverse=True)[:_MOST_COMPARED]
    return next((one for one in nearest if sameness(one[1].prepared, said).same), None)


def _fit(one: tuple[float, _Known]) -> tuple[float, int]:
    return one[0], one[1].place
