"""When who is to act is nudged: after one working day without any activity, after three, seven."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from bot.calendar import WorkingHours, instant_of, next_working_moment, zone_named
from bot.reviews.turns import Standing
from storage.types import PersonId

AFTER = (1, 3, 7)  # working days of whoever is to act
_DAY = timedelta(days=1)
_LONGEST = 800  # days; two years off, and some

Days = Callable[[datetime, int], datetime]  # so many working days later


def working_days_later(at: datetime, days: int, *, zone: str, hours: WorkingHours) -> datetime:
    """The same time of the clock, so many working days on.

    What came in the evening or on a day off came with the next morning.
    """
    local = next_working_moment(at, zone=zone, hours=hours).astimezone(zone_named(zone))
    day = local.date()
    for _ in range(days):
        day = _next_worked(day, hours)
    return instant_of(datetime.combine(day, local.time()), zone=zone)


def next_nudge(
    standing: Standing,
    person: PersonId,
    days: Days,
    opens: Callable[[date], datetime],
    due: date | None = None,
) -> datetime | None:
    """When this person, whose turn it is, is nudged; None: nobody is again before it moves.

    `opens`: when their working day begins, for what they laid aside until a date, and for `due`:
    the day of theirs by which it is wished.
    """
    turn, said = standing.turn, sum(standing.nudges.values())
    if not turn.may_be_nudged or turn.since is None or said >= len(AFTER):
        return None
    at = days(max(turn.since, standing.heard), AFTER[said])
    if due is not None and not said and standing.heard <= turn.since:
        at = _by(opens(due), at, came=days(turn.since, 0))
    if standing.nudged is not None:  # one that was late does not bring the next one at once
        at = max(at, days(standing.nudged, AFTER[said] - AFTER[said - 1]))
    held = standing.held.get(person)
    return at if held is None else max(at, opens(date.fromisoformat(held)))


def last_worked(day: date, hours: WorkingHours) -> date:
    """That day, or the last one before it on which they work."""
    earlier = (day - step * _DAY for step in range(_LONGEST))
    return next((one for one in earlier if hours.includes(one)), day)


def one_to_nudge(standing: Standing) -> PersonId | None:
    """One person, never a group: of several reviewers in turn, who did not lay it aside first."""
    return min(
        standing.turn.people,
        key=lambda one: (standing.held.get(one, ""), standing.nudges.get(one, 0)),
        default=None,
    )


def is_exhausted(standing: Standing) -> bool:
    """Nobody answered to any of the nudges: somebody else may be asked."""
    return sum(standing.nudges.values()) >= len(AFTER)


def _by(wished: datetime, usual: datetime, *, came: datetime) -> datetime:
    """Sooner than usual where it is wished sooner; what came that very day is not yet late."""
    return min(wished, usual) if came < wished else usual


def _next_worked(day: date, hours: WorkingHours) -> date:
    later = (day + step * _DAY for step in range(1, _LONGEST))
    return next((one for one in later if hours.includes(one)), day + _LONGEST * _DAY)
