"""What comes next while a wait lasts: whom to ask what, and when silence makes it unconfirmed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

# Questions, each put once; those about silence once for each silence. In working days of whoever
# is asked.
OWNER, WAITER = "owner", "waiter"  # the wait grows old: after one day, and after three
OWNER_AGAIN, WAITER_AGAIN = "owner_again", "waiter_again"  # and after seven once more
PROMISE = "promise"  # the date that was given is over; a form that they open may ask it before
WAITER_QUIET, OWNER_QUIET = "waiter_quiet", "owner_quiet"
UNCONFIRMED = "unconfirmed"  # no question: nobody answered
TO_OWNER = (OWNER, OWNER_AGAIN, OWNER_QUIET, PROMISE)
TO_WAITER = (WAITER, WAITER_AGAIN, WAITER_QUIET)
QUESTIONS = TO_OWNER + TO_WAITER

AFTER: Mapping[str, float] = {OWNER: 1, WAITER: 3, OWNER_AGAIN: 7, WAITER_AGAIN: 7}
QUIET = 7  # so long nobody says a word
TO_ANSWER = 2
BETWEEN = 1  # two questions about the same wait to the same person
AFTER_A_MORNING = 0.5  # whose form may ask them first
AFTER_SPEAKING = 0.5  # whoever just spoke of it is not asked about it

Days = Callable[[datetime, float], datetime]  # so many working days of one person later


@dataclass(frozen=True, slots=True)
class Side:
    """The waiter or the one waited on, as far as asking them goes."""

    days: Days
    may_be_asked: bool
    since: datetime  # when it became theirs: reported, opened again, told to them
    spoke: datetime | None  # when they last did something about it


@dataclass(frozen=True, slots=True)
class Standing:
    """All that decides about an open wait. `asked` is for each question when it was last put."""

    waiter: Side
    owner: Side
    heard: datetime  # the last sign of life of anybody
    promised: datetime | None  # the end of the day that was promised
    asked: Mapping[str, datetime]
    promise_asked: bool = False  # that this very date passed


@dataclass(frozen=True, slots=True)
class Step:
    what: str
    at: datetime


def next_step(standing: Standing, now: datetime) -> Step:
    """The earliest; of what is late already the later questions, for they hold the earlier ones."""
    steps = sorted(_steps(standing), key=lambda step: step.at)
    passed_over = {
        early
        for early, late in ((OWNER, OWNER_AGAIN), (WAITER, WAITER_AGAIN))
        if any(step.what == late and step.at <= now for step in steps)
    }
    return next(step for step in steps if step.what not in passed_over)


def _steps(standing: Standing) -> Iterator[Step]:
    """Always at least that it turns unconfirmed one day, or a question before that."""
    yield from _old(standing, standing.owner, OWNER, OWNER_AGAIN)
    yield from _old(standing, standing.waiter, WAITER, WAITER_AGAIN)
    if standing.promised and not standing.promise_asked and standing.owner.may_be_asked:
        yield Step(PROMISE, standing.owner.days(standing.promised, AFTER_A_MORNING))
    yield _silent(standing)


def _old(standing: Standing, side: Side, first: str, again: str) -> Iterator[Step]:
    if not side.may_be_asked or again in standing.asked:
        return
    yield Step(again, _not_too_soon(standing, side, side.days(side.since, AFTER[again])))
    if first not in standing.asked and (first == WAITER or standing.promised is None):
        yield Step(first, _not_too_soon(standing, side, side.days(side.since, AFTER[first])))


def _silent(standing: Standing) -> Step:
    """The waiter first, then the one waited on, then nobody is left to ask."""
    heard = max(standing.heard, standing.promised or standing.heard)
    waiter = _asked_since(standing, heard, WAITER_QUIET, WAITER_AGAIN)
    owner = _asked_since(standing, heard, OWNER_QUIET, OWNER_AGAIN)
    at = standing.waiter.days(heard, QUIET)
    if waiter is None and standing.waiter.may_be_asked:
        return Step(WAITER_QUIET, _not_too_soon(standing, standing.waiter, at))
    if waiter is not None:
        at = max(at, standing.waiter.days(waiter, TO_ANSWER))
    if owner is None and standing.owner.may_be_asked:
        return Step(OWNER_QUIET, _not_too_soon(standing, standing.owner, at))
    if owner is not None:
        at = max(at, standing.owner.days(owner, TO_ANSWER))
    return Step(UNCONFIRMED, at)


def _asked_since(standing: Standing, heard: datetime, *questions: str) -> datetime | None:
    """When the last of these was put into this silence."""
    put = [standing.asked[one] for one in questions if one in standing.asked]
    return max((at for at in put if at >= heard), default=None)


def _not_too_soon(standing: Standing, side: Side, at: datetime) -> datetime:
    """Not before a promised date is over, nor just after they were asked or spoke."""
    whose = TO_OWNER if side is standing.owner else TO_WAITER
    asked = [put for what, put in standing.asked.items() if what in whose]
    held = [at]
    held.extend(side.days(one, BETWEEN) for one in asked)
    if side.spoke is not None:
        held.append(side.days(side.spoke, AFTER_SPEAKING))
    if standing.promised is not None:
        held.append(side.days(standing.promised, BETWEEN))
    return max(held)
