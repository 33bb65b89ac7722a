"""Not asked for a while: a person says until when, for all their teams or for one."""

from collections.abc import Iterable
from datetime import date

from bot.standups.feature import NAME
from bot.standups.morning import refresh
from bot.standups.people import today_of
from bot.standups.refusals import NoTeam
from bot.told import Told
from bot.world import Work
from storage.teams import Team
from storage.types import PersonId


def off_until(work: Work, teams: Iterable[Team], until: date | None, *, by: PersonId) -> Told:
    """`until`: the first day on which they are asked again; None: from now on."""
    taking = [team for team in teams if by in work.records.rhythms.participants(team.id, NAME)]
    if not taking:
        raise NoTeam
    today = today_of(work, by)
    for team in taking:
        work.records.rhythms.away(team.id, NAME, by, until)
        if until is not None and work.records.standups.excuse(team.id, by, today, "skipped"):
            refresh(work, team.id, by, today)
    if until is None:
        return Told("standup.back", None, {})
    return Told("standup.away", None, {"until": until.isoformat()})
