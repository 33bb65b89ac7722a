"""What is true of a team's rhythm now: its rule, its zones, its first date, its message."""

from collections.abc import Collection
from datetime import date
from typing import Any

from bot.profiles import zone_of
from bot.rhythms.features import Feature
from bot.rhythms.plan import next_dates
from bot.rhythms.rule import Rule
from bot.world import Work
from storage.rhythms import Rhythm
from storage.teams import Team
from storage.types import PersonId

TURNED_ON, TURNED_OFF = "rhythm.turned_on", "rhythm.turned_off"


def about(work: Work, feature: Feature, team: Team) -> dict[str, Any]:
    """What every sentence about a team's rhythm needs."""
    rhythm = work.records.rhythms.get(team.id, feature.name) or blank(work, feature, team)
    channel = work.records.channels.get(team.channel)
    return {
        "feature": feature.name,
        "title": feature.title,
        "what_happens": feature.what_happens,
        "asks_people": feature.asks_people,
        "channel": team.channel,
        "channel_name": "" if channel is None else channel.name,
        "rule": rhythm.rule,
        "zone": "" if feature.in_members_zones else rhythm.zone,
    }


def blank(work: Work, feature: Feature, team: Team) -> Rhythm:
    """As it is before anybody touched it: off, by the defaults, in the keeper's zone."""
    return Rhythm(
        team=team.id,
        feature=feature.name,
        rule=feature.rule,
        zone=zone_of(work, team.keeper),
        settings={},
        on=False,
        turned_by=None,
        starts_on=None,
        next_due=None,
    )


def first_date(
    work: Work,
    feature: Feature,
    team: Team,
    rule: Rule,
    people: Collection[PersonId],
    *,
    not_before: date | None = None,
) -> date:
    """The first date whose time is still to come for everybody who takes part."""
    zones = zones_of(work, feature, team, people)
    found = [next_dates(rule, zone, work.now, 1, starts_on=not_before) for zone in zones]
    return max(one.date for dates in found for one in dates)


def zones_of(
    work: Work, feature: Feature, team: Team, people: Collection[PersonId]
) -> frozenset[str]:
    """Where it comes due: in the team's zone, or in those of the people who take part."""
    rhythm = work.records.rhythms.get(team.id, feature.name) or blank(work, feature, team)
    if not feature.in_members_zones:
        return frozenset({rhythm.zone})
    return frozenset(zone_of(work, person) for person in people) or frozenset({rhythm.zone})


def slot_of(team: Team, feature: str) -> str:
    return f"rhythm:{team.id}:{feature}"
