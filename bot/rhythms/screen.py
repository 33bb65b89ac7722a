"""A team in one screen: what is on, when it is next, who takes part, who keeps the team."""

from collections.abc import Mapping
from typing import Any

from bot.rhythms.features import Feature
from bot.rhythms.plan import next_of
from bot.rhythms.rights import may_change
from bot.rhythms.standing import about, zones_of
from bot.rhythms.taking_part import taking_part
from bot.world import Work
from storage.teams import Team
from storage.types import PersonId

SHOWN_DATES = 3


def described(
    work: Work, features: Mapping[str, Feature], team: Team, by: PersonId
) -> dict[str, Any]:
    channel = work.records.channels.get(team.channel)
    return {
        "channel": team.channel,
        "channel_name": "" if channel is None else channel.name,
        "keeper": team.keeper,
        "may_change": may_change(work, team, by),
        "members": len(work.records.teams.members(team.id)),
        "features": [_row(work, feature, team, by) for feature in features.values()],
    }


def _row(work: Work, feature: Feature, team: Team, by: PersonId) -> dict[str, Any]:
    rhythm = work.records.rhythms.get(team.id, feature.name)
    row = {**about(work, feature, team), "on": rhythm is not None and rhythm.on}
    if rhythm is None or not rhythm.on:
        return row
    people = taking_part(work, team, feature.name)
    dates = {
        one.date
        for zone in zones_of(work, feature, team, people)
        for one in next_of(rhythm, zone, work.now, SHOWN_DATES)
    }
    coming = [str(day) for day in sorted(dates)[:SHOWN_DATES]]
    return {**row, "next": coming, "people": people, "mine": by in people}
