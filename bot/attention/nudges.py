"""Nudges: each is said once, at once where that is welcome, else with a morning letter."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.attention.budget import has_room
from bot.attention.reach import reach_of
from bot.calendar import is_working, zone_named
from bot.letters import post
from bot.mornings import put_in
from bot.profiles import (
    absence,
    end_of,
    free_at,
    hours_of,
    next_worked,
    start_of,
    today,
    zone_of,
)
from bot.world import Work
from storage.attention import Nudge
from storage.outbox import INTERACTIVE, SCHEDULED
from storage.types import PersonId

PART = "attention"
_LOOK_BACK = timedelta(days=9)  # a week, and the largest difference between two zones


def nudge(
    work: Work,
    person: PersonId,
    kind: str,
    *,
    subject: str,
    facts: Mapping[str, Any],
    usefulness: int,
    by_name: bool = False,
) -> None:
    """Tell the person once, ever, by a letter of this kind, when their attention allows.

    What a person asked of them by name comes at once within their hours. All else comes at once
    within their hours and the budget, or waits for their next morning letter.
    """
    if work.records.nudges.is_known(person, kind, subject):
        return
    new = _new(work, person, kind, subject, facts)
    decided = _decided(work, replace(new, usefulness=usefulness, by_name=by_name))
    work.records.nudges.add(decided)
    _act(work, decided)


def told_in_form(
    work: Work, person: PersonId, kind: str, *, subject: str, facts: Mapping[str, Any]
) -> None:
    """They read it in a form that they opened, which interrupts nobody; it is not said again."""
    if not work.records.nudges.is_known(person, kind, subject):
        new = _new(work, person, kind, subject, facts)
        work.records.nudges.add(replace(new, state="in_form"))


def decide(work: Work, one: Nudge) -> None:
    """Once more, for one that waited: its hour has come, or moved on."""
    decided = _decided(work, one)
    if work.records.nudges.change(
        one, decided.state, due_at=decided.due_at, said_at=decided.said_at, day=decided.day
    ):
        _act(work, decided)


def welcome_at(work: Work, person: PersonId, kind: str) -> datetime | None:
    """When a letter of this kind, which a person caused by naming them, may reach them.

    For letters that are redrawn later, which no nudge is. None: they muted its kind.
    """
    muted = work.records.profiles.get(person).muted
    return None if reach_of(kind) in muted else free_at(work, person)


def silence(work: Work, one: Nudge) -> str | None:
    """Why it is not said at all: muted, or moot because there is nobody to hear it."""
    person = work.records.people.get(one.person)
    if person is not None and (person.gone or person.bot):
        return "moot"
    muted = work.records.profiles.get(one.person).muted
    return "muted" if reach_of(one.kind) in muted else None


def keep_for_a_morning(work: Work, person: PersonId) -> None:
    """What was kept goes with their next morning letter."""
    day = _next_morning(work, person)
    keep_until(work, person, day, start_of(work, person, day))


def say_in_the_morning(
    work: Work, person: PersonId, *, part: str, subject: str, facts: Mapping[str, Any]
) -> date:
    """A feature's part of their next morning letter, which leaves even for its sake alone."""
    day = _next_morning(work, person)
    keep_until(work, person, day, start_of(work, person, day))
    at = end_of(work, person, day)  # with what we kept, whenever that is
    put_in(work, person, day=day, at=at, part=part, subject=subject, facts=facts, leads=False)
    return day


def keep_until(work: Work, person: PersonId, day: date, at: datetime) -> None:
    """The letter of that day takes it along, and leaves by then for its sake alone."""
    put_in(work, person, day=day, at=at, part=PART, subject="", facts={}, leads=False)


def _new(work: Work, person: PersonId, kind: str, subject: str, facts: Mapping[str, Any]) -> Nudge:
    return Nudge(
        id=work.new_id(),
        person=person,
        kind=kind,
        subject=subject,
        facts=facts,
        usefulness=0,
        by_name=False,
        state="new",
        made_at=work.now,
    )


def _decided(work: Work, one: Nudge) -> Nudge:
    mute = silence(work, one)
    if mute is not None:
        return replace(one, state=mute, due_at=None)
    if one.by_name:
        at = free_at(work, one.person)
        if at > work.now:
            return replace(one, state="waiting", due_at=at)
    elif not is_welcome(work, one.person):
        return replace(one, state="kept")
    day = today(work, one.person)
    return replace(one, state="said", due_at=None, said_at=work.now, day=day)


def _act(work: Work, one: Nudge) -> None:
    if one.state == "kept":
        keep_for_a_morning(work, one.person)
    elif one.state == "said":
        rank = INTERACTIVE if one.by_name else SCHEDULED
        post(work, one.kind, to=one.person, facts=one.facts, asked=one.by_name, rank=rank)


def is_welcome(work: Work, person: PersonId) -> bool:
    """Now, within their hours and the budget: what is not, waits for their morning."""
    zone, day = zone_of(work, person), today(work, person)
    if absence(work, person, day) is not None:
        return False
    if not is_working(work.now, zone=zone, hours=hours_of(work, person)):
        return False
    there = zone_named(zone)
    came = work.records.nudges.said_since(person, work.now - _LOOK_BACK)
    return has_room(day, [frozenset({one.day, one.at.astimezone(there).date()}) for one in came])


def _next_morning(work: Work, person: PersonId) -> date:
    """Today's, if it has yet to leave and is not too late; else that of a working day to come.

    A letter of tomorrow can have left: where they were before, tomorrow had begun.
    """
    day = today(work, person)
    if absence(work, person, day) is None and not work.records.mornings.left(person, day):
        planned = day in work.records.mornings.days_waiting(person)
        latest = end_of(work, person, day) if planned else start_of(work, person, day)
        if work.now < latest:
            return day
    day = next_worked(work, person, day)
    while work.records.mornings.left(person, day):
        day = next_worked(work, person, day)
    return day
