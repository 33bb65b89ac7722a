"""Who may change what touches others: the keeper of the team, or who administers the workspace."""

from bot.errors import NotAMember, NoTeamHere, NotTheKeeper
from bot.people import may_use
from bot.told import Told
from bot.world import Work
from storage.people import Person
from storage.teams import Team
from storage.types import ChannelId, PersonId


def team_in(work: Work, channel: ChannelId, by: PersonId) -> Team:
    """The team of the channel. Raises NoTeamHere, NotAMember."""
    if not may_use(work.records.people.get(by), work.records.workspace):
        raise NotAMember
    place = work.records.channels.get(channel)
    team = work.records.teams.of_channel(channel)
    if team is None or (place is not None and place.kind in ("dm", "group")):
        raise NoTeamHere
    return team


def may_change(work: Work, team: Team, by: PersonId) -> bool:
    """Where the keeper has left, any member may."""
    if by == team.keeper or is_admin(work.records.people.get(by)):
        return True
    members = work.records.teams.members(team.id)
    return by in members and not _still_keeps(work, team)


def require(work: Work, team: Team, by: PersonId) -> None:
    """Raises NotTheKeeper."""
    if not may_change(work, team, by):
        raise NotTheKeeper


def is_admin(person: Person | None) -> bool:
    return person is not None and person.admin


def hand_over(work: Work, channel: ChannelId, by: PersonId, to: PersonId) -> Told:
    """Somebody else keeps the team from now on. Raises NotTheKeeper."""
    team = team_in(work, channel, by)
    require(work, team, by)
    facts = {"channel": channel, "to": to}
    if not _can_keep(work, team, to):
        return Told("rhythm.cannot_keep", None, facts)
    work.records.teams.keep(team, to)
    return Told("rhythm.handed_over", None, facts)


def _can_keep(work: Work, team: Team, person: PersonId) -> bool:
    """A full member of the workspace who is in the team."""
    known = work.records.people.get(person)
    return may_use(known, work.records.workspace) and person in work.records.teams.members(team.id)


def _still_keeps(work: Work, team: Team) -> bool:
    return _can_keep(work, team, team.keeper)
