"""Opening a round: of a team's circle, or of everybody's; the one before it is over then."""

from datetime import date

from bot.pairs.feature import SPARE
from bot.pairs.people import ACROSS
from bot.world import Work
from storage.pairs import Circle
from storage.pairs_rounds import Round
from storage.types import TeamId


def circle_of(work: Work, team: TeamId | None) -> Circle:
    """Made at its first use."""
    id_ = ACROSS if team is None else str(team)
    found = work.records.pairs.circle(id_)
    if found is None:
        found = Circle(id_, team, 0, 0)
        work.records.pairs.add(found)
    return found


def begin(work: Work, circle: Circle, day: date, until: date, kind: str = "week") -> Round:
    if kind != SPARE:
        _end_last(work, circle, day)
    round_ = Round(
        id=f"{circle.id}:{day}" if kind != SPARE else f"{circle.id}:{day}:{kind}",
        circle=circle.id,
        date=day,
        until=until,
        kind=kind,
        number=None,
        state="open",
        begun_at=work.now,
    )
    work.records.pair_rounds.add(round_)
    return round_


def _end_last(work: Work, circle: Circle, day: date) -> None:
    """Nobody is asked about it any more; what was not confirmed stays unconfirmed."""
    last = work.records.pair_rounds.latest(circle.id)
    if last is None or last.date >= day:
        return
    work.records.pair_rounds.over(last)
    for pairing in work.records.pair_rounds.pairings(last.id):
        work.records.pair_rounds.asked(pairing)
