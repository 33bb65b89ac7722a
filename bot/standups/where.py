"""Which team a person means: the channel's; in a DM the one they have, or one to be chosen."""

from bot.standups.feature import NAME
from bot.standups.refusals import NoTeam
from bot.teams import is_small, team_of, teams_of
from bot.world import Work
from storage.teams import Team
from storage.types import ChannelId, PersonId, TeamId


def teams_meant(work: Work, *, channel: ChannelId, person: PersonId) -> list[Team]:
    """One for a channel that has a team; in a DM all of the person's that hold standups, or all."""
    if not is_small(work.records.channels.get(channel)):
        here = work.records.teams.of_channel(channel)
        return [] if here is None else [here]
    mine = teams_of(work, person)
    held = [team for team in mine if _is_on(work, team)]
    return held or mine


def team_here(work: Work, *, channel: ChannelId, person: PersonId) -> Team:
    """The channel's team, made with this person in it; in a DM their only one. Raises NoTeam."""
    if not is_small(work.records.channels.get(channel)):
        return team_of(work, channel, person=person)
    found = teams_meant(work, channel=channel, person=person)
    if len(found) != 1:
        raise NoTeam
    return found[0]


def known_team(work: Work, team: str) -> Team:
    """Of a button. Raises NoTeam."""
    found = work.records.teams.get(TeamId(team))
    if found is None:
        raise NoTeam
    return found


def _is_on(work: Work, team: Team) -> bool:
    rhythm = work.records.rhythms.get(team.id, NAME)
    return rhythm is not None and rhythm.on
