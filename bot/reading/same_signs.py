"""Signs that two waits are one, or two: what they share, what only one has, what contradicts."""

import re
from collections.abc import Iterable

from bot.reading import same_kinds as kinds
from bot.reading.same_items import Item, Prepared
from bot.reading.same_kinds import WEIGHTS
from bot.reading.same_match import Match, two_of_a_kind

_WHAT = frozenset((kinds.WORD, kinds.NAME, kinds.THING, kinds.CODE))
_NUMBERS = (kinds.ID, kinds.NUMBER)
_DIGITS = re.compile(r"\d+")
_MOST = 4.0  # more of it says no more
_MUCH = ("alike", "left_both")
_SAY_MORE = (
    "swap",
    "frame",
    "need_apart",
    "only_system",
    "person_apart",
    "code_apart",
    "number_apart",
    "system_apart",
    "party_apart",
    "need",
    "what_alike",
    "terse",
)

Signs = dict[str, float]


def signs(a: Prepared, b: Prepared, found: Match) -> Signs:
    """Each between 0 and about 6, whichever of the two comes first; what they weigh is learnt."""
    shared = _shared(found)
    what = sum(how for mine, other, how in found.pairs if {mine.kind, other.kind} & _WHAT)
    said = {
        **_likeness(a, b, found),
        **_of_what(what, found),
        **_by_kind(shared, found),
        **_contradictions(a, b, found),
        **_wording(a, b, found),
        **_too_little(what, shared, found),
    }
    return said | _together(said)


def _together(said: Signs) -> Signs:
    """What is alike says less, and what is left over more, beside some other signs."""
    return {f"{one} and {other}": said[one] * said[other] for one in _MUCH for other in _SAY_MORE}


def _shared(found: Match) -> Signs:
    """How much is in both, by kind: a word that one takes for a name counts as the lighter."""
    shared = dict.fromkeys(WEIGHTS, 0.0)
    for mine, other, how in found.pairs:
        light, heavy = sorted((mine, other), key=lambda item: (item.weight, item.kind))
        shared[light.kind] += how * heavy.weight / light.weight
    return shared


def _likeness(a: Prepared, b: Prepared, found: Match) -> Signs:
    least, most = sorted((_total(a.items), _total(b.items)))
    matched = sum(sorted(how * (x.weight + y.weight) / 2 for x, y, how in found.pairs))
    over = sorted((_total(found.left), _total(found.right)))
    held = min(1.0, matched / least) if matched else 0.0
    return {
        "alike": 2 * matched / (least + most) if matched else 0.0,
        "held": held,
        "shared": min(matched, _MOST),
        "left_both": min(over[0], _MOST),
        "left_most": min(over[1], 6.0),
        "terse": float(least <= 1.5),
        "terse_held": held if least <= 2.0 else 0.0,
        "all_matched": float(not found.left and not found.right),
        "contained": float(not found.left or not found.right),
    }


def _of_what(what: float, found: Match) -> Signs:
    left, right = (sum(one.kind in _WHAT for one in side) for side in (found.left, found.right))
    return {
        "what": min(what, _MOST),
        "what_held": what / max(1.0, what + min(left, right)),
        "what_alike": what / max(1.0, what + (left + right) / 2),
        "what_left_both": float(min(left, right, 3)),
        "what_unshared": 0.0 if what else float(min(max(left, right), 3)),
    }


def _by_kind(shared: Signs, found: Match) -> Signs:
    said = {
        kind: min(shared[kind], 2.0)
        for kind in (kinds.SYSTEM, kinds.NEED, kinds.PARTY, kinds.PERSON, kinds.ID, kinds.NUMBER)
    }
    for kind in (kinds.NEED, kinds.PARTY, kinds.PERSON):
        said[f"{kind}_apart"] = float(not shared[kind] and _on_both_sides(found, (kind,)))
    return said


def _contradictions(a: Prepared, b: Prepared, found: Match) -> Signs:
    return {
        "number_apart": float(_numbers_apart(found, a, b) or _codes_apart(found)),
        "code_apart": float(_on_both_sides(found, (kinds.CODE,))),
        "brand_apart": float(any(two_of_a_kind(x, y) for x in found.left for y in found.right)),
        "system_apart": float(_on_both_sides(found, (kinds.SYSTEM,))),
    }


def _wording(a: Prepared, b: Prepared, found: Match) -> Signs:
    """The same frame around other words is the mark of another wait of the same kind."""
    words = set(a.tokens) | set(b.tokens)
    frame = len(set(a.tokens) & set(b.tokens)) / len(words) if words else 0.0
    swaps = sum(_swapped(x, y, a, b) for x in found.left for y in found.right)
    over = min(_total(found.left), _total(found.right), 1.0)
    return {
        "frame": frame,
        "swap": min(swaps, 2.0),
        "frame_swap": frame * min(swaps, 1.0),
        "frame_left": frame * over,
    }


def _too_little(what: float, shared: Signs, found: Match) -> Signs:
    """Only a system, or only somebody, in both: they may need several things of either."""
    only_system = not what and shared[kinds.SYSTEM] > 0
    needs_apart = not shared[kinds.NEED] and _on_both_sides(found, (kinds.NEED,))
    return {
        "only_system": float(only_system),
        "only_person": float(not what and not only_system and shared[kinds.PERSON] > 0),
        "system_needs_apart": float(what <= 1 and needs_apart),
    }


def _total(some: Iterable[Item]) -> float:
    return sum(sorted(item.weight for item in some))


def _on_both_sides(found: Match, of: tuple[str, ...]) -> bool:
    left = any(item.kind in of for item in found.left)
    return left and any(item.kind in of for item in found.right)


def _numbers_apart(found: Match, a: Prepared, b: Prepared) -> bool:
    """Numbers of the same thing that differ: "batch 3" and "batch 5"."""
    if any(mine.kind == kinds.ID for mine, _, _ in found.pairs):
        return False
    return any(
        _name_two(mine, other, a, b)
        for mine in found.left
        for other in found.right
        if mine.kind in _NUMBERS and other.kind in _NUMBERS
    )


def _codes_apart(found: Match) -> bool:
    """`stg_40` and `stg_41`: of one family, and two."""
    return any(
        mine.kind == other.kind == kinds.CODE
        and _DIGITS.sub("", mine.key) == _DIGITS.sub("", other.key)
        for mine in found.left
        for other in found.right
    )


def _name_two(mine: Item, other: Item, a: Prepared, b: Prepared) -> bool:
    both_ids = mine.kind == other.kind == kinds.ID
    return both_ids or _neighbour(a, mine.at - 1) == _neighbour(b, other.at - 1)


def _swapped(mine: Item, other: Item, a: Prepared, b: Prepared) -> float:
    """Whether they stand between the same neighbours: "the churn / pricing review"."""
    before = _neighbour(a, mine.at - 1) == _neighbour(b, other.at - 1)
    after = _neighbour(a, mine.at + 1) == _neighbour(b, other.at + 1)
    return (before + after) / 2


def _neighbour(one: Prepared, at: int) -> str:
    return one.tokens[at] if 0 <= at < len(one.tokens) else ""
