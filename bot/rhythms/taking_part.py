"""Taking part: a yes or a no of each person, which holds until they say otherwise."""

from collections.abc import Mapping
from typing import Any

from bot.letters import redraw
from bot.people import may_use
from bot.rhythms.features import Feature
from bot.rhythms.rights import team_in
from bot.rhythms.standing import TURNED_ON, about, slot_of
from bot.told import Told
from bot.world import Work
from storage.teams import Team
from storage.types import ChannelId, PersonId


def take_part(work: Work, feature: Feature, channel: ChannelId, by: PersonId) -> Told:
    """Who takes part in something of the team is in the team."""
    team = team_in(work, channel, by)
    work.records.teams.join(team.id, by, at=work.now)
    work.records.rhythms.join(team.id, feature.name, by, work.now)
    return _said_so(work, feature, team, "rhythm.taking_part")


def not_me(work: Work, feature: Feature, channel: ChannelId, by: PersonId) -> Told:
    team = team_in(work, channel, by)
    work.records.rhythms.decline(team.id, feature.name, by, work.now)
    return _said_so(work, feature, team, "rhythm.not_taking_part")


def taking_part(work: Work, team: Team, feature: str) -> list[PersonId]:
    """Those who said yes and may still use us, in an order of their own."""
    found = work.records.rhythms.participants(team.id, feature).values()
    members = work.records.teams.members(team.id)
    return sorted(
        one.person
        for one in found
        if one.takes_part and one.person in members and is_served(work, one.person)
    )


def is_served(work: Work, person: PersonId) -> bool:
    return may_use(work.records.people.get(person), work.records.workspace)


def _said_so(work: Work, feature: Feature, team: Team, what: str) -> Told:
    facts: Mapping[str, Any] = {"team": team.id, "feature": feature.name}
    rhythm = work.records.rhythms.get(team.id, feature.name)
    if rhythm is not None and rhythm.on:
        work.records.rhythms.move(rhythm, work.now)  # their zone may be the earliest one
        slot = slot_of(team, feature.name)
        redraw(work, TURNED_ON, to=team.channel, facts=facts, slot=slot)
    return Told(what, None, about(work, feature, team))
