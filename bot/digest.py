"""The weekly digest: what a team waited for, and which projects one person alone knows."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.blockers.totals import silent_since
from bot.knowledge import sole_knowers
from bot.ledger.books import Digest, digest
from bot.letters import post
from bot.people import may_post
from bot.rhythms import Feature, Occurrence, Rhythm, begin_due, due_again
from bot.world import Work
from storage.outbox import SCHEDULED, Letter
from storage.teams import Team
from storage.types import TeamId

KIND = "digest.posted"
QUIET, CLOSED = "nothing_to_say", "channel_closed"


def due(work: Work, rhythm: Rhythm) -> datetime | None:
    """Does what is due by now; says when something is due next."""
    team = work.records.teams.get(rhythm.team)
    if team is None:
        return None
    for occurrence in begin_due(work, FEATURE, rhythm, [rhythm.zone]):
        work.records.occurrences.settle(occurrence, _say(work, team, occurrence))
    return due_again(work, rhythm, [rhythm.zone])


def compose(work: Work, letter: Letter) -> tuple[None, Mapping[str, Any]] | None:
    """The week as it is known when the letter leaves; None when nothing is left to say of it."""
    until = datetime.fromisoformat(letter.facts["until"])
    team = TeamId(letter.facts["team"])
    week, alone = _week(work, team, until), tuple(sole_knowers(work, team))
    return None if _is_quiet(week, alone) else (None, {"week": week, "known_by_one": alone})


def _say(work: Work, team: Team, occurrence: Occurrence) -> str | None:
    """Why nothing is said; None when it is."""
    if not may_post(work.records.channels.get(team.channel)):
        return CLOSED
    if _is_quiet(_week(work, team.id, occurrence.due_at), tuple(sole_knowers(work, team.id))):
        return QUIET
    facts = {"team": team.id, "until": occurrence.due_at.isoformat()}
    slot = f"digest:{team.id}:{occurrence.date}"
    post(work, KIND, to=team.channel, slot=slot, facts=facts, asked=False, rank=SCHEDULED)
    return None


def _week(work: Work, team: TeamId, until: datetime) -> Digest:
    return digest(work, team, silent_since, until=until)


def _is_quiet(week: Digest, alone: Collection[str]) -> bool:
    """Nobody waited for anything, and no project hangs on one person."""
    return not week.total.waits and not alone


FEATURE = Feature(
    name="digest",
    title="Weekly digest",
    what_happens="Once a week this channel reads in five lines what its team waited for, no names.",
    rule="fri 15:00",
    settings=(),
    catch_up=timedelta(hours=24),
    in_members_zones=False,
    due=due,
    asks_people=False,
)
