"""Circles: people who, in the end, wait on themselves; each of them hears of it once, privately."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median
from typing import Any

from bot.attention import nudge
from bot.ledger.edges import Waits, followed, in_the_end, may_know, person, waited_on
from bot.ledger.graph import Node, circles_closed_by, closed_by
from bot.ledger.sums import WORK
from bot.profiles import absence, today
from bot.told import card_of
from bot.world import Work
from storage.blockers import Blocker
from storage.ledger import SPOKEN_FOR
from storage.outbox import Letter
from storage.types import BlockerId, PersonId

KIND = "ledger.circle"
USEFULNESS = 90  # of 100: nobody in it can see it, and it does not end by itself
_LATEST = 100  # waits that tell how much work a function usually takes


@dataclass(frozen=True, slots=True)
class Circle:
    """The waits of a circle: the one that closed it first, then what the one waited on waits on."""

    waits: tuple[Blocker, ...]
    easiest: BlockerId  # the one to end first

    @property
    def subject(self) -> str:
        """The same circle has the same subject, whoever closed it."""
        return "circle:" + ",".join(sorted(one.id for one in self.waits))


def closes_circles(work: Work, blocker: Blocker) -> list[Circle]:
    """The circles that this wait closes, the shortest first: usually none, sometimes one.

    It closes none that was there already: a second wait on the same person adds nothing.
    """
    behind = in_the_end(work, blocker)
    if behind is None or blocker.state not in SPOKEN_FOR:
        return []
    if _was_there(work, blocker, behind):
        return []
    near = followed(work, [behind], until=blocker.waiter)
    if not closed_by(near.edges, person(blocker.waiter), person(behind)):
        return []
    waits = followed(work, [blocker.waiter])
    me, on = person(blocker.waiter), waited_on(blocker)
    before = {**waits.edges, me: waits.edges.get(me, set()) - {on}}
    return [_told_by(work, blocker, waits, one) for one in circles_closed_by(before, me, on)]


def tell(work: Work, blocker: Blocker) -> None:
    """The members hear of the circle that this wait closes: each who may know all of it."""
    for circle in closes_circles(work, blocker):
        about = {"blockers": [one.id for one in circle.waits], "easiest": circle.easiest}
        for reader in (one.waiter for one in circle.waits):
            if all(may_know(work, reader, one) for one in circle.waits):
                facts = {**about, "reader": reader}
                subject = circle.subject
                nudge(work, reader, KIND, subject=subject, facts=facts, usefulness=USEFULNESS)


def is_one(work: Work, waits: tuple[Blocker, ...]) -> bool:
    """Whether these waits still make a circle."""
    behind = [in_the_end(work, one) for one in waits]
    waiters = [one.waiter for one in waits]
    still = all(one.state in SPOKEN_FOR for one in waits)
    return still and behind == waiters[1:] + waiters[:1]


def compose(work: Work, letter: Letter) -> tuple[None, Mapping[str, Any]] | None:
    """What a member reads, true as the letter leaves; None when the circle is broken by then."""
    reader = PersonId(letter.facts["reader"])
    found = [work.records.blockers.get(BlockerId(one)) for one in letter.facts["blockers"]]
    waits = tuple(one for one in found if one is not None)
    if len(waits) < len(found) or not is_one(work, waits):
        return None
    if not all(may_know(work, reader, one) for one in waits):
        return None
    cards = tuple(card_of(work, one) for one in waits)
    return None, {"cards": cards, "easiest": letter.facts["easiest"]}


def _told_by(work: Work, blocker: Blocker, waits: Waits, circle: tuple[Node, ...]) -> Circle:
    """The circle as waits: each person's on the next, whatever function stands between them."""
    people = [PersonId(node.id) for node in circle if node.kind == "person"]
    steps = pairwise([*people[1:], blocker.waiter])
    found = (blocker, *(waits.between(work, one, next_)[0] for one, next_ in steps))
    return Circle(found, _easiest(work, found))


def _was_there(work: Work, blocker: Blocker, behind: PersonId) -> bool:
    """By another wait of the same person, which at least as many know of."""
    owners = work.records.owners.accepted().items()
    answers_for = [function for function, one in owners if one.whom == behind]
    node = waited_on(blocker).id
    return work.records.ledger.also_on(blocker, node, behind, answers_for=answers_for)


def _easiest(work: Work, waits: tuple[Blocker, ...]) -> BlockerId:
    """Of those whose next person is around today: the one that usually takes the least work.

    Where that is not known, or the same, the youngest: nobody has settled into it yet.
    """
    usual = {function: _usual_work(work, function) for function in {one.function for one in waits}}

    def rank(wait: Blocker) -> tuple[bool, float, float]:
        behind = in_the_end(work, wait)
        away = behind is None or absence(work, behind, today(work, behind)) is not None
        return away, usual[wait.function], -wait.since.timestamp()

    return min(waits, key=rank).id


def _usual_work(work: Work, function: str) -> float:
    """Seconds; infinite while nobody has told."""
    efforts = work.records.ledger.last_efforts(function, size=_LATEST)
    told = [WORK[effort].total_seconds() for effort in efforts if effort in WORK]
    return median(told) if told else inf
