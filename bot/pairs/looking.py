"""Looking: a pair as its people see it, whole and true now; and whom somebody met before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.blockers.meeting import times_for_both
from bot.knowledge import sole_knowers
from bot.pairs.dropping import running
from bot.pairs.feature import NAME, SPARE
from bot.pairs.making import LEADS
from bot.pairs.people import hours_of
from bot.profiles import zone_of
from bot.rhythms import next_of
from bot.teams import teams_of
from bot.told import Told, name_of
from bot.world import Work
from storage.blockers import Blocker
from storage.outbox import Letter
from storage.pairs_rounds import Pairing, Round
from storage.reviews import Review
from storage.types import PersonId, TeamId

MOST_SHOWN = 3
MOST_PAST = 12
PROGRAMMING = "programming"


@dataclass(frozen=True, slots=True)
class Shown:
    """One pair, for the two of it."""

    pairing: Pairing
    people: tuple[PersonId, ...]  # who leads comes first
    names: Mapping[PersonId, str]
    kind: str  # programming, review, spare
    is_across: bool
    times: tuple[datetime, ...]
    reviews: tuple[Review, ...]  # open between them
    projects: tuple[tuple[str, PersonId], ...]  # that one of them alone knows
    waits: tuple[tuple[Blocker, PersonId], ...]  # of one, that the other can end

    @property
    def is_on(self) -> bool:
        return self.pairing.state == "on" and len(self.people) > 1


@dataclass(frozen=True, slots=True)
class Alone:
    """Somebody without a partner in a round."""

    round: Round
    person: PersonId
    why: str  # bye, alone, left


@dataclass(frozen=True, slots=True)
class Mine:
    """What `/pair` shows."""

    pairs: tuple[Shown, ...]
    loose: bool  # in a round, without a partner
    next: date | None  # of the next round
    teams: int  # whose pairs they take part in


@dataclass(frozen=True, slots=True)
class Past:
    day: date
    others: tuple[PersonId, ...]
    answer: str | None


def shown(work: Work, pairing: Pairing) -> Shown:
    round_ = work.records.pair_rounds.get(pairing.round)
    places = work.records.pair_rounds.together(pairing.id)
    people = [one.person for one in sorted(places, key=lambda one: (one.role != LEADS, one.person))]
    circle = None if round_ is None else work.records.pairs.circle(round_.circle)
    team = None if circle is None else circle.team
    pair = people if len(people) > 1 else []
    return Shown(
        pairing=pairing,
        people=tuple(people),
        names={one: name_of(work, one) for one in people},
        kind=_kind(round_),
        is_across=circle is not None and team is None,
        times=_times(work, pair),
        reviews=tuple(_reviews(work, pair)),
        projects=tuple(_projects(work, team, pair)),
        waits=tuple(_waits(work, pair)),
    )


def compose(work: Work, letter: Letter) -> tuple[None, dict[str, Any]] | None:
    """Of a letter about a pair; a new one is moot where the pair is off by now."""
    pairing = work.records.pair_rounds.pairing(letter.facts["pairing"])
    if pairing is None:
        return None
    found = shown(work, pairing)
    if letter.verb == "post" and not found.is_on:
        return None
    return None, {"pair": found}


def compose_alone(work: Work, letter: Letter) -> tuple[None, dict[str, Any]] | None:
    """Moot where they have somebody by now, or left."""
    facts = letter.facts
    round_ = work.records.pair_rounds.get(facts["round"])
    person = PersonId(facts["person"])
    place = None if round_ is None else work.records.pair_rounds.place_of(round_.id, person)
    if round_ is None or place is None or place.state != "loose":
        return None
    return None, {"alone": Alone(round_, person, facts["why"])}


def mine(work: Work, person: PersonId) -> Mine:
    places = running(work, person)
    ids = [place.pairing for _, place in places if place.state == "paired" and place.pairing]
    pairings = [work.records.pair_rounds.pairing(one) for one in ids]
    rhythms = [work.records.rhythms.get(team.id, NAME) for team in teams_of(work, person)]
    said = [
        one
        for one in rhythms
        if one is not None
        and one.on
        and (taking := work.records.rhythms.participants(one.team, NAME).get(person))
        and taking.takes_part
    ]
    zone = zone_of(work, person)
    coming = [day.date for one in said for day in next_of(one, zone, work.now, 1)]
    return Mine(
        pairs=tuple(shown(work, one) for one in pairings if one is not None and one.state == "on"),
        loose=any(place.state == "loose" for _, place in places),
        next=min(coming, default=None),
        teams=len(said),
    )


def history(work: Work, person: PersonId) -> list[Past]:
    """The latest first."""
    found = []
    for place in work.records.pair_rounds.of_person(person, since=None, most=MOST_PAST):
        round_ = work.records.pair_rounds.get(place.round)
        if round_ is None or place.pairing is None or place.state != "paired":
            continue
        pairing = work.records.pair_rounds.pairing(place.pairing)
        together = work.records.pair_rounds.together(place.pairing)
        others = tuple(one.person for one in together if one.person != person)
        answer = None if pairing is None else pairing.answer
        found.append(Past(round_.date, others, answer))
    return found


def value_of(work: Work, told: Told, for_: str) -> object:
    """What an answer needs beside its facts, true as it is said."""
    person = PersonId(for_)
    if told.what == "pairs.mine":
        return mine(work, person)
    if told.what == "pairs.history":
        return history(work, person)
    pairing = told.facts.get("pairing")
    if pairing:
        found = work.records.pair_rounds.pairing(str(pairing))
        return None if found is None else shown(work, found)
    return None


def _kind(round_: Round | None) -> str:
    """As the round was made."""
    if round_ is None or round_.kind == SPARE:
        return SPARE
    return str((round_.inputs or {}).get("kind", PROGRAMMING))


def _times(work: Work, people: Sequence[PersonId]) -> tuple[datetime, ...]:
    if not people:
        return ()
    return tuple(times_for_both(work.now, *(hours_of(work, one) for one in people)))


def _reviews(work: Work, people: Sequence[PersonId]) -> list[Review]:
    found = [
        review
        for number, one in enumerate(people)
        for other in people[number + 1 :]
        for review in work.records.reviews.between(one, other)
    ]
    return found[:MOST_SHOWN]


def _projects(
    work: Work, team: TeamId | None, people: Sequence[PersonId]
) -> list[tuple[str, PersonId]]:
    """What one member of the team alone knows, and here is somebody to show it to."""
    if team is None:
        return []
    found = [(name, who) for name, who in sole_knowers(work, team).items() if who in people]
    return found[:MOST_SHOWN]


def _waits(work: Work, people: Sequence[PersonId]) -> list[tuple[Blocker, PersonId]]:
    """Told to both of them anyway: put to the other, or on what the other can do and all read."""
    found = []
    for blocker in work.records.ledger.waits_of(people) if people else []:
        for other in people:
            if other != blocker.waiter and _can_end(work, blocker, other):
                found.append((blocker, other))
                break
    return found[:MOST_SHOWN]


def _can_end(work: Work, blocker: Blocker, other: PersonId) -> bool:
    if blocker.told != "yes" or blocker.audience == "me":
        return False
    if other in (blocker.owner, blocker.put_to, blocker.helper):
        return True
    in_channel = blocker.audience == "channel"
    is_member = other in work.records.teams.members(blocker.team)
    return in_channel and is_member and blocker.function in work.records.profiles.get(other).skills
