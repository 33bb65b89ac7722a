"""Turning a rhythm on and off: who takes part is asked first, the channel is told once."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from bot.errors import NotHere
from bot.letters import post, redraw
from bot.rhythms.features import Feature, rule_of
from bot.rhythms.rights import is_admin, require, team_in
from bot.rhythms.standing import TURNED_OFF, TURNED_ON, about, blank, first_date, slot_of
from bot.rhythms.taking_part import is_served
from bot.told import Told
from bot.world import Work
from storage.rhythms import Rhythm
from storage.teams import Team
from storage.types import ChannelId, PersonId

EVERYBODY_UP_TO = 20  # people of a channel; in a larger one they join by tap
ADMINISTRATOR_ABOVE = 50


def propose(
    work: Work, feature: Feature, channel: ChannelId, by: PersonId, *, allowed: bool = False
) -> Told:
    """Who would take part, and when it would first happen; nothing is on yet.

    `allowed`: an administrator said yes for a channel of very many.
    """
    team = team_in(work, channel, by)
    rhythm = work.records.rhythms.get(team.id, feature.name)
    if rhythm is not None and rhythm.on:
        return Told("rhythm.already_on", None, about(work, feature, team))
    size = people_in(work, channel)
    facts = {**about(work, feature, team), "size": size}
    allowed = allowed or is_admin(work.records.people.get(by))
    if size > ADMINISTRATOR_ABOVE and not allowed:
        return Told("rhythm.needs_admin", None, facts)
    people = _asked(work, feature, team, by, size)
    starts = first_date(work, feature, team, rule_of(feature, rhythm), people)
    by_tap = feature.asks_people and size > EVERYBODY_UP_TO
    facts |= {"people": sorted(people), "by_tap": by_tap, "first": str(starts)}
    return Told("rhythm.proposed", None, facts)


def start(
    work: Work,
    feature: Feature,
    channel: ChannelId,
    by: PersonId,
    without: Collection[PersonId] = (),
    *,
    allowed: bool = False,
) -> Told:
    """On from its first date; the channel is told once. Raises NotHere."""
    proposed = propose(work, feature, channel, by, allowed=allowed)
    if proposed.what != "rhythm.proposed":
        return proposed
    _require_us_in(work, channel)
    team = team_in(work, channel, by)
    _first_feature_makes_the_keeper(work, team, by)
    said = work.records.rhythms
    people = [PersonId(one) for one in proposed.facts["people"] if one not in without]
    for person in people:
        said.join(team.id, feature.name, person, work.now)
    for person in without:
        said.decline(team.id, feature.name, person, work.now)
    before = said.get(team.id, feature.name)
    starts = first_date(work, feature, team, rule_of(feature, before), people)
    said.put(_turned_on(work, before or blank(work, feature, team), by, starts))
    facts = {"team": team.id, "feature": feature.name, "by": by, "first": str(starts)}
    post(work, TURNED_ON, to=channel, facts=facts, slot=slot_of(team, feature.name))
    return Told(TURNED_ON, None, {**about(work, feature, team), "first": str(starts)})


def stop(work: Work, feature: Feature, channel: ChannelId, by: PersonId) -> Told:
    """Off, and what is under way ends with it; the channel is told. Raises NotTheKeeper."""
    team = team_in(work, channel, by)
    rhythm = work.records.rhythms.get(team.id, feature.name)
    if rhythm is None or not rhythm.on:
        return Told("rhythm.already_off", None, about(work, feature, team))
    if by != rhythm.turned_by:
        require(work, team, by)
    work.records.rhythms.put(replace(rhythm, on=False, turned_by=by, next_due=None))
    for occurrence in work.records.occurrences.open_of(team.id, feature.name):
        work.records.occurrences.settle(occurrence, "turned_off")
    facts = {"team": team.id, "feature": feature.name, "by": by}
    redraw(work, TURNED_ON, to=channel, facts=facts, slot=slot_of(team, feature.name))
    post(work, TURNED_OFF, to=channel, facts=facts)
    return Told(TURNED_OFF, None, about(work, feature, team))


def _turned_on(work: Work, rhythm: Rhythm, by: PersonId, starts_on: date) -> Rhythm:
    """It is due at once, so that its feature says when it is due next."""
    return replace(rhythm, on=True, turned_by=by, starts_on=starts_on, next_due=work.now)


def _asked(work: Work, feature: Feature, team: Team, by: PersonId, size: int) -> set[PersonId]:
    """Everybody of a small channel but who said "not me" before; of a larger one who says it."""
    if not feature.asks_people:
        return set()
    said = work.records.rhythms.participants(team.id, feature.name)
    yes = {one.person for one in said.values() if one.takes_part}
    no = {one.person for one in said.values() if not one.takes_part}
    members = work.records.teams.members(team.id)
    asked = yes & members if size > EVERYBODY_UP_TO else members - no
    return {one for one in asked | {by} if is_served(work, one)}


def people_in(work: Work, channel: ChannelId) -> int:
    """How many people; we are counted by Slack too."""
    place = work.records.channels.get(channel)
    return 0 if place is None else place.size - place.here


def _require_us_in(work: Work, channel: ChannelId) -> None:
    place = work.records.channels.get(channel)
    if place is None or not place.here or place.trouble:
        raise NotHere


def _first_feature_makes_the_keeper(work: Work, team: Team, by: PersonId) -> None:
    if all(one.turned_by is None for one in work.records.rhythms.of_team(team.id)):
        work.records.teams.keep(team, by)
