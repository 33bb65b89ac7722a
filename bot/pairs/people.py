"""Who rotates in a circle, who of them is there in a round, and when each of them works."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from bot import profiles
from bot.blockers.meeting import Hours
from bot.pairs.feature import FREE, KEEP, NAME, Ways
from bot.pairs.hours import Stretch, stretches
from bot.people import may_use, names_in
from bot.rhythms import taking_part
from bot.world import Work
from storage.pairs import Circle
from storage.pairs_rounds import Round
from storage.rhythms import Participant
from storage.teams import Team
from storage.types import PersonId

ACROSS = "across"  # the circle of everybody who likes to meet other teams
_LEAST_DAYS = 2  # of a round that one must work to be in it, where it has as many
_DAY = timedelta(days=1)
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
Couple = frozenset[PersonId]


@dataclass(frozen=True, slots=True)
class Present:
    person: PersonId
    works: tuple[Stretch, ...]  # in the days of the round


def members(work: Work, circle: Circle) -> list[PersonId]:
    """In an order of their own."""
    team = team_of(work, circle)
    if team is not None:
        return taking_part(work, team, NAME)
    wanting = work.records.pair_wishes.across()
    return sorted(one for one in wanting if _is_served(work, one))


def team_of(work: Work, circle: Circle) -> Team | None:
    return None if circle.team is None else work.records.teams.get(circle.team)


def present(work: Work, circle: Circle, round_: Round, people: Iterable[PersonId]) -> list[Present]:
    """Who is away, or leaves, or works too few of its days is not in the round."""
    leaving = work.records.pair_wishes.leaving()
    said = {} if circle.team is None else work.records.rhythms.participants(circle.team, NAME)
    found = []
    for person in people:
        until = min(leaving.get(person, round_.until), round_.until)
        days = _days(work, person, round_, until, said.get(person))
        if len(days) >= min(_LEAST_DAYS, (round_.until - round_.date).days):
            found.append(Present(person, _works(work, person, days)))
    return found


def hours_of(work: Work, person: PersonId) -> Hours:
    return Hours(profiles.zone_of(work, person), profiles.hours_of(work, person))


def apart(work: Work, circle: Circle, ways: Ways, people: Collection[PersonId]) -> set[Couple]:
    """Who must not meet: each other's never, groups, and across teams who are in one."""
    here = set(people)
    nevers = work.records.pair_wishes.nevers()
    found = {frozenset(two) for two in nevers if set(two) <= here}
    team = team_of(work, circle)
    if team is None:
        return found | _of_one_team(work, people)
    if ways.grouping == FREE or not ways.groups:
        return found
    group = _groups(work, team, ways)
    keep = ways.grouping == KEEP
    for one, other in combinations(sorted(here), 2):
        alike = group.get(one) == group.get(other)
        if alike != keep:
            found.add(frozenset((one, other)))
    return found


def _groups(work: Work, team: Team, ways: Ways) -> Mapping[PersonId, str]:
    """The group of each who stands in one; of two, the first."""
    names = names_in(work, team.channel)
    found: dict[PersonId, str] = {}
    for number, line in enumerate(ways.groups):
        for name in line:
            mention = _MENTION.fullmatch(name)
            person = mention[1] if mention else names.get(name.removeprefix("@").lower())
            if person:
                found.setdefault(PersonId(person), f"{number}")
    return found


def _of_one_team(work: Work, people: Collection[PersonId]) -> set[Couple]:
    teams = {one: {team.id for team in work.records.teams.of_person(one)} for one in people}
    return {
        frozenset((one, other))
        for one, other in combinations(sorted(people), 2)
        if teams[one] & teams[other]
    }


def _days(
    work: Work, person: PersonId, round_: Round, until: date, said: Participant | None
) -> list[date]:
    """Of the round, those that they work."""
    first = round_.date
    if said is not None and said.away_until is not None:
        first = max(first, said.away_until)
    days = (first + number * _DAY for number in range(max((until - first).days, 0)))
    return [day for day in days if profiles.absence(work, person, day) is None]


def _works(work: Work, person: PersonId, days: list[date]) -> tuple[Stretch, ...]:
    hours = hours_of(work, person)
    return tuple(one for day in days for one in stretches(hours, day, day + _DAY))


def _is_served(work: Work, person: PersonId) -> bool:
    return may_use(work.records.people.get(person), work.records.workspace)
