"""What an answer about reviews shows: looked up for its reader as it is said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.knowledge import knowers
from bot.reviews import stats
from bot.reviews.cards import ReviewCard, card_of, cards_of, to_act
from bot.reviews.feature import ways_of
from bot.reviews.find import may_see
from bot.told import Told
from bot.world import Work
from storage.types import PersonId, ReviewId, TeamId

MOST = 10


@dataclass(frozen=True, slots=True)
class Said:
    """One review and what was done; without a card the facts say it all."""

    what: str
    facts: Mapping[str, Any]
    card: ReviewCard | None = None
    state: str = "on"  # of the team's reviews: on, off, unsaid


@dataclass(frozen=True, slots=True)
class Listed:
    which: str  # list, mine, team
    to_act: tuple[ReviewCard, ...]  # by the reader
    others: tuple[ReviewCard, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Figures:
    team: stats.Stats | None
    mine: stats.Mine


@dataclass(frozen=True, slots=True)
class Projects:
    """A team's projects, with how many know each; of those that one person knows, whether it is
    the reader."""

    what: str
    facts: Mapping[str, Any]
    known: tuple[tuple[str, int, bool], ...]


Value = Said | Listed | Figures | Projects
_Look = Callable[[Work, Mapping[str, Any], PersonId], Value]


def value_of(work: Work, told: Told, person: PersonId) -> Value:
    """The value that the view of this answer is a function of."""
    look = _LOOKS.get(told.what)
    if look is not None:
        return look(work, told.facts, person)
    if told.what.startswith("review.project"):
        return _projects(work, told.what, told.facts, person)
    return _said(work, told.what, told.facts, person)


def _said(work: Work, what: str, facts: Mapping[str, Any], person: PersonId) -> Said:
    review = work.records.reviews.get(ReviewId(facts.get("review", "")))
    if review is None or not may_see(work, review, person):
        return Said(what, facts)
    state = ways_of(work, review.team).state
    return Said(what, facts, card_of(work, review, person), state)


def _listed(work: Work, facts: Mapping[str, Any], person: PersonId) -> Listed:
    which, whose = ("mine", {"person": person})
    if facts["which"] != "mine":
        which, whose = ("team", {"team": facts["team"]})
    found = work.records.reviews.listed(which, **whose)
    hers = to_act(work, person)
    ids = {one.review.id for one in hers}
    others = [one for one in found if one.id not in ids]
    shown = cards_of(work, others[: max(MOST - len(hers), 0)], person)
    return Listed(facts["which"], tuple(hers[:MOST]), tuple(shown), len(hers) + len(others))


def _figures(work: Work, facts: Mapping[str, Any], person: PersonId) -> Figures:
    team = facts.get("team")
    found = None if team is None else stats.team_stats(work, TeamId(team))
    return Figures(found, stats.mine(work, person))


def _projects(work: Work, what: str, facts: Mapping[str, Any], person: PersonId) -> Projects:
    who = knowers(work, TeamId(facts["team"]))
    known = tuple((name, len(people), person in people) for name, people in who.items())
    return Projects(what, facts, known)


_LOOKS: Mapping[str, _Look] = {"review.listed": _listed, "review.stats": _figures}
