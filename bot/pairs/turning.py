"""Taking part in pairs, or no longer: of a whole team, or of one person of it."""

from bot.pairs.dropping import drop_out, has_met, running
from bot.pairs.due import FEATURE
from bot.pairs.opening import circle_of
from bot.rhythms import may_change, not_me, propose, stop, take_part, team_in
from bot.told import Told
from bot.world import Work
from storage.types import ChannelId, PersonId


def turn_on(work: Work, channel: ChannelId, by: PersonId) -> Told:
    """Who takes part is asked first; where it is on already, they take part from now on."""
    team = team_in(work, channel, by)
    rhythm = work.records.rhythms.get(team.id, FEATURE.name)
    if rhythm is None or not rhythm.on:
        return propose(work, FEATURE, channel, by)
    work.records.pairs.touch(circle_of(work, team.id).id)
    return take_part(work, FEATURE, channel, by)


def turn_off(work: Work, channel: ChannelId, by: PersonId) -> Told:
    """Of the whole team by who may change that; of themselves alone by anybody else."""
    team = team_in(work, channel, by)
    rhythm = work.records.rhythms.get(team.id, FEATURE.name)
    if rhythm is None or not rhythm.on or by == rhythm.turned_by or may_change(work, team, by):
        return stop(work, FEATURE, channel, by)
    told = not_me(work, FEATURE, channel, by)
    for round_, place in running(work, by, circle=str(team.id)):
        if not has_met(work, place):
            drop_out(work, round_, place)
    return told
