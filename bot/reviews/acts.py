"""What each fact does to a review's life: who sits at it, since when, and with which answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.reviews import events
from bot.reviews.events import Event, is_activity
from storage.types import PersonId

ASKED, TAKEN = "asked", "accepted"
LOOKED, CHANGES, APPROVED = "commented", "changes", "approved"
PENDING = (ASKED, TAKEN)
_ANSWERED = (LOOKED, CHANGES, APPROVED)
HERS = (LOOKED, CHANGES)  # the author answers these


@dataclass(frozen=True, slots=True)
class Sitting:
    """One reviewer, by id, or by account while nobody linked it."""

    state: str
    since: datetime
    person: PersonId | None
    named: bool  # was asked; who came by themselves is nobody's to wait for
    first_answer: datetime | None = None


@dataclass
class Life:
    author: PersonId | None
    wanted: int
    heard: datetime
    sittings: dict[str, Sitting] = field(default_factory=dict)
    draft: bool = False
    lost: bool = False
    ended: tuple[str, datetime] | None = None
    rounds: int = 1
    back: bool = False  # a reviewer answered, and the author did not come back yet
    answered: datetime | None = None
    approved: datetime | None = None
    comments: int = 0
    nudges: dict[PersonId, int] = field(default_factory=dict)
    nudged: datetime | None = None
    held: dict[PersonId, str] = field(default_factory=dict)
    hosted: bool = False


Act = Callable[[Life, Event], None]


def live(life: Life, event: Event) -> None:
    life.hosted = life.hosted or bool(event.key)
    if event.by_bot:
        return
    act = _ACTS.get(event.what)
    if act is not None:
        act(life, event)
    if is_activity(event):
        life.heard = max(life.heard, event.at)
        life.nudges.clear()
        life.nudged = None
        life.held.clear()


def _who(event: Event) -> str:
    return event.by or f"@{event.account}"


def _requested(life: Life, event: Event) -> None:
    whom = event.whom or f"@{event.account}"
    if whom == life.author:
        return
    before = life.sittings.get(whom)
    again = before is not None and before.state in _ANSWERED
    first = before.first_answer if before else None
    if before is None or again:
        life.sittings[whom] = Sitting(ASKED, event.at, event.whom, named=True, first_answer=first)
    if again:
        _comes_back(life)


def _gives_up(life: Life, event: Event) -> None:
    """They, or who is named, look at it no longer; what they approved stays approved."""
    whom = event.whom or event.by or f"@{event.account}"
    sitting = life.sittings.get(whom)
    if sitting is not None and sitting.state != APPROVED:
        del life.sittings[whom]


def _accepted(life: Life, event: Event) -> None:
    """Who was not asked takes a seat by it; who answered before said more than that."""
    before = life.sittings.get(_who(event))
    if before is None and event.by != life.author:
        life.sittings[_who(event)] = Sitting(TAKEN, event.at, event.by, named=True)
    elif before is not None and before.state == ASKED:
        life.sittings[_who(event)] = replace(before, state=TAKEN)


def _answers(state: str) -> Act:
    def act(life: Life, event: Event) -> None:
        if event.by is not None and event.by == life.author:
            return
        before = life.sittings.get(_who(event))
        first = before.first_answer if before and before.first_answer else event.at
        named = before is not None and before.named
        life.sittings[_who(event)] = Sitting(state, event.at, event.by, named, first)
        life.answered = life.answered or event.at
        life.back = True
        if state == APPROVED:
            life.approved = event.at
        else:
            life.comments += _lines_of(event)

    return act


def _lines_of(event: Event) -> int:
    """A review of a code host tells how many lines it is about; all else is one remark."""
    return max(1, int(event.note)) if event.note.isdecimal() else 1


def _comments(life: Life, event: Event) -> None:
    """By the author it is an answer; by a reviewer a question; by others only a word."""
    if event.by is not None and event.by == life.author:
        _author_answers(life, event, (LOOKED,))
        return
    sitting = life.sittings.get(_who(event))
    if sitting is None:
        return
    life.comments += _lines_of(event)
    if sitting.state in PENDING:
        first = sitting.first_answer or event.at
        life.sittings[_who(event)] = replace(
            sitting, state=LOOKED, since=event.at, first_answer=first
        )
        life.answered = life.answered or event.at
        life.back = True


def _pushes(life: Life, event: Event) -> None:
    """A reviewer's own commit answers nobody."""
    if _who(event) not in life.sittings:
        _author_answers(life, event, HERS)


def _author_answers(life: Life, event: Event, states: tuple[str, ...]) -> None:
    answered = {who: one for who, one in life.sittings.items() if one.state in states}
    for who, one in answered.items():
        life.sittings[who] = replace(one, state=ASKED, since=event.at)
    if answered:
        _comes_back(life)


def _comes_back(life: Life) -> None:
    life.rounds += life.back
    life.back = False


def _dismissed(life: Life, event: Event) -> None:
    whom = event.whom or f"@{event.account}"
    sitting = life.sittings.get(whom)
    if sitting is not None and sitting.state in _ANSWERED:
        life.sittings[whom] = replace(sitting, state=ASKED, since=event.at)
        _comes_back(life)


def _drafted(life: Life, event: Event) -> None:
    life.draft = True


def _ready(life: Life, event: Event) -> None:
    """Who was asked before has it from now on."""
    life.draft = False
    _begins_anew(life, event)


def _begins_anew(life: Life, event: Event) -> None:
    for who, one in life.sittings.items():
        if one.state in PENDING:
            life.sittings[who] = replace(one, since=event.at)


def _ends(life: Life, event: Event) -> None:
    """A merge stays one, whatever is closed afterwards."""
    if life.ended is None or event.what == events.MERGED:
        life.ended = (events.ENDINGS[event.what], event.at)


def _reopened(life: Life, event: Event) -> None:
    life.ended = None
    _begins_anew(life, event)


def _lost(life: Life, event: Event) -> None:
    life.lost = True


def _found(life: Life, event: Event) -> None:
    life.lost = False


def _nudged(life: Life, event: Event) -> None:
    if event.whom is not None:
        life.nudges[event.whom] = life.nudges.get(event.whom, 0) + 1
        life.nudged = event.at


def _snoozed(life: Life, event: Event) -> None:
    if event.by is not None:
        life.held[event.by] = event.note


_ACTS: Mapping[str, Act] = {
    events.REQUESTED: _requested,
    events.UNREQUESTED: _gives_up,
    events.DECLINED: _gives_up,
    events.HANDED_ON: _gives_up,
    events.WRONG_PERSON: _gives_up,
    events.ACCEPTED: _accepted,
    events.COMMENTED: _comments,
    events.APPROVED: _answers(APPROVED),
    events.CHANGES: _answers(CHANGES),
    events.TOO_BIG: _answers(CHANGES),
    events.DISMISSED: _dismissed,
    events.PUSHED: _pushes,
    events.READY_AGAIN: _pushes,
    events.DRAFTED: _drafted,
    events.READY: _ready,
    events.REOPENED: _reopened,
    events.LOST: _lost,
    events.FOUND: _found,
    events.NUDGED: _nudged,
    events.SNOOZED: _snoozed,
    **dict.fromkeys(events.ENDINGS, _ends),
}
