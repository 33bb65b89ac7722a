"""What nobody says aloud: a plan that does not move, a wish of several that nobody mentions."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.reading.same import Prepared, prepare, sameness
from storage.blockers import Blocker

DAYS_RUNNING = 5
PEOPLE = 3
_MOSTLY = 0.75
_WORD = re.compile(r"[^\W_]+")


def is_stuck(plans: Sequence[str], *, fine: Sequence[str] = ()) -> bool:
    """The same plan five working days running. `plans` are the answers of those days, the newest
    last; `fine` are plans of which the person said that they are just long."""
    last = plans[-DAYS_RUNNING:]
    if len(last) < DAYS_RUNNING or any(is_same_plan(last[-1], one) for one in fine):
        return False
    return all(is_same_plan(last[-1], one) for one in last)


def is_same_plan(one: str, other: str) -> bool:
    """Mostly the same words; another number is another step of the work."""
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs or _numbers(mine) != _numbers(theirs):
        return False
    return len(mine & theirs) / len(mine | theirs) >= _MOSTLY


def unmentioned(waits: Iterable[Blocker], said: Iterable[str]) -> list[list[Blocker]]:
    """What three people or more wait for and nobody who could end it has mentioned.

    `waits` are the open ones on a function, `said` what those who answer for it said lately, line
    by line. Each wait is in one group at most; the largest group comes first.
    """
    lines = [prepare(line) for line in said]
    groups = [group for group in _groups(waits) if len({one.waiter for one in group}) >= PEOPLE]
    silent = [group for group in groups if not any(_is_about(line, group) for line in lines)]
    return sorted(silent, key=len, reverse=True)


def _groups(waits: Iterable[Blocker]) -> Iterator[list[Blocker]]:
    """Each wait with those that the same act would end, the oldest first."""
    left = sorted(waits, key=lambda one: (one.since, one.id))
    while left:
        words = prepare(left[0].words)
        alike = [one for one in left if one is left[0] or _same(words, one)]
        yield alike
        left = [one for one in left if one not in alike]


def _is_about(line: Prepared, group: Iterable[Blocker]) -> bool:
    return any(_same(line, one) for one in group)


def _same(words: Prepared, wait: Blocker) -> bool:
    return sameness(words, prepare(wait.words)).same


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _numbers(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdecimal())
