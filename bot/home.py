"""What a person finds when they open us, or ask about their team: all of it in one screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot import blockers, reviews
from bot.errors import NotAMember, NoTeamHere, SeveralTeams
from bot.pairs import Mine, mine
from bot.people import may_use
from bot.reviews import ReviewCard
from bot.rhythms import Feature, described, team_in
from bot.teams import is_small, teams_of
from bot.told import Card, Told
from bot.world import Work
from storage.types import ChannelId, PersonId

_NOWHERE = ChannelId("")


@dataclass(frozen=True, slots=True)
class Home:
    waiting_on_me: tuple[Card, ...]
    mine: tuple[Card, ...]
    teams: tuple[Mapping[str, Any], ...]
    paired: Mine | None = None
    to_review: tuple[ReviewCard, ...] = ()  # theirs to act on, the oldest first


def home_of(work: Work, features: Mapping[str, Feature], person: PersonId) -> Home | None:
    """None for people whom we do not serve."""
    if not may_use(work.records.people.get(person), work.records.workspace):
        return None
    return Home(
        waiting_on_me=blockers.listed(work, "waiting", person=person, channel=_NOWHERE).cards,
        mine=blockers.listed(work, "mine", person=person, channel=_NOWHERE).cards,
        teams=tuple(described(work, features, team, person) for team in teams_of(work, person)),
        paired=mine(work, person),
        to_review=tuple(reviews.to_act(work, person)),
    )


def team_screen(
    work: Work, features: Mapping[str, Feature], channel: ChannelId, by: PersonId
) -> Told:
    """This channel's team; in a DM each of the person's teams. Raises NoTeamHere, NotAMember."""
    if not may_use(work.records.people.get(by), work.records.workspace):
        raise NotAMember
    if is_small(work.records.channels.get(channel)):
        teams = teams_of(work, by)
    else:
        teams = [team_in(work, channel, by)]
    shown = [described(work, features, team, by) for team in teams]
    return Told("rhythm.team", None, {"teams": shown})


def place_of(work: Work, channel: ChannelId, by: PersonId) -> ChannelId:
    """This channel; in a DM that of the person's only team. Raises NoTeamHere, SeveralTeams."""
    if not is_small(work.records.channels.get(channel)):
        return channel
    mine = teams_of(work, by)
    if len(mine) > 1:
        raise SeveralTeams
    if not mine:
        raise NoTeamHere
    return mine[0].channel
