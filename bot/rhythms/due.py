"""What is due: each rhythm in its turn, one unit of work after another, until nothing is."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from bot.errors import Overtaken
from bot.rhythms.features import Feature
from bot.rhythms.plan import due_between, next_of
from bot.world import Work
from storage.rhythms import Occurrence, Rhythm

TOO_LATE = "too_late"  # the reason of what came due while nobody was there to begin it
_TRIED_AGAIN_AFTER = timedelta(minutes=1)
_LOOKED_BACK = timedelta(days=2)  # farther than two zones are apart


def _first_due(work: Work) -> Rhythm | None:
    """Whose turn it is."""
    return next(iter(work.records.rhythms.due(work.now, 1)), None)


def do_due(work: Work, features: Mapping[str, Feature]) -> bool:
    """Do what is due of one rhythm, or as much as fits into one unit; False when none is due.

    Whoever has more to do is due again at once, after all others. Raises Overtaken.
    """
    due = _first_due(work)
    if due is None:
        return False
    before = work.records.changes
    again = features[due.feature].due(work, due)
    if again is not None and again <= work.now and work.records.changes == before:
        raise ValueError(f"{due.feature} is due again at once")
    if not work.records.rhythms.move(due, again):
        raise Overtaken
    return True


def set_aside(work: Work) -> None:
    """Something of ours went wrong in the first one; the others go on, it soon has a turn again."""
    failed = _first_due(work)
    if failed is not None:
        work.records.rhythms.move(failed, work.now + _TRIED_AGAIN_AFTER)


def next_due(work: Work) -> datetime | None:
    """When the first rhythm is due; perhaps it is already."""
    return work.records.rhythms.next_due()


def begin_due(
    work: Work, feature: Feature, rhythm: Rhythm, zones: Iterable[str]
) -> list[Occurrence]:
    """Open the occurrence of each date that came due in one of these zones; those just opened.

    A date that came due longer ago than the feature catches up with, everywhere, is recorded as
    skipped.
    """
    since = (rhythm.next_due or work.now) - _LOOKED_BACK
    begun = []
    for day, times in sorted(_times_of(rhythm, zones, since, work.now + _LOOKED_BACK).items()):
        in_time = [at for at in times if work.now - feature.catch_up <= at <= work.now]
        where = (rhythm.team, rhythm.feature, day, min(times))
        if in_time and (opened := work.records.occurrences.begin(*where)):
            begun.append(opened)
        elif not in_time and max(times) < work.now:
            work.records.occurrences.skip(*where, TOO_LATE)
    return begun


def due_again(work: Work, rhythm: Rhythm, zones: Iterable[str]) -> datetime | None:
    """When it next comes due in one of these zones, after now."""
    coming = [next_of(rhythm, zone, work.now, 1) for zone in set(zones)]
    return min((one.at for found in coming for one in found), default=None)


def _times_of(
    rhythm: Rhythm, zones: Iterable[str], after: datetime, until: datetime
) -> dict[date, list[datetime]]:
    times: dict[date, list[datetime]] = {}
    for zone in set(zones):
        for one in due_between(rhythm, zone, after, until):
            times.setdefault(one.date, []).append(one.at)
    return times
