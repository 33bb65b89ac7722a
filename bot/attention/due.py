"""What waited for its hour: questions by name, and the morning letters with what was kept."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot import mornings
from bot.attention.company import asked_at
from bot.attention.nudges import PART, decide, keep_for_a_morning, keep_until, silence
from bot.deliveries import Composers
from bot.profiles import absence, end_of, today
from bot.rhythms import Feature
from bot.told import Card
from bot.world import Work
from storage.attention import Nudge
from storage.outbox import Letter
from storage.types import LetterId, PersonId

MOST_IN_A_LETTER = 5
_AT_ONCE = 20  # a unit, so that whoever types meanwhile does not wait for all of them


_NO_RHYTHMS: Mapping[str, Feature] = {}


def do_due(work: Work, features: Mapping[str, Feature] = _NO_RHYTHMS) -> bool:
    """A few of those that are due now; False when there were none."""
    waiting = work.records.nudges.due(work.now, size=_AT_ONCE)
    for one in waiting:
        decide(work, one)
    letters = work.records.mornings.due(work.now, size=_AT_ONCE)
    for person, day in letters:
        if not _waits_for_company(work, person, day, features):
            _send(work, person, day)
    return bool(waiting or letters)


def next_due(work: Work) -> datetime | None:
    """When something is due; a moment that has passed means now."""
    found = (work.records.nudges.next_due(), work.records.mornings.next_due())
    return min((at for at in found if at is not None), default=None)


def _waits_for_company(
    work: Work, person: PersonId, day: date, features: Mapping[str, Feature]
) -> bool:
    """What was kept does not go alone on a day on which a standup brings a letter anyway."""
    if any(one.leads for one in work.records.mornings.parts(person, day)):
        return False
    at = asked_at(work, person, day, features)
    if at is not None:
        keep_until(work, person, day, at)
    return at is not None


def _send(work: Work, person: PersonId, day: date) -> None:
    is_new = not work.records.mornings.left(person, day)
    if not work.records.mornings.leave(person, day, at=work.now):
        return  # another process sends it
    told = _tell(work, person, day, most=MOST_IN_A_LETTER if is_new else 0)
    parts = work.records.mornings.parts(person, day)
    if told or any(one.part != PART for one in parts):
        mornings.send(work, person, day)


def _tell(work: Work, person: PersonId, day: date, *, most: int) -> int:
    """Let the letter say what was kept, most useful first; what does not fit waits for the next.

    A letter that left before says no more: nobody is told of its change.
    """
    room = most if _may_hear(work, person, day) else 0
    told = left = 0
    for one in work.records.nudges.kept(person):
        mute = silence(work, one)
        if mute is not None:
            work.records.nudges.change(one, mute)
        elif told < room:
            told += work.records.nudges.change(one, "told", said_at=work.now, day=day)
        else:
            left += 1
    if left:
        keep_for_a_morning(work, person)
    return told


def _may_hear(work: Work, person: PersonId, day: date) -> bool:
    """The letter can be late, or they may have gone away since it was planned."""
    if day != today(work, person) or absence(work, person, day) is not None:
        return False
    return work.now < end_of(work, person, day)


def compose(
    work: Work, person: PersonId, day: date, composers: Composers
) -> list[tuple[str, Card | None, Mapping[str, Any]]] | None:
    """What the letter of that day tells of what was kept, by kind; without what is moot by now."""
    found = []
    for one in work.records.nudges.told_on(person, day):
        content = composers[one.kind](work, _as_letter(one))
        if content is not None:
            found.append((one.kind, *content))
    return found or None


def _as_letter(nudge: Nudge) -> Letter:
    """As it would be told alone."""
    return Letter(
        id=LetterId(nudge.id),
        verb="post",
        kind=nudge.kind,
        conversation=nudge.person,
        facts=nudge.facts,
        made_at=nudge.made_at,
        not_before=nudge.made_at,
        asked=nudge.by_name,
    )
