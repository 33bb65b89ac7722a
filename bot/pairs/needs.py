"""Needs: why two should rather meet soon than late, each until it is met once."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.calendar import working_time
from bot.knowledge import knowers
from bot.ledger.legs import is_told
from bot.pairs.inputs import QUARTERS
from bot.pairs.people import Couple
from bot.profiles import hours_of, zone_of
from bot.world import Work
from storage.ledger import Clocked
from storage.pairs import Circle
from storage.types import PersonId, TeamId

PROJECT, LEAVING, SKILL, WAIT = "project", "leaving", "skill", "wait"
_LOOKED_BACK = timedelta(days=90)
_SHORT_FIX = ("minutes", "hours")
_LONG_WAIT = 2  # working days


@dataclass(frozen=True, slots=True)
class Need:
    kind: str
    subject: str  # by which it is known again
    couples: frozenset[Couple]  # any of them ends it
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def quarters(self) -> int:
        """Of the group's size that it counts; what somebody takes with them comes first."""
        return QUARTERS if self.kind == LEAVING else 1


def needs_of(
    work: Work, circle: Circle, people: Collection[PersonId], apart: Collection[Couple]
) -> list[Need]:
    """Open ones of those who take part; none where there is no team."""
    if circle.team is None:
        return []
    ended = work.records.pairs.ended_needs(circle.id)
    found = [
        *_of_projects(work, circle.team, people, apart),
        *_of_skills(work, people),
        *_of_waits(work, circle.team, people),
    ]
    with_couples = (_allowed(one, apart) for one in found)
    return [one for one in with_couples if one.couples and (one.kind, one.subject) not in ended]


def by_couple(needs: Collection[Need]) -> dict[Couple, list[Need]]:
    found: dict[Couple, list[Need]] = {}
    for need in needs:
        for couple in need.couples:
            found.setdefault(couple, []).append(need)
    return found


def _of_projects(
    work: Work, team: TeamId, people: Collection[PersonId], apart: Collection[Couple]
) -> Iterator[Need]:
    """A project that one person knows goes to whoever knows the fewest so far."""
    leaving = work.records.pair_wishes.leaving()
    known = knowers(work, team)
    count = {one: sum(one in who for who in known.values()) for one in people}
    for project, who in sorted(known.items()):
        stay = who - leaving.keys()
        is_leaving = not stay and len(who) >= 1
        knower = min(who & set(people) if is_leaving else stay, default=None)
        if knower not in count or len(stay) > 1:
            continue
        learners = [
            one
            for one in people
            if one not in who and one not in leaving and frozenset((one, knower)) not in apart
        ]
        if not learners:
            continue
        learner = min(learners, key=lambda one: (count[one], one))
        count[learner] += 1
        yield Need(
            LEAVING if is_leaving else PROJECT,
            f"{project}:{knower}",
            frozenset({frozenset((knower, learner))}),
            {"project": project, "knower": knower, "learner": learner},
        )


def _of_skills(work: Work, people: Collection[PersonId]) -> Iterator[Need]:
    teachers: dict[str, list[PersonId]] = {}
    for one in people:
        for function in work.records.profiles.get(one).skills:
            teachers.setdefault(function, []).append(one)
    for wish in work.records.pair_wishes.wishes(people):
        others = [one for one in teachers.get(wish.function, ()) if one != wish.person]
        yield Need(
            SKILL,
            f"{wish.person}:{wish.function}:{wish.at.isoformat()}",
            frozenset(frozenset((wish.person, one)) for one in others),
            {"function": wish.function, "learner": wish.person},
        )


def _of_waits(work: Work, team: TeamId, people: Collection[PersonId]) -> Iterator[Need]:
    """A short fix that somebody waited long for: learn to do it, with who can."""
    since = work.now - _LOOKED_BACK
    here = set(people)
    for wait in work.records.ledger.touching(since, work.now, team=team):
        if wait.waiter in here and _was_long_for_little(work, wait):
            teachers = _who_can(work, wait, here)
            yield Need(
                WAIT,
                wait.id,
                frozenset(frozenset((wait.waiter, one)) for one in teachers),
                {"function": wait.function, "learner": wait.waiter, "blocker": wait.id},
            )


def _was_long_for_little(work: Work, wait: Clocked) -> bool:
    if wait.ended_at is None or wait.effort not in _SHORT_FIX or not is_told(wait):
        return False
    hours = hours_of(work, wait.waiter)
    waited = working_time(wait.since, wait.ended_at, zone=zone_of(work, wait.waiter), hours=hours)
    return waited >= _LONG_WAIT * hours.length


def _who_can(work: Work, wait: Clocked, here: Collection[PersonId]) -> set[PersonId]:
    """Its owner or who ended it, as far as they take part; and who can do that work."""
    blocker = work.records.blockers.get(wait.id)
    hands = set() if blocker is None else {blocker.owner, blocker.helper}
    able = {one for one in here if wait.function in work.records.profiles.get(one).skills}
    return {one for one in here if one in hands | able} - {wait.waiter}


def _allowed(need: Need, apart: Collection[Couple]) -> Need:
    left = frozenset(one for one in need.couples if one not in apart)
    return Need(need.kind, need.subject, left, need.facts)
