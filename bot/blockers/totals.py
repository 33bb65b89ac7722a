"""How much of a wait people confirmed: from the last word on, silence makes it unconfirmed."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.blockers.states import SILENCE, is_spoken
from bot.calendar import DEFAULT, WorkingHours, working_time
from storage.blockers import Blocker, Happening

_ENDINGS = ("resolved", "withdrawn")


def confirmed_and_unconfirmed(
    blocker: Blocker,
    happenings: Sequence[Happening],
    now: datetime,
    *,
    zone: str,
    hours: WorkingHours = DEFAULT,
) -> tuple[timedelta, timedelta]:
    """Working time of the wait until now, in two parts; together they are the whole wait.

    A sign of life confirms all before it. Who ends a wait that had fallen silent says that it is
    over, not since when: its silent hours stay unconfirmed.
    """
    end = blocker.ended_at or now
    whole = working_time(blocker.since, end, zone=zone, hours=hours)
    silent = silent_since(happenings)
    if silent is None:
        return whole, timedelta(0)
    confirmed = working_time(blocker.since, min(silent, end), zone=zone, hours=hours)
    return confirmed, whole - confirmed


def silent_since(happenings: Sequence[Happening]) -> datetime | None:
    """The last sign of life before the silence that was never broken; None when there is none."""
    heard: datetime | None = None
    silent: datetime | None = None
    ended = False
    for one in happenings:
        kind = one.what.partition(":")[0]
        if kind == SILENCE:
            silent = heard
        elif kind == "reopened" or (is_spoken(kind) and not ended):
            ended = kind in _ENDINGS
            heard, silent = one.at, (silent if ended else None)
    return silent


def last_heard(happenings: Sequence[Happening]) -> datetime | None:
    """The last sign of life: somebody said or did something about it."""
    spoken = [one.at for one in happenings if is_spoken(one.what)]
    return max(spoken, default=None)
