"""Who is to act on a review, worked out from all that happened to it; and how far it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.reviews.acts import APPROVED, HERS, PENDING, Life, Sitting, live
from bot.reviews.events import Event
from storage.reviews import AUTHOR, NOBODY, REVIEWERS
from storage.types import PersonId


@dataclass(frozen=True, slots=True)
class Turn:
    who: str = NOBODY
    people: tuple[PersonId, ...] = ()  # the one who has been waited for longest first
    since: datetime | None = None
    may_be_nudged: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    state: str  # open, draft, lost, approved; done, merged, closed, withdrawn
    turn: Turn
    heard: datetime
    ended: datetime | None
    sittings: Mapping[PersonId, Sitting]
    rounds: int  # so often the reviewers had it
    answered: datetime | None  # the first time
    approved: datetime | None
    comments: int
    nudges: Mapping[PersonId, int]  # since anything moved
    nudged: datetime | None  # when last
    held: Mapping[PersonId, str]  # until which date, as they said
    hosted: bool  # its code host tells us of it


def standing(
    author: PersonId | None, history: Iterable[Event], *, opened: datetime, wanted: int = 1
) -> Standing:
    """`history`: in the order in which it happened."""
    life = Life(author, wanted, opened)
    for event in history:
        live(life, event)
    state = _state(life)
    return Standing(
        state=state,
        turn=_turn(life),
        heard=life.heard,
        ended=life.approved if state == "done" and life.ended is None else _ended_at(life),
        sittings={one.person: one for one in life.sittings.values() if one.person},
        rounds=life.rounds,
        answered=life.answered,
        approved=life.approved if _is_approved(life) else None,
        comments=life.comments,
        nudges=life.nudges,
        nudged=life.nudged,
        held=life.held,
        hosted=life.hosted,
    )


def _state(life: Life) -> str:
    """Where no code host tells of a merge, what is approved is done."""
    if life.ended is not None:
        return life.ended[0]
    if life.draft:
        return "draft"
    if life.lost:
        return "lost"
    if not _is_approved(life):
        return "open"
    return "approved" if life.hosted else "done"


def _ended_at(life: Life) -> datetime | None:
    return None if life.ended is None else life.ended[1]


def _is_approved(life: Life) -> bool:
    """By as many as were asked, by whomever; unless one was asked once more since."""
    sittings = life.sittings.values()
    if any(one.state in HERS for one in sittings):
        return False
    approvals = sum(one.state == APPROVED for one in sittings)
    asked_since = any(
        one.state in PENDING and life.approved is not None and one.since > life.approved
        for one in sittings
    )
    needed = max(life.wanted, sum(one.named for one in sittings))
    return not asked_since and approvals >= needed


def _turn(life: Life) -> Turn:
    if life.ended is not None or life.draft or life.lost:
        return Turn()
    writer = () if life.author is None else (life.author,)
    hers = [one.since for one in life.sittings.values() if one.state in HERS]
    if hers:
        return Turn(AUTHOR, writer, min(hers), may_be_nudged=True)
    if _is_approved(life):
        return Turn(AUTHOR, writer, life.approved) if life.hosted else Turn()
    asked = sorted(
        (one for one in life.sittings.values() if one.state in PENDING),
        key=lambda one: one.since,
    )
    if not asked:
        return Turn()
    people = tuple(one.person for one in asked if one.person is not None)
    return Turn(REVIEWERS, people, asked[0].since, may_be_nudged=True)
