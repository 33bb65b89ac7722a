"""Teams: made at first use, filled by the rules of "joining is a choice", greeted once."""

from collections.abc import Iterable

from bot.letters import post
from bot.people import learn, may_use
from bot.world import Work
from storage.people import Channel, Person
from storage.teams import Team
from storage.types import ChannelId, PersonId, TeamId

FILL_BY_ITSELF_UP_TO = 20


def team_of(work: Work, channel: ChannelId, *, person: PersonId) -> Team:
    """The channel's team, made at once with this person in it."""
    teams = work.records.teams
    team = teams.of_channel(channel)
    if team is None:
        team = Team(
            id=TeamId(work.new_id()),
            channel=channel,
            keeper=person,
            filled_at=None,
            made_at=work.now,
        )
        teams.add(team)
    teams.join(team.id, person, at=work.now)
    return team


def teams_of(work: Work, person: PersonId) -> list[Team]:
    """The channels' teams a person is in; their DM with us is not counted."""
    found = work.records.teams.of_person(person)
    return [team for team in found if not is_small(work.records.channels.get(team.channel))]


def fill(work: Work, team_id: TeamId, *, people: Iterable[Person]) -> int:
    """The channel's people join a small team by themselves, for their names to be known.

    In a larger channel people join by a tap or by their first own word. Returns how many came.
    """
    team = work.records.teams.get(team_id)
    if team is None:
        return 0
    work.records.teams.filled(team, at=work.now)
    members = [one for one in people if not (one.bot or one.guest or one.gone)]
    if len(members) > FILL_BY_ITSELF_UP_TO:
        return 0
    join = work.records.teams.join
    return sum(join(team.id, one.id, at=work.now) for one in members)


def meet(work: Work, channel: ChannelId, *, person: PersonId, people: list[Person] | None) -> None:
    """Who asks for the channel's team is in it, and with them those of a small channel.

    `people` are the channel's: none of a large one, None where Slack did not tell.
    """
    if not may_use(work.records.people.get(person), work.records.workspace):
        return
    team = team_of(work, channel, person=person)
    learn(work, people=people or [], channels=[])
    if people is not None:
        fill(work, team.id, people=people)


def come_in(work: Work, team: Team, person: PersonId) -> None:
    """Somebody came into the channel: a small team has them in it, as those who were there."""
    channel = work.records.channels.get(team.channel)
    if channel is not None and channel.size - channel.here <= FILL_BY_ITSELF_UP_TO:
        work.records.teams.join(team.id, person, at=work.now)


def left(work: Work, channel: ChannelId, person: PersonId) -> None:
    """Who leaves the channel leaves its team: what is said there stays there."""
    team = work.records.teams.of_channel(channel)
    if team is not None:
        work.records.teams.leave(team.id, person)


def invited(work: Work, channel: Channel, *, by: PersonId | None) -> bool:
    """We were brought into a channel: say hello there, once. True when this was the time."""
    work.records.channels.put(channel)
    if channel.kind not in ("channel", "private"):
        return False
    if not work.records.channels.greet(channel.id, at=work.now):
        return False
    post(work, "channel.greeted", to=channel.id, facts={"inviter": by})
    return True


def reads(work: Work, team_id: TeamId, person: PersonId) -> bool:
    """Whether they may hear what the team's channel was told: it is public, or they are in it."""
    team = work.records.teams.get(team_id)
    channel = None if team is None else work.records.channels.get(team.channel)
    is_public = channel is not None and channel.kind == "channel"
    return is_public or person in work.records.teams.members(team_id)


def is_small(channel: Channel | None) -> bool:
    """A DM, or a DM of several: what is said there is nobody else's."""
    return channel is not None and channel.kind in ("dm", "group")
